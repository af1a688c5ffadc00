import { describe, expect, it } from 'vitest'
import { app, build, config, flagsOf, home, plan, x86 } from './calls.ts'
import { surroundings, zigKit } from './support.ts'

describe('the calls of cargo', () => {
  it('is one for all targets whose floors do not collide', async () => {
    const recipe = plan(['x86_64-linux-musl', 'aarch64-linux-musl', 'x86_64-linux-gnu.2.17', 'aarch64-linux-gnu.2.17'])
    await expect(JSON.stringify(recipe, null, 2)).toMatchFileSnapshot('../../golden/rust-four-targets.plan.json')
    expect(recipe.steps).toHaveLength(1)
    expect(recipe.steps[0]?.fallback).toHaveLength(4)
  })

  it('is another with a directory of its own for each further floor of a triple', () => {
    const { steps, collect } = plan(['x86_64-linux-gnu.2.17', 'aarch64-linux-gnu.2.28', 'x86_64-linux-gnu.2.28'])
    const seen = steps.map(s => s.argv.filter((_, i) => /^--target(-dir)?$/.test(s.argv[i - 1] ?? '')))
    expect(seen).toEqual([
      [
        'x86_64-unknown-linux-gnu.2.17',
        'aarch64-unknown-linux-gnu.2.28',
        '/home/me/app/.portable-build/app-zig/target',
      ],
      ['x86_64-unknown-linux-gnu.2.28', '/home/me/app/.portable-build/app-zig/target-2.28'],
    ])
    expect(steps.map(s => s.fallback?.map(f => f.targets))).toEqual([
      [['x86_64-linux-gnu.2.17'], ['aarch64-linux-gnu.2.28']],
      undefined,
    ])
    expect(collect).toEqual([
      {
        from: 'cargo-json',
        step: '1-build',
        triples: {
          'x86_64-unknown-linux-gnu': 'x86_64-linux-gnu.2.17',
          'aarch64-unknown-linux-gnu': 'aarch64-linux-gnu.2.28',
        },
        bins: null,
      },
      {
        from: 'cargo-json',
        step: '2-build',
        triples: { 'x86_64-unknown-linux-gnu': 'x86_64-linux-gnu.2.28' },
        bins: null,
      },
    ])
  })

  it('hands on what is to be built', () => {
    const inputs = {
      ...{ package: ['app'], features: ['a', 'b'], 'no-default-features': true, 'all-features': true },
      ...{ profile: 'dist', args: ['--timings', 'a b'], toolchain: '1.80.0', bin: ['app'] },
    }
    const { argv, env } = build(['x86_64-linux-musl'], inputs)
    const text = argv.join(' ')
    for (const part of ['--profile dist', '--package app', '--bin app', '--features a,b', '--no-default-features']) {
      expect(text).toContain(part)
    }
    expect(text).toContain('--all-features')
    expect(text).toContain('--locked')
    expect(argv.slice(-2)).toEqual(['--timings', 'a b'])
    expect(env['RUSTUP_TOOLCHAIN']).toBe('1.80.0')
    expect(build(['x86_64-linux-musl'], { workspace: true }).argv).toContain('--workspace')
  })

  it('leaves the toolchain to rustup and the environment when nothing is said', () => {
    expect(build(['x86_64-linux-musl']).env).not.toHaveProperty('RUSTUP_TOOLCHAIN')
  })

  it('names the package with the executable where cargo would build a library', () => {
    const files = {
      'Cargo.toml': '[package]\nname = "core"\nversion = "1.0.0"\n[workspace]\nmembers = ["cli"]\n',
      'src/lib.rs': '',
      'cli/Cargo.toml': '[package]\nname = "cli"\nversion = "1.0.0"\nedition = "2021"\n',
      'cli/src/main.rs': '',
    }
    expect(build(['x86_64-linux-musl'], {}, {}, files).argv.join(' ')).toContain('--package cli --bins')
  })

  it('goes without --locked where there is no lock file, and says so', () => {
    const { 'Cargo.lock': _, ...files } = app
    const without = plan(['x86_64-linux-musl'], {}, {}, files)
    expect(without.steps[0]?.argv).not.toContain('--locked')
    expect(without.notices).toEqual([expect.stringContaining('app has no Cargo.lock')])
    const above = { answers: surroundings(home, { '/home/me/Cargo.lock': '' }) }
    expect(plan(['x86_64-linux-musl'], {}, above, files).steps[0]?.argv).toContain('--locked')
  })

  it('is plain cargo with the compilers of the machine for the native backend', () => {
    const cc = { cc: '/usr/bin/gcc', cxx: '/usr/bin/g++', ar: '/usr/bin/ar', ranlib: '/usr/bin/ranlib' }
    const compilers = { 'x86_64-linux-gnu.2.36': { ...cc, strip: null, triple: 'x86_64-linux-gnu' } }
    const kit = { ...zigKit, backend: 'native' as const, compilers, path: [] }
    const { argv, env } = build(['x86_64-linux-gnu.2.36'], {}, { kit })
    expect(argv.slice(0, 4)).toEqual(['cargo', 'build', '--target', 'x86_64-unknown-linux-gnu'])
    expect(env['CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER']).toBe('/usr/bin/gcc')
    expect(env['CC_x86_64_unknown_linux_gnu']).toBe('/usr/bin/gcc')
  })

  it('lets zig link what runs here on a machine without a C compiler', () => {
    const kit = { ...zigKit, env: { CARGO_ZIGBUILD_ZIG_PATH: "/it's/zig" } }
    const answers = surroundings({ ...home, machine: 'aarch64', nocc: '/bin' })
    const { files, path, notices } = plan(['x86_64-linux-musl'], {}, { kit, answers })
    expect(path).toEqual(['/home/me/app/.portable-build/app-zig/host'])
    expect(files?.map(f => f.path)).toEqual(['cc', 'c++', 'ar'].map(f => `${path}/${f}`))
    expect(files?.[0]?.content).toBe(
      `#!/bin/sh\nexec '/it'\\''s/zig' cc -target aarch64-linux-gnu.2.17 -fno-sanitize=undefined "$@"\n`,
    )
    expect(notices).toEqual([expect.stringContaining('no C compiler')])
    const musl = {
      kit,
      answers: surroundings({ ...home, machine: 'aarch64', nocc: '/bin', musl: '/lib/ld-musl-aarch64.so.1' }),
    }
    expect(plan(['x86_64-linux-musl'], {}, musl)).toMatchObject({ files: [], path: [], notices: [] })
  })

  it("runs the user's scripts before and after, once per target", () => {
    const inputs = { 'before-script': 'make assets', 'after-script': 'echo done' }
    const { steps } = plan(['x86_64-linux-musl', 'aarch64-linux-musl'], inputs)
    expect(steps.map(s => [s.id, s.targets.length])).toEqual([
      ['1-before-script', 1],
      ['2-before-script', 1],
      ['3-build', 2],
      ['4-after-script', 1],
      ['5-after-script', 1],
    ])
    expect(steps[1]?.env).toMatchObject({
      PB_TARGET: 'aarch64-linux-musl',
      PB_RUST_TARGET: 'aarch64-unknown-linux-musl',
    })
  })
})

