import type { Inputs } from '../../inputs/inputs.ts'
import type { Tree } from '../../project.ts'
import { lineOf, literal, tableOf, textOf, textsOf } from '../toml.ts'
import type { Package } from './packages.ts'

/** An executable that a package gives. */
export interface Binary {
  readonly name: string
  readonly package: string
  /** What says so: a line of the manifest or a source file. */
  readonly file: string
  readonly line: number | null
  /** Features of `required-features` that the inputs do not enable: cargo leaves it out then. */
  readonly lacking: readonly string[]
}

/**
 * The executables of a package: `[[bin]]`, and where `autobins` is on, `src/main.rs`, `src/bin/*.rs`, `src/bin/*\/main.rs`.
 * Rules: the Cargo Book, chapter Cargo Targets; a found file gives way to a `[[bin]]` of the same name or path.
 */
export function binariesOf(tree: Tree, pkg: Package, inputs: Inputs): readonly Binary[] {
  const declared = Array.isArray(pkg.manifest['bin']) ? pkg.manifest['bin'].map(tableOf) : []
  const enabled = enabledFeatures(pkg, inputs)
  const info = tableOf(pkg.manifest['package'])
  const found = inferred(tree, pkg)
  const binaries: Binary[] = []
  const paths: string[] = []
  for (const bin of declared) {
    const name = textOf(bin['name'])
    if (name === null) continue
    paths.push(textOf(bin['path'])?.replace(/^\.\//, '') ?? found.find(f => f.name === name)?.path ?? '')
    const lacking = textsOf(bin['required-features']).filter(f => !enabled.has(f))
    const line = lineOf(pkg.text, '[[bin]]', new RegExp(`^name\\s*=\\s*["']${literal(name)}["']`))
    binaries.push({ name, package: pkg.name, file: pkg.file, line, lacking })
  }
  // Edition 2015 looks for files only when nothing is declared.
  const automatic = info['autobins'] ?? (info['edition'] !== undefined || declared.length === 0)
  if (automatic === false) return binaries
  for (const { name, path } of found) {
    if (binaries.some(b => b.name === name) || paths.includes(path)) continue
    const file = pkg.dir === '' ? path : `${pkg.dir}/${path}`
    binaries.push({ name, package: pkg.name, file, line: null, lacking: [] })
  }
  return binaries
}

function inferred(tree: Tree, pkg: Package): { name: string; path: string }[] {
  const prefix = pkg.dir === '' ? '' : `${pkg.dir}/`
  const own = tree.files.filter(f => f.startsWith(`${prefix}src/`)).map(f => f.slice(prefix.length))
  return own.flatMap(path => {
    if (path === 'src/main.rs') return [{ name: pkg.name, path }]
    const name = /^src\/bin\/(?:([^/]+)\.rs|([^/]+)\/main\.rs)$/.exec(path)
    return name ? [{ name: name[1] ?? name[2] ?? '', path }] : []
  })
}

/** The package's own features that the inputs switch on, with all that they switch on in turn. */
function enabledFeatures(pkg: Package, inputs: Inputs): ReadonlySet<string> {
  const features = tableOf(pkg.manifest['features'])
  const asked = inputs.features
    .flatMap(f => f.split(/[\s,]+/))
    .map(f => (f.startsWith(`${pkg.name}/`) ? f.slice(pkg.name.length + 1) : f))
  const queue = [...asked, ...(inputs['no-default-features'] ? [] : ['default'])]
  if (inputs['all-features']) queue.push(...Object.keys(features), ...optionalDependencies(pkg))
  const enabled = new Set<string>()
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    // `dep:x` and `x?/y` enable no feature of this package; `x/y` enables the optional dependency x.
    const name = /^dep:|\?\//.test(next) ? '' : (next.split('/')[0] ?? '')
    if (name === '' || enabled.has(name)) continue
    enabled.add(name)
    queue.push(...textsOf(features[name]))
  }
  return enabled
}

function optionalDependencies(pkg: Package): string[] {
  const dependencies = Object.entries(tableOf(pkg.manifest['dependencies']))
  return dependencies.filter(([, value]) => tableOf(value)['optional'] === true).map(([name]) => name)
}
