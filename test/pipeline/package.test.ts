import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JobOutcome, Judged } from '../../src/pipeline/outcome.ts'
import { packageAll } from '../../src/pipeline/package.ts'
import { placeAll } from '../../src/pipeline/place.ts'
import type { Run } from '../../src/pipeline.ts'
import type { Packaging } from '../../src/plan.ts'
import { plan } from '../support/plan.ts'
import { fileReport } from '../support/report.ts'

const [amd64, arm64] = ['x86_64-linux-musl', 'aarch64-linux-musl']
let dir = ''
let dist = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'pb-package-'))
  dist = join(dir, 'dist')
  mkdirSync(join(dir, 'docs'))
  for (const name of ['LICENSE', 'docs/a.md', 'docs/b.md']) writeFileSync(join(dir, name), name)
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const sha = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')

/** A judged executable where the build left it. */
function judged(target: string, name: string, change: Partial<Judged['file']> = {}): Judged {
  const path = join(dir, `built-${target}-${name}`)
  const content = `${target} ${name}`
  writeFileSync(path, content)
  const file = fileReport({ path, target, sha256: sha(content), size: content.length, ...change })
  return { artifact: { target, name, path }, job: 'hello-zig', file }
}

function runWith(packaging: Partial<Packaging> = {}): Run {
  const projects = plan.projects.map(p => ({ ...p, dir, outputDir: dist, packaging: { ...p.packaging, ...packaging } }))
  const host = { signal: new AbortController().signal }
  return { plan: { ...plan, projects }, request: { dir }, host } as unknown as Run
}

async function packed(run: Run, all: readonly Judged[], more: Partial<JobOutcome> = {}, before = () => {}) {
  const outcomes = [{ failures: [], judged: all, ...more }]
  const placed = await placeAll(run, outcomes)
  before()
  return packageAll(run, run.plan.jobs, outcomes, placed)
}

const list = (archive: string) =>
  execFileSync(
    'python3',
    ['-c', 'import sys,tarfile; print("\\n".join(tarfile.open(sys.argv[1]).getnames()))', join(dist, archive)],
    { encoding: 'utf8' },
  )
    .trim()
    .split('\n')

