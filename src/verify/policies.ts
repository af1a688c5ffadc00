import { BuildError } from '../errors.ts'
import { isKnownGlibc, nearestGlibc } from '../glibc.ts'
import type { Verdict } from '../report/schema.ts'
import { type Libc, readFloor, type Target } from '../target.ts'
import type { Linkage, Policy } from './policy.ts'
import { type Preset, presets } from './presets.ts'
import { readRules, refuseContradiction } from './rules.ts'

/** What is demanded or allowed beyond a preset and a target, as it was written; null and empty demand nothing. */
export interface PolicyKeys {
  readonly allowLibraries?: readonly string[]
  readonly forbidLibraries?: readonly string[]
  /** Greatest glibc that may be needed (`2.17`, `manylinux2014`), for files of any target. */
  readonly glibc?: string | null
  /** Greatest musl that may be needed (`1.2.3`). */
  readonly musl?: string | null
  /** Oldest kernel that must do (`3.10`). */
  readonly kernel?: string | null
  /** The CPU that users are sure to have. */
  readonly cpu?: string | null
  /** Largest page that must do: `64K`, `0x10000`, `65536`. */
  readonly maxPageSize?: string | null
  /** Findings and groups of them that stop nothing. */
  readonly allow?: readonly string[]
  /** Findings and groups of them that are errors. */
  readonly forbid?: readonly string[]
  /** Directories of the build machine that must not be named in the file, beside those that the caller knows. */
  readonly forbidPaths?: readonly string[]
  /** Names of environment variables whose values must not be in the file. */
  readonly secrets?: readonly string[]
  /** Commit that is being built, or null when it is not known. */
  readonly commit?: string | null
}

/** Keys together with a preset that wins over what the target says of itself. */
export interface PolicyExtra extends Omit<PolicyKeys, 'glibc'> {
  readonly preset?: Preset | null
}

/**
 * What a target promises its users, as demands on a file: static for musl and for programs without libc, dynamic with a
 * floor for glibc (the check accepts a static file there only if it provably uses no libc: pure Go).
 * @throws BuildError `bad-input` for keys that cannot be, and for a preset that no file of the target can fulfil
 */
export function policyFor(target: Target, extra: PolicyExtra): Policy {
  const own = target.libc === 'glibc' ? 'glibc' : 'static'
  if (extra.preset && contradictions[target.libc].includes(extra.preset)) {
    throw new BuildError('bad-input', `policy ${extra.preset} and target ${target.name} contradict each other`, {
      hint: `Files of this target are ${target.libc === 'glibc' ? 'dynamic' : 'static'}: name another target, or leave \`policy\` out.`,
    })
  }
  const policy = demand(extra.preset ?? null, extra.preset ?? own, extra)
  return {
    ...policy,
    target: target.name,
    arch: target.arch,
    floor: { ...policy.floor, glibc: target.floor },
    ...(target.libc === 'none' ? { cgo: false } : {}),
  }
}

const contradictions: Readonly<Record<Libc, readonly Preset[]>> = {
  glibc: ['static', 'musl'],
  musl: ['glibc'],
  none: [],
}

/**
 * A policy for files of any architecture. Pure.
 * @param preset the word for most of it; null: what the keys mean together (a glibc is glibc's preset, nothing is `any`)
 * @throws BuildError `bad-input` for keys that contradict each other or are not known, `unknown-glibc`
 */
export function policyFrom(preset: Preset | null, keys: PolicyKeys = {}): Policy {
  const glibc = keys.glibc == null ? null : readFloor(keys.glibc)
  if (glibc !== null && !isKnownGlibc(glibc)) {
    throw new BuildError('unknown-glibc', `glibc ${glibc} does not exist`, {
      hint: `The nearest version is ${nearestGlibc(glibc)}.`,
    })
  }
  const implied = glibc !== null ? 'glibc' : 'any'
  const own = preset ?? implied
  if (glibc !== null && (own === 'static' || own === 'musl')) {
    throw new BuildError('bad-input', `policy ${own} and glibc ${glibc} contradict each other`, {
      hint: 'A floor is for files that need glibc: `policy: glibc` or `policy: any`.',
    })
  }
  const policy = demand(preset, own, keys)
  const linkage = policy.linkage === null ? null : withLibraries(policy.linkage)
  return { ...policy, linkage, floor: { ...policy.floor, glibc } }
}

