import { describe, expect, it } from 'vitest'
import { type CcacheFacts, ccacheEnv, checkOf, readCounts, whyNotCcache } from '../../../src/cache/c/settings.ts'

const facts: CcacheFacts = {
  ccache: '/usr/bin/ccache',
  target: 'x86_64-linux-gnu.2.17',
  compiler: 'zig 0.15.2',
  hidden: ['the wrapper', '/src', '/src/build', ''],
  embeds: null,
}

describe('ccache', () => {
  it.each([
    ['ccache version 4.7.5\nFeatures: http-storage', null],
    ['ccache version 4.0', null],
    ['ccache version v4.11.2-dirty', null],
    ['ccache version 3.7.12', 'ccache 3.7.12 is older than 4.0'],
    ['sccache 0.17', 'ccache does not say its version'],
    ['', 'ccache does not say its version'],
  ])('of %j', (text, why) => {
    expect(whyNotCcache(text)).toBe(why)
  })

  it.each<[string, Partial<CcacheFacts>]>([
    ['zig', { compiler: 'zig 0.16.0' }],
    ['floor', { target: 'x86_64-linux-gnu.2.28' }],
    ['wrapper, and with it flags', { hidden: ['another wrapper', '/src', '/src/build', ''] }],
    ['path that the wrapper maps', { hidden: ['the wrapper', '/other', '/src/build', ''] }],
    ['package of this machine', { hidden: ['the wrapper', '/src', '/src/build', 'libc6 2.41'] }],
  ])('takes another %s for another compiler', (_what, change) => {
    const [before, after] = [facts, { ...facts, ...change }].map(f => ccacheEnv(f, '/kept')['CCACHE_COMPILERCHECK'])
    expect(before).toMatch(/^string:zig-0\.15\.2-x86_64-linux-gnu\.2\.17-[0-9a-f]{16}$/)
    expect(after).not.toBe(before)
  })

  it('takes the same compiler for the same, whatever the project embeds and wherever ccache is', () => {
    expect(checkOf({ ...facts, embeds: 'a.c', ccache: '/opt/ccache' })).toBe(checkOf(facts))
  })

  it('runs the preprocessor where a source embeds a file: the digests of sources do not show that it changed', () => {
    expect(ccacheEnv(facts, '/kept')).not.toHaveProperty('CCACHE_NODIRECT')
    expect(ccacheEnv({ ...facts, embeds: 'src/logo.c' }, '/kept')).toHaveProperty('CCACHE_NODIRECT', '1')
  })

  it.each([
    ['zig 0.15.2', 'clang'],
    ['Debian clang version 14.0.6', 'clang'],
    ['cc (Debian 12.2.0-14+deb12u1) 12.2.0', 'gcc'],
  ])('speaks to %s as to %s', (compiler, type) => {
    expect(ccacheEnv({ ...facts, compiler }, '/kept')).toHaveProperty('CCACHE_COMPILERTYPE', type)
  })

  it('is asked what it found', () => {
    const text = 'cache_miss\t2\ndirect_cache_hit\t40\ndirect_cache_miss\t3\npreprocessed_cache_hit\t1\n'
    expect(readCounts(text)).toEqual({ direct: 40, preprocessed: 1, misses: 2 })
    expect(readCounts('')).toEqual({ direct: 0, preprocessed: 0, misses: 0 })
  })
})
