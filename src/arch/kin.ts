import type { ArchName } from '../arch.ts'

/** Architectures whose programs a kernel of another one runs by itself. */
const alsoRuns: Readonly<Partial<Record<ArchName, readonly ArchName[]>>> = {
  x86_64: ['i686'],
  armv7: ['armv6', 'armel'],
}

/** Whether a machine of one architecture runs the programs of another without an emulator. */
export function runsPrograms(machine: ArchName, arch: ArchName): boolean {
  return arch === machine || alsoRuns[machine]?.includes(arch) === true
}
