import { describe, expect, it } from 'vitest'
import { compileRoot, filesOfDepInfo } from '../../../src/cache/rust/dep-info.ts'
import { newestOf, planTimes, type SourceTimes } from '../../../src/cache/rust/manifest.ts'
import { looksOutside, readRules, variablesIn } from '../../../src/cache/rust/scripts.ts'
import { findStale, type OwnPackage } from '../../../src/cache/rust/stale.ts'
import { changedVariables, recordVariables } from '../../../src/cache/rust/variables.ts'

describe('planTimes', () => {
  const before: SourceTimes = {
    '/p/': ['names1', '1'],
    '/p/a.rs': ['A', '2'],
    '/p/b.rs': ['B', '3'],
    '/p/gone.rs': ['G', '4'],
    '/p/link': ['link:a.rs', '5'],
    '/p/src/': ['names2', '6'],
  }
  const now: SourceTimes = {
    '/p/': ['names3', '90'],
    '/p/a.rs': ['A', '91'],
    // older than before: only the content counts
    '/p/b.rs': ['C', '1'],
    '/p/new.rs': ['N', '1'],
    '/p/link': ['link:b.rs', '92'],
    '/p/src/': ['names2', '93'],
  }
  const plan = planTimes(before, now)

  it('gives back the times of what is the same, files before directories', () => {
    expect(plan.unchanged).toEqual([
      { path: '/p/a.rs', mtimeNs: 2n },
      { path: '/p/src/', mtimeNs: 6n },
    ])
  })
  it('makes new what is not, whatever its time', () => {
    expect(plan.renewed).toEqual(['/p/b.rs', '/p/link', '/p/new.rs', '/p/'])
  })
  it('knows what happened', () => {
    expect(plan.changes).toEqual([
      { path: '/p/b.rs', how: 'changed' },
      { path: '/p/gone.rs', how: 'deleted' },
      { path: '/p/link', how: 'changed', link: true },
      { path: '/p/new.rs', how: 'new' },
      { path: '/p/', how: 'changed' },
    ])
  })
  it('sets the time of a directory after that of what is in it', () => {
    const dirs: SourceTimes = { '/p/': ['1', '1'], '/p/a/': ['2', '1'], '/p/a/b/': ['3', '1'] }
    expect(planTimes(dirs, dirs).unchanged.map(u => u.path)).toEqual(['/p/a/b/', '/p/a/', '/p/'])
  })
  it('knows the newest', () => expect([newestOf(before), newestOf({})]).toEqual([6n, 0n]))
})

describe('findStale', () => {
  const pkg = (name: string, parts: Partial<OwnPackage> = {}): OwnPackage => ({
    dir: name === '' ? '/p' : `/p/${name}`,
    compiled: [`compiled ${name}`],
    runs: [`runs ${name}`],
    tracked: [`/p/${name}/src/lib.rs`],
    ruled: true,
    outside: false,
    variables: {},
    ...parts,
  })
  const packages = [
    pkg(''),
    pkg('plain', { ruled: false }),
    pkg('git', { outside: true }),
    pkg('head', { tracked: ['/p/head/src/lib.rs', '/p/.git/HEAD'] }),
    pkg('env', { variables: recordVariables(['MODE'], { MODE: 'a' }) }),
    pkg('db', { tracked: ['/p/db/src/lib.rs', '/p/migrations/1.sql'] }),
    pkg('linked', { tracked: ['/p/linked/src/lib.rs', '/p/linked/src/x.rs'] }),
  ]
  const stale = (changes: Parameters<typeof findStale>[0]['changes'], sameCommit = true, MODE = 'a') =>
    findStale({ packages, changes, sameCommit, env: { MODE } })
  const always = ['compiled git', 'runs git', 'compiled head']

  it('finds nothing where nothing changed', () => expect(stale([])).toEqual({ remove: [], renew: [] }))

  it.each([
    ['what a compiler read: cargo sees that itself', '/p/db/src/lib.rs', []],
    ['tests, which no program is made of', '/p/db/tests/t.rs', []],
    ['a file that nobody is known to read', '/p/db/templates/x.html', ['compiled db']],
    ['a file beside one that a package reads elsewhere', '/p/migrations/2.sql', ['compiled ', 'compiled db']],
    ['a file of a package whose script has no rules', '/p/plain/src/lib.rs', ['compiled plain', 'runs plain']],
  ])('%s', (_, path, removed) => {
    const { remove } = stale([{ path, how: 'new' }])
    expect(remove.filter(each => !always.includes(each))).toEqual(removed)
    expect(remove).toEqual(expect.arrayContaining(always))
  })

  it('makes the manifest of a script without rules new: the newest time is its hash', () => {
    expect(stale([{ path: '/p/plain/data', how: 'deleted' }]).renew).toEqual(['/p/plain/Cargo.toml'])
  })

  it('compiles what was read through a link that leads elsewhere, which cargo has resolved', () => {
    const through = stale([{ path: '/p/linked/src/x.rs', how: 'changed', link: true }])
    expect(through.remove).toContain('compiled linked')
    expect(stale([{ path: '/p/linked/src', how: 'changed', link: true }]).remove).toContain('compiled linked')
  })

  it('at another commit asks again who asks git or reads from it', () => {
    expect(stale([], false).remove).toEqual(always)
  })

  it('runs a script again that reads a variable with another value', () => {
    expect(stale([], true, 'b').remove).toEqual(['compiled env', 'runs env'])
  })
})

