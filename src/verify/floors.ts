import { tags } from '../elf/dynamic.ts'
import type { Elf } from '../elf/elf.ts'
import type { VersionNeed } from '../elf/versions.ts'
import type { FileReport } from '../report/schema.ts'
import { maxVersion } from '../version.ts'
import { backports } from './distributions-data.ts'
import { libcNames } from './identity.ts'
import type { Linkage } from './policy.ts'

/** What a version need means: a number of a known series, bound to one build, not known, or nobody's floor. */
export type Meaning =
  | { readonly kind: 'version'; readonly series: Series; readonly number: string }
  | { readonly kind: 'private' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'other' }

/** Series of versions that have floors. */
export type Series = 'glibc' | 'glibcxx' | 'cxxabi' | 'gcc'

const numbered = /^(GLIBC|GLIBCXX|CXXABI|GCC)_([0-9]+(?:\.[0-9]+)+)$/
const seriesNames: Readonly<Record<string, Series>> = {
  GLIBC: 'glibc',
  GLIBCXX: 'glibcxx',
  CXXABI: 'cxxabi',
  GCC: 'gcc',
}

/**
 * Properties that glibc supplies as versions, and the release that has them. 2.43 is an upper bound (auditwheel's
 * manylinux_2_43): some distributions supply these in older releases by their own patches.
 */
const glibcAbis: Readonly<Record<string, string>> = {
  GLIBC_ABI_DT_RELR: '2.36',
  GLIBC_ABI_GNU2_TLS: '2.43',
  GLIBC_ABI_GNU_TLS: '2.43',
  GLIBC_ABI_DT_X86_64_PLT: '2.43',
}

const glibcLoader = /^(ld-linux[a-z0-9_-]*|ld64|ld)\.so\.[0-9]+$/
const glibcOthers: ReadonlySet<string> = new Set([
  'libmvec.so.1',
  'libnsl.so.1',
  'libcrypt.so.1',
  'libBrokenLocale.so.1',
  'libthread_db.so.1',
])

/** Whether a library is a part of glibc: only its versions are needs of glibc (libgcc_s has a GLIBC_2.0 of its own). */
export function isGlibcLibrary(name: string): boolean {
  return libcNames.glibc.has(name) || glibcOthers.has(name) || glibcLoader.test(name)
}

/** Every check asks again what the same need means, and so does every file: by whether glibc has it, and by the version. */
const meanings = [new Map<string, Meaning>(), new Map<string, Meaning>()] as const
const mostMeanings = 4096

/** What a need asks for. */
export function meaningOf({ version, library }: VersionNeed): Meaning {
  const isGlibc = isGlibcLibrary(library)
  const known = meanings[isGlibc ? 1 : 0]
  const found = known.get(version)
  if (found) return found
  const meaning = readMeaning(version, isGlibc)
  if (known.size >= mostMeanings) known.clear()
  known.set(version, meaning)
  return meaning
}

function readMeaning(version: string, isGlibc: boolean): Meaning {
  const match = numbered.exec(version)
  const series = match && seriesNames[match[1] ?? '']
  if (match && series) {
    if (series === 'glibc' && !isGlibc) return { kind: 'other' }
    return { kind: 'version', series, number: match[2] ?? '' }
  }
  if (!version.startsWith('GLIBC_') || !isGlibc) return { kind: 'other' }
  if (version === 'GLIBC_PRIVATE') return { kind: 'private' }
  const release = glibcAbis[version]
  return release === undefined ? { kind: 'unknown' } : { kind: 'version', series: 'glibc', number: release }
}

/**
 * Whether the loader refuses to start without the version: always, except when it is marked weak and every symbol that
 * has it is weak too (a strong one ends the start all the same).
 */
function isHard(elf: Elf, need: VersionNeed): boolean {
  return !need.weak || (elf.imports.byVersion.get(need.index) ?? []).some(i => !i.weak)
}

/** The needs that the loader enforces. */
export function hardNeeds(elf: Elf): readonly VersionNeed[] {
  return elf.needs.some(need => need.weak) ? elf.needs.filter(need => isHard(elf, need)) : elf.needs
}

