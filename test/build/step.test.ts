import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runStep } from '../../src/build/step.ts'
import { spawnCommand } from '../../src/exec/spawn.ts'
import type { Step } from '../../src/plan.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-step-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

async function run(script: string, more: Partial<Step> = {}) {
  const lines: string[] = []
  const step: Step = { id: '1', title: 't', targets: [], argv: ['sh', '-c', script], cwd: dir, env: {}, ...more }
  const { signal } = new AbortController()
  const context = { exec: spawnCommand, signal, env: { PATH: process.env['PATH'] ?? '' } }
  const end = await runStep(step, { ...context, onLine: line => void lines.push(line) })
  return { ...end, said: lines }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a step that makes something', () => {
  it('is not done where that is', async () => {
    const made = join(dir, 'made')
    expect((await run('touch made', { unless: made })).ok).toBe(true)
    expect(existsSync(made)).toBe(true)
    expect((await run('exit 1', { unless: made })).ok).toBe(true)
  })

  it('begins without what an earlier run left', async () => {
    const out = join(dir, 'out')
    mkdirSync(out)
    writeFileSync(join(out, 'old'), '')
    expect((await run('test ! -e out/old', { fresh: [out], mkdir: [out] })).ok).toBe(true)
  })
})

describe('files from outside', () => {
  const file = (from: readonly string[]) => ({ path: join(dir, 'got/x.tar'), sha256: digest('x'), bytes: 1, from })

  it('come from the first place that has them, and once', async () => {
    writeFileSync(join(dir, 'there'), 'x')
    const fetch = [file([join(dir, 'gone'), join(dir, 'there')])]
    expect((await run('test -e got/x.tar', { fetch })).ok).toBe(true)
    rmSync(join(dir, 'there'))
    expect((await run('true', { fetch })).ok).toBe(true)
  })

  it('are refused when they are others, and nothing of them stays', async () => {
    writeFileSync(join(dir, 'there'), 'y')
    const { ended } = await run('true', { fetch: [file([join(dir, 'there')])] })
    expect(ended).toMatchObject({ code: 'digest-mismatch' })
    expect(existsSync(join(dir, 'got/x.tar'))).toBe(false)
  })

  it('that nobody has are named with every place', async () => {
    const { ended } = await run('true', { fetch: [file([join(dir, 'a'), join(dir, 'b')])] })
    expect(ended).toMatchObject({
      code: 'download-failed',
      lines: [`${join(dir, 'a')}: is not there`, `${join(dir, 'b')}: is not there`],
    })
  })
})

describe('memory that runs out', () => {
  // 4 and 2 jobs are too many here
  const script =
    'echo "$1" >>jobs; case $1 in --jobs=1) exit 0 ;; *) echo "cc1: fatal error: Killed signal" ; exit 1 ;; esac'

  it('halves the jobs, and says so', async () => {
    const argv = ['sh', '-c', script, 'sh', '--jobs=4']
    const { ok, said } = await run('', { argv, halve: '--jobs=' })
    expect(ok).toBe(true)
    expect(readFileSync(join(dir, 'jobs'), 'utf8')).toBe('--jobs=4\n--jobs=2\n--jobs=1\n')
    expect(said).toContain('memory ran out: it runs again with 1 job at a time')
  })

  it('ends a step whose jobs cannot be fewer', async () => {
    const argv = ['sh', '-c', 'echo x >>jobs; echo Killed; exit 1', 'sh', '--jobs=1']
    expect((await run('', { argv, halve: '--jobs=' })).ok).toBe(false)
    expect(readFileSync(join(dir, 'jobs'), 'utf8')).toBe('x\n')
  })

  it('is not what every failure means', async () => {
    const argv = ['sh', '-c', 'echo x >>jobs; exit 1', 'sh', '--jobs=4']
    expect((await run('', { argv, halve: '--jobs=' })).ok).toBe(false)
    expect(readFileSync(join(dir, 'jobs'), 'utf8')).toBe('x\n')
  })
})
