import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { atMost } from '../support/readelf.ts'
import { build, linkage } from './build.ts'

const dir = mkdtempSync(join(tmpdir(), 'pb-tls-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

it('openssl (vendored) and jemalloc are built inside crates for both architectures and both C libraries', async () => {
  cpSync(join(import.meta.dirname, 'tls'), dir, { recursive: true })
  const musl = ['x86_64-linux-musl', 'aarch64-linux-musl']
  const glibc = ['x86_64-linux-gnu.2.17', 'aarch64-linux-gnu.2.17']
  const { result, path, says } = await build(dir, [...musl, ...glibc])
  expect(result.failures).toEqual([])
  for (const target of musl) {
    expect(await says(target, 'tls'), target).toBe('OpenSSL 3 256 ba78')
    expect(linkage(path(target, 'tls')).isStatic, target).toBe(true)
  }
  expect(await says('x86_64-linux-gnu.2.17', 'tls')).toBe('OpenSSL 3 256 ba78')
  for (const target of glibc) {
    expect(atMost(linkage(path(target, 'tls')).floor ?? '99', '2.17'), target).toBe(true)
  }
})
