import { describe, expect, it } from 'vitest'
import { withNumbers } from '../../src/cache/counts.ts'
import { countCrates } from '../../src/cache/rust/counts.ts'
import { readMessages } from '../../src/cache/rust/messages.ts'
import type { CacheReport } from '../../src/report/schema.ts'

const artifact = (id: string, fresh: boolean, file: string) =>
  JSON.stringify({
    ...{ reason: 'compiler-artifact', package_id: id, manifest_path: '/m', target: { kind: ['lib'], src_path: '/s' } },
    ...{ filenames: [file], fresh },
  })

describe('the crates of a build', () => {
  it('are counted once, however many of their units there are', () => {
    const messages = readMessages([
      artifact('registry+https://x#serde@1.0.0', true, '/a/serde.rlib'),
      artifact('registry+https://x#serde@1.0.0', true, '/b/serde.rlib'),
      artifact('registry+https://x#libc@0.2.0', true, '/a/build-script'),
      artifact('registry+https://x#libc@0.2.0', false, '/a/libc.rlib'),
      artifact('path+file:///p#app@1.0.0', false, '/a/app'),
    ])
    expect(countCrates(messages, 'app-zig')).toEqual([
      { id: 'rust-hot app-zig', reused: 1, compiled: 1, unit: 'crates' },
      { id: 'rust-own app-zig', reused: 0, compiled: 1, unit: 'crates' },
    ])
  })

  it('are none where there are none', () => {
    expect(countCrates(readMessages([artifact('path+file:///p#app@1.0.0', true, '/a/app')]), 'a')).toEqual([
      { id: 'rust-own a', reused: 1, compiled: 0, unit: 'crates' },
    ])
  })
})

describe('numbers', () => {
  const row: CacheReport = { id: 'ccache a', key: 'k', hit: 'exact', bytes: 1, ms: 1, why: '' }
  it('belong to the row of the entry that was asked for', () => {
    const saved: CacheReport = { ...row, hit: 'skipped', saved: 'saved' }
    const counts = [{ id: 'ccache a', reused: 23, compiled: 1, unit: 'files' as const }]
    const other: CacheReport = { ...row, id: 'ccache b' }
    expect(withNumbers([row, saved, other], counts)).toEqual([
      { ...row, reused: 23, compiled: 1, unit: 'files' },
      saved,
      other,
    ])
  })

  it('of several kinds come together', () => {
    const counts = { id: 'ccache a', reused: 23, compiled: 1, unit: 'files' as const }
    expect(withNumbers([row], [counts, { id: 'ccache a', savedMs: 7 }])).toEqual([{ ...row, ...counts, savedMs: 7 }])
  })
})
