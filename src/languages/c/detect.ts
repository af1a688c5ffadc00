import { BuildError } from '../../errors.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import type { BuildSystem, CFacts, Evidence, Executable, Project, Tree } from '../../project.ts'
import { readCalls, readFacts } from './facts.ts'

/** Files that a build system is known by, in the order of preference: the one that says most about targets first. */
const signs: readonly { readonly system: Exclude<BuildSystem, 'command'>; readonly files: readonly string[] }[] = [
  { system: 'cmake', files: ['CMakeLists.txt'] },
  { system: 'meson', files: ['meson.build'] },
  { system: 'autotools', files: ['configure.ac', 'configure.in', 'configure'] },
  { system: 'make', files: ['GNUmakefile', 'Makefile', 'makefile'] },
]

interface Sign {
  readonly system: BuildSystem
  readonly file: string
}

/**
 * Reads a C or C++ tree. Build systems in the top directory count; one below it (`build/cmake`) only when `build-system`
 * asks for it. Null where there is none.
 * @throws BuildError `no-project` when the build system that was asked for is not there, `bad-input` without its command
 */
export function detectC(tree: Tree, inputs: Inputs): Project | null {
  const found = signs.flatMap(({ system, files }) => signOf(tree, system, files))
  const asked = inputs['build-system'] ?? (inputs['build-command'] === null ? null : 'command')
  if (asked === 'command') return project(tree, commandSign(inputs), found)
  const chosen = asked === null ? found[0] : (found.find(s => s.system === asked) ?? nested(tree, asked))
  return chosen
    ? project(
        tree,
        chosen,
        found.filter(s => s !== chosen),
      )
    : null
}

function signOf(tree: Tree, system: Sign['system'], files: readonly string[]): Sign[] {
  const file = files.find(f => tree.files.includes(f))
  if (file === undefined) return []
  return file === 'configure' && isHandWritten(tree) ? [] : [{ system, file }]
}

/** A `configure` that Autoconf did not write knows no `--host`; one too big to read is Autoconf's. */
function isHandWritten(tree: Tree): boolean {
  const text = tree.read('configure')
  return text !== null && !/Autoconf|autoconf/.test(text)
}

function commandSign(inputs: Inputs): Sign {
  if (inputs['build-command'] === null) {
    throw new BuildError('bad-input', 'build-system: command needs a build-command', {
      hint: 'Give the shell lines that build one target and put its executables into "$PB_OUT".',
    })
  }
  return { system: 'command', file: '' }
}

/** The build file nearest to the top, for a build system that was asked for. */
function nested(tree: Tree, system: Exclude<BuildSystem, 'command'>): Sign {
  const names = signs.find(s => s.system === system)?.files ?? []
  const all = tree.files.filter(f => names.includes(f.slice(f.lastIndexOf('/') + 1)))
  const [file] = all.sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))
  if (file !== undefined) return { system, file }
  throw new BuildError('no-project', `build-system: ${system}, but there is no ${names.join(' or ')} in ${tree.root}`)
}

function project(tree: Tree, sign: Sign, others: readonly Sign[]): Project {
  const { system, file } = sign
  const facts = readFacts(tree, system, file)
  const executables = executablesOf(tree, system, facts.name)
  const c: CFacts = {
    buildFile: file,
    // A configure that is there is used: it needs no Autotools on this machine.
    hasConfigure: tree.files.includes(sibling(file, 'configure')),
    hasObjects: tree.files.some(f => f.endsWith('.o') || f.endsWith('.lo')),
  }
  return {
    name: facts.name ?? tree.root.slice(tree.root.lastIndexOf('/') + 1),
    dir: tree.root,
    language: 'c',
    buildSystem: system,
    executables: unique(executables.map(e => ({ name: e.fact, source: null }))),
    toolchain: null,
    version: facts.version,
    evidence: [
      ...(file === '' ? [] : [{ fact: titles[system], file, line: null }]),
      ...facts.evidence,
      ...executables.map(e => ({ ...e, fact: `executable ${e.fact}` })),
    ],
    declined: declined(tree, sign, others),
    c,
  }
}

const titles: Readonly<Record<BuildSystem, string>> = {
  cmake: 'CMake',
  meson: 'Meson',
  autotools: 'Autotools',
  make: 'make',
  command: 'build-command',
}

function declined(tree: Tree, chosen: Sign, others: readonly Sign[]): string[] {
  const told = others.map(o => {
    if (chosen.system === 'autotools' && o.system === 'make') return `${o.file}: written by configure`
    if (chosen.system === 'command') return `${o.file}: build-command says how to build`
    return `${o.file}: ${titles[chosen.system]} says more; build-system: ${o.system} takes it`
  })
  const isOther = tree.files.includes('configure') && isHandWritten(tree) && chosen.system !== 'command'
  return isOther ? [...told, 'configure: not made by Autoconf; a build-command can call it'] : told
}

/** Programs that are no product: the project's own tests and samples. */
const samples =
  /(^|\/)(tests?|testing|examples?|samples?|bench(marks?)?|fuzz(ing)?|third[_-]?party|deps|vendor|subprojects|contrib)\//i

/** Names of the executables with the line that says so. */
function executablesOf(tree: Tree, system: BuildSystem, projectName: string | null): Evidence[] {
  const file = { cmake: 'CMakeLists.txt', meson: 'meson.build', autotools: 'Makefile.am' }[system as string]
  if (file === undefined) return []
  return tree.files
    .filter(f => (f === file || f.endsWith(`/${file}`)) && !samples.test(f))
    .flatMap(f => readCalls(system, f, tree.read(f) ?? '', projectName))
}

function sibling(file: string, name: string): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}${name}`
}

function unique(executables: readonly Executable[]): Executable[] {
  return [...new Map(executables.map(e => [e.name, e])).values()]
}
