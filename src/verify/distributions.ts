import type { ArchName } from '../arch.ts'
import { compareVersions } from '../version.ts'
import { backports, type Family, families, type Release } from './distributions-data.ts'

/** Where a file starts, and the newest releases where it does not. */
export interface Reach {
  /** `Debian 12+`: the first release of each family that has what is needed, and all after it. */
  readonly runsOn: readonly string[]
  /** `Debian 11`: the last release of each family that is too old. */
  readonly fails: readonly string[]
  /** The newest release of each family where it depends on the distribution's patches; only with markers. */
  readonly depends: readonly string[]
}

/** What is needed beside a libc. */
export interface MoreNeeds {
  /** The GCC whose libstdc++ and libgcc are needed; null when neither is. */
  readonly gcc?: string | null
  /** Versions that name a property of glibc which some distributions have by a patch ({@link backports}). */
  readonly markers?: readonly string[]
}

/** The glibc that introduced the properties of {@link backports}: every later one has them. */
const markersSince = '2.43'

/** Answers that were given: the programs of a directory ask for the same few. */
const answers = new Map<string, Reach>()
const mostAnswers = 1024

/**
 * Where an executable starts that needs this libc, or a newer one. Of a rolling distribution it is only known what it had when
 * the table was written: it is never named as too old.
 * @param floor greatest version needed, markers left out; null when none is (every release has it)
 */
export function reach(
  arch: ArchName,
  libc: 'glibc' | 'musl',
  floor: string | null,
  { gcc = null, markers = [] }: MoreNeeds = {},
): Reach {
  const key = [arch, libc, floor, gcc, ...markers].join(' ')
  const known = answers.get(key)
  if (known) return known
  const found = find(arch, libc, floor, gcc, markers)
  if (answers.size >= mostAnswers) answers.clear()
  answers.set(key, found)
  return found
}

function find(
  arch: ArchName,
  libc: 'glibc' | 'musl',
  floor: string | null,
  gcc: string | null,
  markers: readonly string[],
): Reach {
  const runsOn: string[] = []
  const fails: string[] = []
  const depends: string[] = []
  for (const family of families.filter(f => f.libc === libc)) {
    const existing = releasesFor(family, arch)
    const recent = existing.filter(r => reaches(r.libc, floor) && reaches(r.gcc, gcc))
    const state = (r: Release) => worst(markers.map(m => stateOf(family, r, m)))
    const enough = recent.find(r => state(r) === 'has')
    const old = existing.findLast(r => !recent.includes(r) || state(r) === 'lacks')
    const unsure = enough ? recent.slice(0, recent.indexOf(enough)) : recent
    const patched = unsure.findLast(r => state(r) === 'unknown')
    if (enough) runsOn.push(nameSince(family, arch, enough))
    if (old && !family.rolling) fails.push(nameOf(family, old))
    if (patched) depends.push(nameOf(family, patched))
  }
  return { runsOn, fails, depends }
}

const reaches = (has: string, needed: string | null) => needed === null || compareVersions(has, needed) >= 0

type State = 'has' | 'lacks' | 'unknown'

/** Whether a release has a property: by its glibc, by a patch that is known, or nobody has looked. */
function stateOf(family: Family, release: Release, marker: string): State {
  if (reaches(release.libc, markersSince)) return 'has'
  const row = backports[marker]?.find(b => b.family === family.name)
  if (row === undefined) return 'unknown'
  const index = (name: string) => family.releases.findIndex(r => r.name === name)
  return index(release.name) >= index(row.since) ? 'has' : 'lacks'
}

function worst(states: readonly State[]): State {
  return states.find(s => s === 'lacks') ?? states.find(s => s === 'unknown') ?? 'has'
}

/** The releases of a family that exist for an architecture, oldest first. */
function releasesFor(family: Family, arch: ArchName): readonly Release[] {
  const span = family.archs[arch]
  if (span === undefined) return []
  const index = (name: string) => family.releases.findIndex(r => r.name === name)
  return family.releases.slice(index(span.since), span.until === undefined ? undefined : index(span.until) + 1)
}

function nameOf(family: Family, release: Release): string {
  if (family.rolling) return family.name
  return release.alias ?? `${family.name} ${release.name}`
}

/** `Debian 12+`; `Debian 9–12` where the port has ended; a rolling distribution by its name alone. */
function nameSince(family: Family, arch: ArchName, release: Release): string {
  const name = nameOf(family, release)
  if (family.rolling) return name
  const until = family.archs[arch]?.until
  if (until === undefined) return `${name}+`
  return until === release.name ? name : `${name}–${until}`
}
