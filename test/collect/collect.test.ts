import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeReports } from '../../src/build/reports.ts'
import { indexSchema } from '../../src/collect/index-file.ts'
import { collectRun } from '../../src/collect/run.ts'
import type { Host } from '../../src/host.ts'
import { usualFiles } from '../../src/report/files.ts'
import { type Report, reportSchema } from '../../src/report/schema.ts'
import { levelLog } from '../support/level-log.ts'
import { plan } from '../support/plan.ts'
import { fileReport, report } from '../support/report.ts'

const [amd64, arm64] = ['x86_64-linux-musl', 'aarch64-linux-musl'] as const
const sha = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')

let dir = ''
let out = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-collect-'))
  out = join(dir, 'out')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** The plan of a run with a job for each of two targets. */
const [job] = plan.jobs
const jobOf = (target: string) => `hello-${target}`
const whole = {
  ...plan,
  projects: plan.projects.map(p => ({
    ...p,
    outputDir: '/elsewhere',
    targets: p.targets.map(t => ({ ...t, job: jobOf(t.name) })),
  })),
  jobs: [amd64, arm64].map(target => ({ ...job, id: jobOf(target), targets: [target] })),
}
const matrix = JSON.stringify({ include: [amd64, arm64].map(t => ({ name: jobOf(t), only: jobOf(t) })) })

