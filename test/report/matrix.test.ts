import { expect, it } from 'vitest'
import { matrixOf } from '../../src/report/matrix.ts'
import { plan } from '../support/plan.ts'

it('makes the plan’s jobs what strategy.matrix takes, and --only knows', () => {
  expect(matrixOf(plan)).toEqual({
    include: [
      {
        job: 'hello-zig',
        project: 'hello',
        backend: 'zig',
        targets: 'x86_64-linux-musl,aarch64-linux-musl',
        runner: 'ubuntu-latest',
      },
    ],
  })
})

it('gives a native job a runner of its architecture', () => {
  const [job] = plan.jobs
  const jobs = job ? [{ ...job, backend: 'native' as const, targets: ['aarch64-linux-gnu.2.28'] }] : []
  expect(matrixOf({ ...plan, jobs }).include[0]?.runner).toBe('ubuntu-24.04-arm')
})
