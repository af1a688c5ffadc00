import { createHash } from 'node:crypto'
import { access, copyFile, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeDirectory } from '../../build/make-directory.ts'
import { temporaryName } from '../../build/write-file.ts'
import { listFiles } from '../kept/files.ts'
import type { PackMember } from '../pack/pack.ts'
import type { Unit } from './messages.ts'
import { type LockedPackage, readLock } from './recipe/lock.ts'

/** What the files of a registry are called in packs, and in cargo's own place. */
export const registryRoot = 'registry'

/** Times are of no meaning there: cargo takes what is in its own place for unchangeable. Nanoseconds since 1970. */
const stampNs = 946_684_800_000_000_000n

/**
 * The files below `<CARGO_HOME>/registry` that a build needs of its crates: archives of those that were compiled, entries of
 * the index for all that are locked, because cargo asks for them before it chooses. Unpacked sources are not among them:
 * cargo unpacks archives in a second. Pure.
 */
export function registryFiles(
  units: readonly Unit[],
  locked: readonly LockedPackage[],
  cargoHome: string,
): readonly string[] {
  const sources = `${cargoHome}/${registryRoot}/src/`
  const crates = new Set<string>()
  const indexes = new Set<string>()
  for (const { own, manifest } of units) {
    if (own || !manifest.startsWith(sources)) continue
    const [index = '', crate = ''] = manifest.slice(sources.length).split('/')
    crates.add(`cache/${index}/${crate}.crate`)
    indexes.add(index)
  }
  const names = [...new Set(locked.filter(p => p.source !== null).map(p => p.name))]
  const entries = [...indexes].flatMap(index => [
    `index/${index}/config.json`,
    ...names.map(name => `index/${index}/.cache/${indexPath(name)}`),
  ])
  return [...crates, ...entries].sort()
}

/** Where an index has a crate. Source: the Cargo Book, chapter Registry Index. */
export function indexPath(name: string): string {
  const lower = name.toLowerCase()
  if (lower.length < 3) return `${lower.length}/${lower}`
  return lower.length === 3 ? `3/${lower[0]}/${lower}` : `${lower.slice(0, 2)}/${lower.slice(2, 4)}/${lower}`
}

/**
 * Whether a file may go to cargo's own place, where every later build of this machine finds it: an archive only if it is the
 * one that is locked (cargo itself checks it when it downloads, and never again); entries of the index, which cargo compares
 * with the lock. Pure.
 */
export function isGenuine(path: string, sha256: string, locked: readonly LockedPackage[]): boolean {
  if (/^index\/[^/]+\/(?:config\.json|\.cache\/[a-z0-9_/-]+)$/.test(path)) return true
  const crate = /^cache\/[^/]+\/([^/]+)\.crate$/.exec(path)?.[1]
  return locked.some(p => `${p.name}-${p.version}` === crate && p.checksum === sha256)
}

/** What is there of the files, as members of a pack. */
export async function registryMembers(files: readonly string[], cargoHome: string): Promise<readonly PackMember[]> {
  const root = join(cargoHome, registryRoot)
  const here = new Set((await listFiles(root, path => !path.startsWith('src/'))).map(file => file.path))
  return files
    .filter(path => here.has(path))
    .map(path => ({
      ...{ type: 'file', path: `${registryRoot}/${path}`, from: join(root, path), mode: 0o644, mtimeNs: stampNs },
    }))
}

/** Puts files where cargo looks for them, and leaves what is there alone. Never fails: cargo downloads what is missing. */
export async function placeRegistry(from: string, cargoHome: string, locked: readonly LockedPackage[]): Promise<void> {
  for (const { path } of await listFiles(from)) {
    const to = join(cargoHome, registryRoot, path)
    const content = await readFile(join(from, path))
    if (!isGenuine(path, createHash('sha256').update(content).digest('hex'), locked)) continue
    if (await isThere(to)) continue
    const temporary = temporaryName(to)
    try {
      await makeDirectory(dirname(to))
      await copyFile(join(from, path), temporary)
      await rename(temporary, to)
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined)
    }
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
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
