import { describe, expect, it } from 'vitest'
import type { Machine } from '../../../src/machine.ts'
import { decideFloor, type FloorMeans, type FloorSubject } from '../../../src/smoke/floor/decide.ts'
import type { PackagedSystem } from '../../../src/toolchains/systems.ts'

const pin = { pool: 'pool/x.deb', sha256: '0'.repeat(64), bytes: 1, root: './lib/' }
const all = { libc6: pin, 'libgcc-s1': pin, 'libstdc++6': pin, musl: pin }
const system = (name: string, glibc: string, musl: string): PackagedSystem => {
  return { name, glibc, musl, archives: ['https://archive.test'], archs: { x86_64: all, aarch64: all } }
}
const systems = [system('Old 1', '2.24', '1.1'), system('Old 2', '2.31', '1.2'), system('Old 3', '2.41', '1.3')]
const images = [
  { name: 'Cent 7', glibc: '2.17', image: 'cent:7', archs: ['x86_64', 'aarch64'] },
  { name: 'Old 2', glibc: '2.31', image: 'old:2', archs: ['x86_64'] },
] as const

const machine: Machine = { arch: 'x86_64', cpus: 2, glibc: '2.36', tools: {}, emulators: {}, toolsDir: '/tools' }
const qemu: Machine = { ...machine, emulators: { aarch64: '/usr/bin/qemu-aarch64' } }
const without: FloorMeans = { machine, engine: { why: 'there is no docker or podman' }, images, systems }
const docker: FloorMeans = { ...without, engine: { name: 'docker' } }

const file: FloorSubject = {
  ...{ arch: 'x86_64', linkage: 'dynamic-glibc', needed: ['libc.so.6'], glibc: '2.4', promised: '2.28' },
  ...{ cpu: null, packed: false, hasLoader: true },
}
const arm: FloorSubject = { ...file, arch: 'aarch64', hasLoader: false }

const where = (subject: FloorSubject, setting: string, means: FloorMeans) =>
  decideFloor(subject, setting, means).places.map(p => p.where)

