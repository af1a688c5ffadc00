import { type Header, sizesOf } from './header.ts'
import { limits } from './limits.ts'
import { ElfError, hex } from './problem.ts'
import type { Reader } from './reader.ts'

/** `p_type` (gABI "Program Header", GNU and processor extensions). */
export const segmentTypes = {
  load: 1,
  dynamic: 2,
  interpreter: 3,
  note: 4,
  /** PT_PHDR: where the program headers themselves are. */
  programHeaders: 6,
  tls: 7,
  gnuStack: 0x6474e551,
  gnuRelro: 0x6474e552,
  gnuProperty: 0x6474e553,
  /** MIPS only: other processors use the number for something else (RISC-V for its attributes). */
  mipsAbiFlags: 0x70000003,
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

/** Where the fields of a program header are, bytes; `p_type` is the first. */
const fields64 = { flags: 4, offset: 8, vaddr: 16, filesz: 32, memsz: 40, align: 48 } as const
const fields32 = { flags: 24, offset: 4, vaddr: 8, filesz: 16, memsz: 20, align: 28 } as const

/** Reads all program headers. @throws ElfError */
export function readSegments(reader: Reader, header: Header): Segment[] {
  const { segment: size } = sizesOf(header)
  const length = header.phnum * size
  if (length > limits.programHeaderBytes) {
    throw new ElfError('limit', 'more program headers than the kernel accepts (64 KiB)', String(header.phnum))
  }
  const t = reader.table(header.phoff, length, header)
  const fields = header.is64 ? fields64 : fields32
  const segments: Segment[] = []
  for (let at = 0; at < length; at += size) {
    segments.push({
      type: t.u32(at),
      flags: t.u32(at + fields.flags),
      offset: t.word(at + fields.offset),
      vaddr: t.word(at + fields.vaddr),
      filesz: t.word(at + fields.filesz),
      memsz: t.word(at + fields.memsz),
      align: t.word(at + fields.align),
    })
  }
  return segments
}

/**
 * The loaded parts of a file that can hold constants. Linkers put those into a segment that is read only where there is
 * one (`-z separate-code`, lld, Go), and beside the code only where there is none.
 */
export function constantSegments(segments: readonly Segment[]): Segment[] {
  const loaded = segments.filter(s => s.type === segmentTypes.load && s.filesz > 0)
  return hasSeparateCode(segments) ? loaded.filter(s => (s.flags & segmentFlags.execute) === 0) : loaded
}

/** Bytes of the file that are only code, or null where constants lie among it. */
export function codeSize(segments: readonly Segment[]): number | null {
  if (!hasSeparateCode(segments)) return null
  const code = segments.filter(s => s.type === segmentTypes.load && (s.flags & segmentFlags.execute) !== 0)
  return code.reduce((sum, s) => sum + s.filesz, 0)
}

function hasSeparateCode(segments: readonly Segment[]): boolean {
  const other = segmentFlags.execute | segmentFlags.write
  return segments.some(s => s.type === segmentTypes.load && s.filesz > 0 && (s.flags & other) === 0)
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
  if ((segment.flags & segmentFlags.read) === 0) {
    throw new ElfError('malformed', 'a table is in memory that nobody may read', hex(address))
  }
  const skip = address - segment.vaddr
  return { offset: segment.offset + skip, room: segment.filesz - skip }
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
