import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { somePairs } from '../support/pairs.ts'
import { atMost } from '../support/readelf.ts'
import { build, linkage } from './build.ts'

const dir = mkdtempSync(join(tmpdir(), 'pb-tls-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

it('openssl (vendored) and jemalloc are built inside crates for both architectures and both C libraries', async () => {
  cpSync(join(import.meta.dirname, 'tls'), dir, { recursive: true })
  const { result, path, says } = await build(dir, somePairs)
  expect(result.failures).toEqual([])
  for (const target of somePairs) {
    const { isStatic, floor } = linkage(path(target, 'tls'))
    if (target.endsWith('musl')) expect(isStatic, target).toBe(true)
    else expect(atMost(floor ?? '99', '2.17'), target).toBe(true)
    // An arm64 program that needs a libc does not start here: there is none of its architecture.
    if (target !== 'aarch64-linux-gnu.2.17') expect(await says(target, 'tls'), target).toBe('OpenSSL 3 256 ba78')
  }
})
