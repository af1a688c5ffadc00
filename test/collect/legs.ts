import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { writeReports } from '../../src/build/reports.ts'
import { collectRun } from '../../src/collect/run.ts'
import type { Host } from '../../src/host.ts'
import { usualFiles } from '../../src/report/files.ts'
import type { Report } from '../../src/report/schema.ts'
import { levelLog } from '../support/level-log.ts'
import { plan } from '../support/plan.ts'
import { fileReport, report } from '../support/report.ts'

/** Targets of the two legs. */
export const [amd64, arm64] = ['x86_64-linux-musl', 'aarch64-linux-musl'] as const
/** SHA-256, hex. */
export const sha = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')

/** Where the legs lie (`legs/`) and what is collected goes (`out`), fresh for each test. */
export let dir = ''
export let out = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-collect-'))
  out = join(dir, 'out')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const [job] = plan.jobs
/** Id of the job of a target. */
export const jobOf = (target: string) => `hello-${target}`
/** The plan of a run with a job for each of the targets. */
export const whole = {
  ...plan,
  projects: plan.projects.map(p => ({
    ...p,
    outputDir: '/elsewhere',
    targets: p.targets.map(t => ({ ...t, job: jobOf(t.name) })),
  })),
  jobs: [amd64, arm64].map(target => ({ ...job, id: jobOf(target), targets: [target] })),
}
/** The matrix of that plan, as a workflow hands it over. */
export const matrix = JSON.stringify({ include: [amd64, arm64].map(t => ({ name: jobOf(t), only: jobOf(t) })) })

/** What the leg of a target reports. */
export function legReport(target: string, change: Partial<Report> = {}): Report {
  const path = `dist/${target}/hello`
  const content = `archive of ${target}`
  return report({
    plan: whole,
    jobs: [jobOf(target)],
    files: [fileReport({ path, target, sha256: sha(target), size: target.length })],
    artifacts: [
      {
        ...{
          name: `hello-${target}`,
          path: `dist/hello-${target}.tar.gz`,
          target,
          sha256: sha(content),
          size: content.length,
        },
        ...{ files: [path], verified: true },
      },
    ],
    steps: [{ id: `${jobOf(target)}/1-build`, title: 'build', job: jobOf(target), startMs: 1, ms: 2, ok: true }],
    cache: [{ id: 'zig', key: 'k', hit: 'miss', bytes: 0, ms: 1, why: '' }],
    failures: [],
    notices: ['said once'],
    verified: true,
    ...change,
  })
}

/** Handed over without an archive. */
export const bare = (target: string) => legReport(target).artifacts.map(a => ({ ...a, path: `dist/${target}/hello` }))

/** A tar of these files, as a CI service carries an executable. */
export function tarOf(target: string, files: Readonly<Record<string, string>>): void {
  const made = mkdtempSync(join(dir, 'tar-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(made, name), content)
  mkdirSync(join(dir, 'legs', target), { recursive: true })
  const code = 'import os,sys,tarfile\nt=tarfile.open(sys.argv[1],"w")\nfor n in sys.argv[2:]: t.add(n)\nt.close()'
  const to = join(dir, 'legs', target, `hello-${target}.tar`)
  execFileSync('python3', ['-c', code, to, ...Object.keys(files)], { cwd: made })
}

/** Writes a file of a leg. */
export const put = (path: string, content: string) => {
  mkdirSync(dirname(join(dir, path)), { recursive: true })
  writeFileSync(join(dir, path), content)
}
/** The archive of a target. @param leg where it lies */
const archive = (target: string, leg = target) => put(`legs/${leg}/hello-${target}.tar.gz`, `archive of ${target}`)
/** The report of a leg. */
export const say = (target: string, change: Partial<Report> = {}, leg = target) =>
  put(`legs/${leg}/report.json`, JSON.stringify(legReport(target, change)))

/** Both legs, whole and verified. */
export function bothLegs(): void {
  for (const target of [amd64, arm64]) {
    say(target)
    archive(target)
  }
}

/** What the last call has said. */
export let log = levelLog()
/** What `collect` makes of the legs. @param given the matrix; null: unknown */
export async function collect(given: string | null = matrix, outputDir = out): Promise<Report> {
  log = levelLog()
  const host = { log, signal: new AbortController().signal, publish: writeReports } as unknown as Host
  return collectRun(host, { dir: join(dir, 'legs'), outputDir, matrix: given })
}

/** The one thing that is wrong; nothing but the report was written. */
export async function wrong(given: string | null = matrix): Promise<string[]> {
  const merged = await collect(given)
  expect(merged.verified).toBe(false)
  expect(merged.artifacts).toEqual([])
  expect(readdirSync(out).sort()).toEqual(['.portable-build.json', ...usualFiles].sort())
  return merged.failures.map(f => `${f.code}: ${f.message}`)
}
