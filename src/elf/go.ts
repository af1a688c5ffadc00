import { limits } from './limits.ts'
import { ElfError } from './problem.ts'
import { type Reader, tableOf } from './reader.ts'
import { type Section, sectionBytes } from './sections.ts'
import { locate, type Segment, segmentFlags, segmentTypes } from './segments.ts'

/** What the Go linker writes about a build. */
export interface GoBuild {
  /** `go1.26.8`. */
  readonly version: string
  /** Import path of the main package, or null. */
  readonly path: string | null
  /** Version of the main module, `(devel)` for a checkout. */
  readonly mainVersion: string | null
  /** `build` lines: CGO_ENABLED, GOARCH, GOAMD64, -trimpath, vcs.revision … */
  readonly settings: Readonly<Record<string, string>>
}

const magic = Buffer.from('\xff Go buildinf:', 'latin1')
const window = 1 << 16
const alignment = 16
const inlineStrings = 2
const bigEndian = 1

/**
 * Go's build information, or null for a file without it.
 * Source: golang/go `src/debug/buildinfo/buildinfo.go`: `.go.buildinfo`, else the first writable segment, 64 KiB of it.
 */
export function readGoBuild(
  reader: Reader,
  segments: readonly Segment[],
  sections: readonly Section[],
): GoBuild | null {
  try {
    return read(reader, segments, sections)
  } catch (error) {
    // Evidence only: what cannot be read is not there. Time is over for the whole file.
    if (error instanceof ElfError && error.kind !== 'limit') return null
    throw error
  }
}

function read(reader: Reader, segments: readonly Segment[], sections: readonly Section[]) {
  const place = placeOf(reader, segments, sections)
  if (place === null) return null
  const { start, length } = place
  const bytes = reader.bytes(start, length)
  let at = bytes.indexOf(magic)
  while (at >= 0 && at % alignment !== 0) at = bytes.indexOf(magic, at + 1)
  if (at < 0 || at + 32 > length) return null
  const flags = bytes[at + 15] ?? 0
  const [version, info] =
    flags & inlineStrings ? inline(reader, start + at + 32) : pointed(reader, segments, bytes.subarray(at, at + 32))
  return version === '' ? null : parse(version, info)
}

/** Where to look and how far, in bytes: not behind the end of a segment, as Go's own reader. */
function placeOf(
  reader: Reader,
  segments: readonly Segment[],
  sections: readonly Section[],
): { start: number; length: number } | null {
  const within = (start: number, size: number) => ({ start, length: Math.min(window, size, reader.size - start) })
  const section = sections.find(s => s.name === '.go.buildinfo')
  if (section && sectionBytes(reader, sections, section.name, 1)) return within(section.offset, window)
  // Where sections are, two of the Go linker's have names of their own (`.got` is everybody's).
  if (sections.length > 0 && !sections.some(isOfGo)) return null
  const both = segmentFlags.execute | segmentFlags.write
  const data = segments.find(s => s.type === segmentTypes.load && (s.flags & both) === segmentFlags.write)
  return data && data.offset < reader.size ? within(data.offset, data.filesz) : null
}

function isOfGo({ name }: Section): boolean {
  return name.endsWith('.gopclntab') || name.startsWith('.note.go.')
}

/** Since Go 1.18: two strings, each after its length. */
function inline(reader: Reader, offset: number): [version: string, info: string] {
  const version = counted(reader, offset)
  return [version.text, counted(reader, version.next).text]
}

function counted(reader: Reader, offset: number): { text: string; next: number } {
  const bytes = reader.bytes(offset, Math.min(10, reader.size - offset))
  let length = 0
  let width = 0
  for (let scale = 1; width < bytes.length; scale *= 128) {
    const byte = bytes[width++] ?? 0
    length += (byte & 0x7f) * scale
    if (byte < 0x80) break
  }
  const from = offset + width
  return { text: goText(reader, from, length), next: from + length }
}

/** Before Go 1.18: two pointers to string headers (pointer and length), in the byte order that the flags say. */
function pointed(reader: Reader, segments: readonly Segment[], head: Buffer): [string, string] {
  const width = head[14] === 8 ? 8 : 4
  const layout = { is64: width === 8, littleEndian: ((head[15] ?? 0) & bigEndian) === 0 }
  const pointers = tableOf(head, layout)
  const follow = (pointer: number) => {
    if (pointer === 0) return ''
    const t = reader.table(locate(segments, pointer).offset, 2 * width, layout)
    const length = t.word(width)
    return length === 0 ? '' : goText(reader, locate(segments, t.word(0)).offset, length)
  }
  return [follow(pointers.word(16)), follow(pointers.word(16 + width))]
}

function goText(reader: Reader, offset: number, length: number): string {
  if (length > limits.goModuleInfo)
    throw new ElfError('malformed', "Go's build information is too large", String(length))
  return reader.bytes(offset, length).toString('utf8')
}

function parse(version: string, info: string): GoBuild {
  // 16 bytes before and after mark the text in memory.
  const marked = info.length >= 33 && info.at(-17) === '\n'
  const lines = (marked ? info.slice(16, -16) : '').split('\n').map(line => line.split('\t'))
  const settings: Record<string, string> = {}
  for (const [word, text = ''] of lines) {
    const split = text.indexOf('=')
    if (word === 'build' && split > 0) settings[text.slice(0, split)] = unquote(text.slice(split + 1))
  }
  return {
    version,
    path: lines.find(l => l[0] === 'path')?.[1] ?? null,
    mainVersion: lines.find(l => l[0] === 'mod')?.[2] ?? null,
    settings,
  }
}

/** Values with unusual characters are quoted as in Go source; what is not plain text stays as it is. */
function unquote(text: string): string {
  if (!text.startsWith('"')) return text
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}
