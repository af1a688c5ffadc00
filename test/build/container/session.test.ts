import { hostname } from 'node:os'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { readLimits } from '../../../src/backends/container/limits.ts'
import { openSession } from '../../../src/build/container/session.ts'
import { BuildError } from '../../../src/errors.ts'
import type { Command } from '../../../src/exec.ts'
import { type FakeOutcome, fakeExec } from '../../support/fake-exec.ts'

vi.mock('node:os', async original => ({ ...(await original<typeof import('node:os')>()), hostname: vi.fn() }))

const docker = { name: 'docker', path: '/usr/bin/docker' } as const
const isUsage = ({ argv }: Command) => argv.at(-1)?.includes('memory.peak') === true
const usage = (kills: number) => `= memory.peak\n1048576\n= memory.events\noom_kill ${kills}\n`

/** A session with an engine that answers by its word; `exec` is a command of the build. */
async function open(
  words: Readonly<Record<string, FakeOutcome | (() => FakeOutcome)>>,
  limits: Record<string, string> = {},
) {
  const { exec, commands } = fakeExec(command => {
    const word = isUsage(command) ? 'usage' : (command.argv[1] ?? '')
    const answer = words[word] ?? {}
    return typeof answer === 'function' ? answer() : answer
  })
  const spec = { image: 'sdk:1', platform: 'linux/amd64', emulatedCpu: null, limits: readLimits(limits, 2) }
  const owner = { uid: 1, gid: 1, engine: 'docker', isRootless: false } as const
  const request = { engine: docker, spec, workDir: '/p/.portable-build/job', mounts: [], owner }
  const session = await openSession(request, { exec, env: { HOME: '/me' }, signal: new AbortController().signal })
  const run = () => session.exec({ argv: ['make'], cwd: '/p', env: {} })
  return { session, run, commands, words: () => commands.filter(c => !isUsage(c)).map(c => c.argv[1]) }
}

const failing = async (running: Promise<unknown>): Promise<BuildError> => {
  const error = await running.catch(e => e)
  if (error instanceof BuildError) return error
  throw new Error(`no error: ${JSON.stringify(error)}`)
}

describe('a session', () => {
  it('runs commands in one container and removes it', async () => {
    const { session, run, words } = await open({ usage: { stdout: usage(0) } })
    expect(await run()).toMatchObject({ code: 0 })
    expect(await session.close()).toBe('at most 1 MiB of 8 GiB')
    expect(words()).toEqual(['run', 'exec', 'rm'])
  })

  it('leaves a failing command to whoever started it', async () => {
    const { run } = await open({ exec: { code: 2, stderr: 'make: *** Error' }, usage: { stdout: usage(0) } })
    expect(await run()).toMatchObject({ code: 2 })
  })

  it('is of one machine and directory: another runner with the same engine and paths has its own', async () => {
    const nameOn = async (machine: string) => {
      vi.mocked(hostname).mockReturnValue(machine)
      const argv = (await open({})).commands[0]?.argv ?? []
      return argv[argv.indexOf('--name') + 1]
    }
    expect(await nameOn('one')).toMatch(/^portable-build-[0-9a-f]{16}$/)
    expect(await nameOn('one')).toBe(await nameOn('one'))
    expect(await nameOn('one')).not.toBe(await nameOn('two'))
  })

  it('waits for what it counts as long as for the container itself: under QEMU a shell is slow', async () => {
    const { run, commands } = await open({ exec: { code: 2 }, usage: { stdout: usage(0) } })
    await run()
    expect(commands.find(isUsage)?.timeoutMs).toBe(commands.find(c => c.argv[1] === 'run')?.timeoutMs)
  })

  it('tells a command that ran out of memory', async () => {
    const { run } = await open({ exec: { code: 2 }, usage: { stdout: usage(1) } }, { memory: '64m' })
    const { code, message } = await failing(run())
    expect([code, message]).toEqual([
      'limit-exceeded',
      'the memory of the container was used up: at most 1 MiB of 64 MiB',
    ])
  })

  it('tells a container that ended: by memory, by another architecture, by a lost engine', async () => {
    const gone = { exec: { code: 137 }, usage: { code: 1 } }
    const memory = await open({ ...gone, inspect: { stdout: 'true false\n' } })
    expect((await failing(memory.run())).code).toBe('limit-exceeded')
    const foreign = await open({ ...gone, logs: { stderr: 'exec /bin/sh: exec format error\n' } })
    expect((await failing(foreign.run())).code).toBe('image-unfit')
    const full = await open({ ...gone, inspect: { stdout: 'false true\n' } }, { pids: '16' })
    expect(await failing(full.run())).toMatchObject({ message: expect.stringContaining('more than 16 processes') })
    const lost = { code: 1, stderr: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.' }
    const engine = await open({ ...gone, inspect: lost, logs: lost })
    expect((await failing(engine.run())).code).toBe('engine-failed')
  })

  it('ends a command when the time of the job is over, and starts no other', async () => {
    const { run } = await open({ exec: { code: null, timedOut: true } }, { time: '1s' })
    vi.spyOn(performance, 'now').mockReturnValue(Number.MAX_SAFE_INTEGER)
    onTestFinished(() => void vi.restoreAllMocks())
    const { code, message } = await failing(run())
    expect([code, message]).toEqual(['limit-exceeded', 'the build took longer than 1 s, and was ended'])
  })

  it('knows a program that the image lacks', async () => {
    const missing = { code: 127, stderr: 'OCI runtime exec failed: exec: "make": executable file not found in $PATH' }
    const { run } = await open({ exec: missing })
    expect(await failing(run())).toMatchObject({ code: 'tool-missing', message: 'make is not in sdk:1' })
  })

  it('takes the place of a container that a killed run left', async () => {
    let starts = 0
    const conflict = { code: 125, stderr: 'Conflict. The container name "/n" is already in use by container "1".' }
    const { words } = await open({ run: () => (starts++ === 0 ? conflict : {}) })
    expect(words()).toEqual(['run', 'rm', 'run'])
  })

  it('leaves nothing where the container does not start', async () => {
    const shell = { code: 127, stderr: 'exec: "/bin/sh": stat /bin/sh: no such file or directory' }
    expect(await failing(open({ run: shell }))).toMatchObject({ code: 'image-unfit' })
  })
})