describe('flags', () => {
  const ours = [
    '--remap-path-prefix=/home/me/.cargo=/cargo',
    '--remap-path-prefix=/home/me/app=/project',
    '--remap-path-prefix=/home/me/app/.portable-build/app-zig/target=/target',
    '--remap-path-prefix=/home/me/app/.portable-build/app-zig/cargo=/cargo',
    '-Ctarget-feature=+crt-static',
  ]
  const withConfig = (text: string, env = home) => ({
    answers: surroundings(env, { '/home/me/app/.cargo/config.toml': text }),
  })

  it('leave the paths of this machine out, and link musl statically', () => {
    expect(flagsOf(build(['x86_64-linux-musl']), x86)).toEqual(ours)
    expect(flagsOf(build(['x86_64-linux-gnu.2.17']), 'x86_64-unknown-linux-gnu')).toEqual(ours.slice(0, 4))
  })

  it('keep those of [build], which cargo drops for a target with flags of its own', () => {
    const step = build(['x86_64-linux-musl'], {}, withConfig('[build]\nrustflags = ["-Ctarget-feature=+aes"]\n'))
    expect(flagsOf(step, x86)).toEqual(['-Ctarget-feature=+aes', ...ours])
  })

  it('leave those of a matching [target] to cargo, which joins them, and do not bring back [build]', () => {
    const text = `[build]\nrustflags = "--cfg a"\n[target.'cfg(target_arch = "x86_64")']\nrustflags = "--cfg b"\n`
    const step = build(['x86_64-linux-musl', 'aarch64-linux-musl'], {}, withConfig(text))
    expect(flagsOf(step, x86)).toEqual(ours)
    expect(flagsOf(step, 'aarch64-unknown-linux-musl')).toEqual(['--cfg', 'a', ...ours])
  })

  it('join RUSTFLAGS where the user sets it, because cargo then looks nowhere else', () => {
    const env = { RUSTFLAGS: '--cfg mine' }
    const step = build(['x86_64-linux-musl'], { env })
    expect(step.env['RUSTFLAGS']).toBe(`--cfg mine ${ours.join(' ')}`)
    const mixed = build(['x86_64-linux-musl', 'x86_64-linux-gnu.2.17'], { env })
    expect(mixed.env['RUSTFLAGS']).toBe(`--cfg mine ${ours.slice(0, 4).join(' ')}`)
    expect(flagsOf(step, x86)).toBeNull()
  })

  it('join RUSTFLAGS also with spaces in a path', () => {
    const answers = surroundings({ HOME: '/home/a b' })
    const step = build(['x86_64-linux-musl'], { env: { RUSTFLAGS: '--cfg mine' } }, { answers })
    expect(step.env['CARGO_ENCODED_RUSTFLAGS']?.split('\x1f').slice(0, 3)).toEqual([
      '--cfg',
      'mine',
      '--remap-path-prefix=/home/a b/.cargo=/cargo',
    ])
  })

  it('follow symbolic links and the workspace above', () => {
    const answers = surroundings({ ...home, cwd: '/data/repo/app' }, { '/data/repo/Cargo.toml': '[workspace]\n' })
    expect(flagsOf(build(['x86_64-linux-musl'], {}, { answers }), x86)).toEqual([
      '--remap-path-prefix=/home/me/.cargo=/cargo',
      '--remap-path-prefix=/data/repo=/workspace',
      ...ours.slice(1, 4),
      '--remap-path-prefix=/data/repo/app=/project',
      '--remap-path-prefix=/data/repo/app/.portable-build/app-zig/target=/target',
      '--remap-path-prefix=/data/repo/app/.portable-build/app-zig/cargo=/cargo',
      '-Ctarget-feature=+crt-static',
    ])
  })

  it('give the C in crates the same, beside the flags of the user', () => {
    const { env } = build(['x86_64-linux-musl'], { env: { CFLAGS: '-DMINE' } })
    expect(env['CFLAGS_x86_64_unknown_linux_musl']).toMatch(/^-DMINE -ffile-prefix-map=\/home\/me\/\.cargo=\/cargo /)
    expect(env['CXXFLAGS_x86_64_unknown_linux_musl']).toMatch(/^-ffile-prefix-map=/)
    expect(env).not.toHaveProperty('CC_SHELL_ESCAPED_FLAGS')
    const config = withConfig('[env]\nCFLAGS = { value = "-DCONF", force = true }\n')
    expect(build(['x86_64-linux-musl'], {}, config).env['CFLAGS_x86_64_unknown_linux_musl']).toMatch(/^-DCONF /)
  })

  it('quote paths with spaces for the C in crates', () => {
    const { env } = build(['x86_64-linux-musl'], {}, { answers: surroundings({ HOME: "/home/a b's" }) })
    expect(env['CC_SHELL_ESCAPED_FLAGS']).toBe('1')
    expect(env['CFLAGS_x86_64_unknown_linux_musl']).toContain(`'-ffile-prefix-map=/home/a b'\\''s/.cargo=/cargo'`)
  })

  it('strip unless the profile, the configuration or the user says something', () => {
    const strip = (...args: Parameters<typeof plan>) => config(build(...args), 'profile.release.strip')
    const said = { ...app, 'Cargo.toml': `${app['Cargo.toml']}[profile.release]\nstrip = false\n` }
    expect(strip(['x86_64-linux-musl'])).toBe('symbols')
    expect(strip(['x86_64-linux-musl'], { strip: false })).toBeNull()
    expect(strip(['x86_64-linux-musl'], {}, {}, said)).toBeNull()
    expect(strip(['x86_64-linux-musl'], {}, withConfig('[profile.release]\nstrip = "none"\n'))).toBeNull()
    expect(strip(['x86_64-linux-musl'], { env: { CARGO_PROFILE_RELEASE_STRIP: 'none' } })).toBeNull()
  })

  it("keep the machine's own libraries out, unless the user has some for the target", () => {
    const libdir = (env: Record<string, string>) => build(['x86_64-linux-gnu.2.17'], { env }).env
    const name = 'PKG_CONFIG_LIBDIR_x86_64_unknown_linux_gnu'
    expect(libdir({})[name]).toBe('/home/me/app/.portable-build/app-zig/no-pkgconfig')
    expect(libdir({ PKG_CONFIG_LIBDIR: '/opt/sysroot/lib/pkgconfig' })).not.toHaveProperty(name)
  })

  it('let jemalloc on ARM start on kernels with 64 KiB pages', () => {
    const { env } = build(['x86_64-linux-musl', 'aarch64-linux-musl'])
    expect(env['AARCH64_UNKNOWN_LINUX_MUSL_JEMALLOC_SYS_WITH_LG_PAGE']).toBe('16')
    expect(Object.keys(env).filter(name => name.includes('JEMALLOC'))).toHaveLength(1)
  })
})
