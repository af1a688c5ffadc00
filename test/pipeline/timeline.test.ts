import { describe, expect, it } from 'vitest'
import { makeTimeline, stages } from '../../src/pipeline/timeline.ts'

describe('the timeline of a run', () => {
  it('has a row for everything that took time, in the order of the starts, counted from the start of the run', async () => {
    let now = 1000
    const timeline = makeTimeline(now, () => now)
    const takes = (ms: number) => async () => {
      now += ms
      return ms
    }
    await timeline.time(stages.plan, takes(100))
    const built = { id: 'j/1-build', title: 'build', job: 'j', stage: 'build' as const, startMs: 100, ms: 50, ok: true }
    now += 50
    await timeline.time({ stage: 'verify', id: 'j/verify', title: 'read', job: 'j' }, takes(7), ms => ms !== 7)
    await timeline.time({ stage: 'smoke', id: 'j/smoke', title: 'start', job: 'j' }, takes(0), () => null)
    await expect(timeline.time(stages.pack, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room')
    timeline.add([built])
    expect(timeline.rows()).toEqual([
      { id: 'plan', title: 'detect and plan', stage: 'plan', job: '', startMs: 0, ms: 100, ok: true },
      built,
      { id: 'j/verify', title: 'read', stage: 'verify', job: 'j', startMs: 150, ms: 7, ok: false },
    ])
  })
})
