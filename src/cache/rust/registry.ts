import { createHash } from 'node:crypto'
import { copyFile, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeDirectory } from '../../build/make-directory.ts'
import { temporaryName } from '../../build/write-file.ts'
import { isFilled } from '../kept/files.ts'
import { listMembers } from '../pack/list.ts'
import type { PackMember } from '../pack/pack.ts'
import { type LockedPackage, readLock } from './recipe/lock.ts'

/** What the files of a registry are called in packs, and in a CARGO_HOME. */
export const registryRoot = 'registry'

/** Times are of no meaning there: cargo takes what is in its own place for unchangeable. Nanoseconds since 1970. */
const stampNs = 946_684_800_000_000_000n

/** Of an archive whose crate is unpacked already, cargo asks only whether it is longer than nothing (measured, 1.95). */
const archiveStub = Buffer.from('portable-build: cold pack needed\n')
/** An empty source would compile. */
const sourceStub = Buffer.from('compile_error!("portable-build: cold pack needed");\n')

/** What becomes of a file of a registry. */
type Role = 'kept' | 'archive' | 'source' | 'left'

/**
 * What a build over unchanged crates needs of a file below `<CARGO_HOME>/registry`: manifests and the entries of the index are
 * read; archives and the roots of targets have to be there; all else is neither read nor looked at, and whoever wants it fails
 * loudly. Files of crates that are not locked are left. Pure.
 * @param locked names, and names with versions
 * @param whole whether all sources of a crate are read, by its directory below `registry/src`
 * @param roots paths that the manifest of a crate gives its targets, by the same directory
 */
export function roleOf(
  path: string,
  from: {
    readonly locked: ReadonlySet<string>
    readonly whole: (crate: string) => boolean
    readonly roots: (crate: string) => readonly string[]
  },
): Role {
  const [top, index = '', third = '', ...rest] = path.split('/')
  const within = rest.join('/')
  if (top === 'index') {
    if (third === 'config.json') return 'kept'
    return third === '.cache' && from.locked.has(rest.at(-1) ?? '') ? 'kept' : 'left'
  }
  const crate = third.replace(/\.crate$/, '')
  if (!from.locked.has(crate.toLowerCase())) return 'left'
  if (top === 'cache') return third.endsWith('.crate') ? 'archive' : 'left'
  if (top !== 'src') return 'left'
  const dir = `${index}/${crate}`
  if (within === '.cargo-ok' || within === 'Cargo.toml' || from.whole(dir)) return 'kept'
  return within.endsWith('.rs') && (found.test(within) || from.roots(dir).includes(within)) ? 'source' : 'left'
}

/** Where cargo looks for targets that a manifest does not name. Source: the Cargo Book, chapter Package Layout. */
const found = /^(?:build\.rs|src\/(?:lib|main)\.rs|(?:src\/bin|examples|tests|benches)\/[^/]+(?:\/main)?\.rs)$/

