import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { gitMembers, isOfRepository, repositoriesOf, repositoryNames, seedGit } from '../../../src/cache/rust/git.ts'
import type { Unit } from '../../../src/cache/rust/messages.ts'
import { makeTree, scratchDir, treeOf } from '../../support/cache/trees.ts'

const unit = (manifest: string, own = false): Unit => ({
  ...{ packageId: '', name: '', own, fresh: true, kinds: ['lib'], manifest, source: '', files: [] },
})

it('the repositories of a build are those that its crates were checked out from', () => {
  const units = [
    unit('/c/git/checkouts/near-1/abc/sub/Cargo.toml'),
    unit('/c/git/checkouts/near-1/abc/Cargo.toml'),
    unit('/c/registry/src/main-1/log-1.0.0/Cargo.toml'),
    unit('/p/Cargo.toml', true),
  ]
  expect(repositoriesOf(units, '/c')).toEqual(new Set(['near-1']))
})

it.each([
  ['db/near-1', true],
  ['db/near-1/objects/pack/pack-1.pack', true],
  ['db/near-1/refs/remotes/origin/HEAD', true],
  ['db/near-1/objects/tmp_pack_1', false],
  ['db/near-1/FETCH_HEAD', false],
  ['db/near-1/logs/HEAD', false],
  ['db/near-1/hooks/update', false],
])('%s is kept: %s', (path, kept) => expect(isOfRepository(path)).toBe(kept))

describe('gitMembers', () => {
  const files = {
    'git/db/near-1/HEAD': 'ref: refs/heads/main',
    'git/db/near-1/config': '[core]\n\tbare = true\n',
    'git/db/near-1/objects/pack/pack-1.pack': 'x',
    'git/db/other-1/HEAD': '',
    'git/checkouts/near-1/abc/Cargo.toml': '',
  }
  const keptOf = async (over: Readonly<Record<string, string>>) => {
    const home = makeTree(scratchDir(), { ...files, ...over })
    const members = await gitMembers(home, [unit(`${home}/git/checkouts/near-1/abc/Cargo.toml`)])
    return members.flatMap(m => (m.type === 'file' ? [m.path] : []))
  }

  it('has the repositories of the build, without what cargo makes of them', async () => {
    expect(await keptOf({})).toEqual(['HEAD', 'config', 'objects/pack/pack-1.pack'].map(p => `git/db/near-1/${p}`))
  })

  it('leaves settings that may have a token in an address', async () => {
    const remote = '[remote "origin"]\n\turl = https://user:token@example.org/x\n'
    expect(await keptOf({ 'git/db/near-1/config': remote })).not.toContain('git/db/near-1/config')
  })
})

describe('repositories of the user', () => {
  const locked = (source: string | null) => ({ name: 'x', version: '1.0.0', source, checksum: null, edges: [] })

  it.each([
    ['git+https://example.org/a/Near.git?branch=main#0123', ['near']],
    ['git+https://example.org/a/near#0123', ['near']],
    ['git+file:///srv/near/?tag=v1#0123', ['near']],
    ['registry+https://example.org/index', []],
    [null, []],
  ])('%s is in %j', (source, names) => expect([...repositoryNames([locked(source)])]).toEqual(names))

  it('are taken over where they are locked, over nothing that is there', async () => {
    const dir = scratchDir()
    const theirs = makeTree(join(dir, 'theirs'), {
      'git/db/near-1/HEAD': 'theirs',
      'git/db/near-2/HEAD': 'theirs',
      'git/db/other-1/HEAD': '',
    })
    const home = makeTree(join(dir, 'home'), { 'git/db/near-2/HEAD': 'mine' })
    await seedGit(theirs, home, [locked('git+https://example.org/near#0123')])
    expect(Object.keys(treeOf(home)).filter(path => path.endsWith('HEAD'))).toEqual([
      'git/db/near-1/HEAD',
      'git/db/near-2/HEAD',
    ])
    expect(readFileSync(join(home, 'git/db/near-2/HEAD'), 'utf8')).toBe('mine')
  })
})
