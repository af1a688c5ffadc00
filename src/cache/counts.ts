import type { CacheReport } from '../report/schema.ts'

/** What a build did with what an entry is for. */
export interface CacheCounts extends Required<Pick<CacheReport, 'reused' | 'compiled' | 'unit'>> {
  /** Of the row that it belongs to: kind and name of the entry. */
  readonly id: string
}

/** The rows with their numbers, which are known only after the build; a number without a row is left out. Pure. */
export function withNumbers(rows: readonly CacheReport[], counts: readonly CacheCounts[]): CacheReport[] {
  return rows.map(row => {
    const found = row.saved === undefined ? counts.find(c => c.id === row.id) : undefined
    return found ? { ...row, ...found } : row
  })
}
