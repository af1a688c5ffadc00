import { describe, expect, it } from 'vitest'
import type { Request } from '../../src/backends/backend.ts'
import { container } from '../../src/backends/container.ts'
import type { Machine } from '../../src/machine.ts'
import { makePlan } from '../../src/planner.ts'
import { parseTarget, settleTargets } from '../../src/target.ts'
import { noContainer } from '../support/container.ts'
import { backend, machine as bare, subject } from '../support/subjects.ts'

const machine: Machine = { ...bare, tools: { docker: { path: '/usr/bin/docker', version: null } } }
const withQemu: Machine = { ...machine, emulators: { aarch64: 'binfmt', ppc64le: 'binfmt' } }

function asked(text: string, wish: Partial<Request['container']> = {}, more: Partial<Request> = {}): Request {
  const [target] = settleTargets([parseTarget(text)], { libc: 'musl', glibc: null }).targets
  if (!target) throw new Error(text)
  const { project } = subject({})
  const container = { ...noContainer, ...wish }
  return { target, project, language: 'c', needsC: true, cpu: null, zigVersion: '0.15.2', ...more, container }
}

describe('what the container backend offers', () => {
  it('builds in the image that was asked for, where this machine runs it', () => {
    expect(container.offer(asked('amd64', { image: 'sdk:$arch' }), machine)).toEqual({
      can: true,
      reason: 'builds in sdk:x86_64 (linux/amd64, which this machine runs itself)',
    })
    expect(container.offer(asked('i686', { image: 'sdk' }), machine)).toMatchObject({ can: true })
  })

  it('says what QEMU costs, and how to register it where it is not', () => {
    const request = asked('arm64', { image: 'sdk' })
    const { can, reason } = container.offer(request, withQemu)
    expect([can, reason]).toEqual([true, expect.stringMatching(/under QEMU.*10 to 20 times as long.*`runner`/)])
    expect(container.offer(request, machine)).toMatchObject({
      can: false,
      reason: expect.stringContaining('--install arm64'),
    })
    // a program that a person can start is not one that a container's kernel can
    const byHand: Machine = { ...machine, emulators: { aarch64: '/usr/bin/qemu-aarch64-static' } }
    expect(container.offer(request, byHand).can).toBe(false)
  })

  it('runs Go without C in the image of this machine for every target', () => {
    const request = asked('riscv64', { image: 'golang:1' }, { language: 'go', needsC: false })
    expect(container.offer(request, machine)).toMatchObject({
      can: true,
      reason: expect.stringContaining('linux/amd64'),
    })
    expect(container.kit([request], machine).container).toMatchObject({ platform: 'linux/amd64', emulatedCpu: null })
  })

  it('knows an image for what nothing else can build, and only with an engine', () => {
    const old = asked('ppc64le-linux-gnu.2.17')
    expect(container.offer(old, withQemu).reason).toContain('builds in quay.io/pypa/manylinux2014_ppc64le')
    expect(container.offer(old, bare)).toMatchObject({
      can: false,
      reason: expect.stringContaining('no docker or podman'),
    })
    for (const unknown of ['ppc64-linux-gnu.2.17', 'riscv64-linux-gnu.2.31', 'arm64']) {
      expect(container.offer(asked(unknown), withQemu).reason).toContain('name one with `image`')
    }
  })

  it('has no platform for what engines cannot name', () => {
    expect(container.offer(asked('mips', { image: 'sdk' }), machine)).toMatchObject({ can: false })
    expect(container.offer(asked('mips', { dockerfile: 'Dockerfile' }), machine)).toMatchObject({ can: false })
  })

  it('leaves to a Dockerfile where its stages run, and says what does not run here', () => {
    const reason = (on: Machine) => container.offer(asked('arm64', { dockerfile: 'Dockerfile' }), on).reason
    expect(reason(withQemu)).toMatch(/^`docker buildx build` of Dockerfile for linux\/arm64: stages .* run under QEMU/)
    expect(reason(machine)).toContain('--install arm64')
  })
})

describe('the kit', () => {
  it('takes compilers by the names that they have in the image', () => {
    const kit = container.kit([asked('amd64', { image: 'sdk' })], {
      ...machine,
      tools: { cc: { path: '/here/cc', version: '1' } },
    })
    expect(kit.files.map(f => f.content).join()).not.toContain('/here/cc')
    expect(kit.compilers['x86_64-linux-musl']?.cc).toMatch(/^\/tools\/wrappers\/.*-cc$/)
  })

  it('pretends the baseline CPU under QEMU, or the one that was allowed', () => {
    const cpu = (more: Partial<Request>) =>
      container.kit([asked('arm64', { image: 'sdk' }, more)], withQemu).container?.emulatedCpu
    expect([cpu({}), cpu({ cpu: 'cortex-a72' })]).toEqual(['cortex-a53', 'cortex-a72'])
  })

  it('changes its identity with the image', () => {
    const identity = (image: string) => container.kit([asked('amd64', { image })], machine).identity
    expect(identity('sdk:1')).not.toBe(identity('sdk:2'))
  })
})

describe('a plan with an image', () => {
  const others = [backend('native', t => t.arch === 'x86_64'), backend('zig', () => true)] as const

  it('gives every target a container of its own, and asks no other backend', () => {
    const inputs = { image: 'sdk:$arch', targets: ['amd64', 'arm64'], limits: { cpus: '1' } }
    const plan = makePlan([subject(inputs)], withQemu, [...others, container])
    expect(plan.jobs.map(j => [j.id, j.container?.image, j.container?.platform, j.container?.limits.cpus])).toEqual([
      ['hello-x86_64-linux-musl', 'sdk:x86_64', 'linux/amd64', 1],
      ['hello-aarch64-linux-musl', 'sdk:aarch64', 'linux/arm64', 1],
    ])
    expect(plan.projects[0]?.targets[0]?.offers.map(o => o.reason)).toEqual([
      '`image` was given',
      '`image` was given',
      'builds in sdk:x86_64 (linux/amd64, which this machine runs itself)',
    ])
  })

  it('needs no tools of this machine', () => {
    const needy = subject({ image: 'sdk', targets: ['amd64'] })
    const language = { ...needy.language, needs: () => [{ tool: 'make', get: 'apt' }] }
    const tools = (s: typeof needy) => makePlan([s], machine, [...others, container]).projects[0]?.tools
    expect(tools({ ...needy, language })).toEqual([])
    expect(tools({ ...subject({ targets: ['amd64'] }), language })).toEqual([
      { name: 'make', version: null, path: null },
    ])
  })

  it('refuses limits that cannot be', () => {
    const wrong = () => makePlan([subject({ image: 'sdk', limits: { memory: 'much' } })], machine, [container])
    expect(wrong).toThrowError(/memory is "much"/)
  })
})
