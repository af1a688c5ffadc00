import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  dropPlaceholders,
  indexPath,
  lockedPackages,
  registryMembers,
  roleOf,
  rootsIn,
  seedRegistry,
} from '../../../src/cache/rust/registry.ts'
import { makeTree, scratchDir, treeOf } from '../../support/cache/trees.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const source = 'registry+https://example.org/index'
const locked = (name: string, checksum: string | null, from: string | null = source) => ({
  ...{ name, version: '1.0.0+x', source: from, checksum, edges: [] },
})
const packages = [locked('Serde', sha256('serde')), locked('log', sha256('log')), locked('app', null, null)]
const filesOf = (dir: string) => Object.keys(treeOf(dir)).filter(path => /\.\w+(?:-ok)?$/.test(path))

it.each([
  ['a', '1/a'],
  ['ab', '2/ab'],
  ['log', '3/l/log'],
  ['Serde_json', 'se/rd/serde_json'],
])('%s is at %s of an index', (name, path) => expect(indexPath(name)).toBe(path))

describe('roleOf', () => {
  const from = {
    locked: new Set(['log', 'log-1.0.0+x', 'whole', 'whole-1.0.0']),
    whole: (crate: string) => crate === 'main-1/whole-1.0.0',
    roots: () => ['lib/root.rs', 'data.txt'],
  }
  it.each([
    ['index/main-1/config.json', 'kept'],
    ['index/main-1/.cache/3/l/log', 'kept'],
    ['index/main-1/.cache/ot/he/other', 'left'],
    ['cache/main-1/log-1.0.0+x.crate', 'archive'],
    ['cache/main-1/other-1.0.0.crate', 'left'],
    ['src/main-1/log-1.0.0+x/.cargo-ok', 'kept'],
    ['src/main-1/log-1.0.0+x/Cargo.toml', 'kept'],
    ['src/main-1/log-1.0.0+x/src/lib.rs', 'source'],
    ['src/main-1/log-1.0.0+x/build.rs', 'source'],
    ['src/main-1/log-1.0.0+x/tests/all.rs', 'source'],
    ['src/main-1/log-1.0.0+x/tests/many/main.rs', 'source'],
    ['src/main-1/log-1.0.0+x/tests/many/one.rs', 'left'],
    ['src/main-1/log-1.0.0+x/lib/root.rs', 'source'],
    ['src/main-1/log-1.0.0+x/src/part.rs', 'left'],
    ['src/main-1/log-1.0.0+x/data.txt', 'left'],
    ['src/main-1/log-1.0.0+x/include/log.h', 'left'],
    ['src/main-1/whole-1.0.0/include/whole.h', 'kept'],
    ['src/main-1/other-1.0.0/src/lib.rs', 'left'],
    ['CACHEDIR.TAG', 'left'],
  ])('%s is %s', (path, role) => expect(roleOf(path, from)).toBe(role))
})

it('knows the paths that a manifest gives its targets', () => {
  const manifest = '[package]\nbuild = "./make/build.rs"\n[lib]\npath = \'lib/root.rs\'\n[[bin]]\nname = "x"\n'
  expect(rootsIn(manifest)).toEqual(['make/build.rs', 'lib/root.rs'])
})

describe('a registry', () => {
  const files = {
    'registry/index/main-1/config.json': '{}',
    'registry/cache/main-1/log-1.0.0+x.crate': 'log',
    'registry/src/main-1/log-1.0.0+x/.cargo-ok': '{"v":1}',
    'registry/src/main-1/log-1.0.0+x/Cargo.toml': '',
    'registry/src/main-1/log-1.0.0+x/src/lib.rs': 'pub fn log() {}',
    'registry/src/main-1/log-1.0.0+x/README.md': '# log',
  }
  const contentOf = (from: string | Buffer) => (typeof from === 'string' ? readFileSync(from, 'utf8') : String(from))

  it('is kept as what cargo reads, and archives to unpack the rest from', async () => {
    const { hot, cold } = await registryMembers(makeTree(scratchDir(), files), packages, () => false)
    expect(cold.map(m => m.path)).toEqual(['registry/cache/main-1/log-1.0.0+x.crate'])
    expect(hot.map(m => m.path)).toEqual([
      'registry/cache/main-1/log-1.0.0+x.crate',
      'registry/index/main-1/config.json',
      'registry/src/main-1/log-1.0.0+x/.cargo-ok',
      'registry/src/main-1/log-1.0.0+x/Cargo.toml',
      'registry/src/main-1/log-1.0.0+x/src/lib.rs',
    ])
    const texts = hot.map(m => (m.type === 'file' ? contentOf(m.from) : ''))
    expect(texts[0]).not.toBe('')
    expect(texts[4]).toContain('compile_error!')
  })

  it('that is a directory has no archives: the sources themselves are put aside', async () => {
    const { 'registry/cache/main-1/log-1.0.0+x.crate': _, ...unpacked } = files
    const { hot, cold } = await registryMembers(makeTree(scratchDir(), unpacked), packages, () => false)
    const below = Object.keys(unpacked).filter(path => path.startsWith('registry/src/'))
    expect(cold.map(m => m.path)).toEqual(below.sort())
    expect(hot.map(m => m.path)).not.toContain('registry/src/main-1/log-1.0.0+x/README.md')
  })

  it('loses its placeholders, and nothing else', async () => {
    const home = makeTree(scratchDir(), files)
    const { hot } = await registryMembers(home, packages, () => false)
    const [archive] = hot
    const stub = archive?.type === 'file' ? contentOf(archive.from) : ''
    makeTree(home, { 'registry/cache/main-1/Serde-1.0.0+x.crate': stub })
    await dropPlaceholders(home)
    expect(filesOf(home)).toEqual(['registry/cache/main-1/log-1.0.0+x.crate', 'registry/index/main-1/config.json'])
  })

  it('takes over what the user has and what is locked, over nothing that is there', async () => {
    const dir = scratchDir()
    const theirs = makeTree(join(dir, 'theirs'), {
      ...files,
      'registry/cache/main-1/Serde-1.0.0+x.crate': 'another one',
      'registry/cache/main-1/other-1.0.0.crate': 'other',
    })
    const home = makeTree(join(dir, 'home'), { 'registry/index/main-1/config.json': 'mine' })
    await seedRegistry(theirs, home, packages)
    expect(filesOf(home)).toEqual(['registry/cache/main-1/log-1.0.0+x.crate', 'registry/index/main-1/config.json'])
    expect(readFileSync(join(home, 'registry/index/main-1/config.json'), 'utf8')).toBe('mine')
  })
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

  it.each([
    ['../../../credentials.toml', '1.0.0'],
    ['log', '1/../../../credentials'],
  ])('takes no %s %s for a package: its file would be one of the user’s', async (name, version) => {
    const entry = `[[package]]\nname = "${name}"\nversion = "${version}"\nsource = "${source}"\nchecksum = "1"\n`
    expect(await lockedPackages(makeTree(scratchDir(), { 'Cargo.lock': entry }))).toEqual([])
  })
})
