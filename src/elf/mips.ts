import type { Header } from './header.ts'
import { machines } from './machines.ts'
import { ElfError, hex } from './problem.ts'
import type { Reader } from './reader.ts'
import { type Segment, segmentTypes } from './segments.ts'

/** What a MIPS program needs of its CPU (Elf_MIPS_ABIFlags_v0, MIPS O32 "FP ABI Extensions"). */
export interface MipsAbi {
  /** 1 to 5, 32 or 64: the instruction set. */
  readonly isaLevel: number
  /** Its revision, 0 before there were any: 2 is MIPS32r2. */
  readonly isaRevision: number
  /** 1 hard float, double precision; 3 soft float; 5 either width (FPXX); 6 and 7 64-bit registers. */
  readonly floatAbi: number
}

const size = 24

/** PT_MIPS_ABIFLAGS, or null; the kernel refuses another layout. @throws ElfError `malformed`, `truncated` */
export function readMipsAbi(reader: Reader, header: Header, segments: readonly Segment[]): MipsAbi | null {
  if (header.machine !== machines.mips) return null
  const segment = segments.find(s => s.type === segmentTypes.mipsAbiFlags)
  if (!segment) return null
  if (segment.filesz < size) throw new ElfError('malformed', 'the MIPS ABI flags are cut off', hex(segment.offset))
  const t = reader.table(segment.offset, size, header)
  if (t.u16(0) !== 0) throw new ElfError('malformed', 'the MIPS ABI flags have an unknown layout', String(t.u16(0)))
  return { isaLevel: t.u8(2), isaRevision: t.u8(3), floatAbi: t.u8(7) }
}
