import { describe, expect, it } from 'vitest'
import { readLimits } from '../../../src/backends/container/limits.ts'
import { exceeded, peakText, readUsage } from '../../../src/backends/container/usage.ts'

const limits = readLimits({ memory: '64m', pids: '100' }, 2)
const version1 = `= memory/memory.max_usage_in_bytes
67108864
= memory/memory.oom_control
oom_kill_disable 0
under_oom 0
oom_kill 2
= pids/pids.events
max 0
`
const version2 = `= memory.peak
41943040
= memory.events
low 0
oom 1
oom_kill 0
oom_group_kill 0
= pids.peak
100
= pids.events
max 3
`

describe('readUsage', () => {
  it('reads control groups of both versions', () => {
    expect(readUsage(version1)).toEqual({ memoryPeak: 67108864, pidsPeak: null, oomKills: 2, pidsRefused: 0 })
    expect(readUsage(version2)).toEqual({ memoryPeak: 41943040, pidsPeak: 100, oomKills: 0, pidsRefused: 3 })
  })

  it('knows nothing where the kernel says nothing', () => {
    expect(readUsage('')).toEqual({ memoryPeak: null, pidsPeak: null, oomKills: 0, pidsRefused: 0 })
  })
})

describe('exceeded', () => {
  const none = readUsage('')

  it('tells memory and processes apart, with the most that was seen', () => {
    expect(exceeded(none, readUsage(version1), limits)).toMatchObject({
      code: 'limit-exceeded',
      message: 'the memory of the container was used up: at most 64 MiB of 64 MiB',
    })
    expect(exceeded(none, readUsage(version2), limits)?.message).toContain('more than 100 processes')
  })

  it('does not blame a command for what happened before it', () => {
    expect(exceeded(readUsage(version1), readUsage(version1), limits)).toBeNull()
  })
})

it('says what was used of what was allowed', () => {
  expect(peakText(readUsage(version2), limits)).toBe('at most 40 MiB of 64 MiB, 100 of 100 processes')
  expect(peakText(readUsage(''), limits)).toBe('at most memory not known of 64 MiB')
})
