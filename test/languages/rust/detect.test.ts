import { describe, expect, it } from 'vitest'
import { rust } from '../../../src/languages/rust.ts'
import { inputsWith } from '../../support/inputs.ts'
import { detected, memoryTree } from './support.ts'

const app = '[package]\nname = "app"\nversion = "1.2.3"\nedition = "2021"\n'
const pkg = (name: string, rest = '') => `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n${rest}`
const names = (project: { executables: readonly { name: string }[] }) => project.executables.map(e => e.name)

describe('one package', () => {
  it('is named, versioned and explained by lines of its manifest', () => {
    const project = detected({ 'Cargo.toml': app, 'src/main.rs': '' })
    expect(project).toMatchObject({ name: 'app', version: '1.2.3', language: 'rust', buildSystem: 'cargo' })
    expect(project.executables).toEqual([{ name: 'app', source: 'app' }])
    expect(project.evidence).toContainEqual({ fact: 'Cargo package app 1.2.3', file: 'Cargo.toml', line: 2 })
    expect(project.evidence).toContainEqual({ fact: 'executable app', file: 'src/main.rs', line: null })
  })

  it('finds src/bin files and directories, and leaves helper modules alone', () => {
    const files = { 'src/main.rs': '', 'src/bin/one.rs': '', 'src/bin/two/main.rs': '', 'src/bin/two/util.rs': '' }
    expect(names(detected({ 'Cargo.toml': app, ...files })).sort()).toEqual(['app', 'one', 'two'])
  })

  it('takes the name of a [[bin]] over the file it names, with the line that says so', () => {
    const toml = `${app}\n[[bin]]\nname = "rg"\npath = "src/main.rs"\n`
    const project = detected({ 'Cargo.toml': toml, 'src/main.rs': '' })
    expect(names(project)).toEqual(['rg'])
    expect(project.evidence).toContainEqual({ fact: 'executable rg', file: 'Cargo.toml', line: 7 })
  })

  it('does not look for files when autobins is off', () => {
    const toml = `${app}autobins = false\n[[bin]]\nname = "only"\npath = "src/bin/only.rs"\n`
    expect(names(detected({ 'Cargo.toml': toml, 'src/main.rs': '', 'src/bin/only.rs': '' }))).toEqual(['only'])
  })

  it('follows edition 2015: declared executables switch the search off', () => {
    const toml = '[package]\nname = "old"\nversion = "0.1.0"\n[[bin]]\nname = "x"\npath = "x.rs"\n'
    expect(names(detected({ 'Cargo.toml': toml, 'src/main.rs': '', 'x.rs': '' }))).toEqual(['x'])
  })

  it('gives no executable for a library', () => {
    expect(detected({ 'Cargo.toml': app, 'src/lib.rs': '' }).executables).toEqual([])
  })

  it('is not there without a Cargo.toml', () => {
    expect(rust.detect(memoryTree({ 'src/main.rs': '' }), inputsWith())).toBeNull()
  })

  it('names the line of a broken manifest', () => {
    expect(() => detected({ 'Cargo.toml': '[package]\nname = \n' })).toThrow(/^Cargo\.toml:2 is not valid TOML/)
  })
})

describe('required features', () => {
  const toml = `${app}[features]\ndefault = ["cli"]\ncli = ["dep:clap"]\nfull = ["extra"]\nextra = []
[dependencies]\nclap = { version = "4", optional = true }
[[bin]]\nname = "app"\nrequired-features = ["cli"]\n[[bin]]\nname = "more"\npath = "m.rs"\nrequired-features = ["extra"]\n`
  const files = { 'Cargo.toml': toml, 'src/main.rs': '' }

  it('are met by the default features, and what lacks one is told with the way to get it', () => {
    const project = detected(files)
    expect(names(project)).toEqual(['app'])
    expect(project.declined).toEqual(['executable more is not built: it needs `features: extra`'])
  })

  it('are met through other features, by all-features and by the package/feature form', () => {
    expect(names(detected(files, { features: ['full'] }))).toEqual(['app', 'more'])
    expect(names(detected(files, { features: ['app/extra'] }))).toEqual(['app', 'more'])
    expect(names(detected(files, { 'all-features': true }))).toEqual(['app', 'more'])
  })

  it('are lost with the default features', () => {
    expect(names(detected(files, { 'no-default-features': true }))).toEqual([])
  })
})

