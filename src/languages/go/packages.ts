import { dirname } from 'node:path'
import type { Evidence, Tree } from '../../project.ts'
import { isBuilt } from './constraint.ts'

/** A main package: something that `go build` makes an executable of. */
export interface MainPackage {
  /** `./cmd/x`, or `.` */
  readonly dir: string
  readonly evidence: Evidence
  /** Its variables that a release gives a value to, of those that have none of their own. */
  readonly stamps: readonly { readonly name: string; readonly file: string; readonly line: number }[]
}

/** What the sources say without asking go. */
export interface GoSources {
  readonly mains: readonly MainPackage[]
  /** Where C is used directly, or null. */
  readonly importsC: Evidence | null
  /** `//go:generate` lines, by file. */
  readonly generate: readonly Directive[]
}

/** A `//go:generate` line. */
export interface Directive {
  readonly file: string
  readonly line: number
  readonly command: string
}

const foreignSystems =
  /_(aix|android|darwin|dragonfly|freebsd|hurd|illumos|ios|js|nacl|netbsd|openbsd|plan9|solaris|wasip1|windows|zos)$/
/** Architectures of go that we build for none of: a main of theirs is no main here. */
const foreignArchs: ReadonlySet<string> = new Set(['wasm', 'sparc64'])

/**
 * Looks for main packages of the module in `tree`: `package main` with a `func main`, in files that Linux builds.
 * Tests, testdata, hidden directories and nested modules are not part of it (`go help packages`).
 * @param tags of the build
 */
export function readSources(tree: Tree, tags: readonly string[]): GoSources {
  const nested = tree.files.filter(f => f.endsWith('/go.mod')).map(dirname)
  const mains = new Map<string, MainPackage>()
  const generate: Directive[] = []
  let importsC: Evidence | null = null
  for (const file of tree.files) {
    if (!file.endsWith('.go') || isIgnored(file) || nested.some(dir => file.startsWith(`${dir}/`))) continue
    const text = tree.read(file)
    if (text === null) continue
    generate.push(...directives(file, text))
    if (file.endsWith('_test.go') || !isBuiltOnLinux(file, text, tags)) continue
    if (importsC === null && /^import\s+"C"|^\s+"C"\r?$/m.test(text)) {
      importsC = { fact: 'import "C"', file, line: lineOf(text, /^import\s+"C"|^\s+"C"\r?$/m) }
    }
    const dir = dirname(file) === '.' ? '.' : `./${dirname(file)}`
    if (mains.has(dir) || !/^package\s+main\b/m.test(text) || !/^func\s+main\s*\(\s*\)/m.test(text)) continue
    const evidence = { fact: 'func main', file, line: lineOf(text, /^func\s+main\s*\(\s*\)/m) }
    mains.set(dir, { dir, evidence, stamps: stampsOf(file, text) })
  }
  return { mains: [...mains.values()].sort((a, b) => (a.dir < b.dir ? -1 : 1)), importsC, generate }
}

function isIgnored(file: string): boolean {
  return file.split('/').some(part => part.startsWith('_') || part.startsWith('.') || part === 'testdata')
}

/** Constraints by the name of the file (`_windows.go`) and by its `//go:build` line. */
function isBuiltOnLinux(file: string, text: string, tags: readonly string[]): boolean {
  const name = file.slice(0, -'.go'.length).split('/').at(-1) ?? ''
  const [, last = ''] = /_([a-z0-9]+)$/.exec(name) ?? []
  if (foreignSystems.test(name) || foreignSystems.test(name.slice(0, -last.length - 1))) return false
  if (foreignArchs.has(last)) return false
  // One known architecture of several: the package has files for others.
  return isBuilt(text.slice(0, Math.max(0, text.search(/^package\s/m))), tags)
}

function directives(file: string, text: string): Directive[] {
  if (!text.includes('//go:generate')) return []
  return text.split('\n').flatMap((line, index) => {
    const command = /^\/\/go:generate\s+(.+)$/.exec(line)?.[1]
    return command === undefined ? [] : [{ file, line: index + 1, command: command.trim() }]
  })
}

/** `var version = "dev"`, alone or in a group: string variables by the names that goreleaser stamps by default. */
function stampsOf(file: string, text: string): MainPackage['stamps'] {
  return text.split('\n').flatMap((line, index) => {
    const name = /^\s*(?:var\s+)?(version|commit|date)\s*(?:string\b\s*)?(?:=\s*"[^"]*"\s*)?(?:\/\/.*)?$/.exec(
      line,
    )?.[1]
    return name !== undefined && /\bvar\b/.test(text) ? [{ name, file, line: index + 1 }] : []
  })
}

function lineOf(text: string, pattern: RegExp): number {
  return text.slice(0, Math.max(0, text.search(pattern))).split('\n').length
}