/** The greatest numbered glibc that is needed, and the properties beside it that some distributions have by a patch. */
export function glibcWithoutMarkers(elf: Elf): { readonly number: string | null; readonly markers: readonly string[] } {
  const needs = hardNeeds(elf).filter(need => isGlibcLibrary(need.library))
  const markers = needs.map(need => need.version).filter(version => Object.hasOwn(backports, version))
  const number = needs.reduce<string | null>((most, need) => {
    const meaning = meaningOf(need)
    const counts = meaning.kind === 'version' && meaning.series === 'glibc' && !markers.includes(need.version)
    return counts ? maxVersion(most, meaning.number) : most
  }, null)
  return { number, markers }
}

/** Names that musl has only since a release (musl's release notes): evidence of what is needed at least, not proof. */
const muslSince: readonly { readonly since: string; readonly names: RegExp }[] = [
  { since: '1.2.0', names: /^__.*_time64$/ },
  { since: '1.2.2', names: /^(gettid|reallocarray|_Fork)$/ },
  { since: '1.2.3', names: /^qsort_r$/ },
  { since: '1.2.5', names: /^(statx|preadv2|pwritev2)$/ },
]
const muslPackedRelocations = '1.2.4'

/** The greatest version needed of each series; null where none is. */
export function floorsOf(elf: Elf, linkage: Linkage): FileReport['floor'] {
  const floor: Record<Series, string | null> = { glibc: null, glibcxx: null, cxxabi: null, gcc: null }
  for (const need of hardNeeds(elf)) {
    const meaning = meaningOf(need)
    if (meaning.kind === 'version') floor[meaning.series] = maxVersion(floor[meaning.series], meaning.number)
  }
  return {
    glibc: floor.glibc,
    musl: linkage === 'dynamic-musl' ? muslFloor(elf) : null,
    glibcxx: floor.glibcxx,
    cxxabi: floor.cxxabi,
    gcc: floor.gcc,
  }
}

/** What in a file needs a musl of at least a release: names of functions, `DT_RELR`. */
export function muslNeeds(elf: Elf): { readonly since: string; readonly what: string }[] {
  const named = muslSince.flatMap(({ since, names }) =>
    elf.imports.all.filter(i => !i.weak && names.test(i.name)).map(i => ({ since, what: i.name })),
  )
  const packed = elf.dynamic?.values.has(tags.relr) ? [{ since: muslPackedRelocations, what: 'DT_RELR' }] : []
  return [...packed, ...named]
}

function muslFloor(elf: Elf): string | null {
  return muslNeeds(elf).reduce<string | null>((floor, { since }) => maxVersion(floor, since), null)
}

/**
 * The newest libstdc++ and libgcc versions on systems that have a glibc. Source: auditwheel 6.8 `manylinux-policy.json`,
 * the lowest of its architectures in each row.
 */
const runtimeBaselines: readonly {
  readonly glibc: string
  readonly glibcxx: string
  readonly cxxabi: string
  readonly gcc: string
}[] = [
  { glibc: '2.5', glibcxx: '3.4.8', cxxabi: '1.3.1', gcc: '4.2.0' },
  { glibc: '2.12', glibcxx: '3.4.13', cxxabi: '1.3.3', gcc: '4.3.0' },
  { glibc: '2.17', glibcxx: '3.4.19', cxxabi: '1.3.7', gcc: '4.8.0' },
  { glibc: '2.24', glibcxx: '3.4.22', cxxabi: '1.3.10', gcc: '4.8.0' },
  { glibc: '2.27', glibcxx: '3.4.24', cxxabi: '1.3.11', gcc: '7.0.0' },
  { glibc: '2.31', glibcxx: '3.4.28', cxxabi: '1.3.12', gcc: '7.0.0' },
  { glibc: '2.34', glibcxx: '3.4.29', cxxabi: '1.3.13', gcc: '7.0.0' },
  { glibc: '2.35', glibcxx: '3.4.30', cxxabi: '1.3.13', gcc: '12.0.0' },
  { glibc: '2.39', glibcxx: '3.4.33', cxxabi: '1.3.15', gcc: '14.0.0' },
]

/** What a system with this glibc has of libstdc++ and libgcc, or null for one older than the table. */
export function runtimeBaseline(glibc: string): (typeof runtimeBaselines)[number] | null {
  return runtimeBaselines.findLast(row => maxVersion(row.glibc, glibc) === glibc) ?? null
}
