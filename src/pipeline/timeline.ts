import type { StepReport } from '../report/schema.ts'

/** What a row is about. */
export interface Stage {
  readonly stage: NonNullable<StepReport['stage']>
  /** Unique in the run. */
  readonly id: string
  readonly title: string
  /** Missing: it is done once for all jobs. */
  readonly job?: string
}

/** What a run does once. */
export const stages = {
  plan: { stage: 'plan', id: 'plan', title: 'detect and plan' },
  place: { stage: 'package', id: 'package/place', title: 'copy what is verified' },
  pack: { stage: 'package', id: 'package/pack', title: 'archives and checksums' },
  save: { stage: 'save', id: 'save', title: 'keep what was compiled' },
} as const satisfies Readonly<Record<string, Stage>>

/** Where the time of a run goes: a row for everything that takes some, so that the rows cover the run. */
export interface Timeline {
  /** `performance.now()` at the start of the run. */
  readonly startedAt: number
  /** Rows that were measured elsewhere. */
  add(rows: readonly StepReport[]): void
  /**
   * Measures a piece of work. Work that throws has no row: it ends the run.
   * @param isGood of what it gave; null: nothing was done after all, which is no row
   */
  time<T>(stage: Stage, work: () => Promise<T>, isGood?: (result: T) => boolean | null): Promise<T>
  /** In the order of their starts. */
  rows(): StepReport[]
}

/** @param startedAt when the run began, on the clock */
export function makeTimeline(startedAt: number, clock: () => number): Timeline {
  const rows: StepReport[] = []
  return {
    startedAt,
    add: more => void rows.push(...more),
    async time({ stage, id, title, job = '' }, work, isGood = () => true) {
      const start = clock()
      const result = await work()
      const ms = Math.round(clock() - start)
      const ok = isGood(result)
      if (ok !== null) rows.push({ id, title, stage, job, startMs: Math.round(start - startedAt), ms, ok })
      return result
    },
    rows: () => [...rows].sort((a, b) => a.startMs - b.startMs),
  }
}
