import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import type { BuildError } from '../../src/errors.ts'
import { demandsOf } from '../../src/verify/demands.ts'

const mistake = (inputs: Record<string, string>, spell?: (name: string) => string) => {
  try {
    demandsOf(inputs, spell)
  } catch (error) {
    return error as BuildError
  }
  throw new Error('no error')
}

describe('what the flags of verify demand', () => {
  it('nothing but integrity when nothing is said', () => {
    expect(demandsOf({})).toEqual([
      { target: null, arch: null, linkage: null, floor: { glibc: null }, allowLibraries: ['*'] },
    ])
    expect(demandsOf({ policy: ' ', allow: '' })).toEqual(demandsOf({}))
  })

  it('a preset, with keys on top, as they are typed', () => {
    const [policy] = demandsOf({
      ...{ policy: 'musl', musl: '1.2.3', kernel: '3.10', 'max-page-size': '64K', cpu: 'x86-64-v3' },
      ...{ allow: 'rpath,no-pie', forbid: 'hardening\nno-build-id', 'allow-libraries': 'libz.so.1' },
      ...{ 'forbid-libraries': 'libssl.so.1.1', 'forbid-paths': '/builds/x', secrets: 'TOKEN' },
    })
    expect(policy).toEqual({
      ...{ target: null, arch: null, preset: 'musl', floor: { glibc: null, musl: '1.2.3' }, kernel: '3.10' },
      linkage: ['static', 'static-pie', 'dynamic-musl', 'shared-library'],
      ...{ pageSize: 65536, cpu: 'x86-64-v3', allow: ['rpath', 'no-pie'], forbid: ['hardening', 'no-build-id'] },
      ...{ allowLibraries: ['libz.so.1'], forbidLibraries: ['libssl.so.1.1'] },
      ...{ forbidPaths: ['/builds/x'], secrets: ['TOKEN'] },
    })
  })

  it('libc and glibc mean their presets', () => {
    expect(demandsOf({ libc: 'musl' })[0].linkage).toEqual(['static', 'static-pie'])
    expect(demandsOf({ libc: 'glibc' })[0]).toMatchObject({ allowLibraries: [], floor: { glibc: null } })
    expect(demandsOf({ 'glibc-version': '2_28' })[0]).toMatchObject({ floor: { glibc: '2.28' } })
  })

  it('one policy for each target, with the same keys', () => {
    const [x86, arm, ...more] = demandsOf({ targets: 'amd64,arm64', glibc: '2.17', forbid: 'relro' })
    expect(more).toEqual([])
    expect(x86).toMatchObject({ target: 'x86_64-linux-gnu.2.17', floor: { glibc: '2.17' }, forbid: ['relro'] })
    expect(arm).toMatchObject({ arch: 'aarch64', forbid: ['relro'] })
    expect(demandsOf({ targets: 'amd64', policy: 'glibc' })[0].target).toBe('x86_64-linux-gnu.2.17')
  })

  it('mistyped values are answered with the nearest that there is', () => {
    expect(mistake({ policy: 'statik' })).toMatchObject({ code: 'bad-input', hint: 'Did you mean static?' })
    expect(mistake({ libc: 'mussl' }).hint).toBe('Did you mean musl?')
    expect(mistake({ forbid: 'hardning' }).hint).toBe('Did you mean hardening?')
    expect(mistake({ cpu: 'x86_64_v5' }).hint).toMatch(/^Did you mean x86_64_v[1-4]\?$/)
    expect(mistake({ cpu: 'haswel' }).hint).toBe('Did you mean haswell?')
    expect(mistake({ cpu: 'cortex_a72' }).hint).toContain('--allow isa-baseline')
    expect(mistake({ glibc: '2.99' }).code).toBe('unknown-glibc')
    expect(mistake({ policy: 'static', glibc: '2.17' }).message).toContain('contradict')
  })

  it('several mistakes are told at once, in the words of the door', () => {
    const told = mistake({ policy: 'statik', kernel: 'x\ny' }, name => `input ${name}`)
    expect(told.message).toBe('2 inputs cannot be used')
    expect(told.lines.join('\n')).toMatch(/input policy cannot be "statik". Did you mean static\?\n.*input kernel/s)
    const later = mistake({ targets: 'amd64,sparc,mip', cpu: 'haswel' })
    expect(later.lines).toHaveLength(3)
  })

  it('every demand is a flag of the command', () => {
    const flags = commands.verify.flags.map(f => f.name)
    for (const name of ['policy', 'allow', 'forbid', 'cpu', 'max-page-size', 'secrets']) expect(flags).toContain(name)
  })
})
