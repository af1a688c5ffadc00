import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { type Files, serveRegistry, workspace } from './rust/crates.ts'
import { edits, randomEdits } from './rust/edits.ts'
import { type Built, type Machine, makeMachine, older, type Request } from './rust/machine.ts'

const machine = makeMachine()
/** What the first build saved. */
let saved: ReadonlyMap<string, Buffer> = new Map()
let first: Built

beforeAll(async () => {
  machine.checkout(workspace)
  first = await machine.build({ commit: 'first' })
  saved = new Map(machine.entries)
})
beforeEach(() => {
  machine.entries.clear()
  for (const [key, content] of saved) machine.entries.set(key, content)
})
afterAll(() => machine.dispose())

/** Builds a fresh checkout with the cache, then from nothing: the programs are the same to the byte. */
async function likeClean(
  files: Files,
  request: Request = {},
  tweak: (machine: Machine) => void = () => {},
): Promise<Built> {
  machine.checkout(files)
  tweak(machine)
  const built = await machine.build({ commit: 'first', ...request })
  const clean = await machine.clean(request)
  expect(clean.ok, clean.says).toBe(true)
  expect({ says: built.says, digest: built.digest }).toEqual({ says: clean.says, digest: clean.digest })
  return built
}

const everything = ['app', 'kern', 'leaf', 'listed', 'ownmacro', 'watching']
const leaf = { ...workspace, 'crates/leaf/src/lib.rs': 'pub fn leaf() -> &\'static str { "leaf 2" }\n' }

describe('what a fresh machine compiles', () => {
  it('everything the first time', () => {
    expect(first).toMatchObject({ ok: true, own: everything, recovered: null })
    expect(first.external).toEqual(['extenv', 'exthelp', 'extlib', 'extmacro', 'extplain'])
    const kinds = [...saved.keys()].map(key => /^portable-build-(rust-\w+)-/.exec(key)?.[1])
    expect(kinds).toEqual(['rust-cold', 'rust-hot', 'rust-own'])
  })

  it('nothing when nothing changed, and uploads nothing', async () => {
    expect(await likeClean(workspace)).toMatchObject({ external: [], own: [], recovered: null })
    expect([...machine.entries.keys()]).toEqual([...saved.keys()])
  })

  it('what changed and what depends on it', async () => {
    const built = await likeClean(leaf)
    expect(built).toMatchObject({ external: [], own: ['app', 'leaf'], recovered: null })
    expect(machine.entries.size).toBe(saved.size + 1)
  })

  it('nothing from outside when the version is raised', async () => {
    const lock = machine
      .lock()
      .replace(/(name = "(?:app|kern|leaf|listed|ownmacro|watching)"\nversion = )"1.0.0"/g, '$1"1.0.1"')
    const raised = workspace['Cargo.toml']?.replace('version = "1.0.0"', 'version = "1.0.1"') ?? ''
    const built = await likeClean({ ...workspace, 'Cargo.toml': raised, 'Cargo.lock': lock })
    expect(built).toMatchObject({ external: [], recovered: null })
    expect(built.says).toContain('1.0.1 banner')
    expect([...machine.entries.keys()].slice(saved.size).every(key => key.startsWith('portable-build-rust-own'))).toBe(
      true,
    )
  })

  it('nothing from outside when a build script or a procedural macro of the project is edited', async () => {
    const edited = { ...workspace }
    for (const path of ['crates/listed/build.rs', 'crates/ownmacro/src/lib.rs'])
      edited[path] = `${workspace[path]}// edited\n`
    const built = await likeClean(edited)
    expect(built).toMatchObject({ external: [], recovered: null })
    expect(built.own).toEqual(expect.arrayContaining(['listed', 'ownmacro']))
  })
})

