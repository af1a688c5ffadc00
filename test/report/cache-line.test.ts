import { expect, it } from 'vitest'
import { cacheLine } from '../../src/report/cache-line.ts'
import type { CacheReport } from '../../src/report/schema.ts'

const row: CacheReport = { id: 'rust-hot a', key: 'k', hit: 'exact', bytes: 48_800_000, ms: 1, why: '' }

it('is what was reused, restored and saved', () => {
  const rows: CacheReport[] = [
    { ...row, reused: 187, compiled: 0, unit: 'crates', savedMs: 95_000 },
    { ...row, id: 'rust-own a', bytes: 1_000_000, reused: 2, compiled: 1, unit: 'crates' },
    { ...row, id: 'ccache b', hit: 'miss', bytes: 0, reused: 0, compiled: 24, unit: 'files' },
    { ...row, hit: 'skipped', saved: 'saved', bytes: 5_000_000 },
    { ...row, hit: 'skipped', saved: 'exists', bytes: 0 },
  ]
  expect(cacheLine(rows)).toBe(
    '189 of 190 crates reused; 0 of 24 files reused; 2 entries restored, 49.8 MB; 1 saved, 5.0 MB; about 1m35s gained (estimate)',
  )
})

it('is nothing where the cache did nothing', () => {
  expect(cacheLine([])).toBe('')
  expect(
    cacheLine([
      { ...row, hit: 'miss' },
      { ...row, hit: 'skipped', saved: 'not-allowed' },
    ]),
  ).toBe('')
})
