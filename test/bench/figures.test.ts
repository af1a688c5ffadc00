import { describe, expect, it } from 'vitest'
import { figureRows } from '../../bench/cache/figures/table.ts'
import { benchmarkPage } from '../../bench/cache/page.ts'
import { rawText } from '../../bench/cache/raw.ts'
import type { Part, Recorded } from '../../bench/cache/run.ts'

const run = (more: Partial<Recorded>): Recorded => ({
  ...{ project: 'workspace', by: 'ours', scene: 'code change', rate: 125, round: 0, load: 0.5 },
  ...{ wall: 5, cpu: 4, downBytes: 1e6, upBytes: 0, requests: 3, restored: { 'rust-hot': 4e6 }, saved: {} },
  ...more,
})
const partOf = (runs: readonly Recorded[]): Part => ({
  ...{ date: '2026-01-01', commit: 'abc', machine: 'one core', versions: { rustc: '1.90.0' }, rounds: 1, notRun: {} },
  runs,
})
const others = [
  run({ by: 'native', wall: 3, downBytes: 0, restored: {} }),
  run({ by: "rust-cache's rules", wall: 9, downBytes: 1e7, crates: { external: 0, own: 5 } }),
]
const rowOf = (ours: Partial<Recorded>, figure: string) =>
  figureRows({ part: partOf([...others, run({ crates: { external: 0, own: 1 }, ...ours })]) }).find(row =>
    row.figure.startsWith(figure),
  )

describe('the figures of the cache', () => {
  it('compare medians of the same link, and say what the others took', () => {
    expect(rowOf({}, 'code change: restore')).toMatchObject({
      ok: true,
      value: expect.stringContaining('5.0 s / 3.0 s'),
    })
    expect(rowOf({}, 'code change: restore')?.others).toBe("rust-cache's rules 9.0 s")
    expect(rowOf({ wall: 5.4 }, 'code change: restore')).toMatchObject({ ok: false })
  })

  it('have a crate from outside that was compiled for a miss', () => {
    expect(rowOf({}, 'external crates')).toMatchObject({ ok: true })
    expect(rowOf({ crates: { external: 1, own: 1 } }, 'external crates')).toMatchObject({ ok: false })
  })

  it('count own crates against those that depend on the change', () => {
    expect(rowOf({}, 'own crates')).toMatchObject({ of: 'workspace, code change', value: '1 / 1', ok: true })
    expect(rowOf({ crates: { external: 0, own: 5 } }, 'own crates')).toMatchObject({ value: '5 / 1', ok: false })
  })

  it('compare what is restored of Rust with all that the other fetches', () => {
    expect(rowOf({}, 'restored bytes')).toMatchObject({ ok: true, value: expect.stringContaining('0.40') })
    expect(rowOf({ restored: { 'rust-hot': 7e6, 'zig-runtime': 1e6 } }, 'restored bytes')).toMatchObject({ ok: false })
  })

  it('are written into a page that marks what was missed, with its reason', () => {
    const raw = { part: partOf([...others, run({ wall: 99, crates: { external: 0, own: 1 } })]) }
    expect(benchmarkPage(raw)).toContain('| <= 1.10 x + 2 s | **missed** 99.0 s / 3.0 s')
    expect(benchmarkPage(raw)).toMatch(/^- code change: restore and build .*\(workspace, 125 MB\/s\): ./m)
    expect(benchmarkPage({})).not.toContain('missed')
  })

  it('survive in the raw file', () => {
    const raw = { one: partOf(others), two: partOf([]) }
    expect(JSON.parse(rawText(raw))).toEqual(raw)
  })
})
