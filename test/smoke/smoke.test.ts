import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { spawnCommand } from '../../src/exec/spawn.ts'
import type { Exec } from '../../src/exec.ts'
import type { Machine } from '../../src/machine.ts'
import type { Start } from '../../src/smoke/decide.ts'
import { smokeFindings } from '../../src/smoke/findings.ts'
import type { Floors } from '../../src/smoke/floor/floors.ts'
import { type SmokeRequest, smokeFile } from '../../src/smoke/smoke.ts'
import { fakeExec, when } from '../support/fake-exec.ts'

const machine: Machine = { arch: 'x86_64', cpus: 2, glibc: '2.36', tools: {}, emulators: {}, toolsDir: '/tools' }
const floor = { glibc: null, musl: null, glibcxx: null, cxxabi: null, gcc: null }
const file: SmokeRequest['file'] = {
  ...{ arch: 'x86_64', linkage: 'static', interpreter: null, floor, needed: [], findings: [], payload: [] },
}
const signal = new AbortController().signal

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "pb smoke it's ü "))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** Starts a shell script in place of a program: what it is made of does not matter here. */
function start(script: string, more: Partial<SmokeRequest> = {}) {
  const path = join(dir, 'app')
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  const standard = { path, file, machine, command: null, cpu: null, floor: null, exec: spawnCommand, signal }
  return smokeFile({ ...standard, ...more })
}

