import { describe, expect, it } from 'vitest'
import type { BuildError } from '../../src/errors.ts'
import type { Inputs } from '../../src/inputs/inputs.ts'
import { makePlan } from '../../src/planner.ts'
import { matrixOf } from '../../src/report/matrix.ts'
import { backend, machine, subject } from '../support/subjects.ts'

const native = backend('native', t => t.arch === 'x86_64')
const zig = backend('zig', () => true)
const three = ['amd64', 'arm64', 'aarch64-linux-gnu.2.28']

const planOf = (inputs: Partial<Inputs>, on = machine) =>
  makePlan([subject({ targets: three, ...inputs })], on, [native, zig])
const jobsOf = (inputs: Partial<Inputs>, on = machine) =>
  planOf(inputs, on).jobs.map(j => [j.id, j.targets.join(' '), j.runner.join(' ')])

function refusal(inputs: Partial<Inputs>): BuildError {
  try {
    planOf(inputs)
  } catch (error) {
    return error as BuildError
  }
  throw new Error('nothing was thrown')
}

describe('distribute', () => {
  it('auto: a job for each backend, on the runner that is like the machine of the plan', () => {
    expect(jobsOf({})).toEqual([
      ['hello-native', 'x86_64-linux-musl', 'ubuntu-24.04'],
      ['hello-zig', 'aarch64-linux-musl aarch64-linux-gnu.2.28', 'ubuntu-24.04'],
    ])
    expect(jobsOf({}, { ...machine, arch: 'aarch64' }).map(j => j[2])).toEqual(['ubuntu-24.04-arm', 'ubuntu-24.04-arm'])
  })

  it('always: a job for each target, whose id says nothing of the backend', () => {
    expect(jobsOf({ distribute: 'always' })).toEqual([
      ['hello-x86_64-linux-musl', 'x86_64-linux-musl', 'ubuntu-24.04'],
      ['hello-aarch64-linux-musl', 'aarch64-linux-musl', 'ubuntu-24.04'],
      ['hello-aarch64-linux-gnu.2.28', 'aarch64-linux-gnu.2.28', 'ubuntu-24.04'],
    ])
    const targets = planOf({ distribute: 'always' }).projects[0]?.targets.map(t => t.job)
    expect(targets).toEqual(['hello-x86_64-linux-musl', 'hello-aarch64-linux-musl', 'hello-aarch64-linux-gnu.2.28'])
  })

  it('gives a target with a runner of its own a job that is found again on that runner', () => {
    const runner = { 'linux/arm64': 'ubuntu-24.04-arm' }
    const ids = (on: typeof machine) => jobsOf({ runner }, on).map(j => j[0])
    expect(jobsOf({ runner })).toEqual([
      ['hello-native', 'x86_64-linux-musl', 'ubuntu-24.04'],
      ['hello-aarch64-linux-musl', 'aarch64-linux-musl', 'ubuntu-24.04-arm'],
      ['hello-aarch64-linux-gnu.2.28', 'aarch64-linux-gnu.2.28', 'ubuntu-24.04-arm'],
    ])
    const onArm = makePlan(
      [subject({ targets: three, runner: { ...runner, default: 'ubuntu-24.04' } })],
      { ...machine, arch: 'aarch64' },
      [backend('native', t => t.arch === 'aarch64'), zig],
    )
    expect(onArm.jobs.map(j => j.id)).toEqual(expect.arrayContaining(ids(machine).slice(1)))
  })

  it('never: the jobs stay together in one leg', () => {
    const plan = planOf({ distribute: 'never', runner: { arm64: 'mine' } })
    expect(plan.jobs.map(j => j.id)).toEqual(['hello-native', 'hello-zig'])
    expect(matrixOf(plan).include).toEqual([
      {
        name: 'hello-native',
        only: 'hello-native,hello-zig',
        targets: 'x86_64-linux-musl,aarch64-linux-musl,aarch64-linux-gnu.2.28',
        project: 'hello',
        backend: 'native,zig',
        runner: '"ubuntu-24.04"',
      },
    ])
  })
})

describe('runner', () => {
  it('takes any spelling of a target; the most exact line wins, `default` is for the rest', () => {
    const runner = {
      default: 'base',
      arm64: 'arm',
      'aarch64-unknown-linux-gnu.2.28': 'self-hosted, linux , glibc',
      riscv64: 'elsewhere',
    }
    expect(jobsOf({ runner, distribute: 'always' }).map(j => j[2])).toEqual(['base', 'arm', 'self-hosted linux glibc'])
    expect(matrixOf(planOf({ runner })).include.map(leg => JSON.parse(leg.runner))).toEqual([
      'base',
      'arm',
      ['self-hosted', 'linux', 'glibc'],
    ])
  })

  it.each([
    [{ amr64: 'x' }, /"amr64" is no target/, /arm64/],
    [{ defualt: 'x' }, /no target/, /default/],
    [{ arm64: '' }, /no list of labels/, /commas/],
    [{ arm64: 'a,,b' }, /no list of labels/, /commas/],
    [{ arm64: 'a\u001bb' }, /control character/, /commas/],
    [{ arm64: [...'abcdefghijk'].join() }, /11 labels/, /commas/],
    [{ arm64: 'a', 'linux/arm64': 'b' }, /arm64 and linux\/arm64 are the same/, /./],
  ])('refuses %j', (runner, message, hint) => {
    const error = refusal({ runner })
    expect(error.code).toBe('bad-input')
    expect(error.message).toMatch(message)
    expect(error.hint).toMatch(hint)
  })
})

describe('names of artifacts', () => {
  const names = (inputs: Partial<Inputs>) => planOf(inputs).projects[0]?.targets.map(t => t.artifact)

  it('are the executable and the target by default', () => {
    expect(names({})).toEqual(['hello-x86_64-linux-musl', 'hello-aarch64-linux-musl', 'hello-aarch64-linux-gnu.2.28'])
    expect(names({ bin: ['tool'] })?.[0]).toBe('tool-x86_64-linux-musl')
    expect(names({ bin: ['tool', 'other'] })?.[0]).toBe('hello-x86_64-linux-musl')
    expect(names({ 'bin-name': 'renamed' })?.[0]).toBe('renamed-x86_64-linux-musl')
  })

  it('take the version of the tag where the project says none', () => {
    expect(names({ 'artifact-name': '$project-$version-$target' })?.[0]).toBe('hello-1.2.3-x86_64-linux-musl')
  })

  it('are told apart before anything is built', () => {
    const error = refusal({ 'artifact-name': '$bin-$arch' })
    expect(error.code).toBe('same-artifact')
    expect(error.exitCode).toBe(2)
    expect(error.message).toContain('hello for aarch64-linux-gnu.2.28')
    expect(error.hint).toContain('$target')
  })

  it('of two projects need the project', () => {
    const same = { 'artifact-name': 'x-$target' }
    const both = () => makePlan([subject(same), subject(same, 'other')], machine, [zig])
    expect(both).toThrow(expect.objectContaining({ code: 'same-artifact', hint: expect.stringContaining('$project') }))
  })
})
