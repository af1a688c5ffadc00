import { BuildError } from '../../../errors.ts'
import { readToml, tableOf, textOf, textsOf } from '../../../languages/toml.ts'

/** A package of Cargo.lock. */
export interface LockedPackage {
  readonly name: string
  readonly version: string
  /** Null: a package of this project, or of a directory beside it. */
  readonly source: string | null
  readonly checksum: string | null
  /** What it depends on: `name`, `name version` or `name version (source)`, as short as it is clear. */
  readonly edges: readonly string[]
}

/** All packages of a Cargo.lock, of any of its four versions. @throws BuildError `unreadable-project` */
export function readLock(text: string): readonly LockedPackage[] {
  const lock = readToml('Cargo.lock', text)
  const packages = [
    ...(Array.isArray(lock['package']) ? lock['package'] : []),
    ...('root' in lock ? [lock['root']] : []),
  ]
  // The first version keeps the checksums apart: `"checksum <name> <version> (<source>)"`.
  const metadata = tableOf(lock['metadata'])
  return packages.map(tableOf).map(entry => {
    const [name, version] = [textOf(entry['name']), textOf(entry['version'])]
    if (name === null || version === null) {
      throw new BuildError('unreadable-project', 'Cargo.lock has a package without a name or a version')
    }
    // files are called after them: one with `../` would be a file of another directory, and be packed
    if (!/^[\p{L}\p{N}_-]+$/u.test(name) || !/^[0-9A-Za-z.+-]+$/.test(version)) {
      throw new BuildError('unreadable-project', `Cargo.lock has the package ${JSON.stringify(`${name} ${version}`)}`, {
        hint: 'Names have letters, digits, `_` and `-`. Make it again: `cargo generate-lockfile`.',
      })
    }
    const source = textOf(entry['source'])
    const checksum = textOf(entry['checksum']) ?? textOf(metadata[`checksum ${name} ${version} (${source})`])
    return { name, version, source, checksum, edges: textsOf(entry['dependencies']) }
  })
}

/** A package from outside with what it is built from. */
interface LockedCrate {
  readonly id: string
  readonly checksum: string | null
  readonly edges: readonly string[]
}

/** What the packages of the project need from outside. */
export interface Closure {
  /** Sorted by id. */
  readonly crates: readonly LockedCrate[]
  /** Names of the project's own packages that were reached, by way of other packages too. */
  readonly own: readonly string[]
}

/**
 * The packages with a source that can be reached from `roots`. Versions of own packages are left out, so that a release
 * changes nothing; a package from outside that needs an own one (by way of `[patch]`) is compiled again with each of its
 * versions, and names it.
 * @param roots names of own packages
 * @param follows whether an own package needs another one for more than its tests, by name: the lock does not tell
 * @throws BuildError `unreadable-project` where an edge leads nowhere
 */
export function lockClosure(
  packages: readonly LockedPackage[],
  roots: readonly string[],
  follows: (own: string, name: string) => boolean,
): Closure {
  const byName = Map.groupBy(packages, p => p.name)
  const queue = packages.filter(p => p.source === null && roots.includes(p.name))
  const reached = new Set(queue)
  const crates: LockedCrate[] = []
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { name, source, checksum } = next
    const edges = next.edges
      .filter(edge => source !== null || follows(name, nameOf(edge)))
      .flatMap(edge => resolveEdge(edge, byName))
    if (source !== null) crates.push({ id: idOf(next), checksum, edges: edges.map(idOf).sort() })
    for (const edge of edges) {
      if (reached.has(edge)) continue
      reached.add(edge)
      queue.push(edge)
    }
  }
  return {
    crates: crates.sort((a, b) => (a.id < b.id ? -1 : 1)),
    own: [...new Set([...reached].flatMap(p => (p.source === null ? [p.name] : [])))].sort(),
  }
}

const idOf = ({ name, version, source }: LockedPackage): string => `${name} ${version} ${source ?? ''}`.trimEnd()
const nameOf = (edge: string): string => edge.split(' ')[0] ?? edge

/** All packages that an edge can mean: one, unless the lock is odd. */
function resolveEdge(edge: string, byName: ReadonlyMap<string, readonly LockedPackage[]>): readonly LockedPackage[] {
  const [name = '', version, source] = edge.split(' ')
  const named = byName.get(name) ?? []
  const found = named.filter(
    p =>
      (version === undefined || p.version === version) &&
      // An edge has the source without the commit that follows `#`.
      (source === undefined || p.source?.split('#')[0] === source.slice(1, -1).split('#')[0]),
  )
  if (found.length > 0) return found
  throw new BuildError('unreadable-project', `Cargo.lock needs ${edge}, which is not in it`)
}
