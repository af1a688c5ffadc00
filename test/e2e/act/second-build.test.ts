import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Services, startServices } from '../../support/services/services.ts'
import { toolsDir } from '../support/places.ts'
import { rustToolchain } from '../support/rust.ts'
import { type ActRun, act } from './support/run.ts'
import { scratchRepository } from './support/scratch.ts'

const crates = ['itoa', 'memchr', 'ryu']

/** A program with some crates from outside. */
const project = {
  'Cargo.toml': `[package]\nname = "hello"\nversion = "1.0.0"\nedition = "2021"\n\n[dependencies]\n${crates.map(name => `${name} = "*"\n`).join('')}`,
  'src/main.rs': 'fn main() {\n    println!("hello one {}", itoa::Buffer::new().format(7));\n}\n',
  'portable-build.yml': 'targets: x86_64-linux-gnu.2.17\n',
  '.github/workflows/summary.yml': JSON.stringify({
    on: ['push'],
    jobs: {
      build: {
        'runs-on': 'ubuntu-24.04',
        steps: [
          { uses: 'actions/checkout@v7' },
          // act gives each run a workspace of another name, and cargo compares whole paths
          { run: 'mkdir -p "$PLACE" && cp -R Cargo.toml Cargo.lock portable-build.yml src "$PLACE"' },
          { uses: './own', with: { 'working-directory': `\${{ env.PLACE }}` } },
          { run: 'cat "$GITHUB_STEP_SUMMARY"' },
        ],
      },
    },
  }),
}

let services: Services
let repository = ''
let place = ''
beforeAll(async () => {
  services = await startServices()
  repository = scratchRepository('', project)
  execFileSync('cargo', ['generate-lockfile'], { cwd: repository, stdio: 'pipe' })
  place = mkdtempSync(join(tmpdir(), 'pb-act-place-'))
})
afterAll(() => {
  services.stop()
  rmSync(place, { recursive: true, force: true })
})

/** A new machine: it has a fresh checkout and nothing else. What the summary says of the build is printed. */
async function onNewMachine(run: string): Promise<ActRun> {
  rmSync(place, { recursive: true, force: true })
  const tools = join(place, 'tools')
  mkdirSync(tools, { recursive: true })
  // of what other suites have installed, only the programs
  const programs = (existsSync(toolsDir) ? readdirSync(toolsDir) : []).filter(name =>
    /^(zig|cargo-zigbuild)-[0-9.]+$/.test(name),
  )
  for (const name of programs) symlinkSync(join(toolsDir, name), join(tools, name))
  const rustup = { RUSTUP_HOME: process.env['RUSTUP_HOME'] ?? join(homedir(), '.rustup') }
  const env = {
    ...services.envFor({ run }),
    ...rustup,
    RUSTUP_TOOLCHAIN: rustToolchain() ?? '',
    CI: 'true',
    PORTABLE_BUILD_TOOLS_DIR: tools,
    PLACE: join(place, 'work'),
  }
  return act(repository, 'summary.yml', { env, home: join(place, 'home') })
}

/** Cells of the row of an entry in the summary. */
const rowOf = ({ output }: ActRun, kind: string) => {
  const line =
    output('build')
      .split('\n')
      .find(l => l.startsWith(`| \`${kind} `)) ?? ''
  return line
    .replaceAll('\u00a0', ' ')
    .split('|')
    .map(cell => cell.trim())
    .filter(cell => cell !== '')
}

describe('the second build, after a change of one line, on a new machine', () => {
  it('compiles the changed crate alone, and its summary says so: hits, bytes, crates, what was spared', async () => {
    const first = await onNewMachine('1')
    expect(first.code, first.log).toBe(0)
    expect(rowOf(first, 'rust-hot')).toEqual(expect.arrayContaining(['➖ not there', `0 of ${crates.length} crates`]))

    const main = join(repository, 'src/main.rs')
    writeFileSync(main, readFileSync(main, 'utf8').replace('hello one', 'hello two'))
    const second = await onNewMachine('2')
    expect(second.code, second.log).toBe(0)
    const bytes = expect.stringMatching(/^[\d.]+ [kM]B in [\d.]+s$/)
    expect(rowOf(second, 'rust-hot')).toEqual(
      expect.arrayContaining(['✅ restored', bytes, `${crates.length} of ${crates.length} crates`]),
    )
    expect(rowOf(second, 'rust-own')).toEqual(expect.arrayContaining(['🟡 an older one', bytes, '0 of 1 crates']))
    expect(rowOf(second, 'rust-own').join(' ')).toContain('sources changed')
    expect(rowOf(second, 'zig-runtime')).toEqual(expect.arrayContaining(['✅ restored', bytes]))
    expect(second.output('build')).toMatch(/^About \S+ saved: an estimate, from the build that compiled all of it\.$/m)
    expect(execFileSync(join(place, 'work/dist/x86_64-linux-gnu.2.17/hello'), { encoding: 'utf8' })).toBe(
      'hello two 7\n',
    )
  })
})