describe('what cargo alone would not notice', () => {
  it.each(edits)('$name', async ({ apply, own }) => {
    const built = await likeClean(workspace, {}, apply)
    expect(built).toMatchObject({ external: [], recovered: null })
    expect(built.own).toEqual(own)
    expect(built.says).not.toBe(first.says)
  })

  it('a link that leads to another file, which is old', async () => {
    const linked = (name: string) => ({
      ...workspace,
      'src/part.rs': `-> ${name}`,
      'src/one.rs': part(1),
      'src/two.rs': part(2),
    })
    const part = (n: number) => `pub const PART: &str = "link ${n}";\n`
    machine.checkout(linked('one.rs'))
    expect((await machine.build({ commit: 'first' })).says).toContain('link 1')
    const built = await likeClean(linked('two.rs'), {}, ({ project }) => older(join(project, 'src/two.rs')))
    expect(built).toMatchObject({ external: [], own: ['app'] })
    expect(built.says).toContain('link 2')
  })

  it('a build script that asks git, at another commit', async () => {
    const stamped = {
      ...workspace,
      'crates/leaf/build.rs': `use std::process::Command;
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let out = Command::new("cat").arg("../../.git/HEAD").output().unwrap();
    println!("cargo:rustc-env=STAMP={}", String::from_utf8(out.stdout).unwrap().trim());
}
`,
      'crates/leaf/src/lib.rs': 'pub fn leaf() -> &\'static str { env!("STAMP") }\n',
      '.git/HEAD': 'commit one',
    }
    machine.checkout(stamped)
    expect((await machine.build({ commit: 'one' })).says).toContain('commit one')
    expect((await likeClean(stamped, { commit: 'one' })).own).toEqual([])
    const built = await likeClean({ ...stamped, '.git/HEAD': 'commit two' }, { commit: 'two' })
    expect(built.says).toContain('commit two')
    expect(built.external).toEqual([])
  })
})

describe('what the placeholders must not hide', () => {
  const fast = { env: { EXT_MODE: 'fast' } }

  it('a variable of a build script from outside: the bytes are fetched before cargo starts', async () => {
    const built = await likeClean(workspace, fast)
    expect(built.says).toContain('mode=fast')
    expect(built).toMatchObject({ recovered: null, external: ['extenv', 'extlib'] })
  })

  // The record of variables knows the environment alone: only cargo sees this one, over placeholders.
  const config = `${machine.config}[env]\nEXT_MODE = "fast"\n`
  const hidden = { ...workspace, '.cargo/config.toml': config }

  it('the same in a configuration file: the result is refused, the bytes are fetched, the job runs again', async () => {
    const built = await likeClean(hidden)
    expect(built.recovered).toMatch(/^ext(env|lib) /)
    expect(built.says).toContain('mode=fast')
    expect(built.external).toEqual(['extenv', 'extlib'])
    expect((await likeClean(hidden)).external).toEqual([])
  })

  it('the same without the bytes: all is built again', async () => {
    for (const key of machine.entries.keys()) if (key.includes('rust-cold')) machine.entries.delete(key)
    const built = await likeClean(hidden)
    expect(built.recovered).toMatch(/all is built again$/)
    expect(built.external).toEqual(first.external)
  })
})

describe('a step before cargo', () => {
  const source = 'crates/leaf/src/lib.rs'
  const unpacks = (n: number) =>
    `echo 'pub fn leaf() -> String { String::from("unpacked ${n}") }' > ${source}; touch -d @1000000000 ${source}`

  it('that unpacks other sources with old times: the own crates are compiled again', async () => {
    const built = await likeClean(workspace, { before: unpacks(1) })
    expect(built.says).toContain('unpacked 1')
    expect(built.recovered).toContain(source)
    // What such a build has saved is known to be of the unpacked sources.
    for (const key of saved.keys()) if (key.includes('rust-own')) machine.entries.delete(key)
    machine.checkout(workspace)
    expect(await machine.build({ before: unpacks(1), commit: 'first' })).toMatchObject({
      recovered: null,
      external: [],
    })
    expect((await likeClean(workspace, { before: unpacks(2) })).says).toContain('unpacked 2')
  })
})

describe('sources from a registry', () => {
  it('come back with the crates: the network is not asked', async () => {
    const { requests, config, close } = await serveRegistry(machine.registry)
    onTestFinished(() => void close())
    const files = { ...workspace, '.cargo/config.toml': config }
    machine.entries.clear()
    machine.checkout(files)
    await machine.build({ online: true })
    expect(requests.filter(path => path.startsWith('/dl/'))).toHaveLength(5)
    requests.length = 0
    machine.forgetCargo()
    machine.checkout(files)
    expect(await machine.build({ online: true })).toMatchObject({ ok: true, external: [], own: [], recovered: null })
    expect(requests).toEqual([])
  })
})

