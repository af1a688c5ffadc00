import type { Header } from './header.ts'
import { limits } from './limits.ts'
import { ElfError, hex, type Problem } from './problem.ts'
import type { Reader } from './reader.ts'
import { type Segment, segmentTypes } from './segments.ts'

const noteTypes = { abiTag: 1, buildId: 3, property: 5, goBuildId: 4, package: 0xcafe1a7e } as const
/** GNU_PROPERTY_X86_ISA_1_NEEDED (x86-64 psABI): bits baseline, v2, v3, v4. */
const x86IsaNeeded = 0xc0008002

/** What a file says of itself in notes (gABI "Note Section"). */
export interface Notes {
  /** Hexadecimal, or null. */
  readonly buildId: string | null
  readonly goBuildId: string | null
  /** Oldest kernel (`3.2.0`) of NT_GNU_ABI_TAG for Linux: glibc's start files carry it. */
  readonly kernel: string | null
  /** x86-64 level that the loader enforces (1 baseline to 4), or null. */
  readonly isaLevel: number | null
  /** `.note.package`: JSON text of the distribution. */
  readonly package: string | null
}

interface Note {
  readonly owner: string
  readonly type: number
  /** Where its content is in the file, and how long it is, bytes. */
  readonly offset: number
  readonly size: number
}

/** Reads the notes of all PT_NOTE and PT_GNU_PROPERTY segments. @throws ElfError `limit` */
export function readNotes(reader: Reader, header: Header, segments: readonly Segment[], problems: Problem[]): Notes {
  const { note, gnuProperty } = segmentTypes
  // PT_GNU_PROPERTY repeats a part that PT_NOTE has too. Of the same place the last description counts.
  const places: Segment[] = []
  for (const s of segments) {
    if (s.type !== note && s.type !== gnuProperty) continue
    const same = places.findIndex(p => p.offset === s.offset && p.filesz === s.filesz)
    if (same >= 0) places[same] = s
    else places.push(s)
  }
  const total = places.reduce((sum, s) => sum + s.filesz, 0)
  if (total > limits.notes) throw new ElfError('limit', 'the notes are too large', String(total))
  const notes = places.flatMap(s => readSegmentNotes(reader, header, s, problems))
  const text = (owner: string, type: number, encoding: 'hex' | 'utf8') => {
    const note = notes.find(n => n.owner === owner && n.type === type)
    return note ? reader.bytes(note.offset, note.size).toString(encoding) : null
  }
  const levels = notes
    .filter(n => n.owner === 'GNU' && n.type === noteTypes.property)
    .flatMap(n => x86Levels(reader, n, header))
  const abi = notes.find(n => n.owner === 'GNU' && n.type === noteTypes.abiTag)
  return {
    buildId: text('GNU', noteTypes.buildId, 'hex'),
    goBuildId: text('Go', noteTypes.goBuildId, 'utf8'),
    kernel: abi ? kernelOf(reader, abi, header) : null,
    isaLevel: levels.length > 0 ? Math.max(...levels) : null,
    package: text('FDO', noteTypes.package, 'utf8')?.replace(/\0+$/, '') ?? null,
  }
}

/** Names and descriptors are padded to 4 bytes, to 8 where the segment says so (GNU properties on 64 bit). */
function readSegmentNotes(reader: Reader, header: Header, segment: Segment, problems: Problem[]): Note[] {
  if (segment.offset + segment.filesz > reader.size) return []
  const padding = segment.align === 8 ? 8 : 4
  const pad = (n: number) => Math.ceil(n / padding) * padding
  const bytes = reader.bytes(segment.offset, segment.filesz)
  const t = reader.table(segment.offset, segment.filesz, header)
  const notes: Note[] = []
  for (let at = 0; at + 12 <= bytes.length; ) {
    const [nameSize, size, type] = [t.u32(at), t.u32(at + 4), t.u32(at + 8)]
    const from = pad(at + 12 + nameSize)
    if (from + size > bytes.length) {
      const evidence = hex(segment.offset + at)
      problems.push({ kind: 'malformed', severity: 'warning', message: 'a note is larger than its segment', evidence })
      break
    }
    notes.push({ owner: ownerOf(bytes, at + 12, nameSize), type, offset: segment.offset + from, size })
    at = pad(from + size)
  }
  return notes
}

/** The name up to the zeros that pad it; almost always the same one. */
function ownerOf(bytes: Buffer, at: number, size: number): string {
  const isGnu = size === 4 && bytes[at] === 0x47 && bytes[at + 1] === 0x4e && bytes[at + 2] === 0x55
  if (isGnu && bytes[at + 3] === 0) return 'GNU'
  return bytes.toString('latin1', at, at + size).replace(/\0+$/, '')
}

/** NT_GNU_ABI_TAG: operating system (0 Linux) and three numbers. */
function kernelOf(reader: Reader, { offset, size }: Note, header: Header): string | null {
  if (size < 16) return null
  const t = reader.table(offset, size, header)
  return t.u32(0) === 0 ? `${t.u32(4)}.${t.u32(8)}.${t.u32(12)}` : null
}

function x86Levels(reader: Reader, { offset, size: length }: Note, header: Header): number[] {
  const t = reader.table(offset, length, header)
  const step = header.is64 ? 8 : 4
  const levels: number[] = []
  for (let at = 0; at + 8 <= length; ) {
    const [type, size] = [t.u32(at), t.u32(at + 4)]
    if (at + 8 + size > length) break
    // The highest bit is the level: bit 0 is the baseline.
    if (type === x86IsaNeeded && size === 4 && t.u32(at + 8) !== 0) levels.push(32 - Math.clz32(t.u32(at + 8)))
    at += 8 + Math.ceil(size / step) * step
  }
  return levels
}