describe('smokeFile', () => {
  it('asks for the version', async () => {
    const result = await start('[ "$1" = --version ] && echo "app 1.0"')
    expect(result).toMatchObject({
      smokes: [{ where: 'x86_64', ok: true, command: ['--version'], output: 'app 1.0' }],
      cannot: null,
    })
    expect(smokeFindings(result, 'require')).toEqual([])
  })

  it('asks for help where the version is refused', async () => {
    const { smokes } = await start(
      '[ "$1" = --help ] && { echo Usage: app; exit 0; }; echo "unknown option $1" >&2; exit 2',
    )
    expect(smokes).toMatchObject([{ ok: true, command: ['--help'], output: 'Usage: app' }])
  })

  it('says that a program which knows neither has started', async () => {
    const { smokes } = await start('echo "unknown option: $1" >&2; exit 1')
    expect(smokes).toMatchObject([
      { ok: true, output: 'it started, but knows neither --version nor --help: unknown option: --help' },
    ])
  })

  it('takes the words of the user, and then only success', async () => {
    const command = ['run', 'a b', "it's"]
    expect((await start('printf "%s|" "$@"', { command })).smokes).toMatchObject([
      { ok: true, output: "run|a b|it's|" },
    ])
    const refused = await start('echo "unknown option" >&2; exit 1', { command })
    expect(refused.smokes).toMatchObject([{ ok: false, command }])
    expect(smokeFindings(refused, 'auto')).toMatchObject([
      { id: 'smoke', severity: 'error', evidence: 'unknown option' },
    ])
  })

  it('calls an illegal instruction what it is', async () => {
    const result = await start('kill -ILL $$')
    expect(result.smokes).toMatchObject([{ ok: false }])
    expect(smokeFindings(result, 'auto')).toMatchObject([{ id: 'isa-baseline', severity: 'error' }])
  })

  it('gives the program an empty home and nothing of our environment', async () => {
    process.env['PB_TEST_SECRET'] = 'hunter2'
    const { smokes } = await start('[ "$PWD" = "$HOME" ] && echo $(ls -A) $(env | sed "s/=.*//" | sort)')
    delete process.env['PB_TEST_SECRET']
    expect(smokes[0]?.output).toBe('HOME LC_ALL NO_COLOR PATH PWD TERM TMPDIR TZ')
  })

  it('leaves nothing behind', async () => {
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = join(dir, 'tmp')
    mkdirSync(join(dir, 'tmp'))
    const { smokes } = await start('touch mess; mkdir -p more/mess; echo made a mess')
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    expect(smokes).toMatchObject([{ ok: true, output: 'made a mess' }])
    expect(readdirSync(join(dir, 'tmp'))).toEqual([])
  })

  it('says why a file cannot be started here: an error only when it was demanded', async () => {
    const result = await start('exit 0', { file: { ...file, arch: 'riscv64' } })
    expect(result).toMatchObject({ smokes: [], cannot: expect.stringContaining('nothing here runs riscv64') })
    expect(smokeFindings(result, 'auto')).toMatchObject([{ id: 'smoke', severity: 'info' }])
    expect(smokeFindings(result, 'require')).toMatchObject([{ id: 'smoke', severity: 'error' }])
  })

  it('does not blame the program where files may not be executed', async () => {
    const path = join(dir, 'plain')
    writeFileSync(path, 'x')
    chmodSync(path, 0o644)
    const result = await start('', { path })
    expect(result).toMatchObject({ smokes: [], cannot: expect.stringContaining('may not be executed') })
  })

  it('keeps the native start when the emulator is unfit, and both when both say something', async () => {
    const emulators = { x86_64: '/qemu-x86_64' }
    const native = when([join(dir, 'app')], { stdout: 'app 1\n' })
    const unfit = fakeExec(
      native,
      when(['/qemu-x86_64'], { code: 1, stderr: "qemu-x86_64: unable to find CPU model 'x'\n" }),
    )
    const one = await start('', { machine: { ...machine, emulators }, exec: unfit.exec })
    expect(one).toMatchObject({ smokes: [{ where: 'x86_64', ok: true }], cannot: null })
    const illegal = fakeExec(native, when(['/qemu-x86_64', '-cpu', 'qemu64'], { code: null, signal: 'SIGILL' }))
    const two = await start('', { machine: { ...machine, emulators }, exec: illegal.exec })
    expect(two.smokes.map(s => [s.where, s.ok])).toEqual([
      ['x86_64', true],
      ['qemu-x86_64 qemu64', false],
    ])
    expect(smokeFindings(two, 'auto')).toMatchObject([
      { id: 'isa-baseline', message: expect.stringContaining('qemu64') },
    ])
  })

  const program: SmokeRequest['file'] = {
    ...file,
    ...{ linkage: 'dynamic-glibc', interpreter: '/bin/sh', needed: ['libc.so.6'] },
  }

  /** Old systems of which the one start is a script. */
  function floorOf(prepared: (path: string) => Start | { why: string }, setting = '2.31') {
    const floors: Floors = {
      engine: async () => ({ why: 'no engine' }),
      prepare: async (_, { path }) => prepared(path),
    }
    return { setting, promised: '2.17', mirror: null, floors }
  }
  const old = (path: string, script: string): Start => ({
    ...{ where: 'glibc 2.31 (Old)', prefix: ['sh', '-c', script], env: {}, foreign: true },
    floor: { by: 'loader', program: path },
  })

  it('starts it with the C library of an old system too', async () => {
    const floor = floorOf(path => old(path, 'echo "old $0 $1"'))
    const result = await start('echo app 1', { file: program, floor })
    expect(result.smokes.map(s => [s.where, s.ok, s.output])).toEqual([
      ['x86_64', true, 'app 1'],
      ['glibc 2.31 (Old)', true, `old ${join(dir, 'app')} --version`],
    ])
    expect(smokeFindings(result, 'require')).toEqual([])
  })

  it('blames it for what the old loader misses', async () => {
    const floor = floorOf(path =>
      old(path, `echo "$0: libc.so.6: version \\\`GLIBC_2.34' not found (required by $0)" >&2; exit 1`),
    )
    const result = await start('echo app 1', { file: program, floor })
    expect(smokeFindings(result, 'auto')).toMatchObject([
      { id: 'smoke', severity: 'error', evidence: "libc.so.6: version `GLIBC_2.34' not found" },
    ])
  })

  it('says why it was not started on an old system: an error only when it was demanded', async () => {
    const floor = floorOf(() => ({ why: 'no network' }))
    const result = await start('echo app 1', { file: program, floor })
    expect(result.smokes).toMatchObject([{ ok: true }])
    expect(smokeFindings(result, 'auto')).toMatchObject([
      { severity: 'info', message: expect.stringContaining('no network') },
    ])
    expect(smokeFindings(result, 'require')).toMatchObject([{ id: 'smoke', severity: 'error' }])
  })

  it('asks for no old system where nothing depends on one', async () => {
    const floors: Floors = {
      engine: () => Promise.reject(new Error('asked for the engine')),
      prepare: () => Promise.reject(new Error('asked for a system')),
    }
    const floor = { setting: 'auto', promised: null, mirror: null, floors }
    expect((await start('exit 0', { floor })).notAtFloor).toBeNull()
    expect((await start('exit 0', { file: program, floor: { ...floor, setting: 'off' } })).notAtFloor).toBeNull()
  })

  const timeless = { signal: 'SIGTERM', stdout: '', stderr: '', ms: 1 } as const

  it('waits for what does not end once', async () => {
    const { exec, commands } = fakeExec(() => ({ code: null, ...timeless, timedOut: true }))
    const floor = floorOf(path => old(path, ''))
    const emulators = { x86_64: '/qemu-x86_64' }
    const result = await start('', { file: program, floor, exec, machine: { ...machine, emulators } })
    expect(commands).toHaveLength(1)
    expect(smokeFindings(result, 'auto')).toMatchObject([{ id: 'smoke', evidence: 'it did not end in time' }])
  })

  it('ends what a start that took too long has left', async () => {
    const argv: (readonly string[])[] = []
    const exec: Exec = async command => {
      argv.push(command.argv)
      const isLast = command.argv[0] === 'sh'
      return isLast
        ? { code: null, ...timeless, timedOut: true }
        : { code: 0, ...timeless, signal: null, timedOut: false }
    }
    const floor = floorOf(path => ({
      ...old(path, ''),
      floor: { by: 'container', program: '/app', cleanUp: ['end', 'it'] },
    }))
    const result = await start('exit 0', { file: program, floor, exec })
    expect(argv.at(-1)).toEqual(['end', 'it'])
    expect(result.smokes.at(-1)).toMatchObject({ ok: false, output: 'it did not end in time' })
  })

  it('is interrupted like everything else', async () => {
    const abort = new AbortController()
    const running = start('sleep 600', { signal: abort.signal })
    setTimeout(() => abort.abort(), 100)
    await expect(running).rejects.toMatchObject({ code: 'interrupted' })
  })
})
