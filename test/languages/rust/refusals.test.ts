import { describe, expect, it } from 'vitest'
import type { Inputs } from '../../../src/inputs/inputs.ts'
import { checkTriples } from '../../../src/languages/rust/check.ts'
import { app, build, flagsOf, home, plan, x86 } from './calls.ts'
import { surroundings, targetsOf } from './support.ts'

describe('the CPU of the building machine', () => {
  const native = '[target.x86_64-unknown-linux-musl]\nrustflags = [\n  "-C",\n  "target-cpu=native",\n]\n'
  const file = { '/home/me/.cargo/config.toml': native }

  it('is refused with file and line, and only for the targets that it would reach', () => {
    const answers = surroundings(home, file)
    expect(() => plan(['x86_64-linux-musl'], {}, { answers })).toThrow(
      "/home/me/.cargo/config.toml:4 asks for this machine's own CPU (target-cpu=native)",
    )
    expect(() => plan(['aarch64-linux-musl'], {}, { answers })).not.toThrow()
  })

  it.each([
    [{ RUSTFLAGS: '-Ctarget-cpu=native' }, 'RUSTFLAGS'],
    [{ CFLAGS: '-O2 -march=native' }, 'CFLAGS'],
    [{ CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_RUSTFLAGS: '-C target-cpu=native' }, 'the environment'],
  ])('is refused in the environment: %j', (env, where) => {
    expect(() => plan(['x86_64-linux-musl'], { env })).toThrow(`${where} asks for this machine's own CPU`)
  })

  it('is refused in the build script, where it is no comment', () => {
    const script = 'fn main() {\n  // never -march=native\n  cc::Build::new().flag("-march=native");\n}\n'
    expect(() => plan(['x86_64-linux-musl'], {}, {}, { ...app, 'build.rs': script })).toThrow(
      'build.rs:3: the build script of app uses -march=native',
    )
  })

  it('gives way to the CPU that is asked for', () => {
    const step = build(
      ['x86_64-linux-musl', 'aarch64-linux-musl'],
      { cpu: 'x86_64_v3' },
      { answers: surroundings(home, file) },
    )
    expect(flagsOf(step, x86)).toContain('-Ctarget-cpu=x86-64-v3')
    expect(JSON.stringify(flagsOf(step, 'aarch64-unknown-linux-musl'))).not.toContain('target-cpu')
    const everywhere = { answers: surroundings(home, { '/c/config.toml': native.replace(/target.*musl/, 'build') }) }
    expect(() => plan(['aarch64-linux-musl'], { cpu: 'x86_64_v3' }, everywhere)).toThrow('/c/config.toml:4 asks for')
  })
})

describe('what cannot be', () => {
  it('is a library', () => {
    const files = { 'Cargo.toml': app['Cargo.toml'], 'src/lib.rs': '' }
    expect(() => plan(['x86_64-linux-musl'], {}, {}, files)).toThrow(
      'there is no executable to build: app has libraries only',
    )
  })

  it('is an executable whose features are not asked for', () => {
    const toml = `${app['Cargo.toml']}[features]\ncli = []\n[[bin]]\nname = "app"\nrequired-features = ["cli"]\n`
    expect(() => plan(['x86_64-linux-musl'], {}, {}, { ...app, 'Cargo.toml': toml })).toThrow(
      'executable app is not built: it needs `features: cli`',
    )
  })

  it('is a name that the project does not have; the nearest is suggested', () => {
    const hint = (inputs: Partial<Inputs>) => {
      try {
        plan(['x86_64-linux-musl'], inputs)
      } catch (error) {
        return error
      }
      return null
    }
    expect(hint({ bin: ['ap'] })).toMatchObject({ code: 'bad-input', hint: 'Did you mean app? It has app.' })
    expect(hint({ package: ['xyzzy'] })).toMatchObject({ code: 'bad-input', hint: 'It has app.' })
  })

  it('is a Rust that knows no several targets, pinned or asked for', () => {
    const pinned = { ...app, 'rust-toolchain': '1.60.0\n' }
    expect(() => plan(['x86_64-linux-musl'], {}, {}, pinned)).toThrow('Rust 1.60.0 is older than 1.64')
    expect(() => plan(['x86_64-linux-musl'], { toolchain: '1.80' }, {}, pinned)).not.toThrow()
    expect(() => plan(['x86_64-linux-musl'], { toolchain: '1.56' })).toThrow('Rust 1.56 is older than 1.64')
    expect(() => plan(['x86_64-linux-musl'], { toolchain: 'nightly-2026-01-01' })).not.toThrow()
  })

  it('is a target that Rust does not have', () => {
    const [target] = targetsOf('x86_64-linux-musl')
    if (!target) throw new Error('no target')
    expect(() => checkTriples([{ target, triple: null }])).toThrow('Rust has no target for x86_64-linux-musl')
  })
})
