import type { Evidence, Tree } from '../../project.ts'
import { lineOf, literal, tableOf, textOf } from '../toml.ts'
import type { Package } from './packages.ts'

/** Crates that start a C compiler when they stand in `[build-dependencies]`. */
const compilerCrates = ['cc', 'cmake', 'autotools', 'cxx-build', 'meson', 'nasm-rs', 'openssl-src']

/** Where the project or its dependencies compile C: why a Rust build brings a C compiler for every target. */
export function compilesC(tree: Tree, members: readonly Package[]): readonly Evidence[] {
  const own = members.flatMap((pkg): Evidence[] => {
    const dependencies = tableOf(pkg.manifest['build-dependencies'])
    const crate = compilerCrates.find(c => c in dependencies)
    if (crate === undefined) return []
    const fact = `the build script of ${pkg.name} compiles C (${crate}): each target gets a C compiler of its own`
    const line =
      lineOf(pkg.text, '[build-dependencies]', new RegExp(`^${literal(crate)}\\s*[.=]`)) ??
      lineOf(pkg.text, '', new RegExp(`^\\[build-dependencies\\.${literal(crate)}\\]`))
    return [{ fact, file: pkg.file, line }]
  })
  if (own.length > 0) return own
  const line = lineOf(tree.read('Cargo.lock') ?? '', '[[package]]', /^name = "(cc|cmake)"$/)
  if (line === null) return []
  return [{ fact: 'a dependency compiles C: each target gets a C compiler of its own', file: 'Cargo.lock', line }]
}

/** Lines of the members' build scripts that ask a C compiler for the CPU of the building machine; comments do not count. */
export function nativeCpuLines(tree: Tree, members: readonly Package[]): readonly Evidence[] {
  return members.flatMap(pkg => {
    const path = textOf(tableOf(pkg.manifest['package'])['build']) ?? 'build.rs'
    const file = pkg.dir === '' ? path : `${pkg.dir}/${path}`
    const lines = (tree.read(file) ?? '').split('\n')
    return lines.flatMap((line, i) => {
      const flag = /-m(?:arch|cpu)=native|target-cpu=native/.exec(line.replace(/\/\/.*$/, ''))
      return flag ? [{ fact: `the build script of ${pkg.name} uses ${flag[0]}`, file, line: i + 1 }] : []
    })
  })
}
