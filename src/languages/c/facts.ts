import type { BuildSystem, Evidence, Tree } from '../../project.ts'

/** What a build file says of its project. */
interface Facts {
  readonly name: string | null
  readonly version: string | null
  readonly evidence: readonly Evidence[]
}

/** `project(name … VERSION 1.2)`, `project('name', …, version: '1.2')`, `AC_INIT([name], [1.2])`. */
const declarations: Readonly<Partial<Record<BuildSystem, { name: RegExp; version: RegExp }>>> = {
  cmake: {
    name: /^[ \t]*project\s*\(\s*"?([A-Za-z0-9_.+-]+)/im,
    version: /^[ \t]*project\s*\([^)]*?\bVERSION\s+"?([0-9][0-9.]*)/im,
  },
  meson: { name: /^\s*project\s*\(\s*'([^']+)'/m, version: /\bversion\s*:\s*'([0-9][^']*)'/ },
  autotools: {
    name: /^\s*AC_INIT\(\s*\[?([A-Za-z0-9_.+ -]+?)\]?\s*[,)]/m,
    version: /^\s*AC_INIT\([^,]*,\s*\[?([0-9][0-9A-Za-z.]*)/m,
  },
}

/** Reads name and version from the build file; what is computed there is not known. */
export function readFacts(tree: Tree, system: BuildSystem, file: string): Facts {
  const rules = declarations[system]
  const text = file === '' ? null : tree.read(file)
  if (!rules || text === null) return { name: null, version: null, evidence: [] }
  const name = rules.name.exec(text)
  const version = rules.version.exec(text)?.[1] ?? null
  if (!name?.[1]) return { name: null, version, evidence: [] }
  const at = name.index + name[0].indexOf(name[0].trimStart())
  const fact = `project ${name[1]}${version === null ? '' : ` ${version}`}`
  return { name: name[1].trim(), version, evidence: [{ fact, file, line: lineOf(text, at) }] }
}

/** Where executables are declared; the first group holds the names. */
const calls: Readonly<Partial<Record<BuildSystem, RegExp>>> = {
  cmake: /^[ \t]*add_executable\s*\(\s*"?([^\s")]+)"?\s*(?!.*\b(?:ALIAS|IMPORTED)\b)/gim,
  meson: /\bexecutable\s*\(\s*'([^']+)'/g,
  autotools: /^\s*(?:s?bin_PROGRAMS)\s*\+?=((?:[^\n\\]|\\\n)*)/gm,
}

/** Executables that one build file declares: `fact` is the name. Names that are computed are left out. */
export function readCalls(system: BuildSystem, file: string, text: string, projectName: string | null): Evidence[] {
  const rule = calls[system]
  if (!rule) return []
  return [...text.matchAll(rule)].flatMap(match => {
    const line = lineOf(text, match.index + match[0].length - match[0].trimStart().length)
    const names = (match[1] ?? '').replaceAll('\\\n', ' ').split(/\s+/)
    return names
      .map(n => n.replace(/\$\{(?:CMAKE_)?PROJECT_NAME\}/, projectName ?? '$'))
      .filter(n => n !== '' && !/[$@#]/.test(n))
      .map(fact => ({ fact, file, line }))
  })
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
