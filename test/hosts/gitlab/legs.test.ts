import { describe, expect, it } from 'vitest'
import { readMatrix } from '../../../src/collect/matrix.ts'
import { jobsOf, legInputs, legMatrix, readLegs, tagLines } from '../../../src/hosts/gitlab/legs.ts'
import type { Plan } from '../../../src/plan.ts'
import { plan } from '../../support/plan.ts'

const legs = (...items: string[]) => readLegs(`${JSON.stringify(items)} `)

/** A plan whose jobs go to these runners. */
function planned(...runners: string[]): Plan {
  const [job] = plan.jobs
  if (!job) throw new Error('the plan has no job')
  return { ...plan, jobs: runners.map((runner, i) => ({ ...job, id: `job-${i}`, runner: [runner] })) }
}

describe('the items of targets', () => {
  it('are legs with names that are directories', () => {
    expect(legs('linux/amd64', 'aarch64-linux-gnu.2.17, linux/386').map(l => [l.name, l.targets])).toEqual([
      ['linux-amd64', ['linux/amd64']],
      ['aarch64-linux-gnu.2.17-linux-386', ['aarch64-linux-gnu.2.17', 'linux/386']],
    ])
  })

  it('are everything where nothing is said', () => {
    expect(readLegs(undefined)).toEqual([{ item: 'all', name: 'all', targets: [] }])
    expect(legInputs(legs('all'))).not.toHaveProperty('targets')
  })

  it.each([
    ['no list', '"linux/amd64"', 'targets is "linux/amd64", not a list of texts'],
    ['numbers', '[386]', 'not a list of texts'],
    ['nothing', '[]', 'targets is an empty list'],
    ['an empty item', '["linux/amd64",","]', 'targets has an empty item'],
    ['all and more', '["all","linux/amd64"]', 'targets has "all" and other items'],
    ['one target twice', '["linux/arm64","aarch64"]', 'linux/arm64 and aarch64 are the same'],
    ['no target', '["linux/amd46"]', 'linux/amd46'],
  ])('cannot be %s', (_, text, message) => {
    expect(() => readLegs(text)).toThrow(message)
  })

  it('are refused when GitLab would not run them all, with what to do instead', () => {
    const many = Array.from({ length: 201 }, (_, i) => `x86_64-linux-gnu.2.${i}`)
    expect(() => legs(...many)).toThrow('targets has 201 items, and GitLab runs at most 200 jobs of one kind')
    expect(() => legs(...many)).toThrow(expect.objectContaining({ hint: expect.stringContaining('with commas') }))
  })
})

describe('the legs of a plan', () => {
  const two = legs('linux/amd64', 'linux/arm64')

  it('are planned alike on every machine: each target has a label of its leg', () => {
    expect(legInputs(two)).toEqual({
      distribute: 'auto',
      targets: 'linux/amd64\nlinux/arm64',
      runner: 'linux/amd64=leg-linux-amd64\nlinux/arm64=leg-linux-arm64',
    })
  })

  it('do the jobs with their label; a single one does all', () => {
    const made = planned('leg-linux-amd64', 'leg-linux-arm64', 'leg-linux-amd64')
    expect(two.map(leg => jobsOf(leg, two, made))).toEqual([['job-0', 'job-2'], ['job-1']])
    const [one] = legs('linux/amd64,linux/arm64')
    expect(one && jobsOf(one, [one], planned('any', 'any'))).toEqual(['job-0', 'job-1'])
  })

  it('are a matrix that collect reads', async () => {
    const matrix = JSON.stringify(legMatrix(two, planned('leg-linux-amd64', 'leg-linux-arm64', 'leg-linux-amd64')))
    expect(await readMatrix(matrix)).toEqual([
      { name: 'linux-amd64', jobs: ['job-0', 'job-2'] },
      { name: 'linux-arm64', jobs: ['job-1'] },
    ])
  })
})

describe('the tags that are asked for', () => {
  const env = { PB_RUNNER_TAGS: '["docker"] ', PB_RUNNER_TAGS_ARM64: '["arm","big"] ', PB_RUNNER_TAGS_RISCV64: '[] ' }

  it('are said for each leg, before a job waits for a runner that is not there', () => {
    const some = legs('linux/amd64', 'linux/arm64', 'aarch64-linux-gnu.2.28,riscv64', 'linux/s390x')
    expect(tagLines(some, env)).toEqual([
      '4 jobs for:',
      '  linux/amd64: a runner with the tag docker',
      '  linux/arm64: a runner with the tags arm, big',
      '  aarch64-linux-gnu.2.28,riscv64: a runner with the tag docker',
      '  linux/s390x: a runner with the tag docker',
    ])
  })

  it('are none where nothing was said', () => {
    expect(tagLines(legs('riscv64'), {})).toContain('  riscv64: any runner that takes jobs without tags')
  })
})