describe('a workspace', () => {
  const virtual = '[workspace]\nmembers = ["crates/*", "tools/x"]\nexclude = ["crates/skip"]\n'
  const files = {
    'Cargo.toml': virtual,
    'crates/a/Cargo.toml': pkg('a'),
    'crates/a/src/main.rs': '',
    'crates/b/Cargo.toml': pkg('b'),
    'crates/b/src/lib.rs': '',
    'crates/skip/Cargo.toml': pkg('skip'),
    'crates/skip/src/main.rs': '',
    'crates/deep/er/Cargo.toml': pkg('deeper'),
    'crates/deep/er/src/main.rs': '',
    'tools/x/Cargo.toml': pkg('x'),
    'tools/x/src/bin/tool.rs': '',
  }

  it('has the executables of its members, not of excluded or unlisted directories', () => {
    const project = detected(files)
    expect(project.executables).toEqual([
      { name: 'a', source: 'a' },
      { name: 'tool', source: 'x' },
    ])
    expect(project.cargo?.packages).toEqual([])
  })

  it('says where the workspace is declared', () => {
    const project = detected({ ...files, 'Cargo.toml': `# all\n${virtual}` })
    expect(project.evidence[0]).toEqual({ fact: 'Cargo workspace of 3 packages', file: 'Cargo.toml', line: 2 })
  })

  it('builds what default-members say', () => {
    expect(names(detected({ ...files, 'Cargo.toml': `${virtual}default-members = ["tools/x"]\n` }))).toEqual(['tool'])
  })

  it('builds the packages that are asked for', () => {
    expect(names(detected(files, { package: ['x'] }))).toEqual(['tool'])
  })

  it('goes to the package of a `bin` that cargo would not build by default', () => {
    const project = detected({ ...files, 'Cargo.toml': `${virtual}default-members = ["tools/x"]\n` }, { bin: ['a'] })
    expect(project.executables).toEqual([{ name: 'a', source: 'a' }])
    expect(project.cargo?.packages).toEqual(['a'])
  })

  it('builds the member with the executable when the root package is a library, and says so', () => {
    const root = `${pkg('core')}[workspace]\nmembers = ["cli"]\n`
    const cli = { 'cli/Cargo.toml': pkg('cli'), 'cli/src/main.rs': '' }
    const project = detected({ 'Cargo.toml': root, 'src/lib.rs': '', ...cli })
    expect(project).toMatchObject({ name: 'core', executables: [{ name: 'cli', source: 'cli' }] })
    expect(project.cargo?.packages).toEqual(['cli'])
    expect(project.evidence.map(e => e.fact)).toContainEqual(expect.stringContaining('package cli is built'))
  })

  it('builds the root package only, as cargo does, unless the whole workspace is asked for', () => {
    const root = `${pkg('main')}[workspace]\nmembers = ["cli"]\n`
    const both = { 'Cargo.toml': root, 'src/main.rs': '', 'cli/Cargo.toml': pkg('cli'), 'cli/src/main.rs': '' }
    expect(names(detected(both))).toEqual(['main'])
    expect(names(detected(both, { workspace: true }))).toEqual(['main', 'cli'])
  })

  it('counts path dependencies as members, and inherits its version', () => {
    const cli =
      '[package]\nname = "cli"\nversion.workspace = true\nedition = "2021"\n[dependencies]\nu = { path = "../u" }\n'
    const root = '[workspace]\nmembers = ["cli"]\n[workspace.package]\nversion = "7.0.0"\n'
    const project = detected({
      'Cargo.toml': root,
      'cli/Cargo.toml': cli,
      'cli/src/main.rs': '',
      'u/Cargo.toml': pkg('u'),
      'u/src/bin/u.rs': '',
    })
    expect(project).toMatchObject({ name: 'app', version: null })
    expect(names(project)).toEqual(['cli', 'u'])
    expect(detected({ 'Cargo.toml': root, 'cli/Cargo.toml': cli, 'cli/src/main.rs': '' })).toMatchObject({
      name: 'cli',
      version: '7.0.0',
    })
  })

  it('reads the globs that cargo reads', () => {
    const members = (glob: string) =>
      names(detected({ ...files, 'Cargo.toml': `[workspace]\nmembers = ["${glob}"]\n` })).sort()
    expect(members('./crates/a/')).toEqual(['a'])
    expect(members('crates/**')).toEqual(['a', 'deeper', 'skip'])
    expect(members('tools/?')).toEqual(['tool'])
    expect(members('crates/[!s]*')).toEqual(['a'])
  })
})

describe('what else is told', () => {
  it('is the pinned Rust, in both forms of the file', () => {
    const base = { 'Cargo.toml': app, 'src/main.rs': '' }
    const toml = detected({ ...base, 'rust-toolchain.toml': '[toolchain]\nprofile = "minimal"\nchannel = "1.80.1"\n' })
    expect(toml.toolchain).toBe('1.80.1')
    expect(toml.evidence).toContainEqual({
      fact: 'the project pins Rust 1.80.1',
      file: 'rust-toolchain.toml',
      line: 3,
    })
    expect(detected({ ...base, 'rust-toolchain': 'nightly-2026-01-01\n' }).toolchain).toBe('nightly-2026-01-01')
  })

  it('is why a C compiler is there: the own build script, else a dependency', () => {
    const own = `${app}[build-dependencies]\ncc = "1"\n`
    expect(detected({ 'Cargo.toml': own, 'src/main.rs': '', 'build.rs': '' }).evidence).toContainEqual({
      fact: 'the build script of app compiles C (cc): each target gets a C compiler of its own',
      file: 'Cargo.toml',
      line: 6,
    })
    const lock = 'version = 4\n\n[[package]]\nname = "cc"\nversion = "1.2.0"\n'
    expect(detected({ 'Cargo.toml': app, 'src/main.rs': '', 'Cargo.lock': lock }).evidence).toContainEqual({
      fact: 'a dependency compiles C: each target gets a C compiler of its own',
      file: 'Cargo.lock',
      line: 4,
    })
  })

  it('is which profiles settle strip themselves, also by inheritance', () => {
    const toml = `${app}[profile.release]\nstrip = "debuginfo"\n[profile.dist]\ninherits = "release"\n[profile.loop]\ninherits = "loop"\n`
    expect(detected({ 'Cargo.toml': toml, 'src/main.rs': '' }).cargo?.stripSaid).toEqual(['release', 'dist'])
  })
})
