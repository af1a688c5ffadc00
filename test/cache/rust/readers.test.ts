import { describe, expect, it } from 'vitest'
import type { Unit } from '../../../src/cache/rust/messages.ts'
import { type ReaderFacts, readCrates } from '../../../src/cache/rust/readers.ts'

const sources = '/w/cargo/registry/src'
const crate = (name: string): Unit => ({
  ...{ packageId: name, name, own: false, fresh: true, kinds: ['lib'], source: '', files: [] },
  manifest: `${sources}/main-1/${name}-1.0.0/Cargo.toml`,
})
const facts = (over: Partial<ReaderFacts>): ReaderFacts => ({
  units: ['protoc', 'zlib-sys', 'serde', 'cbindgen'].map(crate),
  ...{ linked: new Set<string>(), scripts: [], outputs: [], sources, ...over },
})

describe('sources that are read after they were compiled', () => {
  it('are none without build scripts of the project', () => {
    expect(readCrates(facts({}))).toEqual(new Set())
  })

  it('are those of what a build script of the project is linked with', () => {
    expect(readCrates(facts({ linked: new Set(['protoc']) }))).toEqual(new Set(['main-1/protoc-1.0.0']))
  })

  const inside = `${sources}/main-1/zlib-sys-1.0.0/include`
  it.each([
    [`cargo:rustc-link-search=native=${inside}`, [], true],
    [`cargo::rustc-link-arg=${inside}/script.ld`, [], true],
    [`cargo:include=${inside}`, ['fn main() {}'], true],
    [`cargo::metadata=include=${inside}`, ['fn main() {}'], true],
    // no build script of the project hears of it
    [`cargo:include=${inside}`, [], false],
    [`cargo:rerun-if-changed=${inside}`, ['fn main() {}'], false],
    [`cargo:rustc-env=DIR=${inside}`, ['fn main() {}'], false],
  ])('are those that a build script from outside hands on: %s, to %j: %s', (line, scripts, read) => {
    const outputs = [{ packageId: 'zlib-sys', text: `cargo:rustc-cfg=x\n${line}\n` }]
    expect([...readCrates(facts({ outputs, scripts }))]).toEqual(read ? ['main-1/zlib-sys-1.0.0'] : [])
  })

  it('are none where a comment has one of the words', () => {
    expect(
      readCrates(facts({ scripts: ['// requires a key in the registry\nprintln!("cargo:rustc-cfg=x");'] })),
    ).toEqual(new Set())
  })

  it.each([
    ['a crate that looks at all', { linked: new Set(['cbindgen']) }],
    ['a build script that starts cargo', { scripts: ['Command::new(env::var("CARGO").unwrap())'] }],
    ['a build script that looks for the sources', { scripts: ['env::var("CARGO_HOME")'] }],
  ])('are all with %s', (_, over) => expect(readCrates(facts(over))).toBe('all'))
})
