import { describe, expect, it } from 'vitest'
import type { Request } from '../../src/backends/backend.ts'
import { native } from '../../src/backends/native.ts'
import { zig } from '../../src/backends/zig.ts'
import type { Machine } from '../../src/machine.ts'
import type { Project } from '../../src/project.ts'
import { parseTarget, settleTargets, type Target } from '../../src/target.ts'
import { noContainer } from '../support/container.ts'

const project: Project = {
  name: 'hello',
  dir: '/src/hello',
  language: 'c',
  buildSystem: 'make',
  executables: [],
  toolchain: null,
  version: null,
  evidence: [],
  declined: [],
}

const machine: Machine = {
  arch: 'x86_64',
  cpus: 2,
  glibc: '2.36',
  tools: { cc: { path: '/usr/bin/cc', version: '12.2.0' } },
  emulators: {},
  toolsDir: '/tools',
}

function target(text: string): Target {
  const [first] = settleTargets([parseTarget(text)], { libc: 'musl', glibc: null }).targets
  if (!first) throw new Error(text)
  return first
}

const asked = (text: string, more: Partial<Request> = {}): Request => ({
  target: target(text),
  project,
  language: 'c',
  needsC: true,
  cpu: null,
  zigVersion: '0.15.2',
  container: noContainer,
  ...more,
})

describe('the native backend', () => {
  it('builds Go without C for every architecture', () => {
    expect(native.offer(asked('riscv64', { language: 'go', needsC: false }), machine)).toMatchObject({ can: true })
  })

  it('builds C only where this machine is old enough', () => {
    expect(native.offer(asked('x86_64-linux-gnu.2.36'), machine)).toMatchObject({ can: true })
    expect(native.offer(asked('x86_64-linux-gnu.2.17'), machine)).toEqual({
      can: false,
      reason: "this machine's glibc 2.36 is newer than the floor 2.17",
    })
  })

  it.each([
    ['aarch64-linux-gnu.2.36', machine, /this machine is x86_64/],
    ['x86_64-linux-musl', machine, /static musl/],
    ['x86_64-linux-gnu.2.36', { ...machine, glibc: null }, /no glibc/],
    ['x86_64-linux-gnu.2.36', { ...machine, tools: {} }, /no C compiler/],
  ])('declines %s with the reason', (text, on, reason) => {
    const offer = native.offer(asked(text), on)
    expect(offer.can).toBe(false)
    expect(offer.reason).toMatch(reason)
  })

  it('puts the runtime of GCC into the executable', () => {
    const kit = native.kit([asked('x86_64-linux-gnu.2.36')], machine)
    const cxx = kit.files.find(f => f.path === kit.compilers['x86_64-linux-gnu.2.36']?.cxx)
    expect(cxx?.content).toContain("'-static-libgcc' '-static-libstdc++'")
  })
})

describe('the zig backend', () => {
  it.each([
    'x86_64-linux-musl',
    'aarch64-linux-gnu.2.17',
    'riscv64-linux-gnu',
    'loongarch64-linux-musl',
    'armv6-linux-musl',
  ])('builds %s', text => expect(zig.offer(asked(text), machine)).toMatchObject({ can: true }))

  it.each([
    ['x86_64-linux-gnu.2.43', machine, {}, /newer than 2\.42/],
    ['ppc64le-linux-gnu.2.17', machine, {}, /from 2\.19 on/],
    ['ppc64-linux-gnu', machine, {}, /ELFv1/],
    ['x86_64-linux-musl', { ...machine, arch: 'riscv64' } as Machine, {}, /packaged for x86_64 and aarch64/],
    ['x86_64-linux-musl', machine, { language: 'go', needsC: false } as const, /no C to compile/],
  ])('declines %s with the reason', (text, on, more, reason) => {
    const offer = zig.offer(asked(text, more), on)
    expect(offer.can).toBe(false)
    expect(offer.reason).toMatch(reason)
  })

  it('knows newer glibc with a newer zig', () => {
    expect(zig.offer(asked('x86_64-linux-gnu.2.43', { zigVersion: '0.16.0' }), machine).can).toBe(true)
  })

  it('names wrappers after the target, in a directory named after what they do', () => {
    const plain = zig.kit([asked('aarch64-linux-musl')], machine)
    const tuned = zig.kit([asked('aarch64-linux-musl', { cpu: 'cortex_a72' })], machine)
    const path = plain.compilers['aarch64-linux-musl']?.cc
    expect(path).toMatch(/^\/tools\/wrappers\/[0-9a-f]{16}\/aarch64-linux-musl-cc$/)
    expect(path).not.toMatch(/\/[^/]*zig[^/]*$/)
    expect(tuned.compilers['aarch64-linux-musl']?.cc).not.toBe(path)
    expect(tuned.identity).not.toBe(plain.identity)
    expect(zig.kit([asked('aarch64-linux-musl')], machine)).toEqual(plain)
  })

  it('gives a target the same wrapper whatever other targets are built', () => {
    const one = zig.kit([asked('aarch64-linux-musl')], machine)
    const two = zig.kit([asked('x86_64-linux-musl'), asked('aarch64-linux-musl')], machine)
    expect(two.compilers['aarch64-linux-musl']).toEqual(one.compilers['aarch64-linux-musl'])
  })

  it('brings cargo-zigbuild for Rust only', () => {
    const rust = zig.kit([asked('x86_64-linux-musl', { language: 'rust' })], machine)
    expect(rust.toolchains.map(t => t.name)).toEqual(['zig', 'cargo-zigbuild'])
    expect(rust.env['CARGO_ZIGBUILD_ZIG_PATH']).toBe('/tools/zig-0.15.2/zig')
    expect(rust.path).toHaveLength(1)
    expect(zig.kit([asked('x86_64-linux-musl')], machine).toolchains.map(t => t.name)).toEqual(['zig'])
  })
})
