import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { build, glibcFloor, hasInterpreter, run } from './build.ts'

const dir = mkdtempSync(join(tmpdir(), 'pb-crates-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

it('sqlite, ring, openssl, zstd and jemalloc are compiled for both architectures and both C libraries', async () => {
  cpSync(join(import.meta.dirname, 'crates'), dir, { recursive: true })
  const musl = ['x86_64-linux-musl', 'aarch64-linux-musl']
  const glibc = ['x86_64-linux-gnu.2.17', 'aarch64-linux-gnu.2.17']
  const { result, path } = await build(dir, [...musl, ...glibc])
  expect(result.failures).toEqual([])
  for (const target of musl) {
    expect(run(path(target, 'crates')), target).toBe('SQLITE42 ba78 true')
    expect(hasInterpreter(path(target, 'crates')), target).toBe(false)
  }
  expect(run(path('x86_64-linux-gnu.2.17', 'crates'))).toBe('SQLITE42 ba78 true')
  for (const target of glibc) {
    expect(Number(glibcFloor(path(target, 'crates'))?.split('.')[1]), target).toBeLessThanOrEqual(17)
  }
})
