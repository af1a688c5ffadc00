import { elfTypes, type Header, sizesOf } from './header.ts'
import { limits } from './limits.ts'
import { ElfError, hex, type Problem } from './problem.ts'
import { type Reader, Table } from './reader.ts'

/** `p_type` (gABI "Program Header", GNU and processor extensions). */
export const segmentTypes = {
  load: 1,
  dynamic: 2,
  interpreter: 3,
  note: 4,
  tls: 7,
  gnuStack: 0x6474e551,
  gnuRelro: 0x6474e552,
  gnuProperty: 0x6474e553,
  /** RISC-V only: other processors use the number for something else. */
  riscvAttributes: 0x70000003,
} as const

/** `p_flags`. */
export const segmentFlags = { execute: 1, write: 2, read: 4 } as const

/** A program header; addresses, offsets and sizes in bytes. */
export interface Segment {
  readonly type: number
  readonly flags: number
  readonly offset: number
  readonly vaddr: number
  readonly filesz: number
  readonly memsz: number
  readonly align: number
}

/** Reads all program headers. @throws ElfError */
export function readSegments(reader: Reader, header: Header): Segment[] {
  const { segment: size } = sizesOf(header)
  const length = header.phnum * size
  if (length > limits.programHeaderBytes) {
    throw new ElfError('limit', 'more program headers than the kernel accepts (64 KiB)', String(header.phnum))
  }
  const t = new Table(reader.bytes(header.phoff, length), header)
  return Array.from({ length: header.phnum }, (_, i) => {
    const at = i * size
    const [flags, offset, vaddr, filesz, memsz, align] = header.is64 ? [4, 8, 16, 32, 40, 48] : [24, 4, 8, 16, 20, 28]
    return {
      type: t.u32(at),
      flags: t.u32(at + flags),
      offset: t.word(at + offset),
      vaddr: t.word(at + vaddr),
      filesz: t.word(at + filesz),
      memsz: t.word(at + memsz),
      align: t.word(at + align),
    }
  })
}

/**
 * Where the bytes at an address are in the file, and how many of the same segment follow. Zero fill is not in the file.
 * Where segments overlap the later one wins, as in memory.
 * @throws ElfError `malformed` when no segment has them
 */
export function locate(segments: readonly Segment[], address: number): { offset: number; room: number } {
  const segment = segments.findLast(
    s => s.type === segmentTypes.load && address >= s.vaddr && address < s.vaddr + s.filesz,
  )
  if (!segment) throw new ElfError('malformed', 'a table lies outside of what the file loads', hex(address))
  const skip = address - segment.vaddr
  return { offset: segment.offset + skip, room: segment.filesz - skip }
}

/** What the kernel and the loaders demand of program headers. `size`: of the file, bytes. */
export function checkSegments(segments: readonly Segment[], header: Header, size: number): Problem[] {
  const problems: Problem[] = []
  const say = (message: string, evidence: string, severity: Problem['severity'] = 'error') =>
    problems.push({ kind: 'malformed', severity, message, evidence })
  const loads = segments.filter(s => s.type === segmentTypes.load)
  if (loads.length === 0) say('no segment is loaded', `${segments.length} program headers`)
  for (const s of segments) {
    const where = `segment ${hex(s.type)} at ${hex(s.offset)}`
    if (s.filesz > 0 && s.offset + s.filesz > size) {
      const evidence = `${where} needs ${s.offset + s.filesz} of ${size} bytes`
      problems.push({ kind: 'truncated', severity: 'error', message: 'the file is cut off', evidence })
    }
    if (s.type === segmentTypes.load || s.type === segmentTypes.tls) checkAlignment(s, where, say)
    if (s.type === segmentTypes.load && s.filesz > s.memsz) say('a segment is larger in the file than in memory', where)
  }
  for (const [type, name] of [
    [segmentTypes.interpreter, 'interpreters'],
    [segmentTypes.dynamic, 'dynamic tables'],
  ] as const) {
    const count = segments.filter(s => s.type === type).length
    if (count > 1) say(`the file has several ${name}`, String(count))
  }
  const has = (type: number) => segments.some(s => s.type === type)
  if (has(segmentTypes.interpreter) && !has(segmentTypes.dynamic)) say('an interpreter without a dynamic table', '')
  if (overlapping(loads)) say('loaded segments overlap', '', 'warning')
  const starts = header.type === elfTypes.executable || has(segmentTypes.interpreter)
  if ((starts || header.entry !== 0) && !loads.some(s => header.entry >= s.vaddr && header.entry < s.vaddr + s.memsz)) {
    say('the entry point is not in a loaded segment', hex(header.entry))
  }
  return problems
}

function checkAlignment(s: Segment, where: string, say: (message: string, evidence: string) => void): void {
  if (s.align !== 0 && 2 ** Math.floor(Math.log2(s.align)) !== s.align) say('an alignment is not a power of two', where)
  else if (s.align > 1 && s.type === segmentTypes.load && s.vaddr % s.align !== s.offset % s.align) {
    say('a segment is not aligned as it says', `${where}, address ${hex(s.vaddr)}, alignment ${hex(s.align)}`)
  }
}

function overlapping(loads: readonly Segment[]): boolean {
  const sorted = [...loads].sort((a, b) => a.vaddr - b.vaddr)
  return sorted.some((s, i) => {
    const next = sorted[i + 1]
    return next !== undefined && s.vaddr + s.memsz > next.vaddr
  })
}

/** The path in PT_INTERP, or null. The kernel reads it by offset and wants it to end in NUL. @throws ElfError */
export function readInterpreter(reader: Reader, segments: readonly Segment[]): string | null {
  const segment = segments.find(s => s.type === segmentTypes.interpreter)
  if (!segment) return null
  const { offset, filesz } = segment
  if (filesz < 2 || filesz > limits.string)
    throw new ElfError('malformed', 'the interpreter has no sensible length', String(filesz))
  if (reader.bytes(offset + filesz - 1, 1)[0] !== 0) {
    throw new ElfError('malformed', 'the interpreter does not end in NUL', hex(offset))
  }
  return reader.text(offset, offset + filesz)
}
