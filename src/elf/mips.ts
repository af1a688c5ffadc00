import type { Header } from './header.ts'
import { machines } from './machines.ts'
import { ElfError, hex } from './problem.ts'
import type { Reader } from './reader.ts'
import { type Segment, segmentTypes } from './segments.ts'

/** Bytes of Elf_MIPS_ABIFlags_v0 (MIPS O32 "FP ABI Extensions"). */
const size = 24

/**
 * Whether PT_MIPS_ABIFLAGS can be read, where a MIPS program has it: its layout is version 0. The instruction set that it
 * names is in `e_flags` too, which is what is judged.
 * @throws ElfError `malformed`, `truncated`
 */
export function checkMipsAbi(reader: Reader, header: Header, segments: readonly Segment[]): void {
  if (header.machine !== machines.mips) return
  const segment = segments.find(s => s.type === segmentTypes.mipsAbiFlags)
  if (!segment) return
  if (segment.filesz < size) throw new ElfError('malformed', 'the MIPS ABI flags are cut off', hex(segment.offset))
  const version = reader.table(segment.offset, size, header).u16(0)
  if (version !== 0) throw new ElfError('malformed', 'the MIPS ABI flags have an unknown layout', String(version))
}