describe('build scripts', () => {
  it('reads the rules of both spellings', () => {
    const output =
      'cargo:rerun-if-changed=a b\ncargo::rerun-if-env-changed=CC\ncargo:rustc-cfg=x\nrerun-if-changed=no\n'
    expect(readRules(output)).toEqual({ paths: ['a b'], variables: ['CC'], ruled: true })
    expect(readRules('cargo:rustc-cfg=x\n').ruled).toBe(false)
  })

  const nothing = readRules('')
  it.each([
    ['std::process::Command::new("git")', true],
    ['use std::time::SystemTime;', true],
    ['vergen_gix::Emitter::default()', true],
    ['for (k, v) in env::vars() {}', true],
    ['cc::Build::new().file("x.c").compile("x")', false],
    ['env::var("OUT_DIR")', false],
  ])('%s', (source, outside) => expect(looksOutside(source, nothing)).toBe(outside))

  it('takes a rule about .git for a question to git', () => {
    expect(looksOutside('', readRules('cargo:rerun-if-changed=../../.git/HEAD'))).toBe(true)
    expect(looksOutside('', readRules('cargo:rerun-if-changed=.gitignore'))).toBe(false)
  })

  it('finds undeclared variables, but for those that cargo sets', () => {
    const source = 'env::var("BUILD_NUMBER"); std::env::var_os( "ZZ" ); env::var("CARGO_PKG_NAME"); env::var("OUT_DIR")'
    expect(variablesIn(source)).toEqual(['BUILD_NUMBER', 'ZZ'])
  })

  it('notices a variable that is set, unset or changed, and keeps no value', () => {
    const record = recordVariables(['A', 'B', 'C'], { A: 'secret', B: '2' })
    expect(JSON.stringify(record)).not.toContain('secret')
    expect(changedVariables(record, { A: 'secret', B: '2' })).toEqual([])
    expect(changedVariables(record, { A: 'other', C: '' })).toEqual(['A', 'B', 'C'])
  })
})

describe('dep-info', () => {
  const text =
    '/t/app-1.d: src/main.rs src/a\\ b.rs src/../c.txt\n\n/t/app-1: src/main.rs\n\nsrc/main.rs:\nsrc/a\\ b.rs:\n\n# env-dep:X=y z\n'
  it('reads what was read', () => {
    expect(filesOfDepInfo(text, '/p')).toEqual(['/p/c.txt', '/p/src/a b.rs', '/p/src/main.rs'])
  })
  it('finds the directory from the root source file', () => {
    expect(compileRoot(text, '/p/src/main.rs')).toBe('/p')
    expect(compileRoot('/t/x.d: /r/src/lib.rs\n', '/r/src/lib.rs')).toBe('/')
    expect(compileRoot(text, '/p/src/lib.rs')).toBeNull()
  })
})
