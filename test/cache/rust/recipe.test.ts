import { describe, expect, it } from 'vitest'
import { changedIngredients } from '../../../src/cache/entry.ts'
import { type RecipeFacts, rustRecipe } from '../../../src/cache/rust/recipe.ts'
import { edited, factsOf, files } from './recipe/project.ts'

const before = rustRecipe(factsOf())
const changed = (facts: RecipeFacts) => changedIngredients(before, rustRecipe(facts))
const app = 'crates/app/Cargo.toml'
const core = 'crates/core/Cargo.toml'

describe('the recipe of compiled crates', () => {
  it('says in words what it is made of', () => {
    expect(before).toMatchObject({
      rustc: '1.95.0 (59807616e 2026-04-14), LLVM 22.1.2',
      cargo: '1.95',
      host: 'x86_64-unknown-linux-gnu, debian 12, libc 2.36, cc 12.2.0',
      targets: 'aarch64-linux-gnu.2.17, x86_64-linux-musl',
      compilers: expect.stringMatching(/^cargo-zigbuild 0\.20\.1, zig 0\.15\.2, [0-9a-f]{16}$/),
      directories: expect.stringMatching(
        /^\/src\/app\/\.portable-build\/app-zig, \/home\/me\/\.cargo, maps [0-9a-f]{16}$/,
      ),
      profile: 'release {"lto":"thin","strip":true}',
      rustflags: '-Cforce-frame-pointers',
      features: 'fast tls',
      selection: '--bins',
      arguments: 'zigbuild --target-dir <work>/target',
      config: 'none',
      resolver: '2',
      patches: 'none',
      manifests: expect.stringMatching(/^3 packages, /),
    })
  })

  it('counts the crates that are built, and not those of the tests', () => {
    // all 11 but proptest and rand
    expect(before['lock']).toMatch(/^9 crates, /)
  })

  it.each<[what: string, path: string, from: string, to: string]>([
    [
      'the version of the workspace',
      'Cargo.toml',
      '[workspace.package]\nversion = "1.0.0"',
      '[workspace.package]\nversion = "2.0.0"',
    ],
    ['the version of a package', core, 'version = "1.0.0"', 'version = "1.1.0"'],
    [
      'the version that is asked of a package of the workspace',
      'Cargo.toml',
      'core", version = "1.0.0"',
      'core", version = "1.1.0"',
    ],
    ['the version that is asked of a package beside it', core, 'version = "0.3.1"', 'version = "0.4.0"'],
    ['the version of a package beside it', 'helper/Cargo.toml', 'version = "0.3.1"', 'version = "0.4.0"'],
    ['own versions in the lock', 'Cargo.lock', 'name = "app"\nversion = "1.0.0"', 'name = "app"\nversion = "2.0.0"'],
    ['a description', app, 'An app', 'The app'],
    ['authors', app, 'A. Nonym', 'B. Nonym'],
    ['keywords', app, '"cli"', '"cli", "tool"'],
    ['lints', app, 'all = "warn"', 'all = "deny"'],
    ['another executable', app, '[features]', '[[bin]]\nname = "second"\npath = "src/second.rs"\n\n[features]'],
    ['a comment', app, '[features]', '# switches\n[features] # here'],
    [
      'the order of keys',
      app,
      'core = { workspace = true }\nserde.workspace = true',
      'serde.workspace = true\ncore = { workspace = true }',
    ],
    ['the order of features', 'Cargo.toml', '"derive", "alloc"', '"alloc", "derive"'],
    ['another spelling of a dependency', app, 'cc = "1"', 'cc = { version = "1" }'],
    ['a dev-dependency', app, 'proptest = { workspace = true }', 'rand = "0.8"'],
    ['the version of a dev-dependency', 'Cargo.toml', 'proptest = "1.4"', 'proptest = "1.5"'],
    ['a crate of the tests in the lock', 'Cargo.lock', 'checksum = "72616e6420302e382e35"', 'checksum = "00"'],
    [
      'a dependency of the workspace that nobody uses',
      'Cargo.toml',
      'proptest = "1.4"',
      'proptest = "1.4"\nunused = "3"',
    ],
    ['another profile', 'Cargo.toml', 'debug = true', 'debug = false'],
  ])('is the same after a change of %s', (_, path, from, to) => {
    expect(changed(factsOf(edited(path, from, to)))).toEqual([])
  })

  it.each<[what: string, path: string, from: string, to: string, names: string[]]>([
    ['the version that is asked of a crate', app, 'cc = "1"', 'cc = "1.1"', ['manifests']],
    ['the features of a crate', 'Cargo.toml', '["derive", "alloc"]', '["derive", "rc"]', ['manifests']],
    [
      'the features of an inherited crate',
      app,
      'serde.workspace = true',
      'serde = { workspace = true, features = ["rc"] }',
      ['manifests'],
    ],
    ['default-features', app, 'default-features = false', 'default-features = true', ['manifests']],
    ['the condition of a dependency', app, "'cfg(unix)'", "'cfg(linux)'", ['manifests']],
    ['an optional dependency', app, 'optional = true', 'optional = false', ['manifests']],
    ['a feature', app, 'default = ["json"]', 'default = []', ['manifests']],
    ['a version that the workspace says', 'Cargo.toml', '1.0.200', '1.0.201', ['manifests']],
    ['a build-dependency', app, 'cc = "1"', 'cc = { version = "1", features = ["parallel"] }', ['manifests']],
    [
      'a dev-dependency that becomes one',
      app,
      '[dependencies]',
      '[dependencies]\nproptest = { workspace = true }',
      ['lock', 'manifests'],
    ],
    [
      'a package that becomes a procedural macro',
      core,
      '[dependencies]',
      '[lib]\nproc-macro = true\n\n[dependencies]',
      ['manifests'],
    ],
    [
      'a package that becomes a C library too',
      core,
      '[dependencies]',
      '[lib]\ncrate-type = ["cdylib", "rlib"]\n\n[dependencies]',
      ['manifests'],
    ],
    [
      'a dependency of a package beside the workspace',
      'helper/Cargo.toml',
      'memchr = "2"',
      'memchr = { version = "2", default-features = false }',
      ['manifests'],
    ],
    ['a value of the profile', 'Cargo.toml', '"thin"', '"fat"', ['profile']],
    [
      'the profile of one crate',
      'Cargo.toml',
      'strip = true',
      'strip = true\n[profile.release.package.serde]\nopt-level = 3',
      ['profile'],
    ],
    ['the resolver', 'Cargo.toml', 'resolver = "2"', 'resolver = "3"', ['resolver']],
    [
      'a patch',
      'Cargo.toml',
      '[profile.bench]',
      '[patch.crates-io]\ncc = { git = "https://example.org/cc" }\n[profile.bench]',
      ['patches'],
    ],
    [
      'members that are built without being named',
      'Cargo.toml',
      'resolver',
      'default-members = ["crates/app"]\nresolver',
      ['selection'],
    ],
    ['the version of a crate in the lock', 'Cargo.lock', '"2.7.4"', '"2.7.5"', ['lock']],
    ['a checksum in the lock', 'Cargo.lock', Buffer.from('shlex 1.3.0').toString('hex'), '00', ['lock']],
    ['an edge in the lock', 'Cargo.lock', 'dependencies = ["shlex"]', 'dependencies = ["shlex", "libc"]', ['lock']],
    ['which of two versions a crate gets', 'Cargo.lock', '["itoa 1.0.11","serde"]', '["itoa 0.4.8","serde"]', ['lock']],
  ])('differs after a change of %s', (_, path, from, to, names) => {
    expect(changed(factsOf(edited(path, from, to)))).toEqual(names)
  })

  const facts = factsOf()
  const config = (text: string) => ({ configs: [...facts.configs, { path: '/src/app/.cargo/config.toml', text }] })
  it.each<[what: string, more: Partial<RecipeFacts>, names: string[]]>([
    ['rustc', { rustc: facts.rustc.replaceAll('59807616e', '00000000e') }, ['rustc']],
    ['the minor version of cargo', { cargo: 'cargo 1.96.0 (0 2026-05-01)' }, ['cargo']],
    ['the patch version of cargo', { cargo: 'cargo 1.95.1 (0 2026-05-01)' }, []],
    ['the day of a nightly cargo', { cargo: 'cargo 1.97.0-nightly (0 2026-05-01)' }, ['cargo']],
    ['the machine', { machine: 'debian 13, libc 2.41, cc 14.2.0' }, ['host']],
    ['a target', { targets: ['x86_64-linux-musl'] }, ['targets']],
    ['a floor', { targets: ['x86_64-linux-musl', 'aarch64-linux-gnu.2.28'] }, ['targets']],
    ['the order of targets', { targets: [...facts.targets].reverse() }, []],
    ['zig', { toolchains: [{ name: 'zig', version: '0.16.0' }] }, ['compilers']],
    ['a wrapper', { kit: facts.kit.replace('zig cc', 'zig cc -mcpu=x86_64_v3') }, ['compilers']],
    ['CARGO_HOME', { directories: { ...facts.directories, cargoHome: '/cargo' } }, ['directories']],
    ['a feature', { argv: [...facts.argv, '-Fmore'] }, ['features']],
    ['--no-default-features', { argv: [...facts.argv, '--no-default-features'] }, ['features']],
    ['the package', { argv: [...facts.argv, '-p', 'app'] }, ['selection']],
    ['the profile', { argv: [...facts.argv, '--profile=bench'] }, ['profile']],
    ['a value of the profile', { argv: [...facts.argv, '--config', 'profile.release.lto=false'] }, ['profile']],
    ['the number of processes', { argv: [...facts.argv, '-j', '2', '--keep-going'] }, []],
    ['another Cargo.toml', { argv: [...facts.argv, '--manifest-path=sub/Cargo.toml'] }, ['arguments']],
    ['an argument that is not known', { argv: [...facts.argv, '-Zbuild-std'] }, ['arguments']],
    ['SOURCE_DATE_EPOCH', { env: { ...facts.env, SOURCE_DATE_EPOCH: '1800000000' } }, []],
    ['flags of C', { env: { ...facts.env, CFLAGS_x86_64_unknown_linux_musl: '-O3' } }, ['variables']],
    ['RUSTFLAGS', { env: { ...facts.env, RUSTFLAGS: '-Ctarget-cpu=x86-64-v3' } }, ['rustflags']],
    ['flags of a target', { passed: { CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_RUSTFLAGS: '-g' } }, ['rustflags']],
    ['a profile in a variable', { passed: { CARGO_PROFILE_RELEASE_LTO: 'fat' } }, ['profile']],
    ['a variable of the user that no tool knows', { passed: { DATABASE_URL: 'sqlite://other.db' } }, []],
    ['the compiler of the user', { passed: { ...facts.passed, HOST_CC: 'clang' } }, ['variables']],
    ['flags in the configuration', config('[target."cfg(unix)"]\nrustflags = "-Clinker-plugin-lto"'), ['rustflags']],
    ['how features are put together', config('[resolver]\nfeature-unification = "workspace"'), ['config']],
    ['a linker in the configuration', config('[target.x86_64-unknown-linux-musl]\nlinker = "ld"'), ['config']],
    ['a profile in the configuration', config('[profile.release]\nopt-level = "s"'), ['profile']],
    ['the source of crates', config('[source.crates-io]\nreplace-with = "vendored"'), ['config']],
    ['a patch in the configuration', config('[patch.crates-io]\ncc = { path = "cc" }'), ['patches']],
    ['a token', config('[registries.mine]\ntoken = "secret"\n[net]\noffline = true\n[build]\njobs = 1'), []],
  ])('knows %s', (_, more, names) => {
    expect(changed(factsOf(files, more))).toEqual(names)
  })

  it('names another place of the project once, however many flags name it', () => {
    const moved = JSON.parse(JSON.stringify(facts).replaceAll('/src/app', '/home/runner/work/app')) as RecipeFacts
    expect(changed(moved)).toEqual(['directories'])
  })

  it('knows whether a package has a build script or becomes an executable', () => {
    const scripts = facts.packages.map(p => ({ ...p, buildScript: true }))
    expect(changed({ ...facts, packages: scripts })).toEqual(['manifests'])
    const executables = facts.packages.map(p => ({ ...p, executables: true }))
    expect(changed({ ...facts, packages: executables })).toEqual(['manifests'])
  })
})

