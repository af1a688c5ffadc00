import { archNames } from '../arch.ts'
import { type Family, families } from '../verify/distributions-data.ts'
import type { FileReport } from './schema.ts'

/** What is known of one executable on one family of distributions. */
export type Compatibility =
  /** Starts on these releases (`12+`; empty: all of them); `libraries` must be installed there. */
  | { readonly runs: 'yes'; readonly releases: string; readonly libraries: string }
  | { readonly runs: 'no' }
  /** It depends on the distribution's patches. */
  | { readonly runs: 'depends' }
  /** The family has no such architecture, or nothing can be promised. */
  | { readonly runs: 'unknown' }

/** Names of the families, in the order of {@link compatibilityOf}. */
export const familyNames: readonly string[] = families.map(f => f.name)

/** One answer for each family of distributions (docs/distributions.md), from what verify wrote into the file's report. */
export function compatibilityOf(file: FileReport): Compatibility[] {
  return families.map(family => onFamily(file, family))
}

function onFamily({ arch: name, runsOn, notOn = [], dependsOn = [] }: FileReport, family: Family): Compatibility {
  const arch = archNames.find(each => each === name)
  if (arch === undefined || family.archs[arch] === undefined) return { runs: 'unknown' }
  if (runsOn.some(place => place.startsWith('any Linux'))) return { runs: 'yes', releases: '', libraries: '' }
  const place = runsOn.find(p => p.startsWith(family.name))
  if (place !== undefined) {
    const [release = '', ...libraries] = place.slice(family.name.length).split(' with ')
    return { runs: 'yes', releases: release.replace(/^\/\S+/, '').trim(), libraries: libraries.join(' with ').trim() }
  }
  if (dependsOn.some(p => p.startsWith(family.name))) return { runs: 'depends' }
  // Somewhere it runs: then a family that is not named has another C library, or an older one.
  return runsOn.length > 0 || notOn.length > 0 ? { runs: 'no' } : { runs: 'unknown' }
}
