import { type Arch, type ArchName, archNames, archs } from './arch.ts'
import { BuildError } from './errors.ts'
import { isKnownGlibc, nearestGlibc } from './glibc.ts'
import { nearest } from './nearest.ts'
import { compareVersions } from './version.ts'

/** The C library that a target is for; `none`: the program uses none (a Go program without cgo). */
export type Libc = 'musl' | 'glibc' | 'none'

/** What an executable is for. `name` is canonical: `<arch>-linux[-<libc>[.<floor>]]`. */
export interface Target {
  readonly name: string
  readonly arch: ArchName
  readonly libc: Libc
  /** The oldest glibc on which the executable must start; null unless `libc` is `glibc`. */
  readonly floor: string | null
}

/** A target as it was written: what is not said is null and is settled by {@link settleTargets}. */
export interface WrittenTarget {
  readonly text: string
  readonly arch: ArchName
  readonly libc: Libc | null
  readonly floor: string | null
}

/** Libc and floor for the targets that name none. */
export interface TargetDefaults {
  readonly libc: Libc
  /** `glibc:`, given once for all targets; null takes each architecture's default. */
  readonly glibc: string | null
}

const manylinuxFloors: Readonly<Record<string, string>> = { '1': '2.5', '2010': '2.12', '2014': '2.17' }

/** A floor as people write it: `2.17`, and the names of manylinux (`2014`, `manylinux2014`, `2_28`, `manylinux_2_28`). */
export function readFloor(text: string): string {
  const name = text.trim().replace(/^manylinux_?/, '')
  return manylinuxFloors[name] ?? name.replace(/^([0-9]+)_([0-9]+)$/, '$1.$2')
}

const linuxPlatform = /^linux[/_]([a-z0-9_]+?)(?:\/(v[0-9]))?$/
const manylinux = /^manylinux(?:(1|2010|2014)|_([0-9]+)_([0-9]+))_([a-z0-9_]+)$/
const musllinux = /^musllinux_[0-9]+_[0-9]+_([a-z0-9_]+)$/
const triple =
  /^([a-z0-9_]+)(?:-(?:unknown|pc|alpine))?-linux(?:-(?:(gnu|glibc)|(musl))(eabihf|eabi|abi64|f32|sf|x32)?(?:\.([0-9][0-9.]*))?)?$/

/**
 * Reads one spelling of a target: canonical name, Rust triple (with or without `.2.17`), `linux/arm64[/v7]`, `arm64`,
 * `linux_arm64`, `manylinux2014_x86_64`, `manylinux_2_28_aarch64`.
 * @throws BuildError `unknown-target` with the nearest known spelling
 */
export function parseTarget(text: string): WrittenTarget {
  const name = text.trim().toLowerCase()
  const found = readManylinux(name) ?? readTriple(name) ?? readPlatform(name)
  if (found) return { text: text.trim(), ...found }
  const known = [
    ...archNames.flatMap(a => [`${a}-linux-musl`, `${a}-linux-gnu`, a]),
    ...archNames.flatMap(a => archs[a].aliases),
    ...archNames.flatMap(a => archs[a].docker ?? []),
  ]
  const guess = nearest(name, known)
  throw new BuildError('unknown-target', `unknown target ${JSON.stringify(text)}`, {
    hint: guess ? `Did you mean ${guess}?` : `Known architectures: ${archNames.join(', ')}.`,
  })
}

type Read = Omit<WrittenTarget, 'text'> | null

function readManylinux(name: string): Read {
  const m = manylinux.exec(name)
  if (m) {
    const arch = findArch(m[4] ?? '')
    const floor = m[1] ? (manylinuxFloors[m[1]] ?? null) : `${m[2]}.${m[3]}`
    return arch && { arch, libc: 'glibc', floor }
  }
  const arch = findArch(musllinux.exec(name)?.[1] ?? '')
  return arch && { arch, libc: 'musl', floor: null }
}

function readTriple(name: string): Read {
  const m = triple.exec(name)
  if (!m) return null
  const [, cpu = '', glibc, musl, abi = '', floor] = m
  if (abi === 'x32' || (musl && floor)) return null
  const arch = findArch(cpu, abi)
  if (!arch) return null
  return { arch, libc: glibc ? 'glibc' : musl ? 'musl' : null, floor: floor?.replace(/\.$/, '') ?? null }
}

