import { describe, expect, it } from 'vitest'
import { inputTable } from '../../src/inputs/table.ts'
import { parseTarget, settleTargets } from '../../src/target.ts'
import { anyPolicy, policyFor, policyFrom, printedPolicy } from '../../src/verify/policies.ts'
import { presetNames } from '../../src/verify/presets.ts'
import { ruleGroups } from '../../src/verify/rules.ts'

const policy = (name: string, extra: Partial<Parameters<typeof policyFor>[1]> = {}) => {
  const [target] = settleTargets([parseTarget(name)], { libc: 'none', glibc: null }).targets
  if (!target) throw new Error(name)
  return policyFor(target, { allowLibraries: [], ...extra })
}

/** The message and hint of the error that something throws. */
const mistake = (run: () => unknown) => {
  try {
    run()
  } catch (error) {
    return error as { code: string; message: string; hint: string }
  }
  throw new Error('no error')
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

  it('a preset that no file of the target can fulfil is a mistake', () => {
    expect(mistake(() => policy('x86_64-linux-gnu.2.17', { preset: 'static' }))).toMatchObject({ code: 'bad-input' })
    expect(mistake(() => policy('arm64-linux-musl', { preset: 'glibc' })).message).toContain('aarch64-linux-musl')
    expect(policy('x86_64-linux', { preset: 'glibc' }).linkage).toEqual(['dynamic-glibc'])
  })

  it('a preset wins over the linkage of the target, never over its architecture and floor', () => {
    expect(policy('x86_64-linux-musl', { preset: 'musl' })).toMatchObject({
      linkage: ['static', 'static-pie', 'dynamic-musl'],
      preset: 'musl',
    })
    expect(policy('x86_64-linux-gnu.2.17', { preset: 'any' })).toMatchObject({
      arch: 'x86_64',
      linkage: null,
      floor: { glibc: '2.17' },
      allowLibraries: ['*'],
    })
  })
})

describe('policyFrom', () => {
  it('nothing said: nothing but integrity', () => {
    expect(anyPolicy()).toEqual({
      target: null,
      arch: null,
      linkage: null,
      floor: { glibc: null },
      allowLibraries: ['*'],
    })
  })

  it('each preset, in one word', () => {
    expect(policyFrom('static').linkage).toEqual(['static', 'static-pie'])
    expect(policyFrom('glibc')).toMatchObject({ linkage: ['dynamic-glibc', 'shared-library'], allowLibraries: [] })
    expect(policyFrom('musl').linkage).toEqual(['static', 'static-pie', 'dynamic-musl', 'shared-library'])
    expect(policyFrom('any')).toMatchObject({ linkage: null, allowLibraries: ['*'], preset: 'any' })
  })

  it('the input offers the presets that there are, and its help names the groups', () => {
    expect(inputTable.policy.choices).toEqual(presetNames)
    for (const group of Object.keys(ruleGroups)) expect(inputTable.allow.description).toContain(`\`${group}\``)
  })

  it('a floor alone means glibc; with `any` it holds for what needs glibc', () => {
    expect(policyFrom(null, { glibc: 'manylinux2014' })).toMatchObject({
      linkage: ['dynamic-glibc', 'shared-library'],
      floor: { glibc: '2.17' },
    })
    expect(policyFrom('any', { glibc: '2.17' })).toMatchObject({ linkage: null, floor: { glibc: '2.17' } })
    expect(mistake(() => policyFrom('static', { glibc: '2.17' }))).toMatchObject({ code: 'bad-input' })
    expect(mistake(() => policyFrom(null, { glibc: '2.99' })).hint).toContain('nearest version')
  })

  it('reads every key, and says all of them again in the report', () => {
    const full = policyFrom('musl', {
      ...{ musl: '1.2.3', kernel: 'v3.10', cpu: 'x86_64_v2', maxPageSize: '64K', commit: 'abc' },
      ...{ allow: ['rpath', 'no-pie'], forbid: ['hardening', 'no-build-id'], allowLibraries: ['libz.so.1'] },
      ...{ forbidLibraries: ['libssl.so.1.1'], forbidPaths: ['/builds/x'], secrets: ['TOKEN'] },
    })
    expect(full).toMatchObject({
      ...{ floor: { glibc: null, musl: '1.2.3' }, kernel: '3.10', cpu: 'x86_64_v2', pageSize: 0x10000, commit: 'abc' },
      ...{ allow: ['rpath', 'no-pie'], forbid: ['hardening', 'no-build-id'] },
    })
    expect(printedPolicy(full)).toEqual(full)
  })

  it('page sizes as people write them', () => {
    const size = (text: string) => policyFrom(null, { maxPageSize: text }).pageSize
    expect([size('4K'), size('16 KiB'), size('0x10000'), size('65536')]).toEqual([4096, 16384, 65536, 65536])
    for (const text of ['64', '3K', '64M', 'large', '0x']) {
      expect(mistake(() => size(text)).message, text).toContain('not the size of a page')
    }
  })

  it('refuses what it does not know, with what is nearest', () => {
    expect(mistake(() => policyFrom(null, { forbid: ['hardning'] })).hint).toBe('Did you mean hardening?')
    expect(mistake(() => policyFrom(null, { forbid: ['exec-stak'] })).hint).toBe('Did you mean exec-stack?')
    expect(mistake(() => policyFrom(null, { allow: ['everything'] })).hint).toContain('Groups are libraries')
    expect(mistake(() => policyFrom(null, { kernel: 'new' })).message).toContain('not a version')
    expect(mistake(() => policyFrom(null, { musl: '1' })).message).toContain('musl')
  })

  it('never allows a file of which nothing can be promised, nor what another key says', () => {
    expect(mistake(() => policyFrom(null, { allow: ['malformed'] })).hint).toContain('never verified')
    expect(mistake(() => policyFrom(null, { allow: ['floor-glibc'] })).hint).toContain('`glibc`')
    expect(policyFrom(null, { forbid: ['malformed'] }).forbid).toEqual(['malformed'])
    expect(mistake(() => policyFrom(null, { allow: ['relro'], forbid: ['relro'] })).message).toContain('at once')
  })
})
