import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportSchema } from '../../src/report/schema.ts'
import { tool } from '../../src/tool.ts'
import { writeElf } from '../support/elf-writer.ts'
import { appears, runs } from '../support/processes.ts'

const cli = resolve('src/cli.ts')
let dir = ''
let env: NodeJS.ProcessEnv = {}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb cli ')) // a space, as in many real paths
  env = { PATH: `${dir}/bin:${process.env['PATH']}`, HOME: dir }
  write('empty/readme.txt', 'nothing to build')
  write('go/go.mod', 'module example.com/hello\n\ngo 1.22\n')
  write('go/main.go', 'package main\n\nfunc main() {}\n')
  write('text', 'no ELF')
  writeFileSync(join(dir, 'hello'), writeElf().bytes, { mode: 0o755 })
  writeGo('echo "main.go:3: boom" >&2; exit 1')
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function write(path: string, text: string): void {
  mkdirSync(join(dir, path, '..'), { recursive: true })
  writeFileSync(join(dir, path), text)
}

/** A pretended Go that answers questions and does this to build. */
function writeGo(build: string): void {
  write('bin/go', `#!/bin/sh\ncase $1 in version) echo go version go1.26.8 linux/amd64 ;; build) ${build} ;; esac\n`)
  chmodSync(join(dir, 'bin/go'), 0o755)
}