/** What the leg of a target reports. */
function legReport(target: string, change: Partial<Report> = {}): Report {
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
const bare = (target: string) => legReport(target).artifacts.map(a => ({ ...a, path: `dist/${target}/hello` }))

/** A tar of these files, as a CI service carries an executable. */
function tarOf(target: string, files: Readonly<Record<string, string>>): void {
  const made = mkdtempSync(join(dir, 'tar-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(made, name), content)
  mkdirSync(join(dir, 'legs', target), { recursive: true })
  const code = 'import os,sys,tarfile\nt=tarfile.open(sys.argv[1],"w")\nfor n in sys.argv[2:]: t.add(n)\nt.close()'
  const to = join(dir, 'legs', target, `hello-${target}.tar`)
  execFileSync('python3', ['-c', code, to, ...Object.keys(files)], { cwd: made })
}

const put = (path: string, content: string) => {
  mkdirSync(dirname(join(dir, path)), { recursive: true })
  writeFileSync(join(dir, path), content)
}
const archive = (target: string, leg = target) => put(`legs/${leg}/hello-${target}.tar.gz`, `archive of ${target}`)
const say = (target: string, change: Partial<Report> = {}, leg = target) =>
  put(`legs/${leg}/report.json`, JSON.stringify(legReport(target, change)))

function bothLegs(): void {
  for (const target of [amd64, arm64]) {
    say(target)
    archive(target)
  }
}

let log = levelLog()
async function collect(given: string | null = matrix): Promise<Report> {
  log = levelLog()
  const host = { log, signal: new AbortController().signal, publish: writeReports } as unknown as Host
  return collectRun(host, { dir: join(dir, 'legs'), outputDir: out, matrix: given })
}

/** The one thing that is wrong; nothing but the report was written. */
async function wrong(given: string | null = matrix): Promise<string[]> {
  const merged = await collect(given)
  expect(merged.verified).toBe(false)
  expect(merged.artifacts).toEqual([])
  expect(readdirSync(out).sort()).toEqual(['.portable-build.json', ...usualFiles].sort())
  return merged.failures.map(f => `${f.code}: ${f.message}`)
}

describe('legs that are all there', () => {
  it('become one verified result, checked again from the bytes', async () => {
    bothLegs()
    const merged = await collect()
    expect(merged.failures).toEqual([])
    expect(merged.verified).toBe(true)
    expect(reportSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')))).toEqual(merged)
    expect(merged.steps.map(s => s.leg)).toEqual([jobOf(amd64), jobOf(arm64)])
    expect(merged.cache.map(c => c.leg)).toEqual([jobOf(amd64), jobOf(arm64)])
    expect(merged.notices).toEqual(['said once'])
    const names = ['hello-aarch64-linux-musl.tar.gz', 'hello-x86_64-linux-musl.tar.gz']
    expect(readdirSync(out).sort()).toEqual(
      ['.portable-build.json', 'SHA256SUMS', ...names, 'index.json', ...usualFiles].sort(),
    )
    expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toBe(
      names.map(n => `${sha(readFileSync(join(out, n)))}  ${n}\n`).join(''),
    )
    const index = indexSchema.parse(JSON.parse(readFileSync(join(out, 'index.json'), 'utf8')))
    expect(index.artifacts[0]).toEqual({
      ...{ name: `hello-${amd64}`, file: `hello-${amd64}.tar.gz`, target: amd64, sha256: sha(`archive of ${amd64}`) },
      ...{ size: 28, linkage: 'static', floor: { glibc: null, musl: null }, runsOn: ['any Linux'] },
      executables: [{ name: 'hello', sha256: sha(amd64) }],
    })
  })

  it('are known by their jobs without a matrix, and files by their bytes', async () => {
    bothLegs()
    rmSync(join(dir, `legs/${amd64}/hello-${amd64}.tar.gz`))
    put('legs/deep/er/as-the-host-calls-it', `archive of ${amd64}`)
    put('legs/notes/report.json', '{"another":"tool"}')
    say(amd64, {}, 'the same report again')
    expect((await collect(null)).verified).toBe(true)
  })

  it('give executables back their bit', async () => {
    bothLegs()
    say(amd64, { artifacts: bare(amd64) })
    expect((await collect()).verified).toBe(true)
    expect(statSync(join(out, `hello-${amd64}`)).mode & 0o777).toBe(0o755)
  })

  it('give executables that came in tars, under the names that SHA256SUMS and the index have', async () => {
    const names = [amd64, arm64].map(target => `hello-${target}`)
    for (const target of [amd64, arm64]) {
      say(target, { artifacts: bare(target) })
      tarOf(target, { other: 'ARCHIVE of nobody', hello: `archive of ${target}` })
    }
    expect((await collect()).failures).toEqual([])
    for (const name of names) {
      expect(readFileSync(join(out, name), 'utf8')).toBe(`archive of ${name.slice('hello-'.length)}`)
      expect(statSync(join(out, name)).mode & 0o777).toBe(0o755)
    }
    execFileSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: out })
    const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8')
    expect(sums.match(/\S+$/gm)).toEqual([...names].sort())
    const index = indexSchema.parse(JSON.parse(readFileSync(join(out, 'index.json'), 'utf8')))
    expect(index.artifacts.map(a => [a.file, a.sha256])).toEqual(
      [amd64, arm64].map(target => [`hello-${target}`, sha(`archive of ${target}`)]),
    )
    expect(existsSync(join(out, `${names[0]}.tar`))).toBe(false)
    expect(log.lines.filter(l => l.level === 'warn')).toEqual([])
  })

  it('say what was read of each, and name the files of no report without handing them over', async () => {
    bothLegs()
    put(`legs/${arm64}/${arm64}/hello`, arm64) // an executable of a leg's own output directory
    put(`legs/${arm64}/SHA256SUMS`, 'of the leg')
    put('legs/coverage/coverage.html', 'of another job')
    put(`legs/older/hello-${arm64}.tar.gz`, 'of another run')
    const merged = await collect()
    expect(merged.verified).toBe(true)
    const left = `2 files of no report are left out: coverage/coverage.html, older/hello-${arm64}.tar.gz`
    expect(merged.notices).toEqual(['said once', left])
    expect(log.lines.filter(l => l.level === 'warn').map(l => l.text)).toEqual([left])
    expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).not.toMatch('coverage')
    expect(log.lines.filter(l => l.level === 'task').map(l => l.text)).toEqual(
      [amd64, arm64].flatMap(target => [`hello-${target}`, `1 artifact as judged, ${target.length + 11} B`]),
    )
  })

  it('name no directory of their own in what is merged', async () => {
    bothLegs()
    const { projects } = (await collect()).plan as typeof whole
    expect(projects.map(p => p.outputDir)).toEqual([out])
  })
})

describe('bad days', () => {
  const bareTar = (files: Readonly<Record<string, string>>) => {
    rmSync(join(dir, `legs/${arm64}/hello-${arm64}.tar.gz`))
    say(arm64, { artifacts: bare(arm64) })
    tarOf(arm64, files)
  }

  it.each([
    [
      'a missing leg',
      () => rmSync(join(dir, 'legs', arm64), { recursive: true }),
      [/^missing-leg: the leg hello-aarch64/],
    ],
    [
      'a changed file',
      () => put(`legs/${arm64}/hello-${arm64}.tar.gz`, `Archive of ${arm64}`),
      [/^changed-artifact: hello-aarch64/],
    ],
    [
      'a report without its file',
      () => rmSync(join(dir, `legs/${arm64}/hello-${arm64}.tar.gz`)),
      [/^missing-artifact: /],
    ],
    [
      'a tar with another executable',
      () => bareTar({ hello: `ARCHIVE of ${arm64}` }),
      [/^changed-artifact: hello-aarch64-linux-musl\.tar is not what was judged as hello-aarch64/],
    ],
    [
      'a tar that was cut off',
      () => {
        bareTar({ hello: `archive of ${arm64}` })
        truncateSync(join(dir, `legs/${arm64}/hello-${arm64}.tar`), 520)
      },
      [/^changed-artifact: hello-aarch64-linux-musl\.tar cannot be read: .*ends before/],
    ],
    ['a file without its report', () => rmSync(join(dir, `legs/${arm64}/report.json`)), [/^missing-leg: /]],
    [
      'a report that was cut off',
      () => truncateSync(join(dir, `legs/${arm64}/report.json`), 500),
      [/no JSON: cut off/, /^missing-leg/],
    ],
    [
      'a huge report',
      () => truncateSync(join(dir, `legs/${arm64}/report.json`), 65 * 1024 * 1024),
      [/larger than 67108864/, /^missing-leg/],
    ],
    [
      'a report that is none',
      () => put(`legs/${arm64}/report.json`, '{"tool":{"name":"portable-build"}}'),
      [/no report of schema 1/, /^missing-leg/],
    ],
    [
      'one leg twice',
      () => say(arm64, { notices: ['other'] }, 'again'),
      [/^wrong-leg: the leg hello-aarch64.* has 2 reports/],
    ],
    [
      'a leg of no matrix',
      () => say(arm64, { jobs: ['stray'] }, 'again'),
      [/^wrong-leg: again\/report.json is of no leg/],
    ],
    [
      'another commit',
      () => say(arm64, { project: { name: 'hello', language: 'c', commit: 'f'.repeat(40) } }),
      [/another commit/],
    ],
    ['another version', () => say(arm64, { tool: { name: 'portable-build', version: '9.9.9' } }), [/another version/]],
    [
      'another plan',
      () => say(arm64, { plan: { ...whole, projects: whole.projects.map(p => ({ ...p, epoch: 5 })) } }),
      [/another plan/],
    ],
    ['one name twice', () => say(arm64, { artifacts: legReport(amd64).artifacts }), [/both hand over hello-x86_64/]],
    [
      'a leg that failed',
      () => say(arm64, { verified: false, artifacts: [], failures: report().failures }),
      [/^step-failed: build failed/],
    ],
    ['a leg that is not verified', () => say(arm64, { verified: false }), [/hello-aarch64-linux-musl is not verified/]],
    ['a leg that hands over nothing', () => say(arm64, { artifacts: [] }), [/is not verified/]],
    [
      'nothing at all',
      () => rmSync(join(dir, 'legs'), { recursive: true }) ?? mkdirSync(join(dir, 'legs')),
      [/^missing-leg/, /^missing-leg/],
    ],
  ])('%s', async (_, happens, expected) => {
    bothLegs()
    happens()
    const said = await wrong()
    expect(said).toEqual(expected.map(e => expect.stringMatching(e)))
  })

  it('a job of the plan that nobody did is missed without a matrix too', async () => {
    bothLegs()
    rmSync(join(dir, 'legs', arm64), { recursive: true })
    expect(await wrong(null)).toEqual([expect.stringMatching(/^missing-leg: the leg hello-aarch64/)])
  })

  it('an empty directory is not verified without a matrix either', async () => {
    mkdirSync(join(dir, 'legs'))
    expect(await wrong(null)).toEqual([expect.stringMatching(/^missing-leg: there is no report/)])
  })

  it.each(['../../evil', '/etc/evil', '.hidden', 'a/b', 'SHA256SUMS', 'x\n::error::'])(
    'a file called %j',
    async name => {
      bothLegs()
      say(arm64, { artifacts: legReport(arm64).artifacts.map(a => ({ ...a, name })) })
      expect(await wrong()).toEqual([expect.stringMatching(/no verified artifact/)])
      expect(existsSync(join(dir, 'evil'))).toBe(false)
    },
  )

  it('does not follow links', async () => {
    bothLegs()
    rmSync(join(dir, `legs/${arm64}/hello-${arm64}.tar.gz`))
    put('elsewhere', `archive of ${arm64}`)
    symlinkSync('../../elsewhere', join(dir, `legs/${arm64}/hello-${arm64}.tar.gz`))
    expect(await wrong()).toEqual([expect.stringMatching(/^missing-artifact/)])
  })

  it('takes back what an earlier run has collected', async () => {
    bothLegs()
    await collect()
    rmSync(join(dir, 'legs', arm64), { recursive: true })
    await wrong()
  })

  it.each([
    '',
    '{',
    '[]',
    '{"include":[]}',
    '{"include":[{"name":"a"}]}',
    `{"include":[{"name":"a","only":"x"},{"name":"a","only":"y"}]}`,
  ])('refuses the matrix %j', async text => {
    bothLegs()
    await expect(collect(text)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/^the matrix /),
    })
    expect(existsSync(out)).toBe(false)
  })

  it('refuses to write where the legs are', async () => {
    bothLegs()
    out = join(dir, 'legs')
    await expect(collect()).rejects.toMatchObject({ code: 'bad-input' })
  })
})
