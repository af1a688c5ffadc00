import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../../../src/report/schema.ts'
import { cliFile, portableBuild } from '../support/cli.ts'
import { cacheDir } from '../support/places.ts'

const targets = ['--targets', 'linux/amd64,linux/arm64']
const amd64 = 'x86_64-linux'
const main = 'package main\n\nfunc main() { println("hello") }\n'
const hello = { 'go.mod': 'module example.com/hello\n\ngo 1.22\n', 'main.go': main }

/** A name that breaks what is quoted wrongly. With a line end no compiler builds. */
const awkward = 'it\'s a "día" of $(touch x) `two`'

let home = ''
let dir = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'pb-bad-'))
  dir = join(home, awkward)
  mkdirSync(dir)
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

function write(files: Readonly<Record<string, string>>, at = dir): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, path)), { recursive: true })
    writeFileSync(join(at, path), text)
  }
}

async function build(more: readonly string[] = [], env: NodeJS.ProcessEnv = {}) {
  const done = await portableBuild(['build', dir, ...targets, '--json', ...more], { env })
  return { ...done, report: done.stdout === '' ? null : (JSON.parse(done.stdout) as Report) }
}

/** The build must be refused before anything is started. */
async function refused(code: string, more: readonly string[] = []): Promise<string> {
  const done = await portableBuild(['build', dir, ...targets, ...more])
  expect(done).toMatchObject({ code: 2, stdout: '' })
  expect(done.stderr).toContain(`error[${code}]`)
  expect(existsSync(join(dir, 'dist'))).toBe(false)
  return done.stderr
}

describe('a project that cannot be built is refused with what to do', () => {
  it('an empty directory', async () => {
    expect(await refused('no-project')).toMatch(/go\.mod/)
  })

  it('a directory whose project is one below', async () => {
    write(hello, join(dir, 'service'))
    expect(await refused('no-project')).toMatch(/service/)
  })

  it('a directory that is not there, and a file', async () => {
    write({ text: 'x' })
    for (const path of ['missing', 'text']) {
      const done = await portableBuild(['build', join(dir, path)])
      expect(done.code).toBe(2)
      expect(done.stderr).toContain('error[unreadable-project]')
    }
  })

  it('a directory whose name has two lines: no compiler can build there', async () => {
    dir = join(home, 'first\nsecond line')
    write(hello)
    expect(await refused('bad-input')).toMatch(/line end/)
  })

  it('two languages side by side', async () => {
    write({ ...hello, 'Cargo.toml': '[package]\nname = "hello"\nversion = "1.0.0"\n', 'src/main.rs': 'fn main() {}\n' })
    expect(await refused('ambiguous-project')).toMatch(/language/)
  })

  it('a floor that the architecture cannot have', async () => {
    write(hello)
    expect(await refused('impossible-floor', ['--targets', 'riscv64-linux-gnu.2.17'])).toMatch(/2\.27/)
  })

  it('a target in two spellings', async () => {
    write(hello)
    await refused('duplicate-target', ['--targets', 'arm64,linux/arm64'])
  })
})

describe('a build in a directory with an awkward name', () => {
  it('gives verified files and keeps those of others', async () => {
    write({ ...hello, 'dist/notes': 'mine', [`dist/${amd64}/other`]: 'mine' })
    symlinkSync('.', join(dir, 'loop'))
    const { code, report, stderr } = await build()
    expect([code, stderr]).toEqual([0, stderr])
    expect(report?.files.map(f => f.verified)).toEqual([true, true])
    expect(readdirSync(join(dir, 'dist', amd64)).sort()).toEqual(['hello', 'other'])
    expect(readFileSync(join(dir, 'dist/notes'), 'utf8')).toBe('mine')
    const sums = spawnSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: join(dir, 'dist'), encoding: 'utf8' })
    expect(sums.status).toBe(0)
    expect(existsSync(join(dir, 'x'))).toBe(false)
  })

  it('does not replace a file of somebody else', async () => {
    write({ ...hello, [`dist/${amd64}/hello`]: 'mine' })
    const { code, stderr } = await build()
    expect(code).toBe(3)
    expect(stderr).toContain('is in the way')
    expect(readFileSync(join(dir, 'dist', amd64, 'hello'), 'utf8')).toBe('mine')
  })

  it('keeps the artifact of one target when the other does not compile, and takes back what an earlier run left', async () => {
    write(hello)
    expect((await build()).code).toBe(0)
    write({ 'broken_arm64.go': 'package main\n\nfunc init() { broken() }\n' })
    const { code, report } = await build()
    expect(code).toBe(1)
    expect(report?.verified).toBe(false)
    expect(report?.files.map(f => [f.target, f.verified])).toEqual([[amd64, true]])
    expect(report?.failures[0]).toMatchObject({ code: 'step-failed', targets: ['aarch64-linux'] })
    expect(report?.failures[0]?.lines.join()).toContain('undefined: broken')
    expect(existsSync(join(dir, 'dist/aarch64-linux/hello'))).toBe(false)
  })

  it('runs twice at once: the second waits for the first', async () => {
    write(hello)
    const both = await Promise.all([build(), build()])
    expect(both.map(b => [b.code, b.report?.verified])).toEqual([
      [0, true],
      [0, true],
    ])
    expect(both.map(b => b.stderr).join('')).toMatch(/wait/)
  })

  it('builds with sources from the future, without HOME and without git', async () => {
    write(hello)
    const later = new Date(Date.now() + 86_400_000)
    for (const name of Object.keys(hello)) utimesSync(join(dir, name), later, later)
    const bin = join(home, 'bin')
    mkdirSync(bin)
    for (const tool of ['go', 'sh']) {
      const { stdout } = spawnSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' })
      symlinkSync(stdout.trim(), join(bin, tool))
    }
    const { code, report, stderr } = await build([], {
      PATH: bin,
      HOME: undefined,
      GOCACHE: join(cacheDir, 'build/go'),
    })
    expect([code, stderr]).toEqual([0, stderr])
    expect(report?.project.commit).toBeNull()
    expect(report?.notices.join()).toContain('no git')
  })
})

describe('what is missing is named', () => {
  it('a compiler', async () => {
    write(hello)
    const { code, stderr } = await build([], { PATH: join(home, 'nothing') })
    expect(code).toBe(3)
    expect(stderr).toMatch(/error\[tool-missing\].*go/)
  })

  it('the network: every source with its reason, and nothing half-installed', () => {
    write({ 'hello.c': 'int main(void) { return 0; }\n' })
    const tools = join(home, 'tools')
    const argv = [process.execPath, cliFile, 'build', dir, '--build-command', '$CC hello.c -o $PB_OUT/hello']
    const env = { ...process.env, PORTABLE_BUILD_TOOLS_DIR: tools }
    const done = spawnSync('unshare', ['--net', ...argv], { encoding: 'utf8', env })
    expect(done.status).toBe(3)
    expect(done.stderr).toMatch(/error\[download-failed\].*zig/)
    expect(existsSync(join(tools, 'zig-0.15.2'))).toBe(false)
  })
})
