import { describe, expect, it } from 'vitest'
import { type GoAnswers, readAnswers } from '../../../src/cache/go/facts.ts'
import { type GoBuildFacts, goBuildName } from '../../../src/cache/go/name.ts'
import { baseEntry, savedKey } from '../../../src/cache/kept/layers.ts'
import { makeJob, shStep } from '../../support/jobs.ts'

const values = { GOVERSION: 'go1.26.8', GOOS: 'linux', GOARCH: 'arm', GOARM: '7', CGO_ENABLED: '0', CC: 'gcc' }
const answers = (more: Readonly<Record<string, string>> = {}): GoAnswers => {
  const read = readAnswers(JSON.stringify({ ...values, ...more }))
  if (read === null) throw new Error('go has answered')
  return read
}
const build = (...words: string[]) => ({ ...shStep('1-build', '/src', '', ['t']), argv: ['go', 'build', ...words] })
const usual = ['-trimpath', '-buildvcs=false', '-tags=osusergo,netgo', '-ldflags=-s', '-o', '/out/app', '--', '.']

function facts(parts: Partial<GoBuildFacts> = {}): GoBuildFacts {
  const job = makeJob({
    workDir: '/src/.portable-build/j',
    steps: [],
    toolchains: [{ name: 'zig', version: '0.15.2' }],
  })
  return {
    job,
    project: 'app',
    step: build(...usual),
    target: 't',
    answers: answers(),
    sums: 'a',
    headers: '',
    system: '',
    ...parts,
  }
}
const cgo = { CGO_ENABLED: '1' }

/** How a pack that was saved for `before` serves a build: for all of it, as the nearest one, or not at all. */
function serves(before: GoBuildFacts, now: GoBuildFacts): string {
  const [exact = '?', near = '?'] = baseEntry(goBuildName(now)).fallbacks
  const saved = savedKey(baseEntry(goBuildName(before)), new Map([['a', 1]]))
  return saved.startsWith(exact) ? 'exact' : saved.startsWith(near) ? 'near' : 'no'
}

describe('the pack of what go compiled', () => {
  it.each<{ what: string; now: Partial<GoBuildFacts>; want: string }>([
    { what: 'nothing changed', now: {}, want: 'exact' },
    { what: 'another version stamp', now: { step: build(...usual.with(3, '-ldflags=-s -X main.v=2')) }, want: 'exact' },
    { what: 'another place for the result', now: { step: build(...usual.with(5, '/out/b')) }, want: 'exact' },
    { what: 'another main package', now: { step: build(...usual.with(7, './cmd/b')) }, want: 'exact' },
    { what: 'a commit', now: { step: build(...usual.with(1, '-buildvcs=true')) }, want: 'exact' },
    { what: 'another C compiler that nobody asks', now: { answers: answers({ CC: 'clang' }) }, want: 'exact' },
    { what: 'another go.sum', now: { sums: 'b' }, want: 'near' },
    { what: 'another go', now: { answers: answers({ GOVERSION: 'go1.27.0' }) }, want: 'no' },
    { what: 'another CPU', now: { answers: answers({ GOARM: '6' }) }, want: 'no' },
    { what: 'another experiment', now: { answers: answers({ GOEXPERIMENT: 'x' }) }, want: 'no' },
    { what: 'cgo', now: { answers: answers(cgo) }, want: 'no' },
    { what: 'other tags', now: { step: build(...usual.with(2, '-tags=netgo')) }, want: 'no' },
    { what: 'paths in the objects', now: { step: build(...usual.slice(1)) }, want: 'no' },
    { what: 'a user’s flag', now: { step: build('-gcflags=all=-N', ...usual) }, want: 'no' },
    { what: 'another target', now: { target: 'u' }, want: 'no' },
  ])('$what: $want', ({ now, want }) => {
    expect(serves(facts(), facts(now))).toBe(want)
  })

  it.each<{ what: string; now: Partial<GoBuildFacts> }>([
    { what: 'another zig', now: { job: { ...facts().job, toolchains: [{ name: 'zig', version: '0.16.0' }] } } },
    { what: 'another wrapper', now: { answers: answers({ ...cgo, CC: '/tools/wrappers/2/cc' }) } },
    { what: 'other flags of C', now: { answers: answers({ ...cgo, CGO_CFLAGS: '-O3' }) } },
    { what: 'a header that go does not look at', now: { headers: 'h2' } },
    { what: 'other packages of this machine', now: { system: 's2' } },
  ])('of C and $what: no', ({ now }) => {
    const before = facts({ answers: answers(cgo), headers: 'h1', system: 's1' })
    expect(serves(before, before)).toBe('exact')
    expect(serves(before, { ...before, ...now })).toBe('no')
  })

  it('is not shared between directories where their paths are in it', () => {
    const there = build(...usual.slice(1))
    const elsewhere = { ...there, cwd: '/other' }
    expect(serves(facts({ step: there }), facts({ step: elsewhere }))).toBe('no')
    expect(serves(facts(), facts({ step: { ...facts().step, cwd: '/other' } }))).toBe('exact')
  })

  it('needs an answer of go', () => {
    expect(readAnswers('go: no such tool')).toBeNull()
    expect(readAnswers('{"GOOS":"linux"}')).toBeNull()
  })
})