/** Demands nothing but integrity: the architecture comes from the file, its defaults apply, every library is allowed. */
export function anyPolicy(): Policy {
  return policyFrom(null)
}

/** Shared libraries among the files of any target are judged by what they need: a wheel or a plugin has nothing else. */
function withLibraries(linkage: readonly Linkage[]): readonly Linkage[] {
  return linkage.some(l => l.startsWith('dynamic-')) ? [...linkage, 'shared-library'] : linkage
}

/** A preset with the keys on top; what was not said is left out, so that the report says what was demanded. */
function demand(said: Preset | null, preset: Preset, keys: Omit<PolicyKeys, 'glibc'>): Policy {
  const row = presets[preset]
  const allow = readRules('allow', keys.allow ?? [])
  const forbid = readRules('forbid', keys.forbid ?? [])
  refuseContradiction(allow, forbid)
  const allowed = keys.allowLibraries ?? []
  const musl = readVersion('musl', keys.musl)
  const kernel = readVersion('kernel', keys.kernel)
  const pageSize = readPageSize(keys.maxPageSize)
  return {
    target: null,
    arch: null,
    linkage: row.linkage,
    floor: { glibc: null, ...(musl === null ? {} : { musl }) },
    allowLibraries: allowed.length > 0 ? allowed : row.allowLibraries,
    ...(keys.forbidLibraries?.length ? { forbidLibraries: keys.forbidLibraries } : {}),
    ...(keys.forbidPaths?.length ? { forbidPaths: keys.forbidPaths } : {}),
    ...(keys.secrets?.length ? { secrets: keys.secrets } : {}),
    ...(keys.cpu ? { cpu: keys.cpu } : {}),
    ...(kernel === null ? {} : { kernel }),
    ...(pageSize === null ? {} : { pageSize }),
    ...(said === null ? {} : { preset: said }),
    ...(allow.length > 0 ? { allow } : {}),
    ...(forbid.length > 0 ? { forbid } : {}),
    ...(keys.commit ? { commit: keys.commit } : {}),
  }
}

function readVersion(key: string, text: string | null | undefined): string | null {
  if (text == null || text.trim() === '') return null
  const version = text.trim().replace(/^v/, '')
  if (/^[0-9]+(\.[0-9]+){1,2}$/.test(version)) return version
  throw new BuildError('bad-input', `${key} is ${JSON.stringify(text)}, not a version`, {
    hint: `Write it with dots: \`${key}: ${key === 'musl' ? '1.2.3' : '3.10'}\`.`,
  })
}

const units: Readonly<Record<string, number>> = { '': 1, k: 1024, kib: 1024, kb: 1024 }

/** `64K`, `0x10000`, `65536`: a power of two, 4 KiB to 16 MiB. @throws BuildError `bad-input` */
function readPageSize(text: string | null | undefined): number | null {
  if (text == null || text.trim() === '') return null
  const [, number = '', unit = ''] = /^(0x[0-9a-f]+|[0-9]+)\s*([a-z]*)$/i.exec(text.trim()) ?? []
  const bytes = Number(number) * (units[unit.toLowerCase()] ?? Number.NaN)
  if (number !== '' && bytes >= 4096 && bytes <= 1 << 24 && Number.isInteger(Math.log2(bytes))) return bytes
  throw new BuildError('bad-input', `max-page-size is ${JSON.stringify(text)}, not the size of a page`, {
    hint: 'A power of two: `4K`, `16K`, `64K` or `0x10000`.',
  })
}

/** The demands as the report prints them. */
export function printedPolicy(policy: Policy): Verdict['policy'] {
  const { linkage, allowLibraries, forbidLibraries, forbidPaths, secrets, allow, forbid, ...rest } = policy
  return {
    ...rest,
    linkage: linkage && [...linkage],
    allowLibraries: [...allowLibraries],
    ...(forbidLibraries ? { forbidLibraries: [...forbidLibraries] } : {}),
    ...(forbidPaths ? { forbidPaths: [...forbidPaths] } : {}),
    ...(secrets ? { secrets: [...secrets] } : {}),
    ...(allow ? { allow: [...allow] } : {}),
    ...(forbid ? { forbid: [...forbid] } : {}),
  }
}
