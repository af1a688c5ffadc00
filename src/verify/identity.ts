import { type Arch, type ArchName, archNames, archs } from '../arch.ts'
import { attributeTags } from '../elf/attributes.ts'
import { type Elf, isPie } from '../elf/elf.ts'
import { elfTypes } from '../elf/header.ts'
import type { Linkage, Policy } from './policy.ts'

/** Which row of the architecture table a file is, and whether its flags are that row's. */
export interface Identity {
  /** Null: no row has this class, byte order and machine. */
  readonly arch: ArchName | null
  /** False: class and machine fit, `e_flags` do not. */
  readonly flagsFit: boolean
}

/** Rows by what the header says: machine, class and byte order. */
const rowsByHeader: ReadonlyMap<string, readonly ArchName[]> = Map.groupBy(archNames, name => {
  const row = archs[name].elf
  return `${row.machine} ${row.class} ${row.data}`
})

/**
 * The architecture of a file. Rows that cannot be told apart by the header (ARM) are settled by what the policy asks
 * for, else by Go's build information and the ARM attributes.
 */
export function identify(elf: Elf, policy: Policy): Identity {
  const { is64, littleEndian, machine } = elf.header
  const same = rowsByHeader.get(`${machine} ${is64 ? 64 : 32} ${littleEndian ? 'LE' : 'BE'}`) ?? []
  const fitting = same.filter(name => flagsFit(archs[name], elf))
  const pick = (names: readonly ArchName[]) =>
    policy.arch !== null && names.includes(policy.arch) ? policy.arch : (names.find(n => n === armOf(elf)) ?? names[0])
  const arch = pick(fitting) ?? pick(same) ?? null
  return { arch, flagsFit: arch !== null && fitting.includes(arch) }
}

/** Go writes the same flags for every ARM: rules marked so only count for files with a loader or attributes. */
function flagsFit(row: Arch, elf: Elf): boolean {
  const telling = elf.dynamic !== null || elf.attributes.size > 0
  return row.elf.flags.every(
    rule => (rule.dynamicOnly && !telling) || rule.values.includes((elf.header.flags & rule.mask) >>> 0),
  )
}

/** The ARM rows, weakest CPU first; Go's GOARM is 5, 6 or 7. */
const armRows: readonly ArchName[] = ['armel', 'armv6', 'armv7']

/**
 * The least ARM row that runs all of the file, or null when it says nothing: with cgo the Go part may be for ARMv6 and
 * the C part for ARMv7. CPU_arch: up to 5 is ARMv5, 10 is ARMv7.
 */
function armOf(elf: Elf): ArchName | null {
  const go = ['5', '6', '7'].indexOf(elf.go?.settings['GOARM']?.slice(0, 1) ?? '')
  const cpu = elf.attributes.get(attributeTags.armCpu)
  const c = typeof cpu !== 'number' ? -1 : cpu >= 10 ? 2 : cpu >= 6 ? 1 : 0
  return armRows[Math.max(go, c)] ?? null
}

/** Names of a dynamic table that only glibc or only musl has: one of each is never right. */
export const libcNames = {
  glibc: new Set([
    ...['libc.so.6', 'libm.so.6', 'libdl.so.2', 'librt.so.1', 'libpthread.so.0', 'libutil.so.1', 'libresolv.so.2'],
    'libanl.so.1',
  ]),
  musl: /^libc(\.musl-[a-z0-9_-]+)?\.so(\.1)?$/,
} as const

/** How a file is linked, from the bytes alone; the order of the rules matters (libc.so.6 has a loader and an soname). */
export function classify(elf: Elf, row: Arch | null): Linkage {
  const { type } = elf.header
  if (type !== elfTypes.executable && type !== elfTypes.dynamic) return 'not-elf'
  const { interpreter, dynamic } = elf
  if (type === elfTypes.dynamic && (dynamic?.soname != null || (interpreter === null && !isPie(elf)))) {
    return 'shared-library'
  }
  const needs = (dynamic?.needed.length ?? 0) > 0
  if (interpreter === null && !needs) {
    // What the dynamic table would have said is not known when it could not be read.
    if (dynamic === null && elf.problems.some(p => p.severity === 'error')) return 'dynamic-other'
    return type === elfTypes.executable ? 'static' : 'static-pie'
  }
  if (interpreter === null) return 'dynamic-other'
  if (interpreter === row?.elf.glibcInterpreter) return 'dynamic-glibc'
  return row?.elf.muslInterpreter.includes(interpreter) ? 'dynamic-musl' : 'dynamic-other'
}