/** Paths that a manifest gives its targets. */
export function rootsIn(manifest: string): readonly string[] {
  const said = manifest.matchAll(/^\s*(?:path|build)\s*=\s*["'](.+?)["']/gm)
  return [...said].map(([, path = '']) => path.replace(/^\.\//, ''))
}

/** Members of packs for a registry; `cold` has what stands in `hot` as a placeholder and cannot be made again from the rest. */
export interface RegistryMembers {
  readonly hot: readonly PackMember[]
  readonly cold: readonly PackMember[]
}

/**
 * What is to be kept of the registry of a CARGO_HOME. Sources are in `cold` as their archives, which cargo unpacks in a second;
 * crates of a registry that is a directory have none there.
 * @param whole see {@link roleOf}
 * @throws PackProblem
 */
export async function registryMembers(
  home: string,
  locked: readonly LockedPackage[],
  whole: (crate: string) => boolean,
): Promise<RegistryMembers> {
  const dir = join(home, registryRoot)
  const hot: PackMember[] = []
  const cold: PackMember[] = []
  if (!(await isFilled(dir))) return { hot, cold }
  const names = namesOf(locked)
  const roots = await manifestRoots(join(dir, 'src'))
  const from = { locked: names, whole, roots: (crate: string) => roots.get(crate) ?? [] }
  const files = (await listMembers({ dir, root: registryRoot })).filter(member => member.type === 'file')
  const archives = new Set(files.map(member => member.path.replace('/cache/', '/src/')))
  for (const file of files.map(member => ({ ...member, mtimeNs: stampNs }))) {
    const role = roleOf(file.path.slice(registryRoot.length + 1), from)
    if (role === 'kept') hot.push(file)
    if (role === 'source') hot.push({ ...file, from: sourceStub })
    if (role === 'archive') hot.push({ ...file, from: archiveStub })
    if (role === 'archive' || isUnpackedAlone(file.path, names, archives)) cold.push(file)
  }
  return { hot, cold }
}

/** Whether a file is of a crate that is locked, and cannot be unpacked again. */
function isUnpackedAlone(path: string, locked: ReadonlySet<string>, archives: ReadonlySet<string>): boolean {
  const [, index, crate = ''] = /^registry\/src\/([^/]+)\/([^/]+)\//.exec(path) ?? []
  return locked.has(crate.toLowerCase()) && !archives.has(`registry/src/${index}/${crate}.crate`)
}

function namesOf(locked: readonly LockedPackage[]): ReadonlySet<string> {
  const outside = locked.filter(p => p.source !== null)
  return new Set(outside.flatMap(p => [p.name, `${p.name}-${p.version}`]).map(name => name.toLowerCase()))
}

async function manifestRoots(sources: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const roots = new Map<string, readonly string[]>()
  for (const index of await namesIn(sources)) {
    for (const crate of await namesIn(join(sources, index))) {
      const manifest = await readFile(join(sources, index, crate, 'Cargo.toml'), 'utf8').catch(() => '')
      roots.set(`${index}/${crate}`, rootsIn(manifest))
    }
  }
  return roots
}

const namesIn = (dir: string): Promise<readonly string[]> => readdir(dir).catch(() => [])

/** Takes all placeholders away: cargo unpacks the archives that are there, and downloads the others. */
export async function dropPlaceholders(home: string): Promise<void> {
  const registry = join(home, registryRoot)
  await rm(join(registry, 'src'), { recursive: true, force: true })
  for (const index of await namesIn(join(registry, 'cache'))) {
    for (const name of await namesIn(join(registry, 'cache', index))) {
      const path = join(registry, 'cache', index, name)
      const { size } = await stat(path)
      if (size === archiveStub.length) await rm(path, { force: true })
    }
  }
}

/** Where an index has a crate. Source: the Cargo Book, chapter Registry Index. */
export function indexPath(name: string): string {
  const lower = name.toLowerCase()
  if (lower.length < 3) return `${lower.length}/${lower}`
  return lower.length === 3 ? `3/${lower[0]}/${lower}` : `${lower.slice(0, 2)}/${lower.slice(2, 4)}/${lower}`
}

/**
 * Takes what is locked over from the user's own CARGO_HOME, so that it is not downloaded again: archives that are the locked ones,
 * entries of the index. Never fails: cargo downloads what is missing.
 */
export async function seedRegistry(theirs: string, home: string, locked: readonly LockedPackage[]): Promise<void> {
  const [from, to] = [join(theirs, registryRoot), join(home, registryRoot)]
  const outside = locked.filter(p => p.source !== null)
  for (const index of await namesIn(join(from, 'cache'))) {
    const wanted = outside.map(p => ({ path: `cache/${index}/${p.name}-${p.version}.crate`, sum: p.checksum }))
    const entries = outside.map(p => ({ path: `index/${index}/.cache/${indexPath(p.name)}`, sum: null }))
    for (const { path, sum } of [...wanted, { path: `index/${index}/config.json`, sum: null }, ...entries]) {
      if (await isThere(join(to, path))) continue
      const content = await readFile(join(from, path)).catch(() => null)
      const isArchive = path.endsWith('.crate')
      if (content === null || (isArchive && createHash('sha256').update(content).digest('hex') !== sum)) continue
      await copy(join(from, path), join(to, path))
    }
  }
}

async function copy(from: string, to: string): Promise<void> {
  const temporary = temporaryName(to)
  try {
    await makeDirectory(dirname(to))
    await copyFile(from, temporary)
    await rename(temporary, to)
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** The packages that a project has locked, by its own Cargo.lock or that of the workspace above; none where it cannot be read. */
export async function lockedPackages(dir: string): Promise<readonly LockedPackage[]> {
  for (let at = dir; ; at = dirname(at)) {
    const text = await readFile(join(at, 'Cargo.lock'), 'utf8').catch(() => null)
    if (text !== null) {
      try {
        return readLock(text)
      } catch {
        return []
      }
    }
    if (at === dirname(at)) return []
  }
}
