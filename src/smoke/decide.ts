import { runsPrograms } from '../arch/kin.ts'
import { type ArchName, archs } from '../arch.ts'
import type { Machine } from '../machine.ts'
import type { FileReport } from '../report/schema.ts'
import { compareVersions } from '../version.ts'

/** What of a file decides whether it can be started here. */
export interface SmokeSubject {
  readonly arch: FileReport['arch']
  readonly linkage: FileReport['linkage']
  readonly interpreter: FileReport['interpreter']
  /** The oldest glibc on which it can start, from its bytes; null: it needs none. */
  readonly glibc: string | null
  /** CPU that the user allows beyond the baseline (`cpu`), or null. */
  readonly cpu: string | null
  /** Whether `interpreter` is a file of this machine. */
  readonly hasLoader: boolean
}

/** One way to start a program here. */
export interface Start {
  /** For people: `x86_64`, `qemu-aarch64 cortex-a53`. */
  readonly where: string
  /** Words before the program. */
  readonly prefix: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Another machine is pretended: its loader, its libraries or the emulator may be unfit, which is not the program's fault. */
  readonly foreign: boolean
  /** An old system, where a version of glibc that is missing is the program's fault. */
  readonly floor?: FloorStart
}

/** What is special about a start on an old system. */
interface FloorStart {
  /** `loader`: the old loader is started, and it loads the program; `container`: the engine's own failures are not the program's. */
  readonly by: 'loader' | 'container'
  /** The path by which the program is known there. */
  readonly program: string
  /** Ends what a start that took too long has left. */
  readonly cleanUp?: readonly string[]
}

/** The ways to start a program here; none, and then why. */
export type SmokeDecision =
  | { readonly starts: readonly [Start, ...Start[]]; readonly reason: null }
  | { readonly starts: readonly []; readonly reason: string }

/** A CPU model with everything that qemu-user has: for programs that are allowed to need more than the baseline. */
const allFeatures = 'max'

/**
 * Decides how a file can be started on this machine. Pure. On this machine's own architecture natively and, where a
 * qemu-user for it is installed, on the baseline CPU as well: only that shows an instruction that older CPUs lack.
 */
export function decideSmoke(subject: SmokeSubject, machine: Machine): SmokeDecision {
  const reason = unfit(subject) ?? withoutLoader(subject, machine)
  if (reason !== null) return { starts: [], reason }
  const arch = subject.arch as ArchName
  const starts = [...natively(arch, machine), ...emulated(arch, subject.cpu, machine)]
  const [first, ...more] = starts
  if (first) return { starts: [first, ...more], reason: null }
  return {
    starts: [],
    reason: `nothing here runs ${arch} programs: install qemu-user-static (it has qemu-${archs[arch].qemu.name})`,
  }
}

/** The architecture of a file as one of the table, or null. */
export function archOf({ arch }: Pick<SmokeSubject, 'arch'>): ArchName | null {
  return arch !== null && Object.hasOwn(archs, arch) ? (arch as ArchName) : null
}

/** How programs of an architecture run here: by the kernel, else by qemu-user on the baseline CPU; null: not at all. */
export function runnerOf(arch: ArchName, cpu: string | null, machine: Machine): Start | null {
  return [...natively(arch, machine), ...emulated(arch, cpu, machine)][0] ?? null
}

function unfit({ arch, linkage }: SmokeSubject): string | null {
  if (archOf({ arch }) === null) return 'its architecture is not known'
  if (linkage === 'not-elf' || linkage === 'shared-library') return 'it is no program'
  if (linkage === 'dynamic-other') return 'it needs a loader that is not the one of its architecture'
  return null
}

function withoutLoader(subject: SmokeSubject, machine: Machine): string | null {
  const { linkage, interpreter, glibc, arch, hasLoader } = subject
  if (interpreter === null) return null
  if (!hasLoader) return `its loader ${interpreter} is not on this machine`
  if (linkage !== 'dynamic-glibc' || arch !== machine.arch) return null
  if (machine.glibc === null) return 'this machine has no glibc'
  if (glibc !== null && compareVersions(machine.glibc, glibc) < 0) {
    return `it needs glibc ${glibc}, this machine has ${machine.glibc}`
  }
  return null
}

function natively(arch: ArchName, machine: Machine): Start[] {
  if (arch === machine.arch) return [{ where: arch, prefix: [], env: {}, foreign: false }]
  if (!runsPrograms(machine.arch, arch)) return []
  return [{ where: `${arch} on ${machine.arch}`, prefix: [], env: {}, foreign: true }]
}

function emulated(arch: ArchName, cpu: string | null, machine: Machine): Start[] {
  const emulator = machine.emulators[arch]
  const isOwn = arch === machine.arch
  // The kernel starts its own programs itself, and a CPU beyond the baseline would only fail there.
  if (emulator === undefined || (isOwn && (emulator === 'binfmt' || cpu !== null))) return []
  const { name, baseline } = archs[arch].qemu
  const model = cpu === null ? baseline : allFeatures
  const where = `qemu-${name} ${model}`
  if (emulator === 'binfmt') return [{ where, prefix: [], env: { QEMU_CPU: model }, foreign: true }]
  return [{ where, prefix: [emulator, '-cpu', model], env: {}, foreign: true }]
}
