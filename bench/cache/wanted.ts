import type { Speed } from './link.ts'
import type { Recorded } from './run.ts'

/** The links of the figures, and none. */
export const rates = {
  none: { rate: Number.POSITIVE_INFINITY, roundTripMs: 0 },
  125: { rate: 125e6, roundTripMs: 20 },
  40: { rate: 40e6, roundTripMs: 20 },
} as const satisfies Record<string, Speed>

/** How a part is to be measured. */
export interface Wanted {
  readonly rounds: number
  /** MB/s with what it means. */
  readonly speeds: readonly (readonly [number, Speed])[]
  /** Who takes part, by a part of the name; all when empty. */
  readonly by: readonly string[]
  /** For people. */
  tell(line: string): void
  record(run: Recorded): void
  /** What does not run, and why. */
  miss(what: string, why: string): void
}
