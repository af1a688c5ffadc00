import type { Report } from './schema.ts'
import { endOf } from './steps.ts'

/** What the first line of a report counts. */
export interface Figures {
  /** Executables that are verified. */
  readonly good: number
  readonly all: number
  /** Targets that were built or should have been. */
  readonly targets: number
  /** Of what is handed over. */
  readonly bytes: number
  /** The whole run; 0 where nothing was done. */
  readonly ms: number
}

/** The figures of a run. */
export function figuresOf({
  files,
  failures,
  artifacts,
  steps,
}: Pick<Report, 'files' | 'failures' | 'artifacts' | 'steps'>): Figures {
  return {
    good: files.filter(f => f.verified).length,
    all: files.length,
    targets: new Set([...files.map(f => f.target), ...failures.flatMap(f => f.targets)]).size,
    bytes: artifacts.reduce((sum, a) => sum + a.size, 0),
    ms: endOf(steps),
  }
}
