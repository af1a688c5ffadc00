import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { GoAnswers } from './facts.ts'

/** go.sum, and in a workspace those of the workspace and of its modules; empty where there is none. */
export async function readSums({ GOMOD, GOWORK }: GoAnswers): Promise<string> {
  const modules = GOMOD.endsWith('go.mod') ? [dirname(GOMOD)] : []
  const inWorkspace = GOWORK.endsWith('.work')
  const work = inWorkspace ? await text(GOWORK) : ''
  const used = localPaths(work).map(path => resolve(dirname(GOWORK), path))
  const files = [
    ...[...new Set([...modules, ...used])].map(dir => join(dir, 'go.sum')),
    ...(inWorkspace ? [GOWORK.replace(/work$/, 'work.sum')] : []),
  ]
  return (await Promise.all(files.map(text))).join('\n')
}

/** Directories beside the module that its packages come from: `replace … => ../x`, `use ../x`. */
export async function localModules({ GOMOD, GOWORK }: GoAnswers): Promise<string[]> {
  const files = [GOMOD, GOWORK].filter(file => /\.(mod|work)$/.test(file))
  const found = files.map(async file => localPaths(await text(file)).map(path => resolve(dirname(file), path)))
  return [...new Set((await Promise.all(found)).flat())]
}

const text = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '')

/** Paths in go.mod and go.work: they begin with a dot or a slash (Go Modules Reference, "go.mod files"). Pure. */
export function localPaths(text: string): string[] {
  const lines = text.split('\n').map(line => line.replace(/(^|\s)\/\/.*$/, ''))
  const found = lines.map(line => /^(?:.*=>|\s*use\b)?\s*"?((?:\.{1,2}(?=[/\s"]|$)|\/)[^\s")]*)/.exec(line)?.[1])
  return found.filter(path => path !== undefined)
}

/**
 * Files below `cache/download` of the modules that go.sum names: `<module>/@v/<version>.zip` with its `.info` and `.mod`.
 * Not the `.ziphash` beside it: go believes that file, and without it hashes the archive and compares with go.sum, so
 * that nobody can put another archive into a pack. Pure.
 */
export function moduleFiles(sums: string): ReadonlySet<string> {
  const files = new Set<string>()
  for (const line of sums.split('\n')) {
    const [, module, version, isModOnly] = /^(\S+) (v[^\s/]+)(\/go\.mod)? h1:/.exec(line) ?? []
    if (module === undefined || version === undefined || module.startsWith('.')) continue
    const base = `${escaped(module)}/@v/${escaped(version)}`
    for (const ending of isModOnly ? ['mod'] : ['zip', 'info', 'mod']) files.add(`${base}.${ending}`)
  }
  return files
}

/** File systems that know no capitals: `!` and the small letter (golang.org/x/mod/module, "Escaped Paths"). */
const escaped = (text: string): string => text.replace(/[A-Z]/g, letter => `!${letter.toLowerCase()}`)