describe('packageAll', () => {
  it('hands over one archive for each target, and says its digest', async () => {
    const { artifacts, failures } = await packed(runWith(), [
      judged(amd64, 'hello'),
      judged(amd64, 'extra'),
      judged(arm64, 'hello'),
    ])
    expect(failures).toEqual([])
    expect(artifacts.map(a => [a.name, a.path, a.target, a.files, a.verified])).toEqual([
      [
        'hello-x86_64-linux-musl',
        'dist/hello-x86_64-linux-musl.tar.gz',
        amd64,
        [`dist/${amd64}/hello`, `dist/${amd64}/extra`],
        true,
      ],
      ['hello-aarch64-linux-musl', 'dist/hello-aarch64-linux-musl.tar.gz', arm64, [`dist/${arm64}/hello`], true],
    ])
    for (const { path, sha256, size } of artifacts) {
      const bytes = readFileSync(join(dir, path))
      expect([sha(bytes), bytes.length]).toEqual([sha256, size])
    }
    expect(list('hello-x86_64-linux-musl.tar.gz')).toEqual(['extra', 'hello'])
    const sums = readFileSync(join(dist, 'SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
      .map(l => l.split('  ')[1])
    expect(sums).toEqual([
      `${arm64}/hello`,
      'hello-aarch64-linux-musl.tar.gz',
      'hello-x86_64-linux-musl.tar.gz',
      `${amd64}/extra`,
      `${amd64}/hello`,
    ])
  })

  it('puts along what `include` names, below a leading directory', async () => {
    const include = ['LICENSE', 'docs/*.md']
    symlinkSync('LICENSE', join(dir, 'COPYING'))
    const run = runWith({ include: [...include, 'COPYING'], leadingDir: true })
    await packed(run, [judged(amd64, 'hello')])
    const top = 'hello-x86_64-linux-musl'
    expect(list(`${top}.tar.gz`)).toEqual([
      ...[
        top,
        `${top}/COPYING`,
        `${top}/LICENSE`,
        `${top}/docs`,
        `${top}/docs/a.md`,
        `${top}/docs/b.md`,
        `${top}/hello`,
      ],
    ])
  })

  it('with `archive: none` hands over the executables', async () => {
    const run = runWith({ archive: 'none', include: ['nothing'] })
    const { artifacts } = await packed(run, [judged(amd64, 'hello'), judged(amd64, 'x tra'), judged(arm64, 'hello')])
    expect(artifacts.map(a => [a.name, a.path])).toEqual([
      ['hello-x86_64-linux-musl-hello', `dist/${amd64}/hello`],
      ['hello-x86_64-linux-musl-x-tra', `dist/${amd64}/x tra`],
      ['hello-aarch64-linux-musl', `dist/${arm64}/hello`],
    ])
    expect(readdirSync(dist).filter(n => n.includes('.tar'))).toEqual([])
  })

  it('refuses two executables that would be handed over under one name', async () => {
    const run = runWith({ archive: 'none' })
    const all = [judged(amd64, 'x tra'), judged(amd64, 'X-tra'), judged(arm64, 'hello')]
    const { artifacts, failures } = await packed(run, all)
    expect(artifacts.map(a => a.target)).toEqual([arm64])
    expect(failures).toEqual([
      expect.objectContaining({
        code: 'same-artifact',
        targets: [amd64],
        message: expect.stringMatching(/as hello-x86_64.*-X-tra/),
      }),
    ])
    expect((await packed(runWith(), all)).failures).toEqual([])
  })

  it('packs only targets that are verified as a whole', async () => {
    const bad = judged(amd64, 'extra', { verified: false })
    const { artifacts } = await packed(runWith(), [judged(amd64, 'hello'), bad, judged(arm64, 'hello')])
    expect(artifacts.map(a => a.target)).toEqual([arm64])
    const failure = {
      code: 'no-executable',
      message: '',
      hint: '',
      job: 'hello-zig',
      targets: [arm64],
      step: null,
      command: null,
      lines: [],
    }
    expect((await packed(runWith(), [judged(arm64, 'hello')], { failures: [failure] })).artifacts).toEqual([])
  })

  it('finds a file that changed after it was judged, and hands over nothing of its target', async () => {
    const swap = () => {
      const path = join(dist, amd64, 'hello')
      chmodSync(path, 0o755)
      writeFileSync(path, 'something else')
    }
    const { artifacts, files } = await packed(runWith(), [judged(amd64, 'hello'), judged(arm64, 'hello')], {}, swap)
    expect(artifacts.map(a => a.target)).toEqual([arm64])
    expect(files.map(p => [p.artifact.target, p.file.verified])).toEqual([
      [amd64, false],
      [arm64, true],
    ])
    expect(existsSync(join(dist, 'hello-x86_64-linux-musl.tar.gz'))).toBe(false)
  })

  it.each([
    [['nothing-*'], 'nothing-matched', /nothing-\*/],
    [['../secret'], 'bad-input', /no pattern below/],
    [['/etc/passwd'], 'bad-input', /no pattern below/],
    [['out'], 'bad-input', /leads out/],
    [['git'], 'bad-input', /leads out/],
    [['.git/config'], 'nothing-matched', /\.git/],
    [['dist/**'], 'nothing-matched', /dist/],
    [['hello'], 'bad-input', /name of an executable/],
  ])('refuses include %j', async (include, code, message) => {
    symlinkSync('/etc/hostname', join(dir, 'out'))
    mkdirSync(join(dir, '.git'))
    writeFileSync(join(dir, '.git/config'), 'token')
    symlinkSync('.git/config', join(dir, 'git'))
    writeFileSync(join(dir, 'hello'), 'not it')
    const { artifacts, failures } = await packed(runWith({ include }), [judged(amd64, 'hello')])
    expect(artifacts).toEqual([])
    expect(failures).toEqual([
      expect.objectContaining({ code, message: expect.stringMatching(message), targets: [amd64] }),
    ])
    expect(readdirSync(dist).filter(n => n.includes('tmp') || n.includes('.tar'))).toEqual([])
  })

  it('leaves no archive of any target when one of them cannot be written', async () => {
    const run = runWith()
    const [first] = run.plan.projects
    const elsewhere = join(dir, 'elsewhere')
    const others = first?.targets.map(t => ({ ...t, job: 'other-zig' })) ?? []
    const second = first && { ...first, name: 'other', outputDir: elsewhere, targets: others }
    const projects = [first, second].flatMap(p => p ?? [])
    const jobs = [...run.plan.jobs, ...run.plan.jobs.map(job => ({ ...job, id: 'other-zig' }))]
    const block = () => {
      rmSync(elsewhere, { recursive: true })
      writeFileSync(elsewhere, 'a file')
    }
    const all = [judged(amd64, 'hello'), judged(arm64, 'hello'), { ...judged(amd64, 'other'), job: 'other-zig' }]
    const both = { ...run, plan: { ...run.plan, projects, jobs } }
    await expect(packed(both, all, {}, block)).rejects.toMatchObject({ code: 'cannot-write' })
    expect(readdirSync(dist).filter(n => n.includes('tmp') || n.includes('.tar'))).toEqual([])
  })

  it('removes the archives of an earlier run, and touches none of somebody else', async () => {
    await packed(runWith(), [judged(amd64, 'hello')])
    writeFileSync(join(dist, 'mine.tar.gz'), 'mine')
    await packed(runWith({ archive: 'zip' }), [judged(amd64, 'hello')])
    expect(
      readdirSync(dist)
        .filter(n => /\.(tar\.gz|zip)$/.test(n))
        .sort(),
    ).toEqual(['hello-x86_64-linux-musl.zip', 'mine.tar.gz'])
    writeFileSync(join(dist, 'hello-x86_64-linux-musl.tar.gz'), 'mine too')
    await expect(packed(runWith(), [judged(amd64, 'hello')])).rejects.toMatchObject({ code: 'cannot-write' })
    expect(readFileSync(join(dist, 'hello-x86_64-linux-musl.tar.gz'), 'utf8')).toBe('mine too')
    expect(readdirSync(dist).filter(n => n.includes('tmp'))).toEqual([])
  })
})
