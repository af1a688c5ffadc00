import { cp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeDirectory } from '../../build/make-directory.ts'
import { temporaryName } from '../../build/write-file.ts'
import { isFilled } from '../kept/files.ts'
import { listMembers } from '../pack/list.ts'
import type { PackMember } from '../pack/pack.ts'
import type { Unit } from './messages.ts'
import type { LockedPackage } from './recipe/lock.ts'

/** What repositories of git dependencies are called in packs, and in a CARGO_HOME. */
export const gitRoot = 'git'

/**
 * Names of the repositories below `<CARGO_HOME>/git/db` that crates of a build are from: a checkout is named after its
 * repository. Pure.
 */
export function repositoriesOf(units: readonly Unit[], home: string): ReadonlySet<string> {
  const checkouts = `${home}/${gitRoot}/checkouts/`
  const names = units.filter(u => !u.own && u.manifest.startsWith(checkouts))
  return new Set(names.map(u => u.manifest.slice(checkouts.length).split('/')[0] ?? ''))
}

/** Of a bare repository, what a clone of it is made from: no hooks, no logs, and nothing that may name an address with a token. */
export function isOfRepository(path: string): boolean {
  const [, , first = '', second = ''] = path.split('/')
  if (first === 'objects') return !/^tmp_/.test(second)
  return ['', 'HEAD', 'config', 'packed-refs', 'refs', 'shallow'].includes(first)
}

/**
 * The repositories that a build has used. Cargo makes the checkouts from them, and takes what is in them for unchangeable.
 * @throws PackProblem
 */
export async function gitMembers(home: string, units: readonly Unit[]): Promise<readonly PackMember[]> {
  const dir = join(home, gitRoot)
  const names = repositoriesOf(units, home)
  if (names.size === 0 || !(await isFilled(dir))) return []
  const wanted = (path: string) => {
    const [top, name] = path.split('/')
    return top === 'db' && (name === undefined || names.has(name)) && isOfRepository(path)
  }
  const members = await listMembers({ dir, root: gitRoot, wanted })
  const safe = await Promise.all(members.map(async m => !isConfig(m) || !hasAddress(await textOf(m))))
  return members.filter((_, i) => safe[i])
}

/**
 * Names that cargo may give the repositories of what is locked, without the digest at their end: the last part of the address.
 * Source: cargo, `sources/git/source.rs`. Pure.
 */
export function repositoryNames(locked: readonly LockedPackage[]): ReadonlySet<string> {
  const sources = locked.flatMap(({ source }) => (source?.startsWith('git+') ? [source] : []))
  const names = sources.map(source => /([^/?#]+?)(?:\.git)?\/?(?:[?#].*)?$/.exec(source)?.[1] ?? '')
  return new Set(names.map(name => name.toLowerCase()))
}

/**
 * Takes repositories over from the user's own CARGO_HOME, so that they are not fetched again. Never fails: cargo fetches what is
 * missing.
 */
export async function seedGit(theirs: string, home: string, locked: readonly LockedPackage[]): Promise<void> {
  const wanted = repositoryNames(locked)
  const from = join(theirs, gitRoot, 'db')
  const names = wanted.size === 0 ? [] : await readdir(from).catch(() => [])
  for (const name of names.filter(each => wanted.has(each.replace(/-[^-]*$/, '').toLowerCase()))) {
    const to = join(home, gitRoot, 'db', name)
    if (await isFilled(to)) continue
    const temporary = temporaryName(to)
    try {
      await makeDirectory(dirname(to))
      await cp(join(from, name), temporary, { recursive: true })
      await rename(temporary, to)
    } catch {
      await rm(temporary, { recursive: true, force: true }).catch(() => undefined)
    }
  }
}

const isConfig = ({ path }: PackMember): boolean => /^git\/db\/[^/]+\/config$/.test(path)
/** Cargo fetches by address and names no remote; whoever did may have put a token there. */
const hasAddress = (config: string): boolean => /^\s*\[(?:remote|url|http|credential)|^\s*url\s*=/m.test(config)

async function textOf(member: PackMember): Promise<string> {
  return member.type === 'file' && typeof member.from === 'string' ? readFile(member.from, 'utf8') : ''
}
