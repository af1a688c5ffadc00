import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Job } from '../../../src/plan.ts'
import { writeElf } from '../../support/elf-writer.ts'
import { makeJob, shStep } from '../../support/jobs.ts'

const driver = fileURLToPath(new URL('../../support/job-driver.ts', import.meta.url))
const target = 'x86_64-linux-musl'
let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "pb disk it's ü "))
  for (const name of ['small', 'src', 'work']) mkdirSync(join(dir, name))
  writeFileSync(join(dir, 'src/app'), writeElf({ data: Buffer.alloc(2_000_000, 'x') }).bytes, { mode: 0o755 })
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** Runs a job where `small` is a file system of this kind; then lists what is on it. */
function runOn(mount: string, job: Job, output: string): { code: number | null; said: string; left: string[] } {
  const script = `${mount}
    "$1" "$2" "$3" "$4" 1>&2
    code=$?
    find small -type f
    exit $code`
  const argv = ['--mount', 'sh', '-c', script, 'sh', process.execPath, driver, JSON.stringify(job), output]
  const run = spawnSync('unshare', argv, { cwd: dir, encoding: 'utf8' })
  return { code: run.status, said: run.stderr, left: run.stdout.split('\n').filter(line => line !== '') }
}

const tiny = 'mount -t tmpfs -o size=1m none small; mkdir -p small/out; echo mine > small/out/notes'

/** Copies the sources and takes the executable from the copy. */
const copying = (to: string): Job =>
  makeJob({
    workDir: join(dir, 'work'),
    targets: [target],
    steps: [shStep('build', to, 'true', [target], { copySources: { from: join(dir, 'src'), to } })],
    collect: [{ from: 'file', target, name: 'app', path: join(to, 'app') }],
  })

describe('a full disk', () => {
  it('under the output directory: nothing half-written stays, the files of others do, exit 3', () => {
    const { code, said, left } = runOn(tiny, copying(join(dir, 'work/copy')), join(dir, 'small/out'))
    expect(said).toContain('disk-full: there is no room to write')
    expect(code).toBe(3)
    expect(left).toEqual(['small/out/notes'])
  })

  it('under the copy of the sources: the step says so, no artifact', () => {
    const { code, said, left } = runOn(tiny, copying(join(dir, 'small/copy')), join(dir, 'out'))
    expect(said).toContain('there is no room to write')
    expect(code).toBe(1)
    expect(left).not.toContain('small/out/app')
  })

  it('under the compiler: its words are recognized', () => {
    const steps = [shStep('compile', join(dir, 'small'), 'yes | dd of=big bs=64k', [target])]
    const job = makeJob({ workDir: join(dir, 'work'), targets: [target], steps })
    const { code, said } = runOn(tiny, job, join(dir, 'out'))
    expect(said).toContain('compile failed for x86_64-linux-musl: no space left on the device')
    expect(code).toBe(1)
  })
})

describe('a read-only place', () => {
  const readOnly = `mkdir -p small/out; echo mine > small/out/notes; mount --bind small small; mount -o remount,ro,bind small`

  it('for the output: cannot-write, exit 3', () => {
    const { code, said, left } = runOn(readOnly, copying(join(dir, 'work/copy')), join(dir, 'small/out'))
    expect(said).toMatch(/cannot-write: .*small\/out.* cannot be written \(EROFS\)/)
    expect(code).toBe(3)
    expect(left).toEqual(['small/out/notes'])
  })

  it('for the project: cannot-write, exit 3', () => {
    const job = { ...copying(join(dir, 'work/copy')), workDir: join(dir, 'small/.portable-build') }
    const { code, said } = runOn(readOnly, job, join(dir, 'out'))
    expect(said).toMatch(/cannot-write: .*\.portable-build cannot be written \(EROFS\)/)
    expect(code).toBe(3)
  })
})
