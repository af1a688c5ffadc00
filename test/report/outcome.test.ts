import { describe, expect, it } from 'vitest'
import { exitCodeOf, outputDirs } from '../../src/report/outcome.ts'
import { report } from '../support/report.ts'

const [failure] = report().failures
const failures = (...codes: string[]) => codes.flatMap(code => (failure ? { ...failure, code } : []))

describe('the exit code of a run', () => {
  it.each([
    [true, [], 0],
    [false, [], 1],
    [false, ['step-failed'], 1],
    [true, ['step-failed'], 1],
    [false, ['disk-full'], 3],
    [false, ['disk-full', 'step-failed'], 1],
    [false, ['native-cpu'], 2],
    [false, ['step-failed', 'interrupted'], 130],
    [false, ['a-code-of-the-future'], 1],
  ])('verified %s with %j is %i', (verified, codes, code) => {
    expect(exitCodeOf({ verified, failures: failures(...codes) })).toBe(code)
  })
})

it('knows where the run wrote, also when the plan is not what it should be', () => {
  expect(outputDirs(report())).toEqual(['/home/me/demo/dist'])
  expect(outputDirs({ plan: null })).toEqual([])
})
