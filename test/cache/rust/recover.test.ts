import { describe, expect, it } from 'vitest'
import { coldEntry, hotEntry, isOfRecipe, nextRevision, ownEntry } from '../../../src/cache/rust/entries.ts'
import { readHotFacts, readOwnFacts } from '../../../src/cache/rust/facts.ts'
import { isFingerprint, linkedUnits } from '../../../src/cache/rust/fingerprints.ts'
import type { Unit } from '../../../src/cache/rust/messages.ts'
import { whyNot } from '../../../src/cache/rust/recover.ts'

const unit = (name: string, own: boolean, fresh: boolean): Unit => ({
  ...{ packageId: name, name, own, fresh, kinds: ['lib'], manifest: '', source: '', files: [] },
})
const verdict = (units: readonly Unit[], errors: readonly string[] = []) =>
  whyNot({
    messages: { units, runs: [] },
    errors,
    external: ['serde', 'libsqlite3-sys'],
    sources: '/w/cargo/registry/src',
  })

describe('whyNot', () => {
  it('lets a result stand that was made of own crates alone, also a failure', () => {
    expect(verdict([unit('serde', false, true), unit('app', true, false)])).toBeNull()
    const errors = [
      'error[E0308]: mismatched types',
      'error: could not compile `app` (bin "app") due to 1 previous error',
    ]
    expect(verdict([unit('serde', false, true)], errors)).toBeNull()
  })

  it('refuses whatever a crate from outside was compiled for, however well it ended', () => {
    expect(verdict([unit('app', true, true), unit('serde', false, false)])).toBe('serde was compiled again')
  })

  it.each([
    'error: failed to run custom build command for `libsqlite3-sys v0.35.0`',
    'error: could not compile `serde` (lib) due to 2 previous errors',
    "  process didn't exit successfully: `/t/build-script-build` (exit status: 97)",
    '  portable-build: cold pack needed: this build script is a placeholder',
    "error[E0463]: can't find crate for `cc`",
    'error[E0786]: found invalid metadata files for crate `cc`',
    "error: couldn't read `/w/cargo/registry/src/main-1/protos-1.0.0/all.proto`",
    '/w/cargo/registry/src/main-1/zlib-1.0.0/zlib.h:1:2: error: no such header',
    'rust-lld: error: unable to find library -lprebuilt: No such file or directory',
  ])('refuses %s', line => expect(verdict([], [line])).not.toBeNull())

  it('lets an error stand that only shows where something from outside is defined', () => {
    const shown = '  --> /w/cargo/registry/src/main-1/serde-1.0.0/src/lib.rs:5:1'
    expect(verdict([], ['error[E0277]: the trait bound is not satisfied', shown])).toBeNull()
  })
})

describe('entries', () => {
  const recipe = { rustc: '1', cargo: '1', host: 'h', targets: 't', compilers: 'c', directories: 'd', lock: 'l' }
  const wanted = hotEntry('job', recipe)

  it('asks for the newest revision, then for the nearest recipe', () => {
    const other = hotEntry('job', { ...recipe, lock: 'm' })
    expect(wanted.fallbacks).toEqual([`${wanted.key}-r`, other.fallbacks[1]])
    expect(isOfRecipe(`${wanted.key}-r2`, wanted)).toBe(true)
    expect(isOfRecipe(`${other.key}-r2`, wanted)).toBe(false)
  })

  it('counts revisions of a recipe from one', () => {
    const next = (key: string | null) => nextRevision(wanted, key).key.slice(wanted.key.length)
    expect([next(null), next(`${wanted.key}-r9`), next('portable-build-rust-hot-job-1-2-r9')]).toEqual([
      '-r1',
      '-r10',
      '-r1',
    ])
  })

  it('has one cold entry for each revision', () => {
    expect(coldEntry(nextRevision(wanted, null))).toMatchObject({
      kind: 'rust-cold',
      key: nextRevision(wanted, null).key.replace('rust-hot', 'rust-cold'),
      fallbacks: [],
    })
  })

  it('takes own crates of any sources, but of no other compilation', () => {
    const own = (compilation: string, digest: string) => ownEntry('job', recipe, compilation, { '/p/a': [digest, '1'] })
    expect(own('1', 'a').key).not.toBe(own('1', 'b').key)
    expect(own('1', 'a').fallbacks).toEqual(own('1', 'b').fallbacks)
    expect(own('1', 'a').fallbacks).not.toEqual(own('2', 'a').fallbacks)
    expect(ownEntry('job', recipe, '1', { '/p/a': ['a', '2'] }).key).toBe(own('1', 'a').key)
  })
})

describe('facts', () => {
  const hot = {
    workDir: '/w',
    cargoHome: '/w/cargo',
    compilation: '1',
    complete: true,
    hollow: true,
    names: [],
    roots: [],
    variables: {},
    sources: {},
    watched: {},
  }
  const place = { workDir: '/w', cargoHome: '/w/cargo' }
  const own = { workDir: '/w', commit: null, roots: [], sources: {}, watched: {}, packages: [], newest: '1' }
  it('are read where they fit', () => {
    expect([readHotFacts(hot, place), readOwnFacts(own, '/w')]).toEqual([hot, own])
  })
  it.each([null, undefined, 'text', [], {}, { ...hot, ...own, workDir: '/other' }])('%j are not', facts => {
    expect([readHotFacts(facts, place), readOwnFacts(facts, '/w')]).toEqual([null, null])
  })
  it.each(Object.keys(hot))('are not read without %s', name => {
    expect(readHotFacts({ ...hot, [name]: undefined }, place)).toBeNull()
  })
})

describe('linkedUnits', () => {
  const id = (n: number) => n.toString(16).padStart(16, '0')
  const dir = (n: number) => `target/release/.fingerprint/c-${id(n)}`
  const json = (...deps: bigint[]) => `{"rustc":1,"deps":[${deps.map(d => `[1,"c",false,${d}]`).join()}],"local":[]}`
  // cargo writes the hash as bytes, the lowest first; the numbers are beyond what a double holds
  const files = [
    { path: `${dir(1)}/build-script-build-script-build.json`, text: json(5579135845991010952n) },
    { path: `${dir(2)}/lib-c`, text: '8852f10d7e126d4d' },
    { path: `${dir(2)}/lib-c.json`, text: json(13038859110731277075n, 1n) },
    { path: `${dir(3)}/lib-c`, text: '13e380434755f3b4' },
    { path: `${dir(4)}/run-build-script-build-script-build`, text: '0100000000000000' },
    { path: `${dir(5)}/lib-c`, text: '0200000000000000' },
  ]
  it('follows what is linked, by the hashes that cargo wrote', () => {
    expect(linkedUnits(files, new Set([`target/${id(1)}`]))).toEqual(new Set([`target/${id(2)}`, `target/${id(3)}`]))
  })
  it('finds nothing in another target directory', () => {
    expect(linkedUnits(files, new Set([`target-2.17/${id(1)}`]))).toEqual(new Set())
  })
  it('knows its files in both layouts', () => {
    const paths = [
      `${dir(2)}/lib-c`,
      'target/release/build/c/0123456789abcdef/fingerprint/lib-c',
      'target/release/deps/libc-1.rlib',
    ]
    expect(paths.map(isFingerprint)).toEqual([true, true, false])
  })
})
