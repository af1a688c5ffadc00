import type { JobResult } from '../build/run.ts'
import type { Exec } from '../exec.ts'
import type { Log } from '../host.ts'
import type { DepsCache } from '../languages/rust/deps-cache.ts'
import type { Job, PlannedProject } from '../plan.ts'
import type { CacheReport } from '../report/schema.ts'
import type { ColdClock } from './cold-run.ts'
import type { CacheCounts } from './counts.ts'
import type { CacheEntry } from './entry.ts'
import type { CachePolicy } from './policy.ts'
import type { CacheStore } from './store.ts'

/** What a keeper gets to work with. */
export interface KeeperContext {
  readonly job: Job
  readonly planned: PlannedProject
  readonly store: CacheStore
  readonly exec: Exec
  /** Our own environment; what a build sees of it is made by src/build/environment.ts. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: Log
  readonly signal: AbortSignal
  /** A directory of its own for packs on their way; removed when the run ends. */
  readonly scratch: string
  /** One row of the report per entry that was asked for or saved. */
  tell(row: CacheReport): void
  /** Who keeps what is compiled of Rust crates; missing: our packs. */
  readonly rustDepsCache?: DepsCache
  /** What this run may do with what others keep for it, apart from the store above, which knows it; missing: everything. */
  readonly policy?: CachePolicy
  /** The time of the job, for what packs say that they save; missing where nobody asks. */
  readonly clock?: Pick<ColdClock, 'came' | 'known'>
}

/**
 * Keeps one kind of compiled things across runs. A keeper never makes a build fail: an entry that is missing, broken or
 * foreign is told and left alone, and the build is a clean one. Only an interruption and a full disk are thrown.
 */
export interface Keeper {
  /** What it will ask for, as far as that is known before anything came back: for `cache explain`. */
  readonly wanted: readonly CacheEntry[]
  /** What it will ask for when that came, going by the rows of the last run: for `cache explain`. */
  wantedThen?(last: readonly CacheReport[]): Promise<readonly CacheEntry[]>
  /** Before the job's first step. */
  restore(): Promise<void>
  /**
   * After the steps. Null: the result stands. A reason: what came from the cache does not serve; the keeper has put the
   * work directory right, and the job is run again, once.
   */
  recover?(result: JobResult): Promise<string | null>
  /** After the last run of the steps: what they reused and what they compiled. */
  counts?(result: JobResult): Promise<readonly CacheCounts[]>
  /** At the end, also of a failed job: what is whole is worth keeping. Not called when this run may not save. */
  save(result: JobResult): Promise<void>
}

/** Keepers of a job, with what its steps need for them to have an effect. */
export interface KeeperSet {
  readonly keepers: readonly Keeper[]
  /** By canonical name of a target: variables for the steps of that target, on top of the steps' own. Read after all was restored. */
  readonly env: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** By the id of a step: variables for that step alone, on top of those of its targets. */
  readonly steps?: Readonly<Record<string, Readonly<Record<string, string>>>>
}
