import { posix } from 'node:path'
import { BuildError } from '../../../errors.ts'
import { readToml, type Table, tableOf, textOf, textsOf } from '../../../languages/toml.ts'

/** One package of the project, as it is on disk. */
export interface PackageFacts {
  /** Path of its Cargo.toml relative to the root of the workspace, with `/`; `../x/Cargo.toml` for one beside it. */
  readonly path: string
  readonly text: string
  /** Whether it is of the workspace, and may inherit from its root. */
  readonly member: boolean
  /** Without one, build-dependencies are not built. */
  readonly buildScript: boolean
  /** Without one, a package is built only where another one needs it. */
  readonly executables: boolean
}

/** A package whose manifest was read. */
export interface Own extends PackageFacts {
  readonly name: string
  /** Directory relative to the root of the workspace, `.` for the root. */
  readonly dir: string
  readonly manifest: Table
}

/** Reads the manifests; one that has only a workspace gives no package. @throws BuildError `unreadable-project` */
export function readOwn(packages: readonly PackageFacts[]): readonly Own[] {
  return packages.flatMap(facts => {
    const manifest = readToml(facts.path, facts.text)
    const name = textOf(tableOf(manifest['package'])['name'])
    return name === null ? [] : [{ ...facts, name, dir: posix.dirname(facts.path), manifest }]
  })
}

/** What a manifest is read with. */
export interface Around {
  /** All packages of the project. */
  readonly own: readonly Own[]
  /** `workspace.dependencies` of the root. */
  readonly shared: Table
  /** Whether dev-dependencies count. */
  readonly dev: boolean
}

/** One dependency of an own package. */
interface Dependency {
  /** `dependencies`, `build-dependencies`, …, with the `cfg` or triple before it. */
  readonly table: string
  readonly key: string
  /** Name of the package, which `package = "…"` can make another one than the key. */
  readonly name: string
  /** Its directory relative to the root of the workspace, or null for a crate from outside. */
  readonly path: string | null
  /** What is said of it. */
  readonly said: Table
}

/** Tables of dependencies; those with `_` are spellings of old manifests. */
const kinds: Readonly<Record<string, 'normal' | 'build' | 'dev'>> = {
  dependencies: 'normal',
  'build-dependencies': 'build',
  build_dependencies: 'build',
  'dev-dependencies': 'dev',
  dev_dependencies: 'dev',
}

/** All dependencies that count of a package, those of single targets too. @throws BuildError `unreadable-project` */
export function dependenciesOf(own: Own, around: Around): readonly Dependency[] {
  const { manifest, dir } = own
  const places = [['', manifest] as const, ...Object.entries(tableOf(manifest['target']))]
  return places.flatMap(([target, tables]) =>
    Object.entries(tableOf(tables)).flatMap(([title, table]) => {
      const kind = kinds[title]
      if (kind === undefined || (kind === 'dev' && !around.dev)) return []
      return Object.entries(tableOf(table)).map(([key, value]): Dependency => {
        const { workspace, ...mine } = maskDependency(value, dir)
        const inherited = workspace === true ? maskDependency(inheritedBy(own, key, around), '.') : {}
        return {
          table: `${target} ${kind}`.trimStart(),
          key,
          name: textOf(mine['package']) ?? textOf(inherited['package']) ?? key,
          path: textOf(mine['path']) ?? textOf(inherited['path']),
          said: workspace === true ? { ...mine, inherited } : mine,
        }
      })
    }),
  )
}

function inheritedBy({ path, member }: Own, key: string, { shared }: Around): unknown {
  if (member && key in shared) return shared[key]
  throw new BuildError('unreadable-project', `${path} inherits ${key} from a workspace that does not have it`)
}

/** What counts of a dependency: all but the version of a package of this project. */
export function maskDependency(value: unknown, dir: string): Table {
  const table = typeof value === 'string' ? { version: value } : tableOf(value)
  const path = textOf(table['path'])
  const kept = Object.entries(table).filter(([key]) => key !== 'version' || path === null)
  const masked = kept.map(([key, said]): [string, unknown] => {
    if (key === 'path') return [key, path === null ? said : posix.normalize(`${dir}/${path}`).replace(/\/$/, '')]
    if (key === 'features') return [key, [...textsOf(said)].sort()]
    return [key === 'default_features' ? 'default-features' : key, said]
  })
  return Object.fromEntries(masked)
}

/**
 * A package reduced to what decides which crates from outside are compiled, and how: dependencies, features, whether it is
 * a procedural macro or a C library (both change how its dependencies are compiled). Not: versions, texts, authors,
 * executables beyond the first, lints, the order of anything.
 */
export function maskManifest(own: Own, around: Around): Table {
  const { name, manifest, buildScript, executables } = own
  const lib = tableOf(manifest['lib'])
  const crateTypes = textsOf(lib['crate-type'] ?? lib['crate_type'])
  const dependencies = dependenciesOf(own, around).map(d => [`${d.table} ${d.key}`, d.said] as const)
  const features = Object.entries(tableOf(manifest['features']))
  return {
    name,
    dependencies: Object.fromEntries(dependencies),
    features: Object.fromEntries(features.map(([feature, list]) => [feature, [...textsOf(list)].sort()])),
    ...(crateTypes.length > 0 ? { crateTypes: [...crateTypes].sort() } : {}),
    ...((lib['proc-macro'] ?? lib['proc_macro']) === true ? { procMacro: true } : {}),
    ...('cargo-features' in manifest ? { nightly: manifest['cargo-features'] } : {}),
    buildScript,
    executables,
  }
}

/**
 * Directories that dependencies and patches name and of which no manifest was read yet, relative to the root of the
 * workspace. @throws BuildError `unreadable-project`
 */
export function pathsBeside(packages: readonly PackageFacts[]): readonly string[] {
  const own = readOwn(packages)
  const root = tableOf(packages.filter(p => p.path === 'Cargo.toml').map(p => readToml(p.path, p.text))[0])
  const around = { own, shared: tableOf(tableOf(root['workspace'])['dependencies']), dev: true }
  const needed = own.flatMap(o => dependenciesOf(o, around).map(d => d.path))
  const patched = Object.values(tableOf(root['patch']))
    .flatMap(table => Object.values(tableOf(table)))
    .map(said => textOf(maskDependency(said, '.')['path']))
  const all = [...needed, ...patched].filter(path => path !== null)
  return [...new Set(all)].filter(path => !own.some(o => o.dir === path)).sort()
}
