import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BuildError } from '../../../src/errors.ts'
import type { Command, Exec, Outcome } from '../../../src/exec.ts'
import { entryPath } from '../../../src/hosts/github/cache-entry.ts'
import { saveEntry } from '../../../src/hosts/github/cache-save.ts'

const program = ['node', '/dist/main/index.js']
const ended: Outcome = { code: 0, signal: null, stdout: '', stderr: '', ms: 0, timedOut: false }

/** A file to save, and a machine whose temporary directory is `temp`. */
function place(tempName = 'temp') {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'pb-save-')))
  const [path, temp] = [join(dir, 'packed'), join(dir, tempName)]
  writeFileSync(path, 'content')
  mkdirSync(temp)
  return { dir, path, temp }
}

/** Saves through a client that is played. */
async function played(client: (command: Command) => Promise<Outcome>, env = {}, at = place()) {
  const stop = new AbortController()
  const limits = { callMs: 40, stallMs: 80, slowest: 1e6 }
  const exec: Exec = command => client(command)
  const job = { key: 'k', path: at.path, env: { RUNNER_TEMP: at.temp, ...env }, limits, exec, program }
  return { at, stop, result: saveEntry({ ...job, signal: stop.signal }) }
}

/** Says lines, then nothing until it is ended. */
const silentAfter =
  (...lines: string[]) =>
  (command: Command) =>
    new Promise<Outcome>((_, reject) => {
      for (const line of lines) command.onLine?.(line, 'stdout')
      command.signal?.addEventListener('abort', () => reject(new BuildError('interrupted', 'ended')))
    })

describe('the process that saves', () => {
  it('sees one file in a directory of its own, and nothing of the environment that is not for it', async () => {
    let seen: Command | undefined
    let files: string[] = []
    const client = async (command: Command) => {
      seen = command
      files = readdirSync(command.cwd).map(name => `${name}: ${readFileSync(join(command.cwd, name), 'utf8')}`)
      return ended
    }
    const env = { PATH: '/bin', ACTIONS_RUNTIME_TOKEN: 't', https_proxy: 'http://p', MY_SECRET: 's', RUNNER_DEBUG: '1' }
    const { at, result } = await played(client, { ...env, GITHUB_WORKSPACE: '/work space', ACTIONS_ID_TOKEN: 'x' })
    expect(await result).toEqual({ kind: 'saved' })
    expect(files).toEqual([`${entryPath}: content`])
    expect(seen?.argv).toEqual([...program, 'save-cache', 'k'])
    const own = { GITHUB_WORKSPACE: seen?.cwd, RUNNER_TEMP: seen?.cwd }
    expect(seen?.env).toEqual({ PATH: '/bin', ACTIONS_RUNTIME_TOKEN: 't', https_proxy: 'http://p', ...own })
    expect(seen?.cwd.startsWith(`${at.temp}/`)).toBe(true)
    expect(readdirSync(at.temp)).toEqual([])
  })

  it('works in a directory whose name the client can bear', async () => {
    const seen: string[] = []
    const client = async ({ cwd }: Command) => {
      seen.push(cwd)
      return ended
    }
    const odd = place('a temp')
    await (await played(client, {}, odd)).result
    const linked = place()
    symlinkSync(linked.temp, join(linked.dir, 'link'))
    await (await played(client, { RUNNER_TEMP: join(linked.dir, 'link') }, linked)).result
    expect(seen[0]).not.toMatch(/\s/)
    expect(seen[1]?.startsWith(`${linked.temp}/`)).toBe(true)
  })

  it.each([
    ['does not answer', ['::debug::Reserving Cache'], /did not answer in 0.04 s/],
    [
      'sends nothing more',
      ['::debug::Reserving Cache', 'Sent 1 of 2 (50.0%)', 'Sent 1 of 2 (50.0%)'],
      /nothing was sent/,
    ],
    ['does not get through', ['::debug::Saving Cache (ID: 1)'], /slower than 1 MB/],
    ['packs for ever', [], /slower than/],
  ])('is ended when the service or it %s', async (_, lines, why) => {
    const { at, result } = await played(silentAfter(...lines))
    expect(await result).toMatchObject({ kind: 'trouble', why })
    expect(readdirSync(at.temp)).toEqual([])
  })

  it('is ended with the run', async () => {
    const { at, stop, result } = await played(silentAfter())
    setTimeout(() => stop.abort(), 10)
    await expect(result).rejects.toMatchObject({ code: 'interrupted' })
    expect(readdirSync(at.temp)).toEqual([])
  })

  it('that cannot start, and a file that is not there, are no errors of the build', async () => {
    const missing = async () => Promise.reject(new BuildError('tool-missing', 'node is not installed'))
    expect(await (await played(missing)).result).toEqual({ kind: 'trouble', why: 'node is not installed' })
    const at = { ...place(), path: '/nowhere/file' }
    expect(await (await played(async () => ended, {}, at)).result).toEqual({ kind: 'trouble', why: 'ENOENT' })
  })
})
