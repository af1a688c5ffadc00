import { describe, expect, it } from 'vitest'
import { BuildError } from '../src/errors.ts'
import { makePlan } from '../src/planner.ts'
import { backend, machine, subject } from './support/subjects.ts'

const native = backend('native', t => t.arch === 'x86_64')
const zig = backend('zig', () => true)

describe('makePlan', () => {
  it('gives each target to the first backend that can build it and says what the others said', () => {
    const plan = makePlan([subject({ targets: ['amd64', 'arm64'] })], machine, [native, zig])
    expect(plan.jobs.map(j => [j.id, j.targets])).toEqual([
      ['hello-native', ['x86_64-linux-musl']],
      ['hello-zig', ['aarch64-linux-musl']],
    ])
    const [amd64, arm64] = plan.projects[0]?.targets ?? []
    expect(amd64?.offers.map(o => [o.backend, o.chosen])).toEqual([
      ['native', true],
      ['zig', false],
    ])
    expect(arm64?.offers[0]).toEqual({ backend: 'native', can: false, chosen: false, reason: 'native says no' })
    expect(arm64?.job).toBe('hello-zig')
  })

  it('builds for this machine when no target is named', () => {
    const plan = makePlan([subject({})], machine, [zig])
    expect(plan.projects[0]?.targets.map(t => t.name)).toEqual(['x86_64-linux-musl'])
  })

  it('demands of each artifact what its target promises', () => {
    const plan = makePlan([subject({ targets: ['amd64', 'aarch64-linux-gnu.2.28'] })], machine, [zig])
    const [musl, glibc] = plan.projects[0]?.targets.map(t => t.policy) ?? []
    expect(musl).toMatchObject({ arch: 'x86_64', linkage: ['static', 'static-pie'] })
    expect(glibc).toMatchObject({ arch: 'aarch64', floor: { glibc: '2.28' } })
    expect(glibc?.linkage).toContain('dynamic-glibc')
  })

  it('honours the backend that was asked for, and names each reason when it cannot', () => {
    const asked = () => makePlan([subject({ targets: ['arm64'], backend: 'native' })], machine, [native, zig])
    expect(asked).toThrowError(BuildError)
    try {
      asked()
    } catch (error) {
      const { code, lines } = error as BuildError
      expect(code).toBe('no-backend')
      expect(lines).toEqual(['native: native says no', 'zig: `backend: native` was asked for'])
    }
  })

  it('puts the environment of the toolchain under that of the command, so that it can be copied', () => {
    const [job] = makePlan([subject({})], machine, [zig]).jobs
    expect(job?.steps[0]?.env).toEqual({ CC: 'own', ZIG: 'zig' })
    expect(job?.steps[0]?.id).toBe('hello-zig/1-build')
  })

  it('keeps jobs of several projects apart, also when they have the same name', () => {
    const second = subject({ 'artifact-name': 'second' })
    const plan = makePlan([subject({}), second, subject({}, 'b/c d')], machine, [zig])
    expect(plan.jobs.map(j => j.id)).toEqual(['hello-zig', 'hello-zig-2', 'b-c-d-zig'])
    expect(plan.projects.map(p => p.targets[0]?.job)).toEqual(['hello-zig', 'hello-zig-2', 'b-c-d-zig'])
  })

  it('tells a raised floor once', () => {
    const plan = makePlan([subject({ targets: ['riscv64'], glibc: '2014' })], machine, [zig])
    expect(plan.projects[0]?.targets[0]?.name).toBe('riscv64-linux-gnu.2.27')
    expect(plan.notices.filter(n => n.includes('2.27'))).toHaveLength(1)
  })

  it('is plain data: JSON and back is the same', () => {
    const plan = makePlan([subject({ targets: ['amd64', 'arm64'] })], machine, [native, zig])
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
  })

  it('carries what was demanded into the policy of every target; the policy `glibc` is the libc too', () => {
    const inputs = { targets: ['amd64', 'arm64'], policy: 'glibc', forbid: ['hardening'], secrets: ['TOKEN'] } as const
    const [project] = makePlan([subject(inputs)], machine, [zig]).projects
    expect(project?.targets.map(t => t.policy)).toMatchObject([
      { target: 'x86_64-linux-gnu.2.17', preset: 'glibc', forbid: ['hardening'], secrets: ['TOKEN'] },
      { target: 'aarch64-linux-gnu.2.17', preset: 'glibc', forbid: ['hardening'] },
    ])
    expect(() => makePlan([subject({ targets: ['amd64'], forbid: ['hardning'] })], machine, [zig])).toThrow('hardning')
  })
})
