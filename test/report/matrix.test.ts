import { expect, it } from 'vitest'
import { matrixOf } from '../../src/report/matrix.ts'
import { plan } from '../support/plan.ts'

it('makes the plan’s jobs what strategy.matrix takes, and --only knows', async () => {
  const text = `${JSON.stringify(matrixOf(plan), null, 2)}\n`
  await expect(text).toMatchFileSnapshot('../golden/matrix.json')
})

it('gives several labels as a list', () => {
  const jobs = plan.jobs.map(job => ({ ...job, runner: ['self-hosted', 'arm64'] }))
  expect(matrixOf({ ...plan, jobs }).include[0]?.runner).toBe('["self-hosted","arm64"]')
})

it('is an empty list for a plan without jobs', () => {
  expect(matrixOf({ ...plan, jobs: [] })).toEqual({ include: [] })
})
