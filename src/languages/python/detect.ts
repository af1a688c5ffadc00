import { basename } from 'node:path'
import { BuildError } from '../../errors.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { nearest } from '../../nearest.ts'
import type { Evidence, Executable, Project, PythonFacts, Tree } from '../../project.ts'
import { mainScript } from './main-script.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { presets } from './presets.ts'

/** A command of the project. */
interface Entry extends Executable {
  readonly source: string
  readonly evidence: Evidence
}

/** Manifests of projects that have Python beside them (bindings, tests, tools): `language: python` says otherwise. */
const whole: readonly string[] = ['Cargo.toml', 'go.mod', 'CMakeLists.txt', 'meson.build']
/** Those of a build that scripts alone only help. */
const helping: readonly string[] = ['configure', 'configure.ac', 'configure.in', 'Makefile', 'makefile', 'GNUmakefile']

/**
 * A Python application: the entry points of its manifest, else packages with a `__main__.py`, else the only script. With a
 * `preset`, the directory may hold anything.
 * @throws BuildError `bad-input` when `bin` or `requirements` names nothing of the project, `unreadable-project`
 */
export function detectPython(tree: Tree, inputs: Inputs): Project | null {
  if (inputs.preset !== null) return presetProject(tree, inputs)
  const manifest = readManifest(tree)
  const modules = modulesOf(tree)
  const asked = inputs.language === 'python'
  const entries = entriesOf(tree, manifest, modules)
  const hasRequirements = tree.files.includes('requirements.txt')
  if (!asked) {
    const stronger = manifest === null && !hasRequirements ? [...whole, ...helping] : whole
    if (tree.files.some(f => stronger.includes(f))) return null
    if (manifest === null && !hasRequirements && entries.length === 0) return null
  }
  const chosen = choose(entries, inputs.bin)
  for (const entry of chosen) checkEntry(tree, entry)
  const facts: PythonFacts = {
    installable: manifest?.installable ?? false,
    roots: rootsOf(tree),
    modules: modules.map(m => m.name),
    dependencies: manifest?.dependencies ?? [],
    requirements: requirementsOf(tree, inputs),
    requires: manifest?.requires ?? null,
  }
  return {
    name: manifest?.name ?? (chosen.length === 1 ? chosen[0]?.name : null) ?? basename(tree.root),
    dir: tree.root,
    language: 'python',
    buildSystem: 'python',
    executables: chosen.map(({ name, source }) => ({ name, source })),
    toolchain: pinOf(tree),
    version: manifest?.version ?? null,
    evidence: [
      ...(manifest?.evidence ?? []),
      ...chosen.map(e => e.evidence),
      ...facts.requirements.map(file => ({ fact: 'requirements', file, line: null })),
    ],
    declined: entries.filter(e => !chosen.includes(e)).map(e => `${e.name}: \`bin\` does not name it`),
    python: facts,
  }
}

function presetProject(tree: Tree, inputs: Inputs): Project {
  const preset = presets[inputs.preset ?? 'ansible']
  const known = preset.commands.map(c => c.name)
  const wrong = inputs.bin.find(b => !known.includes(b))
  if (wrong !== undefined) throw unknown(wrong, known)
  const [name = preset.main] = inputs.bin
  return {
    name: preset.main,
    dir: tree.root,
    language: 'python',
    buildSystem: 'python',
    executables: [{ name, source: `preset ${preset.name}` }],
    toolchain: null,
    version: null,
    evidence: [{ fact: `preset: ${preset.name}`, file: '', line: null }],
    declined: [],
    python: {
      installable: false,
      roots: [],
      modules: [],
      dependencies: [],
      requirements: inputs.requirements.length > 0 ? requirementsOf(tree, inputs) : [],
      requires: null,
    },
  }
}

interface Module {
  readonly name: string
  /** Null: a file, else the package's `__main__.py`, if it has one. */
  readonly main: string | null
  readonly file: string
}

/** Packages and modules at the top of the project, or of its `src`. */
function modulesOf(tree: Tree): Module[] {
  const found = tree.files.flatMap((file): Module[] => {
    const [, name, rest] = /^(?:src\/)?([A-Za-z_]\w*)(\/__init__\.py|\/__main__\.py|\.py)$/.exec(file) ?? []
    if (name === undefined || name === 'setup' || name === 'conftest' || name === 'tests') return []
    return [{ name, main: rest === '/__main__.py' ? file : null, file }]
  })
  const names = [...new Set(found.map(m => m.name))].sort()
  return names.map(name => {
    const mine = found.filter(m => m.name === name)
    return { name, main: mine.find(m => m.main !== null)?.main ?? null, file: mine[0]?.file ?? '' }
  })
}

