import { closeSync, futimesSync, openSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keepableNs, parsePaxTime, paxTime, secondsOf } from '../../../src/cache/pack/times.ts'
import { scratchDir } from '../../support/cache/trees.ts'

/** 1970 to 2100. */
const times = fc.oneof(
  fc.bigInt({ min: 0n, max: 4_102_444_800_000_000_000n }),
  fc.bigInt({ min: 1_700_000_000_000_000_000n, max: 1_900_000_000_000_000_000n }),
  fc.bigInt({ min: 0n, max: 20_000_000_000_000_000n }),
)

describe('times in packs', () => {
  it('are those that a file really gets', () => {
    const path = join(scratchDir(), 'file')
    const file = openSync(path, 'w')
    fc.assert(
      fc.property(times, ns => {
        futimesSync(file, secondsOf(ns), secondsOf(ns))
        expect(statSync(path, { bigint: true }).mtimeNs).toBe(keepableNs(ns))
      }),
      { numRuns: 500 },
    )
    closeSync(file)
  })

  it('keep what is not newer from becoming newer, stay as they are the second time, and are close', () => {
    fc.assert(
      fc.property(times, fc.bigInt({ min: 0n, max: 500n }), (ns, later) => {
        const kept = keepableNs(ns)
        expect(keepableNs(ns + later) >= kept).toBe(true)
        expect(keepableNs(kept)).toBe(kept)
        expect(kept - ns < 500n && ns - kept < 500n).toBe(true)
      }),
      { numRuns: 5000 },
    )
  })

  it('are exact where a double is', () => {
    expect(keepableNs(1_700_000_000_500_000_000n)).toBe(1_700_000_000_500_000_000n)
    expect(keepableNs(-5n)).toBe(0n)
  })

  it('are written and read as decimal seconds', () => {
    expect(paxTime(1_700_000_000_000_000_042n)).toBe('1700000000.000000042')
    fc.assert(fc.property(times, ns => void expect(parsePaxTime(paxTime(ns))).toBe(ns)))
    for (const text of [undefined, '', '1', '1.5', '-1.000000000', '1.0000000000', 'x']) {
      expect(parsePaxTime(text)).toBeNull()
    }
  })
})
