import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeArtifacts } from '../../src/build/output.ts'
import type { Collect, Job, Step } from '../../src/plan.ts'
import { writeElf } from '../support/elf-writer.ts'
import { makeJob, shStep } from '../support/jobs.ts'
import { appears, runs } from '../support/processes.ts'

const driver = fileURLToPath(new URL('../support/job-driver.ts', import.meta.url))
const amd = 'x86_64-linux-musl'
const arm = 'aarch64-linux-musl'
let dir = ''
let work = ''
let out = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "pb interrupt it's a\nü "))
  work = join(dir, '.portable-build/job')
  out = join(dir, 'dist')
  mkdirSync(work, { recursive: true })
  writeFileSync(join(dir, 'app'), writeElf().bytes, { mode: 0o755 })
})
const children: ChildProcess[] = []
afterEach(async () => {
  // A test that failed half-way must not leave its run behind.
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit')
  }
  rmSync(dir, { recursive: true, force: true })
})

const app = (target: string): Collect => ({ from: 'file', target, name: 'app', path: join(work, target) })

function jobOf(steps: readonly Step[]): Job {
  return makeJob({ workDir: work, steps, collect: [app(amd), app(arm)] })
}

interface Run {
  readonly child: ChildProcess
  /** All that it has said so far. */
  said(): string
  readonly ended: Promise<{ readonly code: number | null }>
}

/** Starts a run in a process of its own. */
function startRun(steps: readonly Step[]): Run {
  const child = spawn(process.execPath, [driver, JSON.stringify(jobOf(steps)), out], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  children.push(child)
  let said = ''
  child.stderr?.on('data', chunk => {
    said += chunk
  })
  return { child, said: () => said, ended: once(child, 'close').then(([code]) => ({ code })) }
}

/** As make or cargo do it: children of children, which write a file for as long as they live. */
const compiler = `(while :; do echo part >> half-written; sleep 0.02; done) & echo $! > pid-1
sh -c 'sleep 600 & echo $! > pid-2; wait' & wait`
const copies = `cp "$1" "$2"`

describe('a run that is interrupted in the middle of a step', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s: every process ends, nothing is placed, exit 130', async signal => {
    await placeArtifacts(out, [{ target: amd, name: 'app', path: join(dir, 'app') }])
    const before = readFileSync(join(out, '.portable-build.json'), 'utf8')
    const build: Step = { ...shStep('copy', work, '', [amd]), argv: ['sh', '-c', copies, 'sh', join(dir, 'app'), amd] }
    const run = startRun([build, shStep('compile', work, compiler, [arm]), shStep('after', work, 'touch after')])
    const pids = [await appears(join(work, 'pid-1')), await appears(join(work, 'pid-2'))].map(Number)
    await appears(join(work, 'half-written'))
    expect(pids.every(runs)).toBe(true)
    run.child.kill(signal)
    expect((await run.ended).code).toBe(130)
    expect(run.said()).toContain('interrupted: interrupted while sh ran')
    expect(pids.filter(runs)).toEqual([])
    const size = readFileSync(join(work, 'half-written')).length
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(readFileSync(join(work, 'half-written')).length).toBe(size)
    expect(existsSync(join(work, 'after'))).toBe(false)
    expect(existsSync(join(work, 'lock'))).toBe(false)
    expect(readFileSync(join(out, '.portable-build.json'), 'utf8')).toBe(before)
    expect(readdirSync(out).sort()).toEqual(['.portable-build.json', amd])
  })

  it('leaves no process behind even when it has no patience for those that ignore the signal', async () => {
    const { child, ended } = startRun([shStep('compile', work, `trap "" TERM; ${compiler}; wait`, [arm])])
    const pid = Number(await appears(join(work, 'pid-1')))
    child.kill('SIGINT')
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(runs(pid)).toBe(true)
    child.kill('SIGTERM')
    expect((await ended).code).toBe(130)
    await expect.poll(() => runs(pid), { timeout: 10_000 }).toBe(false)
  })
})

describe('two runs in one directory', () => {
  it('come one after the other, and the second says whom it waits for', async () => {
    const script = `echo start >> log; until [ -e go ]; do sleep 0.02; done; echo end >> log; cp ../../app ${amd}; cp ../../app ${arm}`
    const first = startRun([shStep('one', work, script)])
    await appears(join(work, 'log'))
    const second = startRun([shStep('one', work, script)])
    await expect.poll(() => second.said(), { timeout: 10_000 }).toContain(`process ${first.child.pid}`)
    writeFileSync(join(work, 'go'), '')
    const ends = await Promise.all([first.ended, second.ended])
    expect(ends.map(e => e.code)).toEqual([0, 0])
    expect(readFileSync(join(work, 'log'), 'utf8')).toBe('start\nend\nstart\nend\n')
    expect(readdirSync(out).sort()).toEqual(['.portable-build.json', arm, amd].sort())
  })
})

describe('a compile error in one target of two', () => {
  it('keeps the other artifact in the output directory, exit 1', async () => {
    const fine: Step = { ...shStep('amd', work, '', [amd]), argv: ['sh', '-c', copies, 'sh', join(dir, 'app'), amd] }
    const { code } = await startRun([shStep('arm', work, 'echo "main.c:1: error" >&2; exit 1', [arm]), fine]).ended
    expect(code).toBe(1)
    expect(readdirSync(out).sort()).toEqual(['.portable-build.json', amd])
    expect(readdirSync(join(out, amd))).toEqual(['app'])
  })
})
