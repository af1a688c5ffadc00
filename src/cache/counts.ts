import type { CacheReport } from '../report/schema.ts'

/** What a build did with what an entry is for. */
export interface CacheCounts {
  /** Of the row that it belongs to: kind and name of the entry. */
  readonly id: string
  readonly reused: number
  readonly compiled: number
  readonly unit: NonNullable<CacheReport['unit']>
}

/** What is known of an entry after the build. */
export type RowNumbers = Pick<CacheReport, 'id'> &
  Partial<Pick<CacheReport, 'reused' | 'compiled' | 'unit' | 'savedMs'>>

/** The rows with their numbers, which are known only after the build; a number without a row is left out. Pure. */
export function withNumbers(rows: readonly CacheReport[], numbers: readonly RowNumbers[]): CacheReport[] {
  return rows.map(row => {
    const mine = row.saved === undefined ? numbers.filter(n => n.id === row.id) : []
    return Object.assign({ ...row }, ...mine)
  })
}
