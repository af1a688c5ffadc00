import { hex } from '../../elf/problem.ts'
import type { Finding } from '../../report/schema.ts'
import { finding } from '../findings.ts'
import type { Subject } from '../subject.ts'

/** EF_MIPS_ARCH, the top four bits of `e_flags` (MIPS ABI supplement; binutils `elf/mips.h`). */
const isas = [
  ...['MIPS I', 'MIPS II', 'MIPS III', 'MIPS IV', 'MIPS V'],
  ...['MIPS32', 'MIPS64', 'MIPS32r2', 'MIPS64r2', 'MIPS32r6', 'MIPS64r6'],
] as const

/** What every CPU of a row runs: release 2 is the baseline of the distributions; release 6 dropped what was before it. */
const runs: Readonly<Record<32 | 64, readonly string[]>> = {
  32: ['MIPS I', 'MIPS II', 'MIPS32', 'MIPS32r2'],
  64: ['MIPS I', 'MIPS II', 'MIPS III', 'MIPS IV', 'MIPS V', 'MIPS32', 'MIPS64', 'MIPS32r2', 'MIPS64r2'],
}

/** Whether the instruction set that the header names is beyond what CPUs of the row have. */
export function mips({ elf, row, identity }: Subject): Finding[] {
  if (row?.cpu.family.startsWith('mips') !== true) return []
  const { flags } = elf.header
  const isa = isas[flags >>> 28]
  if (isa !== undefined && runs[row.elf.class].includes(isa)) return []
  const message = `built for ${isa ?? 'an unknown instruction set'}, which CPUs of ${identity.arch} do not run`
  return [finding('isa-baseline', message, `e_flags ${hex(flags)}`)]
}
