import type { Header } from './header.ts'

/** `e_machine` (gABI, "Machine") of what this reader treats in a way of its own. */
export const machines = {
  i386: 3,
  mips: 8,
  ppc64: 21,
  s390: 22,
  arm: 40,
  x86_64: 62,
  aarch64: 183,
  riscv: 243,
  loongarch: 258,
} as const

/** What the kernel and the loader know of a processor; where kernels differ, the most generous. */
export interface Machine {
  /** The first address that no program can have (`TASK_SIZE`). */
  readonly addressSpace: number
  /** Bytes that instructions are aligned to. */
  readonly instruction: number
  /** Functions are named by descriptors among the data (ELFv1 of big-endian POWER). */
  readonly descriptors?: true
  /** Tag of the only kind of relocation that the loader takes: DT_RELA (7) or DT_REL (17). */
  readonly relocations: number | null
}

const rela = 7
const rel = 17
const tib = 2 ** 40

const table: Readonly<Record<number, Machine>> = {
  [machines.i386]: { addressSpace: 0xffffe000, instruction: 1, relocations: rel },
  [machines.ppc64]: { addressSpace: 4096 * tib, instruction: 4, relocations: rela },
  [machines.s390]: { addressSpace: 2 ** 53, instruction: 2, relocations: rela },
  [machines.arm]: { addressSpace: 2 ** 32, instruction: 4, relocations: rel },
  [machines.x86_64]: { addressSpace: 128 * tib - 4096, instruction: 1, relocations: rela },
  [machines.aarch64]: { addressSpace: 256 * tib, instruction: 4, relocations: rela },
  [machines.riscv]: { addressSpace: 128 * tib, instruction: 2, relocations: rela },
  [machines.loongarch]: { addressSpace: 128 * tib, instruction: 4, relocations: rela },
}
const mips32: Machine = { addressSpace: 0x7fff8000, instruction: 4, relocations: rel }
const mips64: Machine = { addressSpace: 256 * tib, instruction: 4, relocations: rel }

/** The traits of a file's processor; of an unknown one nothing is demanded. */
export function traitsOf(header: Header): Machine {
  if (header.machine === machines.mips) return header.is64 ? mips64 : mips32
  const row = table[header.machine] ?? { addressSpace: 2 ** 53, instruction: 1, relocations: null }
  const narrow = header.is64 ? row : { ...row, addressSpace: Math.min(row.addressSpace, 2 ** 32) }
  return header.machine === machines.ppc64 && !header.littleEndian ? { ...narrow, descriptors: true } : narrow
}