function run(args: readonly string[], more: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: dir,
    env: { ...env, ...more },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

describe('portable-build', () => {
  it('says its version and its help on stdout', () => {
    expect(run(['--version'])).toEqual({ status: 0, stdout: `${tool.name} ${tool.version}\n`, stderr: '' })
    expect(run(['--help'])).toMatchObject({ status: 0, stderr: '' })
  })

  it('exits with 2 and help on stderr when nothing is asked', () => {
    const { status, stdout, stderr } = run([])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Usage: portable-build')
  })

  it('exits with 2 for a mistyped name, and suggests', () => {
    expect(run(['build', '--traget', 'x'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'error[unknown-flag]: unknown flag --traget for `build`\n  help: Did you mean --targets?\n',
    })
  })

  it('tells errors as JSON on stdout with --json', () => {
    const { status, stdout, stderr } = run(['plan', 'empty', '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'no-project', hint: expect.any(String) } })
    expect(stderr).toMatch(/^error\[no-project\]: /)
  })

  it('colours what it is forced to, and nothing else in a pipe', () => {
    expect(run(['bulid']).stderr).not.toContain('\u001b')
    expect(run(['bulid'], { FORCE_COLOR: '1' }).stderr).toContain('\u001b[31m')
  })

  it('does not mind a reader that has seen enough', () => {
    const script = '"$0" "$1" build --help | head -n 1; echo "$?"'
    const { stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, cli], { env, encoding: 'utf8' })
    expect([stdout, stderr]).toEqual(['Usage: portable-build build [options] [dir]\n0\n', ''])
  })

  it.skipIf(!existsSync('/dev/full'))('fails when its answer cannot be written', () => {
    const script = '"$0" "$1" verify --json "$2/hello" > /dev/full'
    const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, cli, dir], { env, encoding: 'utf8' })
    expect(status).toBe(3)
    expect(stderr).toContain('could not be written to stdout (ENOSPC)')
  })
})

describe('verify', () => {
  it('exits with 0 and one line for a file that is as demanded', () => {
    const { status, stdout } = run(['verify', 'hello'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^✓ hello: x86_64, .*\n(.*\n)*✓ verified: 1 file\n$/)
  })

  it('exits with 1 and says what is wrong with it', () => {
    const { status, stdout } = run(['verify', 'text', '--targets', 'linux/arm64'])
    expect(status).toBe(1)
    expect(stdout).toMatch(/✗ text: .*not-elf[\s\S]*error\[not-elf\][\s\S]*✗ not verified: 0 of 1 file passed\n$/)
  })

  it('exits with 2 when nothing matched, and its JSON says that nothing is verified', () => {
    const { status, stdout } = run(['verify', 'none/*', '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ files: [], verified: false, error: { code: 'nothing-matched' } })
  })

  it('refuses demands that cannot be', () => {
    expect(run(['verify', 'text', '--glibc', '2.99'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('2.43'),
    })
    expect(run(['verify', 'text', '--libc', 'mussl']).stderr).toContain('Did you mean musl?')
  })

  it('judges each file by the target of its architecture', () => {
    write('many/readme', 'no ELF')
    writeFileSync(join(dir, 'many/a'), writeElf().bytes)
    expect(run(['verify', 'many', '--targets', 'arm64,amd64']).stdout).toMatch(/^✓ many\/a: x86_64-linux-musl, /)
    const { status, stdout } = run(['verify', 'many', '--targets', 'arm64,riscv64'])
    expect([status, stdout]).toEqual([1, expect.stringMatching(/^✗ many\/a: aarch64-linux-musl/)])
  })

  it('prints the verdict alone when it is to be quiet', () => {
    expect(run(['verify', '--quiet', 'hello']).stdout).toBe('✓ verified: 1 file\n')
  })
})

describe('plan', () => {
  it('prints a plan, the plan as JSON, or a matrix, and builds nothing', () => {
    expect(run(['plan', 'go']).stdout).toMatch(/^project hello {2}go/)
    expect(JSON.parse(run(['plan', 'go', '--json']).stdout)).toMatchObject({
      schema: 1,
      jobs: [{ id: 'hello-native' }],
    })
    expect(JSON.parse(run(['plan', 'go', '--matrix']).stdout).include).toMatchObject([
      { name: 'hello-native', only: 'hello-native' },
    ])
    expect(readdirSync(join(dir, 'go'))).toEqual(['go.mod', 'main.go'])
  })

  it('has the jobs that are asked for, and suggests the nearest', () => {
    const { status, stderr } = run(['plan', 'go', '--only', 'hello-nativ'])
    expect(status).toBe(2)
    expect(stderr).toContain('Did you mean hello-native?')
  })
})

describe('build', () => {
  it('exits with 0 and the table of what passed', () => {
    writeGo('while [ "$1" != -o ]; do shift; done; cp ../hello "$2"')
    const { status, stdout } = run(['build', 'go', '--targets', 'linux/amd64', '--smoke', 'off'])
    expect(stdout).toMatch(
      /✓ x86_64-linux {2}hello .*\n\n✓ verified: 1 executable for 1 target\n {2}hello-x86_64-linux\.tar\.gz {2}\d+ B\n {2}in go\/dist, with report\.html/,
    )
    expect(status).toBe(0)
    expect(readdirSync(join(dir, 'go/dist/x86_64-linux'))).toEqual(['hello'])
    writeGo('echo "main.go:3: boom" >&2; exit 1')
  })

  it('exits with 1 when a command fails, with its last lines, the command and the report', () => {
    const { status, stdout, stderr } = run(['build', 'go', '--targets', 'linux/amd64'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/error\[step-failed\]: [\s\S]*\| main\.go:3: boom\n {2}run: cd .* go build /)
    expect(stdout).toMatch(/✗ x86_64-linux .*step-failed\n[\s\S]*✗ not verified: 0 of 1 executable passed\n/)
    const report = reportSchema.parse(JSON.parse(readFileSync(join(dir, 'go/dist/report.json'), 'utf8')))
    expect(report.verified).toBe(false)
    expect(readFileSync(join(dir, 'go/dist/report.md'), 'utf8')).toContain('## ❌ hello: 0 of 0 executables verified')
  })

  it('prints the report, and only that, with --json', () => {
    const { status, stdout } = run(['build', 'go', '--targets', 'linux/amd64', '--json', '--quiet'])
    expect(status).toBe(1)
    expect(reportSchema.parse(JSON.parse(stdout)).failures[0]?.code).toBe('step-failed')
  })

  it('prints one line when it is to be quiet and nothing fails to be told', () => {
    const { stdout } = run(['build', 'go', '--targets', 'linux/amd64', '--quiet'])
    expect(stdout).toBe('✗ not verified: 0 of 1 executable passed\n')
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('stops at %s with 130, and its tools with it', async signal => {
    writeGo(`echo $$ > '${dir}/pid'; exec sleep 1000`)
    rmSync(join(dir, 'pid'), { force: true })
    const child = spawn(process.execPath, [cli, 'build', 'go', '--targets', 'linux/amd64'], { cwd: dir, env })
    let told = ''
    child.stderr.on('data', chunk => {
      told += chunk
    })
    const ended = once(child, 'close') // not `exit`: what it said may be on its way still
    const pid = Number(await appears(join(dir, 'pid')))
    expect(runs(pid)).toBe(true)
    child.kill(signal)
    expect((await ended)[0], told).toBe(130)
    expect(told).toContain(`${signal}: stopping`)
    expect(told).toContain('error[interrupted]')
    expect(runs(pid)).toBe(false)
  })
})

describe('doctor', () => {
  it('exits with 3 when the project’s compiler is missing, and says how to get it', () => {
    rmSync(join(dir, 'bin/go'))
    const path = mkdtempSync(join(dir, 'path-'))
    const { status, stdout } = run(['doctor', 'go', '--json'], { PATH: path })
    expect(status).toBe(3)
    const { ready, rows } = JSON.parse(stdout)
    expect(ready).toBe(false)
    expect(rows.find((r: { name: string }) => r.name === 'go')).toMatchObject({
      state: 'missing',
      hint: expect.any(String),
    })
  })

  it('needs no project', () => {
    const { status, stdout } = run(['doctor'])
    expect(stdout).toMatch(/^machine\n {2}✓ system/)
    expect(status).toBe(0)
  })
})