describe('dev-dependencies', () => {
  const old = edited('Cargo.toml', 'resolver = "2"\n', '')
  const more = { ...old, [app]: old[app]?.replace('[dev-dependencies]', '[dev-dependencies]\nlibc = "0.2"') ?? '' }
  it('count with the first resolver, which gives their features to what is built', () => {
    const first = rustRecipe(factsOf(old))
    expect(first['resolver']).toBe('1')
    expect(first['lock']).toMatch(/^11 crates, /)
    expect(changedIngredients(first, rustRecipe(factsOf(more)))).toEqual(['manifests'])
  })

  it('count where tests or examples are built', () => {
    const argv = [...factsOf().argv, '--examples']
    const edit = edited(app, '[dev-dependencies]', '[dev-dependencies]\nlibc = "0.2"')
    const with1 = rustRecipe(factsOf(files, { argv }))
    expect(changedIngredients(with1, rustRecipe(factsOf(edit, { argv })))).toEqual(['manifests'])
  })

  it.each([
    ['2015', '1'],
    ['2018', '1'],
    ['2021', '2'],
    ['2024', '3'],
  ])('follow the edition %s of a root package: resolver %s', (edition, resolver) => {
    const manifest = `[package]\nname = "a"\nversion = "1.0.0"\nedition = "${edition}"\n`
    const lock = '[[package]]\nname = "a"\nversion = "1.0.0"\n'
    expect(rustRecipe(factsOf({ 'Cargo.toml': manifest, 'Cargo.lock': lock }))['resolver']).toBe(resolver)
  })
})

