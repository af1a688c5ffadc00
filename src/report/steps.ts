import type { StepReport } from './schema.ts'

/** A job, or what is done once for all jobs; of several legs each has its own. */
export function sectionOf({ job, stage, leg }: StepReport): string {
  return job === '' ? [stage, leg].filter(Boolean).join(' ') : job
}

/** At most so many steps, in their order: the longest stay. */
export function longestSteps(steps: readonly StepReport[], most: number): readonly StepReport[] {
  if (steps.length <= most) return steps
  const kept = new Set([...steps].sort((a, b) => b.ms - a.ms).slice(0, most))
  return steps.filter(s => kept.has(s))
}

/** When the last step ended, milliseconds since the start of the run. */
export function endOf(steps: readonly StepReport[]): number {
  return steps.reduce((end, s) => Math.max(end, s.startMs + s.ms), 0)
}
