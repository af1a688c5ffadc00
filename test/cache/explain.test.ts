import { describe, expect, it } from 'vitest'
import { cacheEntry, type Ingredients } from '../../src/cache/entry.ts'
import { differingWords, explainEntries } from '../../src/cache/explain.ts'
import { parseSize } from '../../src/cache/size.ts'
import { readKey } from '../../src/cache/words.ts'
import type { CacheReport } from '../../src/report/schema.ts'

const entry = (name: string, ingredients: Ingredients) =>
  cacheEntry({ kind: 'go-build', name, ingredients, near: ['go'] })
const row = (id: string, more: Partial<CacheReport> = {}): CacheReport => ({
  ...{ id, key: 'k', hit: 'exact', bytes: 1, ms: 1, why: 'as it was' },
  ...more,
})

describe('why a key changed', () => {
  it('is said by the ingredients that are others than in the last run', () => {
    const now = entry('x86_64-linux', { go: '1.26.8', flags: '-trimpath', zig: '0.15.2' })
    const before = row('go-build x86_64-linux', { ingredients: { go: '1.26.7', flags: '-trimpath', root: '/a' } })
    expect(explainEntries([before], [now])).toEqual([
      expect.objectContaining({
        state: 'changed',
        changed: [
          { name: 'go', before: '1.26.7', now: '1.26.8' },
          { name: 'root', before: '/a', now: null },
          { name: 'zig', before: null, now: '0.15.2' },
        ],
        last: { hit: 'exact', why: 'as it was' },
      }),
    ])
  })

  it('is nothing where the key is the same, and where the last run did not ask', () => {
    const now = [entry('a', { go: '1' }), entry('b', { go: '1' }), entry('c', { go: '1' })]
    const rows = [row('go-build a', { ingredients: { go: '1' } }), row('go-build c', { hit: 'skipped' })]
    const states = explainEntries(rows, now).map(e => [e.name, e.state, e.last?.hit ?? null])
    expect(states).toEqual([
      ['a', 'same', 'exact'],
      ['b', 'new', null],
      ['c', 'new', 'skipped'],
    ])
  })

  it('is not taken from a row about saving', () => {
    const rows = [
      row('go-build a', { saved: 'saved', ingredients: { go: '0' } }),
      row('go-build a', { ingredients: { go: '1' } }),
    ]
    expect(explainEntries(rows, [entry('a', { go: '1' })])[0]?.state).toBe('same')
  })
})

describe('two long values', () => {
  it('are shown by the words in which they differ', () => {
    const before = 'CGO_ENABLED=0 GOARCH=amd64 GOAMD64=v1 GOOS=linux'
    expect(differingWords(before, before.replace('v1', 'v3'), 20)).toEqual({ before: 'GOAMD64=v1', now: 'GOAMD64=v3' })
    expect(differingWords(before, `${before} GOFIPS140=off`, 20)).toEqual({ before: '–', now: 'GOFIPS140=off' })
  })

  it('are shown whole where they are short, or differ by order alone', () => {
    expect(differingWords('a b', 'a c', 20)).toEqual({ before: 'a b', now: 'a c' })
    expect(differingWords('one two', 'two one', 3)).toEqual({ before: 'one two', now: 'two one' })
  })
})

describe('a key', () => {
  it.each([
    [entry('x86_64-linux', { go: '1' }).key, 'go-build', 'x86_64-linux'],
    [cacheEntry({ kind: 'ccache', name: 'a', ingredients: {} }).key, 'ccache', 'a'],
    [`${cacheEntry({ kind: 'rust-hot', name: 'treesum-zig', ingredients: {} }).key}-r12`, 'rust-hot', 'treesum-zig'],
    [`${entry('aarch64-linux-gnu.2.17 changes', {}).key}-0123456789ab`, 'go-build', 'aarch64-linux-gnu.2.17_changes'],
    ['portable-build-toolchain-zig-0.15.2-x86_64-0123456789abcdef', 'toolchain', 'zig-0.15.2-x86_64'],
  ])('%s tells its kind and name', (key, kind, name) => {
    expect(readKey(key)).toEqual({ kind, name })
  })

  it('of somebody else tells nothing', () => {
    expect(readKey('cargo-registry-0123456789abcdef')).toBeNull()
    expect(readKey('portable-build-notes')).toBeNull()
  })
})

describe('a size', () => {
  it.each([
    ['0', 0],
    ['500MB', 500e6],
    ['1.5 g', 1.5e9],
    ['2GiB', 2 ** 31],
    [' 10 kb ', 10e3],
    ['many', null],
    ['', null],
    ['-1', null],
    ['5 PB', null],
    ['1e9', null],
  ])('%j is %s bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes)
  })
})
