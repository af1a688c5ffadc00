import { describe, expect, it } from 'vitest'
import type { JobResult } from '../../src/build/run.ts'
import { coldClock, readColdRun, withColdRun } from '../../src/cache/cold-run.ts'
import type { CacheCounts } from '../../src/cache/counts.ts'

/** A build of two steps, the second one beside the first. */
const built = (ms: number, failed: readonly string[] = []): JobResult => {
  const step = { id: 's', title: 's', job: 'a-zig', startMs: 1000, ms, ok: true }
  return { steps: [step, { ...step, startMs: 1500, ms: ms - 500 }], failures: [], failed, messages: {} }
}
const counts = (reused: number, compiled: number): CacheCounts[] => [
  { id: 'go-build a', reused, compiled, unit: 'packages' },
]
const job = 'a x86_64-linux'
const cold = { coldMs: 60_000, coldJob: job }

describe('the time of a build that compiles everything', () => {
  it('is known after such a build', () => {
    const clock = coldClock(job)
    clock.ran(built(60_000))
    clock.counted(built(60_000), counts(0, 12))
    expect(clock.known()).toEqual({ ms: 60_000, job })
    expect(clock.saved()).toBeNull()
  })

  it.each([
    ['reused some', built(1), counts(1, 11)],
    ['compiled nothing', built(1), counts(0, 0)],
    ['failed', built(1, ['x86_64-linux']), counts(0, 12)],
    ['counted nothing', built(1), []],
  ])('is not known after one that %s', (_, result, counted) => {
    const clock = coldClock(job)
    clock.counted(result, counted)
    expect(clock.known()).toBeNull()
  })

  it('is not measured where anything came back, but handed on', () => {
    const clock = coldClock(job)
    clock.came('zig-runtime a', null, 100)
    clock.counted(built(50_000), counts(0, 12))
    expect(clock.known()).toBeNull()
    clock.came('go-build a', cold, 100)
    expect(clock.known()).toEqual({ ms: 60_000, job })
  })
})

describe('what a run was spared', () => {
  it('is that time without what the restore and all runs of the steps took, told of one entry', () => {
    const clock = coldClock(job)
    clock.came('go-build a', cold, 1200)
    clock.came('zig-runtime a', cold, 300.4)
    clock.ran(built(2000))
    clock.ran(built(5000))
    expect(clock.saved()).toEqual({ id: 'go-build a', savedMs: 60_000 - 1500 - 7000 })
  })

  it('is nothing where it took longer, and unknown for another job', () => {
    const slow = coldClock(job)
    slow.came('go-build a', cold, 1000)
    slow.ran(built(61_000))
    expect(slow.saved()).toBeNull()
    const other = coldClock('b x86_64-linux')
    other.came('zig-runtime x86_64-linux', cold, 10)
    expect(other.saved()).toBeNull()
  })
})

describe('the facts of a pack', () => {
  it('keep the time beside what the keeper has noted', () => {
    expect(withColdRun({ names: 'n' }, { ms: 5, job })).toEqual({ names: 'n', coldMs: 5, coldJob: job })
    expect(readColdRun(withColdRun(null, { ms: 5, job }))).toEqual({ ms: 5, job })
    expect(withColdRun(null, null)).toBeNull()
  })

  it.each([
    null,
    'x',
    {},
    { coldMs: '5', coldJob: job },
    { coldMs: 1e300, coldJob: job },
    { coldMs: -1, coldJob: job },
  ])('say nothing with %j', facts => {
    expect(readColdRun(facts)).toBeNull()
  })
})
