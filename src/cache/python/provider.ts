import { access, lstat, readdir, readlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Job } from '../../plan.ts'
import { restoreEntry, saveEntry } from '../bring.ts'
import { type CacheEntry, cacheEntry } from '../entry.ts'
import type { Keeper, KeeperContext } from '../keeper.ts'
import type { PackMember } from '../pack/pack.ts'

/** What the directory of an interpreter is called in its pack. */
const root = 'python'

/** `<toolsDir>/python/cpython-3.11.2-x86_64-linux-gnu.2.17-<digest of all that decides what is in it>`. */
const compiled = /\/python\/(cpython-([0-9.]+)-(\S+))-([0-9a-f]{16})$/

/** The entry of an interpreter that a job compiles; only the very same one will do. Pure. */
export function providerEntry(dir: string): CacheEntry | null {
  const [, name, python, target, recipes] = compiled.exec(dir) ?? []
  if (name === undefined || python === undefined || target === undefined || recipes === undefined) return null
  return cacheEntry({
    kind: 'python',
    name,
    ingredients: { python, target, recipes, place: dir.slice(0, -basename(dir).length) },
  })
}

/** The interpreters that the steps of a job make, absolute directories. Pure. */
export const providersOf = (job: Job): string[] =>
  job.steps.flatMap(step => (step.unless !== undefined && compiled.test(step.unless) ? [step.unless] : []))

/** Keeps an interpreter that was compiled: the next run starts no compiler for it. */
export function keepProvider(context: KeeperContext, dir: string, entry: CacheEntry): Keeper {
  let wasHere = false
  return {
    wanted: [entry],
    async restore() {
      wasHere = await isThere(dir)
      if (!wasHere) wasHere = (await restoreEntry(context, { entry, roots: { [root]: dir } })) !== null
    },
    async save() {
      if (wasHere || !(await isThere(dir))) return
      await saveEntry(context, { entry, members: await membersOf(dir, '') })
    },
  }
}

const isThere = (dir: string): Promise<boolean> =>
  access(join(dir, 'bin/python3')).then(
    () => true,
    () => false,
  )

/** Everything below a directory, with its times: Python compares those of its own compiled modules. */
async function membersOf(dir: string, path: string): Promise<PackMember[]> {
  const entries = await readdir(join(dir, path), { withFileTypes: true })
  const members: PackMember[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const below = path === '' ? entry.name : `${path}/${entry.name}`
    const from = join(dir, below)
    const { mtimeNs, mode } = await lstat(from, { bigint: true })
    const named = { path: `${root}/${below}`, mtimeNs }
    if (entry.isDirectory()) members.push(...(await membersOf(dir, below)))
    else if (entry.isSymbolicLink()) members.push({ type: 'symlink', ...named, to: await readlink(from) })
    else members.push({ type: 'file', ...named, from, mode: Number(mode) & 0o777 })
  }
  return members
}
