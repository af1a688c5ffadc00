import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { ExplainedEntry } from '../../src/cache/explain.ts'
import { type Explanation, explanationText } from '../../src/report/cache-text.ts'
import { prunedText, storedText } from '../../src/report/stored-text.ts'
import { styleFor } from '../../src/report/style.ts'

const entry = (more: Partial<ExplainedEntry>): ExplainedEntry => ({
  ...{ kind: 'rust-hot', name: 'treesum-zig', key: 'portable-build-rust-hot-treesum-zig-0-1' },
  ...{
    state: 'same',
    changed: [],
    ingredients: { rustc: '1.95.0', lock: '3 crates, 3ccd92cbfbfdb6d2', profile: 'release', targets: 'x' },
  },
  ...{ last: { hit: 'exact', why: '' } },
  ...more,
})

const explanation: Explanation = {
  entries: [
    entry({}),
    entry({
      ...{ name: 'ghstats-zig', state: 'changed', last: { hit: 'partial', why: '' } },
      changed: [
        { name: 'lock', before: '190 crates, 0123456789abcdef', now: '191 crates, fedcba9876543210' },
        { name: 'profile', before: 'release', now: 'release {"lto":true}' },
        {
          name: 'rustc',
          before: '1.94.0 (4a4ef493e 2026-03-02), LLVM 21.1.8',
          now: '1.95.0 (59807616e 2026-04-14), LLVM 22.1.2',
        },
      ],
    }),
    entry({
      ...{ kind: 'go-build', name: 'x86_64-linux', state: 'changed' },
      changed: [
        {
          name: 'values',
          before: 'CGO_ENABLED=0 GOARCH=amd64 GOAMD64=v1 GOEXPERIMENT= GOOS=linux GOTOOLCHAIN=local',
          now: 'CGO_ENABLED=0 GOARCH=amd64 GOAMD64=v3 GOEXPERIMENT= GOOS=linux GOTOOLCHAIN=local',
        },
        { name: 'zig', before: null, now: '0.15.2' },
      ],
    }),
    entry({ kind: 'zig-runtime', name: 'x86_64-linux-musl', state: 'new', ingredients: { zig: '0.15.2' }, last: null }),
  ],
  without: [{ id: 'rust-hot lib-zig', why: 'there is no Cargo.lock: versions are not settled' }],
  report: 'dist/report.json',
}

describe('what explain found out', () => {
  it('is told in 80 columns: the key, what changed in it, what that is', async () => {
    const text = explanationText(explanation, { style: styleFor(false), columns: 80, verbose: false })
    expect(text.split('\n').filter(line => line.length > 80)).toEqual([])
    await expect(text).toMatchFileSnapshot('../golden/cache-explain.txt')
  })

  it('has all ingredients and the key when more is asked for', () => {
    const text = explanationText(explanation, { style: styleFor(false), columns: 80, verbose: true })
    expect(text).toContain('    lock     3 crates, 3ccd92cbfbfdb6d2\n')
    expect(text).toContain('    portable-build-rust-hot-treesum-zig-0-1\n')
  })

  it('cannot be forged by what tools and reports say', () => {
    const forged = { ...explanation, report: 'a\u001b[2J', without: [{ id: 'x\n✓ y', why: '\u001b]0;t\u0007' }] }
    const changed = entry({ state: 'changed', changed: [{ name: 'lock', before: '\u001b[1A', now: 'b' }] })
    const text = explanationText(
      { ...forged, entries: [changed] },
      { style: styleFor(true), columns: 80, verbose: true },
    )
    const plain = stripVTControlCharacters(text)
    expect(plain).not.toMatch(/\p{Cc}(?<!\n)/u)
    expect(plain).not.toMatch(/^✓ y/m)
  })

  it('is a sentence where nothing is kept', () => {
    const none = { entries: [], without: [], report: null }
    expect(explanationText(none, { style: styleFor(false), columns: 80, verbose: false })).toMatch(
      /^Nothing of this project is kept in the cache\./,
    )
  })
})

const now = Date.UTC(2026, 10, 21)
const minutes = (n: number) => now - n * 60_000
const digest = '0123456789abcdef'
const stored = [
  {
    key: `portable-build-rust-hot-treesum-zig-${digest}-${digest}-r2`,
    ...{ bytes: 48_800_000, savedMs: minutes(3 * 24 * 60), usedMs: minutes(0.5) },
  },
  {
    key: `portable-build-toolchain-zig-0.15.2-x86_64-${digest}`,
    ...{ bytes: 53_000_000, savedMs: minutes(90 * 24 * 60), usedMs: minutes(125) },
  },
  {
    key: `portable-build-go-build-${'a-very-long-name-of-a-job-'.repeat(3)}-${digest}-${digest}`,
    ...{ bytes: 812, savedMs: minutes(7), usedMs: minutes(7) },
  },
]

describe('a cache directory', () => {
  it('is a table that fits', async () => {
    const text = storedText(stored, '/home/me/.cache/portable-build/cache', {
      style: styleFor(false),
      columns: 80,
      now,
    })
    expect(text.split('\n').filter(line => line.length > 80)).toEqual([])
    await expect(text).toMatchFileSnapshot('../golden/cache-list.txt')
  })

  it('says when it is empty, and what went', () => {
    expect(storedText([], '/c', { style: styleFor(false), columns: 80, now })).toBe('The cache is empty: nothing in /c')
    expect(prunedText(stored.slice(1), stored.slice(0, 1), styleFor(false))).toBe(
      '✓ 2 entries removed, 53.0 MB; 1 entry (48.8 MB) stay',
    )
    expect(prunedText([], stored, styleFor(false))).toBe('Nothing had to go: 3 entries (102 MB) stay')
  })
})
