import type { Cost } from './measure.ts'
import type { Traffic } from './stand.ts'

/** Seconds by part of a run of ours (see `stage` in report.json). */
export type Stages = Readonly<Record<string, number>>

/** One job: a fresh runner that restores what it can, and builds. */
export interface Run extends Cost, Traffic {
  /** What cargo compiled, by its own messages. */
  readonly crates?: { readonly external: number; readonly own: number }
  /** Bytes by kind of entry. */
  readonly restored: Readonly<Record<string, number>>
  readonly saved: Readonly<Record<string, number>>
  /** Of `wall`: what comes before the build of a peer. */
  readonly restore?: Cost
  /** Ours only. */
  readonly stages?: Stages
  /** Ours only: seconds to fetch, check and unpack, by kind of entry; several kinds at a time. */
  readonly fetched?: Stages
  /** C only: what ccache found, of all compilations. */
  readonly objects?: { readonly direct: number; readonly other: number; readonly compiled: number }
}

/** A run with what it was. */
export interface Recorded extends Run {
  readonly project: string
  /** `ours` or one of the others. */
  readonly by: string
  /** What was done to the sources since the entries were saved. */
  readonly scene: string
  /** Of the link, MB/s; 0: no link is involved. */
  readonly rate: number
  readonly round: number
  /** Of the machine when it ended (1 minute). */
  readonly load: number
}

/** A part of the benchmark as it was measured last. */
export interface Part {
  readonly date: string
  /** Of the sources that were measured. */
  readonly commit: string
  readonly machine: string
  readonly versions: Readonly<Record<string, string>>
  readonly rounds: number
  readonly runs: readonly Recorded[]
  /** Why something of it did not run, by contender or figure. */
  readonly notRun: Readonly<Record<string, string>>
}

/** Everything that was measured: parts are measured one by one, and replaced one by one. */
export type Raw = Readonly<Record<string, Part>>
