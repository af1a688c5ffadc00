import type { Diagnostic } from '../schema.ts'

/** A place that a compiler named, its file as the compiler wrote it. */
export interface Found extends Diagnostic {
  /** What a relative file name is relative to: where the command ran, the root of the sources, or where the Dockerfile is. */
  readonly base: 'cwd' | 'sources' | 'dockerfile'
}

/** What a line starts: something whole, or something that the lines after it complete. */
export interface Reading {
  readonly found: Omit<Found, 'file' | 'line' | 'column'> & Partial<Pick<Found, 'file' | 'line' | 'column'>>
  /** Takes the next line into account; null: that line is not part of it. */
  readonly next?: (reading: Reading, line: string) => Reading | null
}

/** Reads a line that starts a diagnostic of one family of compilers. @returns null for every other line */
type Dialect = (line: string) => Reading | null

/** The numbers of a place; absent ones are null. */
const place = (line: string | undefined, column: string | undefined) => ({
  line: Number(line),
  column: column === undefined ? null : Number(column),
})

/** `main.c:3:5: fatal error: x.h: No such file or directory [-Wsome-flag]`: gcc, clang and zig cc. */
const c: Dialect = line => {
  const m = /^([^\s:][^:]*):(\d+):(?:(\d+):)? (fatal error|error|warning): (.+?)(?: \[(-W[^\]]+)\])?$/.exec(line)
  if (!m) return null
  const [, file = '', at, column, kind, message = '', code = null] = m
  return {
    found: {
      severity: kind === 'warning' ? 'warning' : 'error',
      file,
      ...place(at, column),
      message,
      code,
      base: 'cwd',
    },
  }
}

/** `./main.go:3:5: undefined: x`, then perhaps `\thave (int)`; `vet: ` before it when `go vet` could not type-check. */
const go: Dialect = line => {
  const m = /^(?:vet: )?([^\s:][^:]*\.(?:go|mod|work)):(\d+):(?:(\d+):)? (.+)$/.exec(line)
  if (!m) return null
  const [, file = '', at, column, message = ''] = m
  return { found: { severity: 'error', file, ...place(at, column), message, code: null, base: 'cwd' }, next: goDetail }
}

function goDetail(reading: Reading, line: string): Reading | null {
  if (!/^\t(have|want|go get) /.test(line)) return null
  return { ...reading, found: { ...reading.found, message: `${reading.found.message} ${line.trim()}` } }
}

/** `error[E0308]: mismatched types`, then ` --> src/main.rs:3:5`: rustc, and cargo about its own files. */
const rust: Dialect = line => {
  const m = /^(error|warning)(?:\[([\w:]+)\])?: (.+)$/.exec(line)
  if (!m) return null
  const [, severity, code = null, message = ''] = m
  return {
    found: { severity: severity === 'error' ? 'error' : 'warning', message, code, base: 'cwd' },
    next: rustPlace,
  }
}

/** More of the message (until the arrow), or the arrow; what comes after it is for people. */
function rustPlace(reading: Reading, line: string): Reading | null {
  const m = /^ *--> (.+?):(\d+):(\d+)$/.exec(line)
  if (m) return { found: { ...reading.found, file: m[1] ?? '', ...place(m[2], m[3]) } }
  return line === '' || /^(error|warning|note|help)\b/.test(line) ? null : reading
}

/** `CMake Error at src/CMakeLists.txt:3 (add_executable):`, then indented text up to the call stack. */
const cmake: Dialect = line => {
  const m = /^CMake (Error|Warning|Deprecation Warning)(?: \(dev\))? (?:at|in) ([^:]+):(\d+)(?: \((\w+)\))?:$/.exec(
    line,
  )
  if (!m) return null
  const [, kind, file = '', at, command] = m
  const severity = kind === 'Error' ? 'error' : 'warning'
  const found = {
    severity,
    file,
    ...place(at, undefined),
    message: '',
    code: command ?? null,
    base: 'sources',
  } as const
  return { found, next: cmakeText }
}

function cmakeText(reading: Reading, line: string): Reading | null {
  const { message } = reading.found
  if (line === '') return message === '' ? reading : null // the first paragraph says it
  if (!line.startsWith('  ')) return null
  return { ...reading, found: { ...reading.found, message: `${message} ${line.trim()}`.trim() } }
}

/** `../meson.build:3:0: ERROR: Dependency "x" not found`. */
const meson: Dialect = line => {
  const m = /^([^\s:][^:]*):(\d+):(\d+): ERROR: (.+)$/.exec(line)
  if (!m) return null
  const [, file = '', at, , message = ''] = m
  return { found: { severity: 'error', file, ...place(at, undefined), message, code: null, base: 'cwd' } }
}

/** `Dockerfile:4`, a frame with its lines, then `ERROR: failed to build: failed to solve: …`: BuildKit. */
const dockerfile: Dialect = line => {
  const m = /^([^\s:]+):(\d+)$/.exec(line)
  if (!m) return null
  const [, file = '', at] = m
  const found = {
    severity: 'error',
    file,
    ...place(at, undefined),
    message: '',
    code: null,
    base: 'dockerfile',
  } as const
  return { found, next: dockerfileFrame }
}

function dockerfileFrame(reading: Reading, line: string): Reading | null {
  if (/^-{10,}$/.test(line) || /^ *\d+ \|/.test(line)) return reading
  const m = /^ERROR: (?:failed to build: )?(?:failed to solve: )?(.+)$/.exec(line)
  return m && reading.found.message === '' ? { ...reading, found: { ...reading.found, message: m[1] ?? '' } } : null
}

/** Every family, in the order in which a line is offered to them: the stricter patterns first. */
export const dialects: readonly Dialect[] = [cmake, meson, c, go, rust, dockerfile]
