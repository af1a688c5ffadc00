import { describe, expect, it } from 'vitest'
import { sharedEnv, targetGroups, withKeepers } from '../../src/cache/steps.ts'
import { makeJob, shStep } from '../support/jobs.ts'

const [intel, arm] = ['x86_64-linux-musl', 'aarch64-linux-musl']
const step = (id: string, targets: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  shStep(id, '/src', 'true', targets, { env })
const job = (...steps: ReturnType<typeof step>[]) => makeJob({ workDir: '/src/.portable-build/app-zig', steps })

describe('variables of keepers', () => {
  it('reach the steps of their target, over what the steps say themselves, and no other', () => {
    const told = withKeepers(job(step('a', [intel], { GOCACHE: '/home', GOOS: 'linux' }), step('b', [arm])), [
      { env: { [intel]: { GOCACHE: '/kept' } } },
      { env: { [intel]: { ZIG_GLOBAL_CACHE_DIR: '/zig' } } },
    ])
    expect(told.steps.map(s => s.env)).toEqual([{ GOCACHE: '/kept', GOOS: 'linux', ZIG_GLOBAL_CACHE_DIR: '/zig' }, {}])
  })

  it('reach a step of several targets only where these agree, and its fallbacks one by one', () => {
    const whole = { ...step('all', []), fallback: [step('one', [intel]), step('two', [arm])] }
    const [told] = withKeepers(job(whole), [
      { env: { [intel]: { ZIG: '/same', DIR: '/one' }, [arm]: { ZIG: '/same', DIR: '/two' } } },
    ]).steps
    expect(told?.env).toEqual({ ZIG: '/same' })
    expect(told?.fallback?.map(s => s.env)).toEqual([
      { ZIG: '/same', DIR: '/one' },
      { ZIG: '/same', DIR: '/two' },
    ])
  })
})

describe('variables of one step', () => {
  it('reach it and its fallbacks, and no other step of the target', () => {
    const cargo = { ...step('cargo', [intel]), fallback: [step('alone', [intel])] }
    const told = withKeepers(job(step('script', [intel]), cargo), [{ env: {}, steps: { cargo: { CARGO_HOME: '/c' } } }])
    expect(told.steps.map(s => s.env)).toEqual([{}, { CARGO_HOME: '/c' }])
    expect(told.steps[1]?.fallback?.map(s => s.env)).toEqual([{ CARGO_HOME: '/c' }])
  })
})

describe('targets that cannot be told apart', () => {
  it.each([
    { steps: [step('a', [intel]), step('b', [arm])], groups: [[intel], [arm]] },
    { steps: [step('a', [arm, intel])], groups: [[intel, arm]] },
    { steps: [step('before', []), step('a', [intel]), step('b', [arm])], groups: [[intel], [arm]] },
  ])('are those of one command: $groups', ({ steps, groups }) => {
    expect(targetGroups(job(...steps))).toEqual(groups)
  })
})

describe('the environment that steps share', () => {
  it('is what all steps of a target say alike', () => {
    const steps = [
      step('a', [intel], { CC: 'x', OUT: '1' }),
      step('b', [intel], { CC: 'x', OUT: '2' }),
      step('c', [arm]),
    ]
    expect(sharedEnv(job(...steps), intel)).toEqual({ CC: 'x' })
    expect(sharedEnv(job(...steps), arm)).toEqual({})
  })
})
