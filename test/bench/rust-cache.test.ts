import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pruneByNames, rustCacheKey } from '../../bench/cache/rust-cache.ts'

const made: string[] = []
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true })
})

function tree(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'pb-bench-'))
  made.push(dir)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  return dir
}

const manifest = (version: string, more = '') => `[package]\nname = "app"\nversion = "${version}"\n${more}`
const lock = (version: string) =>
  `version = 4\n[[package]]\nname = "app"\nversion = "${version}"\n[[package]]\nname = "libc"\nversion = "0.2.1"\nsource = "registry"\n`
const keyOf = (files: Readonly<Record<string, string>>) => rustCacheKey(tree(files), 'rustc 1.90').key

describe("rust-cache's rules", () => {
  const before = keyOf({ 'Cargo.toml': manifest('1.0.0'), 'Cargo.lock': lock('1.0.0') })

  it('do not look at the version of a package', () => {
    expect(keyOf({ 'Cargo.toml': manifest('1.0.1'), 'Cargo.lock': lock('1.0.1') })).toBe(before)
  })

  it.each([
    ['a description', { 'Cargo.toml': manifest('1.0.0', 'description = "x"'), 'Cargo.lock': lock('1.0.0') }],
    ['a dependency', { 'Cargo.toml': manifest('1.0.0'), 'Cargo.lock': lock('1.0.0').replace('0.2.1', '0.2.2') }],
    [
      'another manifest',
      { 'Cargo.toml': manifest('1.0.0'), 'Cargo.lock': lock('1.0.0'), 'b/Cargo.toml': manifest('1.0.0') },
    ],
  ])('look at %s', (_, files) => {
    expect(keyOf(files)).not.toBe(before)
  })

  it('keep dependencies by their names, and nothing of the project', () => {
    const hash = '0123456789abcdef'
    const dir = tree({
      ...{ 'target/.rustc_info.json': '', 'target/CACHEDIR.TAG': '', 'target/release/app': '' },
      ...{ [`target/release/deps/liblib_c-${hash}.rlib`]: '', [`target/release/deps/lib_c-${hash}.d`]: '' },
      ...{ [`target/release/deps/app-${hash}`]: '', [`target/release/deps/libapp-${hash}.rlib`]: '' },
      ...{ [`target/release/deps/libheim-${hash}.rmeta`]: '', [`target/release/build/lib-c-${hash}/output`]: '' },
      ...{ [`target/release/build/app-${hash}/output`]: '', [`target/release/.fingerprint/libheim-${hash}/x`]: '' },
      ...{ 'target/release/incremental/app-1/x': '', 'cargo/registry/src/i/lib-c-1.0.0/x': '' },
      ...{ 'cargo/registry/cache/i/lib-c-1.0.0.crate': '', 'cargo/registry/cache/i/old-1.0.0.crate': '' },
    })
    const outside = (name: string) => ({ name, version: '1.0.0', source: 'registry', targets: [{ name }] })
    pruneByNames(join(dir, 'target'), join(dir, 'cargo'), [
      { ...outside('app'), source: null },
      outside('lib-c'),
      outside('libheim'),
    ])
    const left = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    expect(left.map(entry => join(entry.parentPath, entry.name).slice(dir.length + 1)).sort()).toEqual([
      'cargo/registry/cache/i/lib-c-1.0.0.crate',
      'target/CACHEDIR.TAG',
      `target/release/.fingerprint/libheim-${hash}/x`,
      `target/release/build/lib-c-${hash}/output`,
      `target/release/deps/lib_c-${hash}.d`,
      `target/release/deps/libheim-${hash}.rmeta`,
      `target/release/deps/liblib_c-${hash}.rlib`,
    ])
  })
})
