import { archs } from '../../arch.ts'
import type { Machine } from '../../machine.ts'
import type { FileReport } from '../../report/schema.ts'
import type { PackagedSystem } from '../../toolchains/systems.ts'
import { libcNames } from '../../verify/identity.ts'
import { compareVersions } from '../../version.ts'
import { archOf, runnerOf, type Start } from '../decide.ts'
import type { ImageSystem } from './images.ts'

/** What of a file decides on which old system it is started. */
export interface FloorSubject extends Pick<FileReport, 'arch' | 'linkage' | 'needed'> {
  /** The oldest glibc on which it can start, from its bytes. */
  readonly glibc: string | null
  /** The oldest glibc on which it must start, from its policy. */
  readonly promised: string | null
  readonly cpu: string | null
  /** It carries data that it reads from itself: a loader that was started in its place has none. */
  readonly packed: boolean
  /** Whether this machine has its loader. */
  readonly hasLoader: boolean
}

/** What this machine has for it. */
export interface FloorMeans {
  readonly machine: Machine
  /** A container engine that answers, or why there is none. */
  readonly engine: { readonly name: string } | { readonly why: string }
  readonly images: readonly ImageSystem[]
  readonly systems: readonly PackagedSystem[]
}

/** An old system that a file can be started on, and where its libraries come from. */
export type FloorPlace = {
  /** For people: `glibc 2.31 (Debian 11)`. */
  readonly where: string
  readonly version: string
  /** How its architecture runs here. */
  readonly runner: Start
} & (
  | { readonly from: 'container'; readonly image: string; readonly platform: string }
  | {
      readonly from: 'packages'
      readonly system: PackagedSystem
      /** Their names; the first one has the loader. */
      readonly packages: readonly [string, ...string[]]
      /** File name of the loader. */
      readonly loader: string
    }
)

/** Where to start a file at its floor, the best place first; no place and no reason: there is nothing to start. */
export interface FloorDecision {
  /** The version that was looked for, null for any. */
  readonly floor: string | null
  readonly places: readonly FloorPlace[]
  readonly why: readonly string[]
}

const nothing: FloorDecision = { floor: null, places: [], why: [] }

/**
 * Decides on which old system a dynamic executable is started: the one whose glibc is the nearest to the floor and not
 * older, from a container engine before packages. Pure.
 * @param setting the `smoke-floor` input: `auto` (what was promised, else what the file needs), `off`, or a version
 */
export function decideFloor(subject: FloorSubject, setting: string, means: FloorMeans): FloorDecision {
  const arch = archOf(subject)
  const isGlibc = subject.linkage === 'dynamic-glibc'
  if (setting === 'off' || arch === null || !(isGlibc || subject.linkage === 'dynamic-musl')) return nothing
  const runner = runnerOf(arch, subject.cpu, means.machine)
  // that nothing here runs its programs has been said already
  if (runner === null) return nothing
  const floor = isGlibc ? (setting === 'auto' ? (subject.promised ?? subject.glibc) : setting) : null
  const found = isGlibc
    ? [inContainer(arch, floor, runner, means), fromPackages(arch, floor, runner, subject, means)]
    : [fromMusl(arch, runner, subject, means)]
  const places = found.filter(f => typeof f !== 'string').sort((a, b) => compareVersions(a.version, b.version))
  const why = found.filter(f => typeof f === 'string')
  if (setting === 'auto' && isShownHere(subject, floor, places[0]?.version, means.machine)) return nothing
  return { floor, places, why: places.length > 0 ? [] : why }
}

/** This machine itself is as near to the floor as any other: starting it natively has shown it. */
function isShownHere(
  { arch, hasLoader, linkage }: FloorSubject,
  floor: string | null,
  best: string | undefined,
  machine: Machine,
): boolean {
  if (arch !== machine.arch || !hasLoader) return false
  if (linkage === 'dynamic-musl') return true
  if (machine.glibc === null || (floor !== null && compareVersions(machine.glibc, floor) < 0)) return false
  return best === undefined ? machine.glibc === floor : compareVersions(machine.glibc, best) <= 0
}

type Arch = NonNullable<ReturnType<typeof archOf>>

function inContainer(arch: Arch, floor: string | null, runner: Start, means: FloorMeans): FloorPlace | string {
  const { engine, images } = means
  if ('why' in engine) return engine.why
  if (runner.prefix.length > 0) return `containers run ${arch} programs only where the kernel does (binfmt_misc)`
  const { docker: platform } = archs[arch]
  const image = images.filter(i => i.archs.includes(arch)).find(i => isEnough(i.glibc, floor))
  if (image === undefined || platform === null) return `no image for ${arch} has glibc ${floor ?? ''} or newer`
  const where = placeName('glibc', image.glibc, `${image.name}, ${engine.name}`, runner)
  return { from: 'container', where, version: image.glibc, runner, image: image.image, platform }
}

/** Libraries beside glibc, in the packages that have them; some need others. */
const packagesOf: Readonly<Record<string, readonly string[]>> = {
  'libgcc_s.so.1': ['libgcc-s1'],
  'libstdc++.so.6': ['libstdc++6', 'libgcc-s1'],
  'libatomic.so.1': ['libatomic1'],
}

function fromPackages(
  arch: Arch,
  floor: string | null,
  runner: Start,
  subject: FloorSubject,
  means: FloorMeans,
): FloorPlace | string {
  const unfit = unfitForLoader(subject, name => libcNames.glibc.has(name) || Object.hasOwn(packagesOf, name), arch)
  if (unfit !== null) return unfit
  const known = means.systems.filter(s => s.archs[arch]?.['libc6'] !== undefined)
  const system = known.find(s => isEnough(s.glibc, floor))
  if (system === undefined) {
    const newest = known.at(-1)
    return newest ? `packages of glibc are known up to ${newest.glibc}` : `no packages of glibc for ${arch} are known`
  }
  const extra = new Set(subject.needed.flatMap(name => packagesOf[name] ?? []))
  const where = placeName('glibc', system.glibc, system.name, runner)
  const loader = loaderOf(arch)
  return { from: 'packages', where, version: system.glibc, runner, system, packages: ['libc6', ...extra], loader }
}

/** musl has no symbol versions: nothing was promised that an old one could show, so the newest is taken. */
function fromMusl(arch: Arch, runner: Start, subject: FloorSubject, means: FloorMeans): FloorPlace | string {
  const unfit = unfitForLoader(subject, name => libcNames.musl.test(name), arch)
  if (unfit !== null) return unfit
  const system = means.systems.findLast(s => s.archs[arch]?.['musl'] !== undefined)
  if (system === undefined) return `no package of musl for ${arch} is known`
  const where = placeName('musl', system.musl, system.name, runner)
  return { from: 'packages', where, version: system.musl, runner, system, packages: ['musl'], loader: 'libc.so' }
}

function unfitForLoader(subject: FloorSubject, has: (name: string) => boolean, arch: Arch): string | null {
  if (subject.packed) return 'it reads itself when it starts, and by its loader it would read that'
  const strange = subject.needed.find(name => !has(name) && name !== loaderOf(arch))
  return strange === undefined ? null : `it needs ${strange}, which is no part of the C library's packages`
}

function loaderOf(arch: Arch): string {
  return archs[arch].elf.glibcInterpreter.split('/').at(-1) ?? ''
}

function isEnough(version: string, floor: string | null): boolean {
  return floor === null || compareVersions(version, floor) >= 0
}

function placeName(libc: string, version: string, system: string, runner: Start): string {
  return `${libc} ${version} (${system})${runner.foreign ? `, ${runner.where}` : ''}`
}
