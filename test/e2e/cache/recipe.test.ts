import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildEnv } from '../../../src/build/environment.ts'
import { changedIngredients, type Ingredients } from '../../../src/cache/entry.ts'
import { gatherRecipe } from '../../../src/cache/rust/recipe/gather.ts'
import { spawnCommand } from '../../../src/exec/spawn.ts'
import type { Job, Step } from '../../../src/plan.ts'
import { files } from './rust/recipe-project.ts'

const place = realpathSync(mkdtempSync(join(tmpdir(), 'pb-recipe-')))
const dir = join(place, 'project')
const kept = join(place, 'kept')
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** What is changed: texts of files, more words for cargo, more variables. */
interface Edit {
  readonly files?: Readonly<Record<string, readonly [before: string, after: string]>>
  readonly argv?: readonly string[]
  readonly passed?: Readonly<Record<string, string>>
}

function run(argv: readonly string[], env: Readonly<Record<string, string>>, cwd = dir): string {
  const [command = '', ...args] = argv
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`)
  return stdout
}

/** Makes the edit, then asks what the key is made of and which crates from outside cargo compiles. */
async function tried({ files: texts = {}, argv = [], passed = {} }: Edit) {
  for (const [path, [before, after]] of Object.entries(texts)) {
    const text = before === '' ? '' : readFileSync(join(dir, path), 'utf8')
    if (!text.includes(before)) throw new Error(`${path} does not have ${before}`)
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(
      join(dir, path),
      text.replace(before, () => after),
    )
  }
  const env = buildEnv(process.env, passed)
  run(['cargo', 'update', '--workspace', '--quiet'], env)
  const step: Step = {
    ...{ id: 'app/1-build', title: 'cargo build', targets: ['x86_64-linux-gnu'], cwd: dir, env: {} },
    argv: [
      ...['cargo', 'build', '--target', 'x86_64-unknown-linux-gnu', '--release', '--bins', '--locked'],
      ...['--target-dir', join(dir, 'out'), '--message-format', 'json-render-diagnostics', ...argv],
    ],
  }
  const job: Job = {
    ...{ id: 'app', project: 'app', backend: 'native', targets: step.targets, runner: [], toolchains: [], files: [] },
    ...{ path: [], passEnv: passed, steps: [step], collect: [], workDir: join(dir, 'out') },
  }
  const read = (path: string) => readFile(path, 'utf8').catch(() => null)
  const { signal } = new AbortController()
  const recipe = await gatherRecipe({ job, step, dir, exec: spawnCommand, env, signal, system: '', read })
  if (recipe.why !== null) throw new Error(recipe.why)
  const messages = run(step.argv, env).split('\n').filter(Boolean)
  const compiled = messages
    .map(line => JSON.parse(line) as { reason: string; package_id: string; fresh: boolean })
    .filter(m => m.reason === 'compiler-artifact' && !m.fresh && m.package_id.startsWith('registry+'))
    .map(m => m.package_id.replace(/^.*#/, ''))
  return { ingredients: recipe.ingredients, compiled: [...new Set(compiled)].sort() }
}

let before: Ingredients = {}
beforeAll(async () => {
  const texts = Object.entries(files).map(([path, text]) => [path, ['', text]] as const)
  mkdirSync(dir)
  const first = await tried({ files: Object.fromEntries(texts) })
  expect(first.compiled.map(id => id.replace(/@.*/, ''))).toEqual(['itoa', 'log', 'memchr'])
  before = first.ingredients
  run(['cp', '-a', dir, kept], buildEnv(process.env, {}), place)
})

/** The project as it was built first, with every time to the nanosecond. */
function again() {
  rmSync(dir, { recursive: true })
  run(['cp', '-a', kept, dir], buildEnv(process.env, {}), place)
}

const app = 'app/Cargo.toml'
const core = 'core/Cargo.toml'
describe('the recipe and cargo agree', () => {
  it.each<[what: string, edit: Edit]>([
    ['nothing', {}],
    ['the version of the workspace', { files: { 'Cargo.toml': ['version = "1.0.0"', 'version = "1.1.0"'] } }],
    [
      'the version of a package of the workspace and who asks for it',
      {
        files: {
          [core]: ['version = "1.0.0"', 'version = "2.0.0"'],
          [app]: ['version = "1.0.0", package', 'version = "2.0.0", package'],
        },
      },
    ],
    ['a description', { files: { [app]: ['An app', 'The app'] } }],
    ['comments and order', { files: { [app]: ['[dependencies]', '# more\n[dependencies] # here'] } }],
    ['lints', { files: { [core]: ['[dependencies]', '[lints.rust]\nunsafe_code = "forbid"\n[dependencies]'] } }],
    ['another executable', { files: { 'app/src/bin/second.rs': ['', 'fn main() {}\n'] } }],
    [
      'a dev-dependency',
      { files: { [core]: ['cfg-if = "1"', 'cfg-if = "1"\nmemchr = { version = "2", features = ["std"] }'] } },
    ],
    ['a dev-dependency less', { files: { [core]: ['cfg-if = "1"', ''] } }],
    ['an unused dependency of the workspace', { files: { 'Cargo.toml': ['log = "0.4"', 'log = "0.4"\nserde = "1"'] } }],
    [
      'the profile of tests',
      { files: { 'Cargo.toml': ['[profile.release]', '[profile.dev]\nopt-level = 3\n[profile.release]'] } },
    ],
  ])('%s: the same key, and nothing from outside is compiled', async (_, edit) => {
    again()
    const { ingredients, compiled } = await tried(edit)
    expect(compiled).toEqual([])
    expect(changedIngredients(before, ingredients)).toEqual([])
  })

  it.each<[what: string, edit: Edit, compiled: string[], names: string[]]>([
    [
      'a feature of a crate',
      { files: { 'Cargo.toml': ['"0.4"', '{ version = "0.4", features = ["std"] }'] } },
      ['log'],
      ['manifests'],
    ],
    ['a feature that is asked for', { argv: ['--features', 'app/loud'] }, ['log'], ['features']],
    [
      'default-features',
      { files: { [core]: ['default-features = false', 'default-features = true'] } },
      ['memchr'],
      ['manifests'],
    ],
    [
      'a new crate',
      { files: { [app]: ['log.workspace = true', 'log.workspace = true\ncfg-if = "1"'] } },
      ['cfg-if'],
      ['lock', 'manifests'],
    ],
    [
      'the first build script',
      { files: { 'app/build.rs': ['', 'fn main() { autocfg::rerun_path("build.rs") }\n'] } },
      ['autocfg'],
      ['manifests'],
    ],
    [
      'the first executable of a package',
      { files: { 'spare/src/main.rs': ['', 'fn main() {}\n'] } },
      ['once_cell'],
      ['manifests'],
    ],
    [
      'a profile',
      { files: { 'Cargo.toml': ['opt-level = 1', 'opt-level = 2'] } },
      ['itoa', 'log', 'memchr'],
      ['profile'],
    ],
    [
      'the profile of a crate',
      { files: { 'Cargo.toml': ['opt-level = 1', 'opt-level = 1\n[profile.release.package.itoa]\nopt-level = 3'] } },
      ['itoa'],
      ['profile'],
    ],
    ['RUSTFLAGS', { passed: { RUSTFLAGS: '-Cforce-frame-pointers=yes' } }, ['itoa', 'log', 'memchr'], ['rustflags']],
    [
      'the configuration of the project',
      {
        files: {
          '.cargo/config.toml': ['', '[target.x86_64-unknown-linux-gnu]\nrustflags = ["-Cforce-frame-pointers=yes"]\n'],
        },
      },
      ['itoa', 'log', 'memchr'],
      ['rustflags'],
    ],
    [
      'a profile in a variable',
      { passed: { CARGO_PROFILE_RELEASE_OPT_LEVEL: '3' } },
      ['itoa', 'log', 'memchr'],
      ['profile'],
    ],
    [
      'a procedural macro',
      {
        files: {
          [core]: ['[dependencies]', '[lib]\nproc-macro = true\n[dependencies]'],
          'core/src/lib.rs': ['pub fn', 'pub(crate) fn'],
          'app/src/main.rs': ['core::text(1)', '1'],
        },
      },
      ['itoa', 'memchr'],
      ['manifests'],
    ],
  ])('%s: another key, because crates from outside are compiled', async (_, edit, crates, names) => {
    again()
    const { ingredients, compiled } = await tried(edit)
    expect(compiled.map(id => id.replace(/@.*/, ''))).toEqual(crates)
    expect(changedIngredients(before, ingredients)).toEqual(names)
  })

  it('about dev-dependencies, whose features the first resolver gives to what is built', async () => {
    again()
    const first = await tried({ files: { 'Cargo.toml': ['resolver = "2"', 'resolver = "1"'] } })
    const edit: Edit = {
      files: { [core]: ['cfg-if = "1"', 'cfg-if = "1"\nmemchr = { version = "2", features = ["std"] }'] },
    }
    const second = await tried(edit)
    expect(second.compiled).toEqual([expect.stringMatching(/^memchr@/)])
    expect(changedIngredients(first.ingredients, second.ingredients)).toEqual(['manifests'])
  })

  it('about how a library for C changes the crates that it is made of', async () => {
    again()
    const first = await tried({ files: { 'Cargo.toml': ['opt-level = 1', 'opt-level = 1\nlto = true'] } })
    const edit: Edit = {
      files: { [core]: ['[dependencies]', '[lib]\ncrate-type = ["cdylib", "rlib"]\n[dependencies]'] },
    }
    const second = await tried(edit)
    expect(second.compiled.map(id => id.replace(/@.*/, ''))).toEqual(['itoa', 'memchr'])
    expect(changedIngredients(first.ingredients, second.ingredients)).toEqual(['manifests'])
  })
})

describe('gathering by real cargo', () => {
  it('finds members by patterns, the workspace above the project, and packages beside both', async () => {
    const root = join(place, 'above')
    const library = (name: string, dependencies: string) =>
      `[package]\nname = "${name}"\nversion = "1.0.0"\nedition = "2021"\n\n[dependencies]\n${dependencies}\n`
    const texts: Readonly<Record<string, string>> = {
      'Cargo.toml':
        '[workspace]\nmembers = ["crates/*"]\nexclude = ["beside", "patched"]\nresolver = "2"\n[patch.crates-io]\ncfg-if = { path = "patched" }\n',
      'crates/app/Cargo.toml': library('app', 'lib = { path = "../lib" }\nbeside = { path = "../../beside" }'),
      'crates/app/src/main.rs': 'fn main() {}\n',
      'crates/lib/Cargo.toml': library('lib', 'cfg-if = "1"'),
      'crates/lib/src/lib.rs': '',
      'beside/Cargo.toml': library('beside', 'itoa = "1"'),
      'beside/src/lib.rs': '',
      'patched/Cargo.toml': library('cfg-if', '').replace('1.0.0', '1.0.99'),
      'patched/src/lib.rs': '',
    }
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    const env = buildEnv(process.env, {})
    run(['cargo', 'generate-lockfile', '--quiet'], env, root)
    const project = join(root, 'crates/app')
    const step: Step = {
      ...{ id: 'app/1-build', title: 'cargo build', targets: ['x86_64-linux-gnu'], cwd: project, env: {} },
      argv: ['cargo', 'build', '--release', '--bins', '--locked'],
    }
    const job: Job = {
      ...{ id: 'app', project: 'app', backend: 'native', targets: step.targets, runner: [], toolchains: [], files: [] },
      ...{ path: [], passEnv: {}, steps: [step], collect: [], workDir: join(project, 'out') },
    }
    const read = (path: string) => readFile(path, 'utf8').catch(() => null)
    const { signal } = new AbortController()
    const gather = () => gatherRecipe({ job, step, dir: project, exec: spawnCommand, env, signal, system: '', read })
    const first = await gather()
    expect(first.ingredients).toMatchObject({
      manifests: expect.stringMatching(/^4 packages/),
      lock: expect.stringMatching(/^1 crate,/),
      patches: expect.stringMatching(/^1 crate,/),
    })
    writeFileSync(join(root, 'beside/Cargo.toml'), library('beside', 'itoa = "1"').replace('1.0.0', '1.0.1'))
    expect(await gather()).toEqual(first)
    writeFileSync(join(root, 'beside/Cargo.toml'), library('beside', 'itoa = { version = "1", optional = true }\n'))
    expect(changedIngredients(first.ingredients ?? {}, (await gather()).ingredients ?? {})).toEqual(['manifests'])
  })
})
