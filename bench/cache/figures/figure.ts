import type { Recorded } from '../run.ts'

/** One line of the table. */
export interface FigureRow {
  readonly figure: string
  /** What it was measured on. */
  readonly of: string
  readonly must: string
  readonly value: string
  readonly ok: boolean
  /** The same of the others; empty where nobody else does it. */
  readonly others: string
  /** Why it is missed where it is, and what would reach it. */
  readonly ifMissed: string
}

/** A figure that was demanded, and how it follows from what was measured; what was not measured gives no row. Pure. */
export interface Figure extends Pick<FigureRow, 'figure' | 'must' | 'ifMissed'> {
  readonly rows: (runs: readonly Recorded[]) => readonly Measurement[]
}

/** What was measured of a figure. */
export type Measurement = Pick<FigureRow, 'of' | 'value' | 'ok' | 'others'>