describe('no key', () => {
  it.each<[why: string, facts: RecipeFacts, message: RegExp]>([
    [
      'a manifest that is no TOML',
      factsOf({ ...files, [app]: '[package' }),
      /crates\/app\/Cargo\.toml:1 is not valid TOML/,
    ],
    [
      'a lock that is no TOML',
      factsOf({ ...files, 'Cargo.lock': '[[package]]\nname = ' }),
      /Cargo\.lock:2 is not valid TOML/,
    ],
    [
      'a package that was not read',
      factsOf(Object.fromEntries(Object.entries(files).filter(([p]) => p !== 'helper/Cargo.toml'))),
      /helper is built from a directory whose Cargo\.toml was not read/,
    ],
    [
      'an edge that leads nowhere',
      factsOf(edited('Cargo.lock', '"shlex"]', '"shlexx"]')),
      /Cargo\.lock needs shlexx, which is not in it/,
    ],
    [
      'crates of other directories',
      factsOf(files, { configs: [{ path: '/c', text: 'paths = ["/x"]' }] }),
      /\/c has `paths`/,
    ],
    [
      'more configuration elsewhere',
      factsOf(files, { argv: ['cargo', 'build', '--config', 'include = ["x"]'] }),
      /--config has `include`/,
    ],
    [
      'a lock that is elsewhere',
      factsOf(files, { argv: ['cargo', 'build', '--lockfile-path', 'x'] }),
      /cargo gets --lockfile-path x, which leads to files that are not read/,
    ],
    [
      'configuration in a file',
      factsOf(files, { argv: ['cargo', 'build', '--config', 'ci.toml'] }),
      /--config:1 is not valid TOML/,
    ],
    [
      'a workspace that was not read',
      factsOf({ ...files, 'helper/Cargo.toml': '[package]\nname = "helper"\n[dependencies]\nmemchr.workspace = true' }),
      /helper\/Cargo\.toml inherits memchr/,
    ],
  ])('is made of %s: it is said why', (_, facts, message) => {
    expect(() => rustRecipe(facts)).toThrow(message)
  })
})