describe('another recipe', () => {
  it('a feature: the nearest entry, and of it what still fits', async () => {
    const built = await likeClean(workspace, { features: 'extra' })
    expect(built.says).toContain('extra=true')
    expect(built).toMatchObject({ external: ['extlib'], recovered: null })
  })

  it.each([
    ['flags', { rustflags: '-Copt-level=1' }],
    ['a profile', { profile: 'dev' }],
  ])('%s: nothing of the old one is in the program', async (_, request) => {
    expect(await likeClean(workspace, request)).toMatchObject({ ok: true, recovered: null })
  })
})

describe('bad entries and failed builds', () => {
  const spoil: Readonly<Record<string, (content: Buffer) => Buffer>> = {
    'cut short': content => content.subarray(0, content.length / 2),
    'with a bit turned': content =>
      Buffer.from(content.map((byte, i) => (i === content.length >> 1 ? byte ^ 1 : byte))),
    "another one's": () => [...saved.values()].at(-1) ?? Buffer.alloc(0),
  }
  it.each(Object.keys(spoil))('an entry %s is told and not used', async how => {
    const key = [...saved.keys()].find(k => k.includes('rust-hot')) ?? ''
    machine.entries.set(key, spoil[how]?.(saved.get(key) ?? Buffer.alloc(0)) ?? Buffer.alloc(0))
    const built = await likeClean(workspace)
    expect(built.external).toEqual(first.external)
    expect(built.said.filter(text => text.startsWith('warn:'))).toHaveLength(1)
  })

  it('keeps what a failed build had finished, and nothing else', async () => {
    machine.entries.clear()
    machine.checkout({ ...workspace, 'crates/leaf/src/lib.rs': 'pub fn leaf() -> u8 { "no number" }\n' })
    const failed = await machine.build()
    expect(failed).toMatchObject({ ok: false, recovered: null })
    const built = await likeClean(workspace)
    expect(built.external.length).toBeLessThan(first.external.length)
    expect(built.recovered).toBeNull()
    expect(built.own).toContain('leaf')
  })

  it('a failure of the project itself stands, and takes nothing away', async () => {
    machine.checkout({ ...workspace, 'crates/leaf/src/lib.rs': 'pub fn leaf() -> u8 { "no number" }\n' })
    expect(await machine.build()).toMatchObject({ ok: false, recovered: null, external: [] })
    expect([...machine.entries.keys()]).toEqual([...saved.keys()])
  })
})

describe('a directory that is not empty', () => {
  it('is left as it is', async () => {
    machine.checkout(workspace)
    const mark = join(machine.project, '.portable-build/app-native/target/mark')
    mkdirSync(dirname(mark), { recursive: true })
    writeFileSync(mark, '')
    const built = await machine.build()
    expect(built.rows).toMatchObject([{ hit: 'skipped' }])
    expect(built.external).toEqual(first.external)
    rmSync(mark)
  })
})

describe("a developer's checkout", () => {
  it('keeps its times; the crates from outside come back', async () => {
    const files = Object.keys(workspace).map(path => join(machine.project, path))
    let before: readonly number[] = []
    const times = () => files.map(path => statSync(path).mtimeMs)
    const built = await likeClean(leaf, { kept: true }, () => {
      before = times()
    })
    expect(built).toMatchObject({ external: [], own: everything })
    expect(times()).toEqual(before)
    expect([...machine.entries.keys()]).toEqual([...saved.keys()])
  })
})

/** Long: PB_RUST_CACHE_EDITS=200. */
const rounds = Number(process.env['PB_RUST_CACHE_EDITS'] ?? 8)

it(`a workspace that is edited ${rounds} times`, { timeout: rounds * 60_000 }, async () => {
  const seed = Number(process.env['PB_RUST_CACHE_SEED'] ?? Date.now() % 1_000_000)
  const next = randomEdits(workspace, seed)
  for (let round = 0; round < rounds; round++) {
    const { files, name, old } = next()
    machine.checkout(files)
    for (const path of old) older(join(machine.project, path), 1_000_000_000 + round)
    const built = await machine.build({ commit: `commit ${round}` })
    const clean = await machine.clean({ commit: `commit ${round}` })
    expect(built, `seed ${seed}, edit ${round}: ${name}`).toMatchObject({
      ...{ ok: clean.ok, says: clean.says, digest: clean.digest },
      ...{ external: [], recovered: null },
    })
  }
})
