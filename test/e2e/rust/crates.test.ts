import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { atMost } from '../support/readelf.ts'
import { build, linkage } from './build.ts'

const dir = mkdtempSync(join(tmpdir(), 'pb-crates-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

it('sqlite, ring and zstd are compiled for both architectures and both C libraries', async () => {
  cpSync(join(import.meta.dirname, 'crates'), dir, { recursive: true })
  const musl = ['x86_64-linux-musl', 'aarch64-linux-musl']
  const glibc = ['x86_64-linux-gnu.2.17', 'aarch64-linux-gnu.2.17']
  const { result, path, says } = await build(dir, [...musl, ...glibc])
  expect(result.failures).toEqual([])
  for (const target of musl) {
    expect(await says(target, 'crates'), target).toBe('SQLITE42 ba78')
    expect(linkage(path(target, 'crates')).isStatic, target).toBe(true)
  }
  expect(await says('x86_64-linux-gnu.2.17', 'crates')).toBe('SQLITE42 ba78')
  for (const target of glibc) {
    expect(atMost(linkage(path(target, 'crates')).floor ?? '99', '2.17'), target).toBe(true)
  }
})
