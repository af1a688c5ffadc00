import { describe, expect, it } from 'vitest'
import { parseTarget, settleTargets } from '../../src/target.ts'
import { anyPolicy, policyFor } from '../../src/verify/policies.ts'

const policy = (name: string, extra: Partial<Parameters<typeof policyFor>[1]> = {}) => {
  const [target] = settleTargets([parseTarget(name)], { libc: 'none', glibc: null }).targets
  if (!target) throw new Error(name)
  return policyFor(target, { allowLibraries: [], ...extra })
}

describe('what a target promises', () => {
  it('musl: complete in itself', () => {
    expect(policy('aarch64-linux-musl')).toEqual({
      target: 'aarch64-linux-musl',
      arch: 'aarch64',
      linkage: ['static', 'static-pie'],
      floor: { glibc: null },
      allowLibraries: [],
    })
  })

  it('glibc: its loader, and a floor', () => {
    expect(policy('x86_64-linux-gnu.2.17', { allowLibraries: ['libz.so.1'] })).toMatchObject({
      linkage: ['dynamic-glibc'],
      floor: { glibc: '2.17' },
      allowLibraries: ['libz.so.1'],
    })
  })

  it('no libc: static, and without cgo', () => {
    expect(policy('x86_64-linux')).toMatchObject({ linkage: ['static', 'static-pie'], cgo: false })
  })

  it('the CPU and the commit only where they are known', () => {
    expect(policy('x86_64-linux', { cpu: 'x86_64_v3', commit: 'abc' })).toMatchObject({
      cpu: 'x86_64_v3',
      commit: 'abc',
    })
    expect(policy('x86_64-linux', { cpu: null, commit: null })).not.toHaveProperty('cpu')
  })

  it('no target: nothing but integrity', () => {
    expect(anyPolicy()).toMatchObject({ target: null, arch: null, linkage: null, allowLibraries: ['*'] })
  })
})
