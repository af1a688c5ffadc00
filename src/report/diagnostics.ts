import { dirname, isAbsolute, join, normalize, relative } from 'node:path'
import { plainLine } from '../exec/plain.ts'
import { dialects, type Found, type Reading } from './diagnostics/dialects.ts'
import type { Diagnostic } from './schema.ts'

/** Where the files are that a compiler names; all absolute. */
export interface Places {
  /** Where the command ran. */
  readonly cwd: string
  readonly projectDir: string
  /** The directory that the run was asked for: the names are relative to it. */
  readonly requestDir: string
  /** Copies of the sources that were compiled instead of the sources themselves. */
  readonly copies: readonly { readonly from: string; readonly to: string }[]
  /** The Dockerfile that is built, of which only the name is printed; relative to `cwd`. */
  readonly dockerfile?: string
}

/** GitHub shows so many annotations of a severity for each step of a job, and drops the others. */
const most = 10

/**
 * What compilers said of lines of the project: the errors, then the warnings, each in the order of the output and each
 * once (an error of two targets is one error), at most ten of both. Places outside of the project are left out: nobody
 * can annotate a line of the C library. So is what has no line, like an undefined symbol.
 * @param lines the output of a command that failed, escape codes and cargo's JSON messages included
 */
export function diagnosticsOf(lines: readonly string[], places: Places): Diagnostic[] {
  const found = new Map<string, Diagnostic>()
  for (const each of readAll(lines, places.cwd)) {
    const file = mapped(each, places)
    if (file === null) continue
    const { severity, line, column, message, code } = each
    const key = [severity, file, line, column, message].join('\n')
    found.set(key, found.get(key) ?? { severity, file, line, column, message, code })
  }
  const all = [...found.values()]
  return (['error', 'warning'] as const).flatMap(severity => all.filter(d => d.severity === severity).slice(0, most))
}

/** A diagnostic with the directory that the command was in when it was written. */
interface Placed extends Found {
  readonly dir: string
}

function readAll(lines: readonly string[], cwd: string): Placed[] {
  const found: Placed[] = []
  const dirs = [cwd]
  let open: Reading | null = null
  const close = (reading: Reading | null) => {
    if (reading !== null && isWhole(reading.found)) found.push({ ...reading.found, dir: dirs.at(-1) ?? cwd })
  }
  for (const line of lines.flatMap(rendered).map(clean)) {
    const more = goOn(open, line)
    if (more === null) {
      close(open)
      move(dirs, line)
      open = start(line)
    } else {
      open = more
    }
  }
  close(open)
  return found
}

function goOn(reading: Reading | null, line: string): Reading | null {
  return reading?.next?.(reading, line) ?? null
}

function start(line: string): Reading | null {
  for (const dialect of dialects) {
    const reading = dialect(line)
    if (reading) return reading
  }
  return null
}

function isWhole(found: Reading['found']): found is Found {
  return found.file !== undefined && found.line !== undefined && found.column !== undefined && found.message !== ''
}

/** Recursive makes and ninja say where they go; names are relative to there. */
function move(dirs: string[], line: string): void {
  const m = /^(?:\S*make(?:\[\d+\])?|ninja): (Entering|Leaving) directory [`'‘](.+)['’]$/.exec(line)
  if (!m) return
  const [, way, dir = ''] = m
  if (way === 'Entering') dirs.push(join(isAbsolute(dir) ? '' : (dirs.at(-1) ?? ''), dir))
  else if (dirs.length > 1) dirs.pop()
}

/** A `compiler-message` of cargo's JSON as the lines that rustc rendered; another line as it is. */
function rendered(line: string): string[] {
  if (!line.startsWith('{') || !line.includes('"compiler-message"')) return [line]
  try {
    const { message }: { message?: { rendered?: unknown } } = JSON.parse(line)
    return typeof message?.rendered === 'string' ? message.rendered.split('\n') : []
  } catch {
    return []
  }
}

/** Without escape codes, and without the prefix under which cargo or BuildKit repeat what a compiler said. */
function clean(line: string): string {
  return plainLine(line).replace(/^(warning: [^\s:@]+@[^\s:]+: |(#\d+ )?\d+\.\d{3} )/, '')
}

function mapped(found: Placed, places: Places): string | null {
  const { projectDir, requestDir, copies, cwd, dockerfile = '' } = places
  const sources = copies.find(copy => copy.to === cwd || isBelow(cwd, copy.to))?.to ?? copies[0]?.to ?? projectDir
  const base = { sources, cwd: found.dir, dockerfile: join(cwd, dirname(dockerfile)) }[found.base]
  const path = isAbsolute(found.file) ? normalize(found.file) : join(base, found.file)
  const copy = copies.find(each => isBelow(path, each.to))
  const own = copy ? join(copy.from, relative(copy.to, path)) : path
  if (!isBelow(own, projectDir) || isBelow(own, join(projectDir, '.portable-build'))) return null
  return isBelow(own, requestDir) ? relative(requestDir, own) : null
}

function isBelow(path: string, dir: string): boolean {
  const way = relative(dir, path)
  return way !== '' && way !== '..' && !way.startsWith('../')
}