function readPlatform(name: string): Read {
  const m = linuxPlatform.exec(name)
  const arch = m ? findArch(m[2] ? `${m[1]}/${m[2]}` : (m[1] ?? '')) : findArch(name)
  return arch && { arch, libc: null, floor: null }
}

/** The architecture of a CPU name and the ABI suffix of a triple (`eabi` on ARM means soft float). */
function findArch(cpu: string, abi = ''): ArchName | null {
  const match = archNames.find(a => a === cpu || archs[a].aliases.includes(cpu))
  if (!match) return null
  if (match === 'armv6' || match === 'armv7') return abi === 'eabi' ? 'armel' : match
  return match
}

/**
 * Settles libc and floor of each target and refuses what cannot be.
 * A floor for all targets that an architecture cannot have is raised, with a notice; one written on the target is an error.
 * @throws BuildError `unknown-glibc`, `impossible-floor`, `duplicate-target`
 */
export function settleTargets(
  written: readonly WrittenTarget[],
  defaults: TargetDefaults,
): { targets: Target[]; notices: string[] } {
  const notices: string[] = []
  const spelled = new Map<string, string>()
  const targets = written.map(w => {
    const target = settle(w, defaults, notices)
    const other = spelled.get(target.name)
    if (other !== undefined) {
      throw new BuildError('duplicate-target', `targets ${other} and ${w.text} are the same: ${target.name}`)
    }
    spelled.set(target.name, w.text)
    return target
  })
  return { targets, notices }
}

function settle(w: WrittenTarget, defaults: TargetDefaults, notices: string[]): Target {
  const arch = archs[w.arch]
  const libc = w.libc ?? (w.floor ? 'glibc' : defaults.libc)
  if (libc !== 'glibc') return makeTarget(w.arch, libc, null)
  const asked = w.floor ?? defaults.glibc
  if (asked === null) return makeTarget(w.arch, libc, arch.defaultFloor)
  if (!isKnownGlibc(asked)) {
    throw new BuildError('unknown-glibc', `glibc ${asked} (target ${w.text}) does not exist`, {
      hint: `The nearest version is ${nearestGlibc(asked)}.`,
    })
  }
  if (compareVersions(asked, arch.firstGlibc) >= 0) return makeTarget(w.arch, libc, asked)
  if (w.floor !== null) {
    throw new BuildError('impossible-floor', `${w.text}: glibc has supported ${w.arch} only since ${arch.firstGlibc}`, {
      hint: `Use ${makeTarget(w.arch, libc, arch.firstGlibc).name}.`,
    })
  }
  notices.push(`${w.text}: the floor ${asked} is raised to ${arch.firstGlibc}, the first glibc for ${w.arch}`)
  return makeTarget(w.arch, libc, arch.firstGlibc)
}

/** Makes a target from its parts; the only place that spells canonical names. */
export function makeTarget(arch: ArchName, libc: Libc, floor: string | null): Target {
  const suffix = libc === 'none' ? '' : libc === 'musl' ? '-musl' : `-gnu${floor === null ? '' : `.${floor}`}`
  return { name: `${arch}-linux${suffix}`, arch, libc, floor }
}

/** The row of a target's architecture. */
export function archOf(target: Target): Arch {
  return archs[target.arch]
}

/** The Rust triple, or null where Rust has none for this architecture and libc. */
export function rustTriple(target: Target): string | null {
  return archs[target.arch].rust[target.libc === 'glibc' ? 'glibc' : 'musl']
}

/** What `zig cc -target` takes (`aarch64-linux-gnu.2.17`), or null where zig cannot build it. */
export function zigTarget(target: Target): string | null {
  const zig = archs[target.arch].zig
  if (!zig) return null
  if (target.libc === 'glibc') return `${zig.arch}-linux-gnu${zig.abi}${target.floor ? `.${target.floor}` : ''}`
  return `${zig.arch}-linux-musl${zig.abi}`
}
