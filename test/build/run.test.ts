import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runJob } from '../../src/build/run.ts'
import type { Step } from '../../src/plan.ts'
import { fakeExec, when } from '../support/fake-exec.ts'
import { makeJob, memoryLog, realContext, shStep } from '../support/jobs.ts'

const amd = 'x86_64-linux-musl'
const arm = 'aarch64-linux-musl'
let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "pb run it's a\nü "))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** Runs steps for both targets with real processes. */
function run(steps: readonly Step[], log = memoryLog().log) {
  return runJob(makeJob({ workDir: dir, steps }), realContext(log))
}

describe('runJob', () => {
  it('runs every step and reports each with its time', async () => {
    const result = await run([shStep('1', dir, 'echo a > one'), shStep('2', dir, 'cat one > two', [amd])])
    expect(readFileSync(join(dir, 'two'), 'utf8')).toBe('a\n')
    expect(result.failures).toEqual([])
    expect(result.failed).toEqual([])
    expect(result.steps.map(s => [s.id, s.job, s.ok])).toEqual([
      ['1', 'app-zig', true],
      ['2', 'app-zig', true],
    ])
    expect(result.steps.every(s => Number.isInteger(s.ms) && s.ms >= 0 && s.startMs >= 0)).toBe(true)
  })

  it('keeps the other target when one has a compile error, and says how to run it by hand', async () => {
    const broken = `printf '\\033[31mmain.c:3: error: no\\033[0m\\n' >&2; touch ran; exit 4`
    const { log, said } = memoryLog()
    const result = await run(
      [
        shStep('amd', dir, broken, [amd], { env: { CC: "zig cc's" } }),
        shStep('amd-2', dir, 'touch amd-2', [amd]),
        shStep('arm', dir, 'touch arm', [arm]),
        shStep('both', dir, 'touch both', [amd, arm]),
      ],
      log,
    )
    expect(result.failed).toEqual([amd])
    expect(existsSync(join(dir, 'amd-2'))).toBe(false)
    expect(existsSync(join(dir, 'arm')) && existsSync(join(dir, 'both'))).toBe(true)
    expect(result.failures).toMatchObject([
      { code: 'step-failed', job: 'app-zig', targets: [amd], step: 'amd', lines: ['main.c:3: error: no'] },
    ])
    expect(result.failures[0]?.diagnostics).toMatchObject([
      { file: join(dir, 'main.c').slice(1), line: 3, message: 'no' },
    ])
    expect(result.failures[0]?.message).toContain('exit status 4')
    expect(said).toContain(`fail ${amd}: ${result.failures[0]?.message}`)
    expect(said).toContain(`done ${arm}: built`)

    rmSync(join(dir, 'ran'))
    expect(() => execFileSync('sh', ['-c', result.failures[0]?.command ?? ''], { stdio: 'ignore' })).toThrow()
    expect(existsSync(join(dir, 'ran'))).toBe(true)
  })

  it('keeps the last 40 lines of a failed tool', async () => {
    const result = await run([shStep('1', dir, 'seq 100; exit 1')])
    expect(result.failed).toEqual([amd, arm])
    expect(result.failures[0]?.lines).toEqual(Array.from({ length: 40 }, (_, i) => String(i + 61)))
  })

  it('tries each target alone when one call for all of them failed', async () => {
    const message = (name: string) => `{"reason":"compiler-artifact","executable":"${name}"}`
    const json = { stdout: 'cargo-json' as const }
    const result = await run([
      shStep('all', dir, `echo '${message('a')}'; echo no >&2; exit 101`, [amd, arm], {
        ...json,
        fallback: [
          shStep('all-amd', dir, `echo '${message('b')}'`, [amd], json),
          shStep('all-arm', dir, 'echo "error: arm has no such thing" >&2; exit 101', [arm], json),
        ],
      }),
      shStep('after', dir, 'touch after', [amd]),
    ])
    expect(result.failed).toEqual([arm])
    expect(result.failures).toMatchObject([
      { step: 'all-arm', targets: [arm], lines: ['error: arm has no such thing'] },
    ])
    expect(result.messages['all']?.filter(line => line !== '')).toEqual([message('a'), message('b')])
    expect(existsSync(join(dir, 'after'))).toBe(true)
    expect(result.steps.map(s => [s.id, s.ok])).toEqual([
      ['all', false],
      ['all-amd', true],
      ['all-arm', false],
      ['after', true],
    ])
  })

  it('does not lose a target that no fallback is for', async () => {
    const fallback = [shStep('amd', dir, 'true', [amd])]
    const result = await run([shStep('all', dir, 'exit 1', [amd, arm], { fallback })])
    expect(result.failures).toMatchObject([{ step: 'all', targets: [arm] }])
  })

  it('only warns of a step that is optional', async () => {
    const { log, said } = memoryLog()
    const result = await run([shStep('1', dir, 'exit 1', [], { optional: true }), shStep('2', dir, 'touch two')], log)
    expect(result.failed).toEqual([])
    expect(existsSync(join(dir, 'two'))).toBe(true)
    expect(said.some(line => line.startsWith('warn: 1 failed'))).toBe(true)
  })

  it('names a tool that is not installed, and tries no fallback for it', async () => {
    const step = { ...shStep('1', dir, ''), argv: ['no-such-compiler'], fallback: [shStep('2', dir, 'touch two')] }
    const result = await run([step])
    expect(result.failures).toMatchObject([{ code: 'tool-missing', targets: [amd, arm] }])
    expect(existsSync(join(dir, 'two'))).toBe(false)
  })

  it('calls a full disk a full disk, whoever met it', async () => {
    const text = 'error: failed to write: No space left on device (os error 28)'
    const said = await run([shStep('1', dir, `echo '${text}' >&2; exit 101`)])
    expect(said.failures).toMatchObject([{ code: 'disk-full', lines: [text] }])
  })

  it('says so when something killed the tool', async () => {
    const result = await run([shStep('1', dir, 'kill -9 $$')])
    expect(result.failures[0]?.hint).toContain('memory')
  })

  it('makes directories and files before the first command, files only where they differ', async () => {
    const wrapper = join(dir, 'deep/er/cc')
    const job = makeJob({
      workDir: join(dir, 'work'),
      path: [join(dir, 'deep/er')],
      files: [{ path: wrapper, content: '#!/bin/sh\necho wrapped "$1"\n', executable: true }],
      steps: [shStep('1', join(dir, 'new'), 'cc it > out', [], { mkdir: [join(dir, 'new')] })],
    })
    const { log } = memoryLog()
    expect((await runJob(job, realContext(log))).failures).toEqual([])
    expect(readFileSync(join(dir, 'new/out'), 'utf8')).toBe('wrapped it\n')
    const past = new Date('2001-01-01')
    utimesSync(wrapper, past, past)
    await runJob(job, realContext(log))
    expect(statSync(wrapper).mtime).toEqual(past)
    chmodSync(wrapper, 0o600)
    await runJob(job, realContext(log))
    expect(statSync(wrapper).mode & 0o777).toBe(0o755)
  })

  it('gives a build a home of its own where there is none', async () => {
    const job = makeJob({ workDir: join(dir, 'work'), steps: [shStep('1', dir, 'cd && pwd > "$OLDPWD/said"')] })
    const context = { ...realContext(memoryLog().log), env: { PATH: process.env['PATH'] } }
    expect((await runJob(job, context)).failures).toEqual([])
    expect(readFileSync(join(dir, 'said'), 'utf8')).toBe(`${dir}/home\n`)
  })

  it('shows no secret to a build, and no escape code of its output to the terminal', async () => {
    const { log, said } = memoryLog()
    const fake = fakeExec(when(['make'], { stdout: '\x1b[31mred\x07\n' }))
    const step = { ...shStep('1', dir, '', [], { env: { CC: 'cc' } }), argv: ['make'] }
    const context = { ...realContext(log), exec: fake.exec, env: { PATH: '/bin', GITHUB_TOKEN: 's', HOME: '/h' } }
    await runJob(makeJob({ workDir: dir, steps: [step] }), context)
    expect(fake.commands[0]?.env).toEqual({ PATH: '/bin', HOME: '/h', CC: 'cc', LC_ALL: 'C', TZ: 'UTC' })
    expect(said).toContain('detail: red\\x07')
    expect(said).toContain(`update ${amd}: 1: red\\x07`)
  })

  it('stops at once when interrupted, and starts no further step', async () => {
    const abort = new AbortController()
    const { log, said } = memoryLog()
    const steps = [shStep('1', dir, 'echo go; sleep 600'), shStep('2', dir, 'touch two')]
    const watching = { ...log, output: () => ({ line: () => abort.abort(), end() {} }) }
    const running = runJob(makeJob({ workDir: dir, steps }), realContext(watching, abort.signal))
    await expect(running).rejects.toMatchObject({ code: 'interrupted' })
    expect(existsSync(join(dir, 'two'))).toBe(false)
    expect(said.filter(line => line.startsWith('fail'))).toEqual([
      `fail ${amd}: interrupted`,
      `fail ${arm}: interrupted`,
    ])
  })
})
