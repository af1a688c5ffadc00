import { newestOf, type SourceTimes } from './manifest.ts'
import type { OwnPackage } from './stale.ts'
import type { VariableRecord } from './variables.ts'

/** Files outside of the project that outputs were made from, by absolute path, with digests: their times are not ours. */
export type Watched = Readonly<Record<string, string>>

/** What the pack of the crates from outside says of itself. */
export interface HotFacts {
  /** Absolute paths are in everything that cargo compares: a pack is for one place. */
  readonly workDir: string
  /** The same for sources from outside; null where they are in no place that cargo downloads to. */
  readonly cargoHome: string | null
  /** Which compilation of the crates it is: what was linked with another one does not go with it. */
  readonly compilation: string
  /** It has placeholders: another entry has their bytes. */
  readonly hollow: boolean
  /** The build that made it did not end early: nothing is missing. */
  readonly complete: boolean
  /** Names of the packages. */
  readonly names: readonly string[]
  /** Variables that their build scripts named. */
  readonly variables: VariableRecord
  /** Directories of those that are not in cargo's own place: vendored. */
  readonly roots: readonly string[]
  /** Times of what is in them. */
  readonly sources: SourceTimes
  readonly watched: Watched
}

/** What the pack of the project's own crates says of itself. */
export interface OwnFacts {
  readonly workDir: string
  readonly commit: string | null
  /** Directories that the sources are in. */
  readonly roots: readonly string[]
  readonly sources: SourceTimes
  readonly watched: Watched
  readonly packages: readonly OwnPackage[]
  /** The newest time of the outputs, nanoseconds since 1970. */
  readonly newest: string
}

/** Reads what `hot` says; null: it is of another version of ours, or for another place. */
export function readHotFacts(
  facts: unknown,
  { workDir, cargoHome }: Pick<HotFacts, 'workDir' | 'cargoHome'>,
): HotFacts | null {
  const { compilation, complete, hollow, names, roots, variables, sources, watched, ...rest } = tableOf(facts)
  const tables = [variables, sources, watched].every(isTable)
  const isHere = rest['workDir'] === workDir && rest['cargoHome'] === cargoHome
  const fits = isHere && [names, roots].every(Array.isArray) && tables
  const said = typeof compilation === 'string' && [complete, hollow].every(is => typeof is === 'boolean')
  return fits && said ? (facts as HotFacts) : null
}

/** Reads what `own` says; null: it is of another version of ours, or for another place. */
export function readOwnFacts(facts: unknown, workDir: string): OwnFacts | null {
  const { roots, packages, sources, watched, newest, ...rest } = tableOf(facts)
  const lists = [roots, packages].every(Array.isArray) && [sources, watched].every(isTable)
  return rest['workDir'] === workDir && lists && typeof newest === 'string' ? (facts as OwnFacts) : null
}

/** What changed sources must be newer than, nanoseconds since 1970. */
export function newestIn(facts: OwnFacts): bigint {
  const [outputs, sources] = [BigInt(facts.newest), newestOf(facts.sources)]
  return outputs > sources ? outputs : sources
}

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function tableOf(value: unknown): Readonly<Record<string, unknown>> {
  return isTable(value) ? (value as Readonly<Record<string, unknown>>) : {}
}
