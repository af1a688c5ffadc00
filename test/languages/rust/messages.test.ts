import { describe, expect, it } from 'vitest'
import { compileErrors, executablesFromCargo } from '../../../src/languages/rust/messages.ts'

const artifact = (name: string, executable: string | null, more: { kind?: string; id?: string } = {}) =>
  JSON.stringify({
    reason: 'compiler-artifact',
    package_id: more.id ?? 'path+file:///home/me/app#1.0.0',
    manifest_path: '/home/me/app/Cargo.toml',
    target: { kind: [more.kind ?? 'bin'], crate_types: ['bin'], name, src_path: '/home/me/app/src/main.rs' },
    filenames: executable === null ? [`/t/x/lib${name}.rlib`] : [executable],
    executable,
    fresh: false,
  })

const collect = {
  from: 'cargo-json',
  step: '1-build',
  triples: {
    'x86_64-unknown-linux-musl': 'x86_64-linux-musl',
    'aarch64-unknown-linux-gnu': 'aarch64-linux-gnu.2.17',
  },
  bins: null,
} as const

describe('the executables that cargo reports', () => {
  it('are of the target whose triple is the directory above the profile', () => {
    const lines = [
      'a build script said this',
      artifact('app', '/w/target/x86_64-unknown-linux-musl/release/app'),
      artifact('app', '/w/target/aarch64-unknown-linux-gnu/release/app'),
      '{"reason":"build-finished","success":true}',
    ]
    expect(executablesFromCargo(lines, collect)).toEqual([
      { target: 'x86_64-linux-musl', name: 'app', path: '/w/target/x86_64-unknown-linux-musl/release/app' },
      { target: 'aarch64-linux-gnu.2.17', name: 'app', path: '/w/target/aarch64-unknown-linux-gnu/release/app' },
    ])
  })

  it('are neither libraries, tests and build scripts, nor those of the building machine', () => {
    const lines = [
      artifact('serde', null, { kind: 'lib' }),
      artifact('build-script-build', '/w/target/release/build/app-1/build-script-build', { kind: 'custom-build' }),
      artifact('demo', '/w/target/x86_64-unknown-linux-musl/release/demo', { kind: 'example' }),
      artifact('tool', '/w/target/release/tool'),
      artifact('app', '/x86_64-unknown-linux-musl/w/target/release/app'),
      artifact('odd', '/w/target/toString/release/odd'),
    ]
    expect(executablesFromCargo(lines, collect)).toEqual([])
  })

  it('are those that were asked for, and each once when a fallback reports it again', () => {
    const line = artifact('app', '/w/target/x86_64-unknown-linux-musl/release/app')
    const other = artifact('other', '/w/target/x86_64-unknown-linux-musl/release/other')
    expect(executablesFromCargo([line, other, line], { ...collect, bins: ['app'] }).map(e => e.name)).toEqual(['app'])
  })

  it('survive lines that only look like messages', () => {
    expect(executablesFromCargo(['{"reason":"compiler-artifact"', '{"compiler-artifact":1}', '{}'], collect)).toEqual(
      [],
    )
  })

  it('are refused when two packages wrote the same file', () => {
    const path = '/w/target/x86_64-unknown-linux-musl/release/app'
    const lines = [
      artifact('app', path, { id: 'path+file:///w/a#app@1.0.0' }),
      artifact('app', path, { id: 'path+file:///w/server#0.1.0' }),
    ]
    expect(() => executablesFromCargo(lines, collect)).toThrow('app and server both build an executable app')
  })
})

describe('compile errors', () => {
  const output = [
    '   Compiling app v0.1.0 (/home/me/app)',
    'warning: unused variable: `x`',
    ' --> src/main.rs:1:1',
    '',
    '\u001b[1m\u001b[31merror[E0425]\u001b[0m: cannot find value `y` in this scope',
    ' --> src/main.rs:2:5',
    '  |',
    '2 |     y',
    '',
    'warning: `app` (bin "app") generated 1 warning',
    'error: could not compile `app` (bin "app") due to 1 previous error',
  ]

  it('are whole, without the warnings around them', () => {
    expect(compileErrors(output)).toEqual(output.slice(4, 8))
  })

  it('are read from messages too', () => {
    const message = (level: string, rendered: string) =>
      JSON.stringify({ reason: 'compiler-message', message: { level, rendered } })
    const lines = [message('warning', 'warning: w\n'), message('error', 'error[E0001]: e\n --> a.rs:1:1\n')]
    expect(compileErrors(lines)).toEqual(['error[E0001]: e', ' --> a.rs:1:1'])
  })

  it('are none where cargo failed for another reason, and are kept short', () => {
    expect(compileErrors(['    Updating index', 'warning: spurious network error'])).toEqual([])
    expect(compileErrors(['error: a', 'b', 'c', 'd'], 2)).toEqual(['error: a', 'b'])
  })
})
