import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, type ProjectBuild, writeProject } from '../support/build.ts'
import { rustCachesBin } from '../support/rust-caches.ts'

const main = (text: string) =>
  `fn main() {\n    println!("{} {} ${text}", itoa::Buffer::new().format(7), ryu::Buffer::new().format(0.5));\n}\n`
const target = 'x86_64-linux-musl'

let home = ''
let dir = ''
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'pb-rust-caches-'))
  dir = join(home, 'app')
  writeProject(dir, {
    'Cargo.toml':
      '[package]\nname = "app"\nversion = "1.0.0"\nedition = "2021"\n\n[dependencies]\nitoa = "=1.0.15"\nryu = "=1.0.20"\n',
    'src/main.rs': main('one'),
  })
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** On a machine that has nothing but the sources and what the cache brings. */
async function fresh(who: string): Promise<ProjectBuild> {
  rmSync(join(dir, '.portable-build'), { recursive: true, force: true })
  const flags = {
    targets: target,
    'rust-deps-cache': who,
    locked: 'false',
    toolchain: process.env['PB_TEST_RUST'] ?? '',
  }
  const env = { PATH: `${rustCachesBin}:${process.env['PATH']}` }
  return build(dir, flags, { env, host: { cacheDir: join(home, 'cache') } })
}

const program = (built: ProjectBuild) => readFileSync(built.artifact(target, 'app'))
/** The crates that cargo said it compiles, in the order in which it said so. */
const compiled = ({ said }: ProjectBuild) => said.flatMap(line => /^detail: +Compiling (\w+) v/.exec(line)?.[1] ?? [])

describe('who keeps the crates from outside', () => {
  let clean: Buffer

  it('nobody: all is compiled', async () => {
    const built = await fresh('off')
    clean = program(built)
    expect(compiled(built).sort()).toEqual(['app', 'itoa', 'ryu'])
    expect(built.report.cache.filter(row => row.hit !== 'skipped')).toEqual([])
  })

  it('sccache: another machine compiles none of them, also after a change, and the program is the same', async () => {
    const row = ({ report }: ProjectBuild) =>
      report.cache.find(r => r.id === 'sccache app-zig' && r.saved === undefined)
    const first = await fresh('sccache')
    expect(row(first)).toMatchObject({ hit: 'miss', reused: 0, compiled: 2, unit: 'crates' })
    expect(program(first)).toEqual(clean)
    const second = await fresh('sccache')
    expect(row(second)).toMatchObject({ hit: 'exact', reused: 2, compiled: 0 })
    expect(program(second)).toEqual(clean)
    writeProject(dir, { 'src/main.rs': main('two') })
    const changed = await fresh('sccache')
    expect(row(changed)).toMatchObject({ hit: 'exact', reused: 2, compiled: 0 })
    expect(program(changed)).not.toEqual(clean)
    writeProject(dir, { 'src/main.rs': main('one') })
  })

  it('cargo-chef: they are cooked before the build, beside the sources, and compiled once', async () => {
    const built = await fresh('chef')
    const steps = built.report.steps.filter(s => s.stage === 'build' || s.stage === undefined)
    expect(steps.map(s => [s.title, s.ok])).toEqual([
      ['cargo chef prepare', true],
      ['cargo chef cook', true],
      ['compile the crates from outside', true],
      [expect.stringMatching(/^cargo (zig)?build for/), true],
    ])
    expect(compiled(built)).toEqual([...compiled(built).slice(0, 2), 'app', 'app'])
    expect(compiled(built).slice(0, 2).sort()).toEqual(['itoa', 'ryu'])
    expect(program(built)).toEqual(clean)
    expect(readFileSync(join(dir, 'src/main.rs'), 'utf8')).toBe(main('one'))
  })
})

describe('a machine without the program', () => {
  it.each([
    ['sccache', 'sccache'],
    ['chef', 'cargo-chef'],
  ])('for %s is told how to get it, before anything is built', async (who, program) => {
    const flags = { targets: target, 'rust-deps-cache': who }
    const [cargo = ''] = (process.env['PATH'] ?? '').split(':').filter(path => path.includes('cargo'))
    const env = { PATH: `${cargo}:/usr/bin:/bin` }
    await expect(build(dir, flags, { env, host: { cacheDir: join(home, 'cache') } })).rejects.toMatchObject({
      code: 'tool-missing',
      message: `${program} is not installed`,
      hint: expect.stringContaining(`cargo install --locked ${program}`),
    })
  })
})
