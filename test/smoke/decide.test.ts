import { describe, expect, it } from 'vitest'
import type { Machine } from '../../src/machine.ts'
import { decideSmoke, type SmokeSubject } from '../../src/smoke/decide.ts'

const machine: Machine = { arch: 'x86_64', cpus: 2, glibc: '2.36', tools: {}, emulators: {}, toolsDir: '/tools' }
const file: SmokeSubject = {
  arch: 'x86_64',
  linkage: 'static',
  interpreter: null,
  glibc: null,
  cpu: null,
  hasLoader: false,
}
const glibcFile: SmokeSubject = {
  ...file,
  linkage: 'dynamic-glibc',
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  glibc: '2.17',
  hasLoader: true,
}
const arm = { ...file, arch: 'aarch64' } as const
const qemu = { ...machine, emulators: { aarch64: '/usr/bin/qemu-aarch64', x86_64: '/usr/bin/qemu-x86_64' } }

describe('decideSmoke', () => {
  it('starts what is static natively', () => {
    const starts = [{ where: 'x86_64', prefix: [], env: {}, foreign: false }]
    expect(decideSmoke(file, machine)).toEqual({ starts, reason: null })
    expect(decideSmoke({ ...file, linkage: 'static-pie' }, machine)).toEqual({ starts, reason: null })
  })

  it('starts it on the baseline CPU too, where a qemu-user of this architecture is installed', () => {
    const { starts } = decideSmoke(file, qemu)
    expect(starts.map(s => [s.where, ...s.prefix])).toEqual([
      ['x86_64'],
      ['qemu-x86_64 qemu64', '/usr/bin/qemu-x86_64', '-cpu', 'qemu64'],
    ])
  })

  it('starts other architectures under qemu-user, with the baseline CPU', () => {
    expect(decideSmoke(arm, qemu).starts).toEqual([
      {
        where: 'qemu-aarch64 cortex-a53',
        prefix: ['/usr/bin/qemu-aarch64', '-cpu', 'cortex-a53'],
        env: {},
        foreign: true,
      },
    ])
  })

  it('tells the baseline to an emulator that the kernel starts', () => {
    const decision = decideSmoke(arm, { ...machine, emulators: { aarch64: 'binfmt' } })
    expect(decision.starts).toMatchObject([{ prefix: [], env: { QEMU_CPU: 'cortex-a53' } }])
  })

  it('does not hold a program to the baseline that is allowed more', () => {
    expect(decideSmoke({ ...file, cpu: 'x86_64_v3' }, qemu).starts.map(s => s.where)).toEqual(['x86_64'])
    expect(decideSmoke({ ...arm, cpu: 'cortex_a72' }, qemu).starts.map(s => s.where)).toEqual(['qemu-aarch64 max'])
  })

  it.each<[string, SmokeSubject, Machine, string | null]>([
    ['no emulator', arm, machine, 'install qemu-user-static (it has qemu-aarch64)'],
    ['32 bit programs of the same family', { ...file, arch: 'i686' }, machine, null],
    ['glibc that is new enough', glibcFile, machine, null],
    ['glibc that is exactly as old', { ...glibcFile, glibc: '2.36' }, machine, null],
    ['glibc that is too old', { ...glibcFile, glibc: '2.38' }, machine, 'it needs glibc 2.38, this machine has 2.36'],
    ['no loader', { ...glibcFile, hasLoader: false }, machine, '/lib64/ld-linux-x86-64.so.2 is not on this machine'],
    ['a loader without glibc', glibcFile, { ...machine, glibc: null }, 'no glibc'],
    ['a foreign loader', { ...glibcFile, arch: 'aarch64', glibc: '2.38' }, qemu, null],
    ['musl without its loader', { ...glibcFile, linkage: 'dynamic-musl', hasLoader: false }, machine, 'its loader'],
    ['musl with its loader', { ...glibcFile, linkage: 'dynamic-musl' }, { ...machine, glibc: null }, null],
    ['a library', { ...file, linkage: 'shared-library' }, machine, 'it is no program'],
    ['a script', { ...file, linkage: 'not-elf' }, machine, 'it is no program'],
    ['another loader', { ...file, linkage: 'dynamic-other' }, machine, 'loader that is not the one'],
    ['an unknown architecture', { ...file, arch: null }, machine, 'architecture is not known'],
    ['a strange architecture', { ...file, arch: 'vax' }, machine, 'architecture is not known'],
  ])('%s', (_, subject, here, reason) => {
    const decision = decideSmoke(subject, here)
    if (reason === null) expect(decision).toMatchObject({ reason: null, starts: [expect.anything()] })
    else expect(decision).toMatchObject({ starts: [], reason: expect.stringContaining(reason) })
  })
})
