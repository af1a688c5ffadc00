import type { JobResult } from '../build/run.ts'
import type { CacheCounts } from './counts.ts'

/** How long the build of a job takes that compiles all of it: packs remember it, so that a later run can say what they saved. */
export interface ColdRun {
  /** Of the job's steps together, wall time. */
  readonly ms: number
  /** The job that it was measured on: project and targets. */
  readonly job: string
}

/** Longer than any run may last: 30 days, ms. */
const longest = 30 * 24 * 3600 * 1000

/** What a pack says of it, which others can write; null: nothing that makes sense. Pure. @param facts of a pack's head */
export function readColdRun(facts: unknown): ColdRun | null {
  if (typeof facts !== 'object' || facts === null) return null
  const { coldMs: ms, coldJob: job }: { coldMs?: unknown; coldJob?: unknown } = facts
  const isTime = typeof ms === 'number' && ms > 0 && ms < longest
  return isTime && typeof job === 'string' ? { ms, job } : null
}

/** The facts of a pack with a cold run among them. Pure. */
export function withColdRun(facts: unknown, cold: ColdRun | null): unknown {
  if (cold === null) return facts
  return { ...(typeof facts === 'object' ? facts : {}), coldMs: cold.ms, coldJob: cold.job }
}

/** Keeps the time of one job: of what came back, and of the build. */
export interface ColdClock {
  /** An entry was brought back. @param ms what that took */
  came(id: string, facts: unknown, ms: number): void
  /** The steps were run: once more, where the first time was of no use. */
  ran(result: JobResult): void
  /** What the last run of the steps did. */
  counted(result: JobResult, counts: readonly CacheCounts[]): void
  /** What a pack of this job is to remember; null: nothing, this run does not know it. */
  known(): ColdRun | null
  /** What this run was spared, and by which entry; null where that is not known, or nothing. */
  saved(): { readonly id: string; readonly savedMs: number } | null
}

/** @param job project and targets, the same in each run */
export function coldClock(job: string): ColdClock {
  let brought: { readonly id: string; readonly ms: number } | null = null
  let [restoreMs, buildMs] = [0, 0]
  let isWarm = false
  let own: ColdRun | null = null
  return {
    came(id, facts, ms) {
      const cold = readColdRun(facts)
      isWarm = true
      restoreMs += ms
      if (cold?.job === job && cold.ms > (brought?.ms ?? 0)) brought = { id, ms: cold.ms }
    },
    ran(result) {
      buildMs += wallTime(result)
    },
    counted(result, counts) {
      const isCold = !isWarm && counts.some(c => c.compiled > 0) && counts.every(c => c.reused === 0)
      if (isCold && result.failed.length === 0) own = { ms: wallTime(result), job }
    },
    known: () => own ?? (brought === null ? null : { ms: brought.ms, job }),
    saved() {
      const savedMs = Math.round((brought?.ms ?? 0) - restoreMs - buildMs)
      return brought === null || savedMs <= 0 ? null : { id: brought.id, savedMs }
    },
  }
}

function wallTime({ steps }: JobResult): number {
  if (steps.length === 0) return 0
  return Math.max(...steps.map(s => s.startMs + s.ms)) - Math.min(...steps.map(s => s.startMs))
}
