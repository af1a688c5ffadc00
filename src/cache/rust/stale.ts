import { dirname } from 'node:path'
import type { Change } from './manifest.ts'
import { changedVariables, type VariableRecord } from './variables.ts'

/** A package of the project as it was built; what is in target directories is relative to the work directory. */
export interface OwnPackage {
  /** Absolute, without a slash at its end. */
  readonly dir: string
  /** Fingerprints of what was compiled. */
  readonly compiled: readonly string[]
  /** What runs of its build script left: fingerprints, and directories of their output. */
  readonly runs: readonly string[]
  /** Absolute paths of all files that its compilers said they read. */
  readonly tracked: readonly string[]
  /** Its build script declares what it depends on. */
  readonly ruled: boolean
  /** Its build script asks for more than files and variables: the repository, the time. */
  readonly outside: boolean
  /** Variables that its build script reads, declared or not. */
  readonly variables: VariableRecord
}

/** What is compiled for other commands than a build. */
const apart = /^(?:tests|benches|examples)\//

/** What makes cargo see that something is stale. */
export interface Stale {
  /** Directories to remove, relative to the work directory. */
  readonly remove: readonly string[]
  /** Absolute paths of sources to make new. */
  readonly renew: readonly string[]
}

/**
 * What cargo would not notice, because it compares the files that a compiler named: not those that a macro or a build script
 * looked for and did not find, not links, not the state of the repository. A build from nothing sees all of that, and the
 * result must be the same. Pure.
 *
 * Without its output a build script runs again, and what depends on it is compiled again, because cargo computes another
 * hash for it (measured, 1.95: without its fingerprint alone the script runs, and nothing else). A script without rules has
 * the newest time of its package as its hash.
 * @param from what changed since the packages were built; `sameCommit`: false also when it is not known
 */
export function findStale(from: {
  readonly packages: readonly OwnPackage[]
  readonly changes: readonly Change[]
  readonly sameCommit: boolean
  readonly env: Readonly<Record<string, string>>
}): Stale {
  const { packages, changes, env } = from
  const moved = changes.length > 0 || !from.sameCommit
  const remove: string[] = []
  const renew: string[] = []
  for (const pkg of packages) {
    const tracked = new Set(pkg.tracked)
    const outer = pkg.tracked.filter(file => !isBelow(file, pkg.dir) && !file.endsWith('.rs')).map(dirname)
    const inside = changes.filter(change => ownerOf(change.path, packages) === pkg)
    const surprised = inside.some(c => !tracked.has(c.path) && !apart.test(c.path.slice(pkg.dir.length + 1)))
    const beside = changes.some(c => !tracked.has(c.path) && outer.some(dir => isBelow(c.path, dir)))
    // Cargo resolves links before it remembers what a compiler read: of the link itself it knows nothing.
    const links = changes.filter(change => change.link)
    const relinked = links.some(c => pkg.tracked.some(file => file === c.path || isBelow(file, c.path)))
    const repository = moved && pkg.tracked.some(file => file.includes('/.git/'))
    const rerun =
      (!pkg.ruled && inside.length > 0) || (pkg.outside && moved) || changedVariables(pkg.variables, env).length > 0
    if (surprised || beside || relinked || repository || rerun) remove.push(...pkg.compiled)
    if (rerun) remove.push(...pkg.runs)
    if (rerun && !pkg.ruled) renew.push(`${pkg.dir}/Cargo.toml`)
  }
  return { remove, renew }
}

/** The package in whose directory a path is, the innermost. */
function ownerOf(path: string, packages: readonly OwnPackage[]): OwnPackage | undefined {
  const around = packages.filter(pkg => isBelow(path, pkg.dir))
  return around.sort((a, b) => b.dir.length - a.dir.length)[0]
}

function isBelow(path: string, dir: string): boolean {
  return path.startsWith(`${dir}/`)
}
