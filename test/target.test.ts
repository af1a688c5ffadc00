import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { archNames, archs } from '../src/arch.ts'
import { BuildError } from '../src/errors.ts'
import { makeTarget, parseTarget, readFloor, rustTriple, settleTargets, zigTarget } from '../src/target.ts'

const settle = (names: string[], glibc: string | null = null, libc: 'musl' | 'glibc' | 'none' = 'musl') =>
  settleTargets(names.map(parseTarget), { libc, glibc })
const names = (spellings: string[], glibc: string | null = null) => settle(spellings, glibc).targets.map(t => t.name)

function refusal(act: () => unknown): BuildError {
  try {
    act()
  } catch (error) {
    if (error instanceof BuildError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('parseTarget', () => {
  it.each([
    ['x86_64-linux-musl', 'x86_64-linux-musl'],
    ['aarch64-linux-gnu.2.17', 'aarch64-linux-gnu.2.17'],
    ['x86_64-unknown-linux-musl', 'x86_64-linux-musl'],
    ['x86_64-unknown-linux-gnu.2.28', 'x86_64-linux-gnu.2.28'],
    ['aarch64-unknown-linux-gnu', 'aarch64-linux-gnu.2.17'],
    ['armv7-unknown-linux-musleabihf', 'armv7-linux-musl'],
    ['arm-unknown-linux-musleabi', 'armel-linux-musl'],
    ['arm-unknown-linux-gnueabihf', 'armv6-linux-gnu.2.17'],
    ['riscv64gc-unknown-linux-musl', 'riscv64-linux-musl'],
    ['powerpc64le-unknown-linux-gnu', 'ppc64le-linux-gnu.2.19'],
    ['linux/amd64', 'x86_64-linux-musl'],
    ['linux/arm64', 'aarch64-linux-musl'],
    ['linux/arm64/v8', 'aarch64-linux-musl'],
    ['linux/arm/v7', 'armv7-linux-musl'],
    ['linux/arm/v6', 'armv6-linux-musl'],
    ['linux_arm64', 'aarch64-linux-musl'],
    ['arm64', 'aarch64-linux-musl'],
    ['AMD64', 'x86_64-linux-musl'],
    ['i386', 'i686-linux-musl'],
    ['manylinux2014_x86_64', 'x86_64-linux-gnu.2.17'],
    ['manylinux_2_28_aarch64', 'aarch64-linux-gnu.2.28'],
    ['musllinux_1_2_x86_64', 'x86_64-linux-musl'],
    ['  s390x\t', 's390x-linux-musl'],
  ])('reads %s as %s', (spelling, name) => {
    expect(names([spelling])).toEqual([name])
  })

  it.each([
    ['amr64', 'arm64'],
    ['x86_64-linux-msul', 'x86_64-linux-musl'],
    ['linux/amd46', 'linux/amd64'],
  ])('refuses %s and suggests %s', (spelling, suggestion) => {
    const error = refusal(() => parseTarget(spelling))
    expect(error.code).toBe('unknown-target')
    expect(error.hint).toContain(suggestion)
  })

  it.each([
    '',
    'windows/amd64',
    'x86_64-apple-darwin',
    'x86_64-linux-gnux32',
    'x86_64-linux-musl.2.17',
    'a b; rm -rf /',
  ])('refuses %j', text => {
    expect(refusal(() => parseTarget(text)).code).toBe('unknown-target')
  })

  it('reads every canonical name, Rust triple and platform of the table back to its row', () => {
    for (const arch of archNames) {
      for (const libc of ['musl', 'glibc', 'none'] as const) {
        const { name } = makeTarget(arch, libc, null)
        expect(parseTarget(name).arch).toBe(arch)
      }
      const { rust, docker } = archs[arch]
      for (const text of [rust.musl, rust.glibc, docker]) {
        if (text !== null) expect([text, parseTarget(text).arch]).toEqual([text, arch])
      }
    }
  })

  it('answers any text with a target or a typed refusal', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        try {
          return archNames.includes(parseTarget(text).arch)
        } catch (error) {
          return error instanceof BuildError
        }
      }),
    )
  })
})

describe('settleTargets', () => {
  it('refuses two spellings of one target and names both', () => {
    const error = refusal(() => settle(['linux/arm64', 'aarch64-unknown-linux-musl']))
    expect(error.code).toBe('duplicate-target')
    expect(error.message).toContain('linux/arm64')
    expect(error.message).toContain('aarch64-unknown-linux-musl')
  })

  it('refuses a floor written on a target that its architecture cannot have', () => {
    const error = refusal(() => settle(['riscv64-linux-gnu.2.17']))
    expect(error.code).toBe('impossible-floor')
    expect(error.hint).toContain('riscv64-linux-gnu.2.27')
  })

  it('raises a floor given for all targets where an architecture cannot have it, and says so', () => {
    const { targets, notices } = settle(['amd64', 'riscv64', 'loong64'], '2.17', 'glibc')
    expect(targets.map(t => t.name)).toEqual([
      'x86_64-linux-gnu.2.17',
      'riscv64-linux-gnu.2.27',
      'loongarch64-linux-gnu.2.36',
    ])
    expect(notices).toHaveLength(2)
    expect(notices[0]).toContain('2.27')
  })

  it.each(['2.99', '2.17.5', '3', '2', 'new'])('refuses glibc %s with the nearest version', floor => {
    const error = refusal(() => settle(['amd64'], floor, 'glibc'))
    expect(error.code).toBe('unknown-glibc')
    expect(error.hint).toMatch(/2\.\d+/)
  })

  it('leaves a target that names musl alone when a floor is given for all', () => {
    expect(settle(['x86_64-linux-musl', 'arm64'], '2.28', 'glibc').targets.map(t => t.name)).toEqual([
      'x86_64-linux-musl',
      'aarch64-linux-gnu.2.28',
    ])
  })
})

describe('names of other tools', () => {
  it('spells Rust triples and zig targets', () => {
    const [target] = settle(['armv7-linux-gnueabihf.2.19']).targets
    expect(target && rustTriple(target)).toBe('armv7-unknown-linux-gnueabihf')
    expect(target && zigTarget(target)).toBe('arm-linux-gnueabihf.2.19')
  })

  it.each([
    ['2014', '2.17'],
    ['manylinux2014', '2.17'],
    ['manylinux_2_28', '2.28'],
    ['2_34', '2.34'],
    ['2.17', '2.17'],
  ])('reads the floor %s as %s', (text, floor) => {
    expect(readFloor(text)).toBe(floor)
  })
})