describe('decideFloor', () => {
  it('takes the system that is the nearest to what was promised, and not older', () => {
    expect(where(file, 'auto', without)).toEqual(['glibc 2.31 (Old 2)'])
    expect(where({ ...file, promised: '2.24' }, 'auto', without)).toEqual(['glibc 2.24 (Old 1)'])
    expect(where({ ...file, promised: '2.9' }, 'auto', without)).toEqual(['glibc 2.24 (Old 1)'])
  })

  it('takes what the file needs where nothing was promised, and what the user says before both', () => {
    expect(where({ ...file, promised: null }, 'auto', without)).toEqual(['glibc 2.24 (Old 1)'])
    expect(where({ ...file, promised: null, glibc: null }, 'auto', without)).toEqual(['glibc 2.24 (Old 1)'])
    expect(where(file, '2.17', without)).toEqual(['glibc 2.24 (Old 1)'])
    expect(where({ ...file, glibc: '2.36' }, '2.31', without)).toEqual(['glibc 2.31 (Old 2)'])
  })

  it('prefers a container to packages of the same system, and whatever is nearer to either', () => {
    expect(where(file, 'auto', docker)).toEqual(['glibc 2.31 (Old 2, docker)', 'glibc 2.31 (Old 2)'])
    expect(where({ ...file, promised: '2.17' }, 'auto', docker)).toEqual([
      'glibc 2.17 (Cent 7, docker)',
      'glibc 2.24 (Old 1)',
    ])
    expect(where({ ...file, promised: '2.20' }, 'auto', docker)).toEqual([
      'glibc 2.24 (Old 1)',
      'glibc 2.31 (Old 2, docker)',
    ])
  })

  it('starts other architectures by qemu-user, in containers only where the kernel knows it', () => {
    const [place] = decideFloor(arm, 'auto', { ...without, machine: qemu }).places
    expect(place).toMatchObject({
      where: 'glibc 2.31 (Old 2), qemu-aarch64 cortex-a53',
      runner: { prefix: ['/usr/bin/qemu-aarch64', '-cpu', 'cortex-a53'] },
      loader: 'ld-linux-aarch64.so.1',
    })
    const old = { ...arm, promised: '2.17' }
    expect(where(old, 'auto', { ...docker, machine: qemu })).toEqual(['glibc 2.24 (Old 1), qemu-aarch64 cortex-a53'])
    const binfmt: Machine = { ...machine, emulators: { aarch64: 'binfmt' } }
    expect(decideFloor(old, 'auto', { ...docker, machine: binfmt }).places[0]).toMatchObject({
      where: 'glibc 2.17 (Cent 7, docker), qemu-aarch64 cortex-a53',
      platform: 'linux/arm64',
      runner: { env: { QEMU_CPU: 'cortex-a53' } },
    })
  })

  it('brings the packages of the libraries that the file needs, with what those need', () => {
    const packages = (...needed: string[]) => {
      const [place] = decideFloor({ ...file, needed: [...file.needed, ...needed] }, 'auto', without).places
      return place?.from === 'packages' ? place.packages : null
    }
    expect(packages()).toEqual(['libc6'])
    expect(packages('libm.so.6', 'ld-linux-x86-64.so.2', 'libgcc_s.so.1')).toEqual(['libc6', 'libgcc-s1'])
    expect(packages('libstdc++.so.6', 'libgcc_s.so.1')).toEqual(['libc6', 'libstdc++6', 'libgcc-s1'])
  })

  it('starts musl programs with the newest musl: no old one was promised', () => {
    const program = { ...file, needed: ['libc.so'], glibc: null, hasLoader: false }
    const musl: FloorSubject = { ...program, linkage: 'dynamic-musl' }
    expect(decideFloor(musl, 'auto', docker).places).toMatchObject([
      { where: 'musl 1.3 (Old 3)', packages: ['musl'], loader: 'libc.so' },
    ])
    expect(decideFloor({ ...musl, hasLoader: true }, 'auto', docker).places).toEqual([])
  })

  it('does nothing where this machine is as old as anything that can be had', () => {
    const old: FloorMeans = { ...without, machine: { ...machine, glibc: '2.31' } }
    expect(decideFloor(file, 'auto', old)).toEqual({ floor: null, places: [], why: [] })
    expect(where({ ...file, promised: '2.24' }, 'auto', old)).toEqual(['glibc 2.24 (Old 1)'])
    expect(where({ ...file, promised: '2.35', glibc: '2.35' }, 'auto', without)).toEqual([])
    // the user asked for it
    expect(where(file, '2.31', old)).toEqual(['glibc 2.31 (Old 2)'])
    // not started natively, so not shown
    expect(where({ ...file, hasLoader: false }, 'auto', old)).toEqual(['glibc 2.31 (Old 2)'])
  })

  it.each<[string, Partial<FloorSubject>, string]>([
    ['what is static', { linkage: 'static' }, 'auto'],
    ['what needs a strange loader', { linkage: 'dynamic-other' }, 'auto'],
    ['an unknown architecture', { arch: 'vax' }, 'auto'],
    ['what nothing here runs, which is said already', { arch: 's390x' }, 'auto'],
    ['what the user does not want', {}, 'off'],
  ])('says nothing of %s', (_, change, setting) => {
    expect(decideFloor({ ...file, ...change }, setting, docker)).toEqual({ floor: null, places: [], why: [] })
  })

  it.each<[string, Partial<FloorSubject>, string, string]>([
    ['another library', { needed: ['libc.so.6', 'libz.so.1'] }, 'auto', 'it needs libz.so.1, which is no part'],
    ['data of its own', { packed: true }, 'auto', 'it reads itself when it starts'],
    ['a floor that is newer than all', {}, '2.42', 'packages of glibc are known up to 2.41'],
    ['an architecture without packages', { arch: 'i686' }, 'auto', 'no packages of glibc for i686 are known'],
  ])('says why not: %s', (_, change, setting, reason) => {
    const decision = decideFloor({ ...file, ...change }, setting, without)
    expect(decision.places).toEqual([])
    expect(decision.why).toEqual(['there is no docker or podman', expect.stringContaining(reason)])
  })

  it('starts in a container what no loader can start by itself', () => {
    const packed = { ...file, packed: true, needed: ['libc.so.6', 'libz.so.1'] }
    expect(where(packed, 'auto', docker)).toEqual(['glibc 2.31 (Old 2, docker)'])
  })
})
