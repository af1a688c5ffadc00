import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { spawnCommand } from '../../src/exec/spawn.ts'
import type { Command } from '../../src/exec.ts'
import { runs } from '../support/processes.ts'

const dir = mkdtempSync(join(tmpdir(), 'pb spawn ü '))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const env = { PATH: process.env.PATH ?? '/usr/bin:/bin' }
const sh = (script: string, more: Partial<Command> = {}) =>
  spawnCommand({ argv: ['sh', '-c', script], cwd: dir, env, ...more })

describe('spawnCommand', () => {
  it('gives exit status and both streams, and each line as it comes', async () => {
    const lines: string[] = []
    const outcome = await sh('echo one; printf "zwei ü"; echo oops >&2; exit 3', {
      onLine: (line, stream) => lines.push(`${stream} ${line}`),
    })
    expect(outcome).toMatchObject({ code: 3, signal: null, stdout: 'one\nzwei ü', stderr: 'oops\n', timedOut: false })
    expect(lines.sort()).toEqual(['stderr oops', 'stdout one', 'stdout zwei ü'])
  })

  it('passes arguments as they are, never through a shell', async () => {
    const odd = ['a b', "it's", '$HOME', '`id`', 'x\ny', 'ü*']
    const outcome = await spawnCommand({ argv: ['printf', '%s|', ...odd], cwd: dir, env })
    expect(outcome.stdout).toBe(odd.map(o => `${o}|`).join(''))
  })

  it('inherits nothing of our environment', async () => {
    process.env.PB_TEST_SECRET = 'hunter2'
    const outcome = await spawnCommand({ argv: ['/usr/bin/env'], cwd: dir, env: { A: '1' } })
    delete process.env.PB_TEST_SECRET
    expect(outcome.stdout).toBe('A=1\n')
  })

  it('has no standard input unless given one', async () => {
    expect((await sh('cat; echo end')).stdout).toBe('end\n')
    expect((await sh('cat', { stdin: 'hello' })).stdout).toBe('hello')
    expect((await sh('exit 0', { stdin: 'x'.repeat(1_000_000) })).code).toBe(0)
  })

  it('keeps no more than asked for and says so', async () => {
    const outcome = await sh('yes | head -c 100000', { maxBytes: 10 })
    expect(outcome).toMatchObject({ code: 0, stdout: 'y\ny\ny\ny\ny\n', truncated: true })
    expect(await sh('echo y')).not.toHaveProperty('truncated')
  })

  it('tells a signal from an exit status', async () => {
    expect(await sh('kill -ILL $$')).toMatchObject({ code: null, signal: 'SIGILL' })
  })

  it('names a program that is not there, and one that may not be executed', async () => {
    const file = join(dir, 'plain')
    writeFileSync(file, 'text')
    chmodSync(file, 0o644)
    await expect(spawnCommand({ argv: ['no-such-tool'], cwd: dir, env })).rejects.toMatchObject({
      code: 'tool-missing',
      message: expect.stringContaining('no-such-tool is not installed'),
    })
    await expect(spawnCommand({ argv: [file], cwd: dir, env })).rejects.toMatchObject({
      code: 'tool-missing',
      message: expect.stringContaining('may not be executed'),
    })
    await expect(spawnCommand({ argv: ['a\0b'], cwd: dir, env })).rejects.toMatchObject({ code: 'tool-missing' })
  })

  it('names a working directory that is not there, not the program', async () => {
    await expect(spawnCommand({ argv: ['sh'], cwd: join(dir, 'gone'), env })).rejects.toMatchObject({
      code: 'unreadable-project',
      message: expect.stringContaining('gone is not a directory'),
    })
  })

  it('ends the whole group on timeout', async () => {
    const pids = join(dir, 'timeout pids')
    const outcome = await sh(`sleep 600 & echo $! > '${pids}'; echo started; sleep 600`, { timeoutMs: 1500 })
    expect(outcome).toMatchObject({ timedOut: true, signal: 'SIGTERM', stdout: 'started\n' })
    expect(runs(Number(readFileSync(pids, 'utf8')))).toBe(false)
  })

  it('ends the whole group on abort, a stopped one too, and says interrupted', async () => {
    const pids = join(dir, 'abort pids')
    const abort = new AbortController()
    const script = `sleep 600 & echo $! $$ > '${pids}'; kill -STOP $!; (sleep 600; true) & echo ready; wait`
    const run = sh(script, { signal: abort.signal, onLine: () => abort.abort() })
    await expect(run).rejects.toMatchObject({ code: 'interrupted', exitCode: 130 })
    const all = readFileSync(pids, 'utf8').split(/\s+/).filter(Boolean).map(Number)
    expect(all).toHaveLength(2)
    expect(all.filter(runs)).toEqual([])
  })

  it('does not even start when already aborted', async () => {
    const signal = AbortSignal.abort()
    await expect(sh(`touch '${dir}/started'`, { signal })).rejects.toMatchObject({ code: 'interrupted' })
    expect(() => readFileSync(join(dir, 'started'))).toThrow()
  })

  it('is not held by a process that the command left behind with its pipes open', async () => {
    const outcome = await sh('(trap "" HUP; sleep 5) & echo $!')
    expect(outcome.code).toBe(0)
    const left = Number(outcome.stdout)
    expect(runs(left)).toBe(true)
    process.kill(left)
  })

  it('ends the command when the receiver of its lines fails', async () => {
    const run = sh('echo line; sleep 600', {
      onLine: () => {
        throw new Error('receiver')
      },
    })
    await expect(run).rejects.toThrow('receiver')
  })
})
