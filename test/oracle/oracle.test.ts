import { describe, expect, it } from 'vitest'
import { compare } from '../../scripts/oracle/compare.ts'
import type { CorpusFile, Facts, Opinion, OurFacts } from '../../scripts/oracle/facts.ts'
import { packagesOf, quickPackages, releases } from '../../scripts/oracle/packages.ts'
import { judgeStart } from '../../scripts/oracle/starts.ts'

const facts: Facts = {
  arch: 'x86_64',
  linkage: 'dynamic-glibc',
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  needed: ['libm.so.6', 'libc.so.6'],
  floor: { glibc: '2.34', glibcxx: null, cxxabi: null, gcc: null },
  rpath: null,
  runpath: null,
  execStack: false,
  pageSize: 0x1000,
  symbols: { 'libc.so.6 GLIBC_2.34': ['__libc_start_main'] },
}
const file: CorpusFile = { release: 'sid', arch: 'amd64', package: 'p', name: '/usr/bin/p', path: '/tmp/p' }
const ours: OurFacts = { ...facts, findings: [] }
const provides = { glibc: null, glibcxx: null, cxxabi: null, gcc: null }
const said = (pyelftools: Opinion['pyelftools'], lief: Opinion['lief'] = facts): Opinion => ({
  ...{ path: '/tmp/p', pyelftools, lief, provides },
})

describe('two opinions', () => {
  it('that agree are no difference, and a reader that failed says nothing', () => {
    expect(compare(file, ours, said(facts))).toEqual([])
    expect(compare(file, ours, said({ error: 'no' }, { error: 'no' }))).toEqual([])
  })

  it.each([
    ['arch', { arch: 'aarch64' }],
    ['linkage', { linkage: 'static' }],
    ['interpreter', { interpreter: null }],
    ['needed', { needed: ['libc.so.6', 'libm.so.6'] }],
    ['floor glibc', { floor: { ...facts.floor, glibc: '2.36' } }],
    ['floor gcc', { floor: { ...facts.floor, gcc: '3.0' } }],
    ['rpath', { rpath: '/opt' }],
    ['runpath', { runpath: '$ORIGIN' }],
    ['exec stack', { execStack: true }],
    ['page size', { pageSize: 0x10000 }],
    ['symbols', { symbols: { 'libc.so.6 GLIBC_2.34': ['__libc_start_main', 'dlopen'] } }],
    ['symbols', { symbols: { ...facts.symbols, 'libm.so.6 GLIBC_2.29': ['exp'] } }],
  ] as const)('that differ in %s are an unexplained difference', (question, change) => {
    const found = compare(file, ours, said(facts, { ...facts, ...change }))
    expect(found).toEqual([expect.objectContaining({ question, reader: 'lief', why: null })])
  })

  it('a file that is said to be damaged although a distribution ships it', () => {
    const damaged = { id: 'malformed', severity: 'warning', message: 'm', evidence: 'e', hint: '' } as const
    const found = compare(file, { ...ours, findings: [damaged] }, said(facts))
    expect(found).toEqual([expect.objectContaining({ question: 'integrity', why: null })])
  })

  it('an explanation fits only its own kind of difference', () => {
    const unknownArch = { ...facts, arch: null }
    const n32 = { id: 'abi-flags', severity: 'error', message: 'm', evidence: 'e', hint: '' } as const
    const opinion = said(unknownArch, unknownArch)
    const [known] = compare(file, { ...ours, findings: [n32] }, opinion)
    expect(known?.why).toContain('n32')
    const [unknown] = compare(file, ours, opinion)
    expect(unknown?.why).toBeNull()
  })
})

describe('what a start says', () => {
  it.each([
    ['refused', 1, "p: /lib/libc.so.6: version `GLIBC_2.38' not found (required by p)"],
    [
      'missing',
      127,
      'p: error while loading shared libraries: libx.so.1: cannot open shared object file: No such file',
    ],
    ['refused', 127, 'p: error while loading shared libraries: p: unsupported version 3 of Verneed record'],
    ['refused', 127, 'p: symbol lookup error: p: undefined symbol: f, version GLIBC_2.2.5'],
    ['crashed', 132, ''],
    ['starts', 0, 'p (GNU coreutils) 9.1'],
    ['starts', 2, 'dash: 0: Illegal option --'],
  ] as const)('%s: exit code %i, %s', (outcome, status, text) => {
    expect(judgeStart(status, null, text).outcome).toBe(outcome)
  })

  it('a signal is no start', () => {
    expect(judgeStart(null, 'SIGSEGV', '')).toEqual({ outcome: 'crashed', line: 'SIGSEGV' })
  })
})

describe('the packages', () => {
  it('are named once, and the quick ones are among them', () => {
    for (const [release, archs] of Object.entries(releases)) {
      for (const arch of archs) expect(new Set(packagesOf(release, arch)).size).toBe(packagesOf(release, arch).length)
    }
    expect(packagesOf('bookworm', 'amd64')).toEqual(expect.arrayContaining(quickPackages))
  })
})
