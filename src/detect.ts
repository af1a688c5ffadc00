import { basename, dirname } from 'node:path'
import { BuildError } from './errors.ts'
import type { Inputs } from './inputs/inputs.ts'
import type { Language } from './languages/language.ts'
import type { Project, Tree } from './project.ts'

/** Files that say "a project is here" at a glance; for the hint when the directory itself holds none. */
const manifests = [
  'Cargo.toml',
  'go.mod',
  'pyproject.toml',
  'setup.cfg',
  'setup.py',
  'CMakeLists.txt',
  'meson.build',
  'configure',
  'configure.ac',
  'Makefile',
]

/** Manifests whose language owns the directory; a C build system beside one of them only helps it (a Makefile). */
const owners: Readonly<Record<string, string>> = {
  rust: 'Cargo.toml',
  go: 'go.mod',
  python: 'pyproject.toml',
}

/**
 * Says what a directory is: its language, build system and executables, with the evidence.
 * A Makefile beside go.mod or Cargo.toml is the project's own convenience and C below a crate is the crate's; both
 * languages' manifests side by side, or a whole CMake or Meson build beside one, are a question that only an input settles.
 * @throws BuildError `no-project`, `ambiguous-project`
 */
export function detect(tree: Tree, inputs: Inputs, languages: readonly Language[]): Project {
  const isCommand = inputs['build-command'] !== null || inputs['build-system'] !== null
  const asked = inputs.dockerfile === null ? (inputs.language ?? (isCommand ? 'c' : null)) : 'dockerfile'
  const chosen = languages.filter(l => asked === null || l.name === asked)
  const found = chosen.map(l => l.detect(tree, inputs)).filter(p => p !== null)
  const owning = found.filter(p => owners[p.language] !== undefined)
  const plain = found.filter(p => owners[p.language] === undefined)
  const rivals = [...owning, ...plain.filter(p => p.buildSystem === 'cmake' || p.buildSystem === 'meson')]
  if (rivals.length > 1) throw ambiguous(tree, rivals)
  const [project] = [...owning, ...plain]
  if (!project) throw nothing(tree, asked)
  const helpers = found.filter(p => p !== project).map(p => declined(p, project))
  return { ...project, declined: [...project.declined, ...helpers, ...(tree.notices ?? [])] }
}

function declined(other: Project, project: Project): string {
  const file = other.evidence[0]?.file ?? other.buildSystem
  return `${file} (${other.buildSystem}): ${owners[project.language]} beside it says that this is a ${project.language} project; \`language: ${other.language}\` builds it instead`
}

function ambiguous(tree: Tree, rivals: readonly Project[]): BuildError {
  const languages = rivals.map(p => p.language)
  return new BuildError('ambiguous-project', `${tree.root} is a ${languages.join(' and a ')} project at once`, {
    hint: `Say which one to build with \`language: ${languages.join('` or `language: ')}\`.`,
    lines: rivals.map(p => `${p.language}: ${p.evidence[0]?.file ?? '?'} (${p.evidence[0]?.fact ?? p.buildSystem})`),
  })
}

function nothing(tree: Tree, asked: string | null): BuildError {
  const below = tree.files.filter(f => manifests.includes(basename(f)) && dirname(f) !== '.').map(dirname)
  const [nearby] = [...new Set(below)].sort((a, b) => depth(a) - depth(b))
  const what = tree.files.length === 0 ? 'is empty' : `holds no ${asked ?? ''} project`.replace('  ', ' ')
  const looked = `Looked for ${asked === null || asked === 'c' ? manifests.join(', ') : owners[asked]}.`
  return new BuildError('no-project', `${tree.root} ${what}`, {
    hint:
      nearby === undefined
        ? `${looked} Another build? Set \`build-command\`.`
        : `${looked} There is one in ${JSON.stringify(nearby)}: \`working-directory: ${nearby}\`.`,
  })
}

function depth(path: string): number {
  return path.split('/').length
}
