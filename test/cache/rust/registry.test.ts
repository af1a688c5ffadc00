import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Unit } from '../../../src/cache/rust/messages.ts'
import {
  indexPath,
  isGenuine,
  lockedPackages,
  placeRegistry,
  registryFiles,
  registryMembers,
} from '../../../src/cache/rust/registry.ts'
import { makeTree, scratchDir, treeOf } from '../../support/cache/trees.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const source = 'registry+https://example.org/index'
const locked = (name: string, checksum: string | null, from: string | null = source) => ({
  ...{ name, version: '1.0.0+x', source: from, checksum, edges: [] },
})
const unit = (manifest: string, own = false): Unit => ({
  ...{ packageId: '', name: '', own, fresh: true, kinds: ['lib'], manifest, source: '', files: [] },
})
const packages = [locked('Serde', sha256('serde')), locked('log', sha256('log')), locked('app', null, null)]

it.each([
  ['a', '1/a'],
  ['ab', '2/ab'],
  ['log', '3/l/log'],
  ['Serde_json', 'se/rd/serde_json'],
])('%s is at %s of an index', (name, path) => expect(indexPath(name)).toBe(path))

describe('registryFiles', () => {
  it('are the archives of what was compiled, and the index of what is locked', () => {
    const units = [
      unit('/c/registry/src/main-1/serde-1.0.0+x/Cargo.toml'),
      unit('/c/git/checkouts/x/1/Cargo.toml'),
      unit('/p/vendor/y/Cargo.toml'),
      unit('/p/Cargo.toml', true),
    ]
    expect(registryFiles(units, packages, '/c')).toEqual([
      'cache/main-1/serde-1.0.0+x.crate',
      'index/main-1/.cache/3/l/log',
      'index/main-1/.cache/se/rd/serde',
      'index/main-1/config.json',
    ])
  })
  it('are none where everything is vendored', () => {
    expect(registryFiles([unit('/p/vendor/y/Cargo.toml')], packages, '/c')).toEqual([])
  })
})

describe('isGenuine', () => {
  it.each([
    ['cache/main-1/log-1.0.0+x.crate', 'log', true],
    ['cache/main-1/log-1.0.0+x.crate', 'another one', false],
    ['cache/main-1/app-1.0.0+x.crate', 'log', false],
    ['cache/main-1/unknown-1.0.0.crate', 'log', false],
    ['index/main-1/config.json', '', true],
    ['index/main-1/.cache/3/l/log', '', true],
    ['src/main-1/log-1.0.0+x/src/lib.rs', '', false],
    ['index/main-1/.cache/3/../../../../config.toml', '', false],
  ])('%s of %j', (path, content, expected) => expect(isGenuine(path, sha256(content), packages)).toBe(expected))
})

it('goes from one cargo to another, without what is not locked and over nothing that is there', async () => {
  const dir = scratchDir()
  const files = {
    'registry/cache/main-1/Serde-1.0.0+x.crate': 'serde',
    'registry/cache/main-1/log-1.0.0+x.crate': 'poisoned',
    'registry/index/main-1/config.json': '{}',
    'registry/src/main-1/log-1.0.0+x/src/lib.rs': '',
  }
  const there = makeTree(join(dir, 'there'), files)
  const wanted = Object.keys(files).map(path => path.slice('registry/'.length))
  const members = await registryMembers(wanted, there)
  expect(members.map(m => m.path)).toEqual(Object.keys(files).slice(0, 3))
  const here = makeTree(join(dir, 'here'), { 'registry/index/main-1/config.json': 'mine' })
  await placeRegistry(join(there, 'registry'), here, packages)
  expect(Object.keys(treeOf(here)).filter(path => /\.\w+$/.test(path))).toEqual([
    'registry/cache/main-1/Serde-1.0.0+x.crate',
    'registry/index/main-1/config.json',
  ])
  expect(readFileSync(join(here, 'registry/index/main-1/config.json'), 'utf8')).toBe('mine')
})

describe('lockedPackages', () => {
  it('reads the lock of the workspace above', async () => {
    const dir = makeTree(scratchDir(), {
      'Cargo.lock': `[[package]]\nname = "log"\nversion = "1.0.0"\nsource = "${source}"\nchecksum = "1"\n`,
      'crates/a/Cargo.toml': '',
    })
    expect(await lockedPackages(join(dir, 'crates/a'))).toMatchObject([{ name: 'log', checksum: '1' }])
  })
  it('knows nothing of what it cannot read', async () => {
    expect(await lockedPackages(makeTree(scratchDir(), { 'Cargo.lock': '[[package]' }))).toEqual([])
  })
})