const rootsOf = (tree: Tree): string[] =>
  tree.files.some(f => /^src\/[A-Za-z_]\w*(\/__(init|main)__)?\.py$/.test(f)) ? ['src', '.'] : ['.']

const isProgram = /^if\s+__name__\s*==\s*['"]__main__['"]\s*:/m

function entriesOf(tree: Tree, manifest: Manifest | null, modules: readonly Module[]): Entry[] {
  if (manifest && manifest.scripts.length > 0) {
    return manifest.scripts.map(({ name, entry, evidence }) => ({ name, source: entry, evidence }))
  }
  const packages = modules.flatMap(({ name, main }): Entry[] =>
    main === null
      ? []
      : [{ name, source: `-m ${name}`, evidence: { fact: `python -m ${name}`, file: main, line: null } }],
  )
  if (packages.length > 0) return packages
  if (tree.files.includes('__main__.py')) return [scriptOf(tree, '__main__.py', basename(tree.root))]
  const scripts = tree.files.filter(f => /^[^/]+\.py$/.test(f) && !/^(setup|conftest|noxfile|test_.*)\.py$/.test(f))
  const programs = scripts.filter(f => isProgram.test(tree.read(f) ?? ''))
  const [only, ...others] = programs.length > 0 ? programs : scripts.length === 1 && manifest ? scripts : programs
  return [...(only === undefined ? [] : [only]), ...others].map(f => scriptOf(tree, f, f.slice(0, -3)))
}

function scriptOf(tree: Tree, file: string, name: string): Entry {
  const index = (tree.read(file) ?? '').split('\n').findIndex(line => isProgram.test(line))
  return { name, source: file, evidence: { fact: `script ${file}`, file, line: index < 0 ? null : index + 1 } }
}

function choose(entries: readonly Entry[], bins: readonly string[]): readonly Entry[] {
  if (bins.length === 0) return entries
  const known = entries.map(e => e.name)
  const wrong = bins.find(b => !known.includes(b))
  if (wrong !== undefined) throw unknown(wrong, known)
  return entries.filter(e => bins.includes(e.name))
}

/** The name becomes that of a file, and of directories that are made anew. */
const fileName = /^(?!\.\.?$|-)[^/\p{Cc}]+$/u

/** @throws BuildError `unreadable-project` for an entry point that cannot be a program */
function checkEntry(tree: Tree, { name, source, evidence: { file, line } }: Entry): void {
  const isCall = mainScript(source) !== null
  if (fileName.test(name) && (isCall || tree.files.includes(source))) return
  const why = fileName.test(name) ? `${JSON.stringify(source)} names no function` : 'its name cannot be that of a file'
  throw new BuildError('unreadable-project', `${file}:${line ?? 1}: entry point ${JSON.stringify(name)}: ${why}`, {
    hint: 'Write `name = "package.module:function"`, with a name of letters, digits, `_`, `-` and `.`.',
  })
}

function unknown(bin: string, known: readonly string[]): BuildError {
  const guess = nearest(bin, known)
  return new BuildError('bad-input', `bin: the project has no entry point ${JSON.stringify(bin)}`, {
    hint: guess ? `Did you mean ${guess}?` : `It has ${known.join(', ') || 'none'}.`,
  })
}

function requirementsOf(tree: Tree, inputs: Inputs): string[] {
  const missing = inputs.requirements.find(f => !tree.files.includes(f.replace(/^\.\//, '')))
  if (missing !== undefined) {
    throw new BuildError('bad-input', `requirements: ${missing} is no file of the project`, {
      hint: 'Name it relative to the directory of the project.',
    })
  }
  if (inputs.requirements.length > 0) return inputs.requirements.map(f => f.replace(/^\.\//, ''))
  return tree.files.includes('requirements.txt') ? ['requirements.txt'] : []
}

/** `.python-version` of pyenv and uv: the first line. */
function pinOf(tree: Tree): string | null {
  const line = tree.read('.python-version')?.split('\n')[0]?.trim() ?? ''
  return /^3\.[0-9]+(\.[0-9]+)?$/.test(line) ? line : null
}
