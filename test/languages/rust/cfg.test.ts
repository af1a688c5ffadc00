import { describe, expect, it } from 'vitest'
import { keyMatches } from '../../../src/languages/rust/cfg.ts'
import { rustTriple } from '../../../src/target.ts'
import { targetsOf } from './support.ts'

const matches = (key: string, name: string) => {
  const [target] = targetsOf(name)
  if (!target) throw new Error(name)
  return keyMatches(key, rustTriple(target) ?? '', target)
}

describe('keys of [target] tables in cargo configuration', () => {
  it.each([
    ['x86_64-unknown-linux-musl', true],
    ['x86_64-unknown-linux-gnu', false],
    ['cfg(unix)', true],
    ['cfg(windows)', false],
    ['cfg(target_os = "linux")', true],
    ['cfg(all(unix, target_arch = "x86_64"))', true],
    ['cfg(all(unix, target_arch = "aarch64"))', false],
    ['cfg(any(windows, target_env = "musl"))', true],
    ['cfg(not(target_env = "gnu"))', true],
    ['cfg(not(any(unix, windows)))', false],
    ['cfg(target_pointer_width = "64")', true],
    ['cfg(target_feature = "avx2")', false],
    ['cfg(all())', true],
    ['cfg(any())', false],
    ['cfg(all(unix', true],
    ['cfg(', true],
  ])('%s is %s for x86_64 musl', (key, expected) => {
    expect(matches(key, 'x86_64-linux-musl')).toBe(expected)
  })

  it.each([
    ['i686', 'cfg(target_arch = "x86")'],
    ['armv7', 'cfg(target_arch = "arm")'],
    ['ppc64le', 'cfg(all(target_arch = "powerpc64", target_endian = "little"))'],
    ['s390x', 'cfg(target_endian = "big")'],
    ['riscv64', 'cfg(target_arch = "riscv64")'],
  ])('knows what rustc calls %s: %s', (name, key) => {
    expect(matches(key, name)).toBe(true)
    expect(matches(key, 'aarch64-linux-gnu')).toBe(false)
  })
})
