import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { uploadArtifact } from '../../../src/hosts/github/artifacts.ts'
import { downloadLegs } from '../../../src/hosts/github/legs.ts'
import { type ClientOptions, startServices } from '../../support/services/services.ts'
import type { Faults } from '../../support/services/state.ts'

// the client writes to stdout what only the runner should read
beforeEach(() => void vi.spyOn(process.stdout, 'write').mockReturnValue(true))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A service, and a directory for each side. */
async function world(faults: Faults = {}) {
  const services = await startServices(faults)
  onTestFinished(() => services.stop())
  const dir = mkdtempSync(join(tmpdir(), 'pb-artifacts-'))
  vi.stubEnv('RUNNER_TEMP', dir)
  const become = (client: ClientOptions) => {
    for (const [name, value] of Object.entries(services.envFor(client))) vi.stubEnv(name, value)
  }
  become({})
  const signal = new AbortController().signal
  const upload = (name: string, content: string, more: { template?: string | null; file?: string } = {}) => {
    const path = join(dir, more.file ?? name)
    writeFileSync(path, content)
    const sha256 = createHash('sha256').update(content).digest('hex')
    return uploadArtifact({ name, path, sha256, retentionDays: null, template: more.template ?? null, signal })
  }
  const report = (leg: string, artifacts: { name: string; path: string }[] | string) =>
    upload(
      `portable-build-report-${leg}`,
      typeof artifacts === 'string' ? artifacts : JSON.stringify({ schema: 1, artifacts }),
    )
  const legs = join(dir, 'legs')
  return { ...services, faults: services.state.faults, dir, legs, become, upload, report, signal }
}

describe('an artifact', () => {
  it('is the file itself, under its own name', async () => {
    const w = await world()
    expect(await w.upload('app-x86_64-linux.tar.gz', 'an archive')).toEqual({ id: 1, bytes: 10 })
    const [artifact] = w.state.artifacts
    expect(artifact?.name).toBe('app-x86_64-linux.tar.gz')
    expect(w.state.blobs.get(artifact?.blob ?? '')).toMatchObject({ content: Buffer.from('an archive') })
    expect(w.state.blobs.get(artifact?.blob ?? '')?.type).toBe('application/gzip')
  })

  it('can have another name than its file, without a copy of it', async () => {
    const w = await world()
    await w.upload('portable-build-report-x86', '{}', { file: 'report.json' })
    expect(w.state.artifacts.map(a => a.name)).toEqual(['portable-build-report-x86'])
    expect(readdirSync(w.dir)).toEqual(['report.json'])
  })

  it.each([
    ['$bin', '$target'],
    ['$bin-$version', '$target'],
    ['$' + '{target}', '$project'],
    ['$arch', '$project'],
    ['$bin-$target', 'Two jobs build the same'],
  ])('that is there already: artifact-name %s lacks %s', async (template, advice) => {
    const w = await world()
    await w.upload('app', 'one')
    const error = await w.upload('app', 'two', { template }).catch(e => e)
    expect(error).toMatchObject({ code: 'artifact-exists', message: /another job.*uploaded app already/ })
    expect(error.hint).toContain(advice)
    expect(error.exitCode).toBe(1)
  })

  it('of another run is not in the way', async () => {
    const w = await world()
    await w.upload('app', 'one')
    w.become({ run: 'run-2' })
    expect(await w.upload('app', 'one')).toMatchObject({ id: 2 })
  })

  it('that is not what was judged does not stay', async () => {
    const w = await world()
    const path = join(w.dir, 'app')
    writeFileSync(path, 'changed')
    const upload = { name: 'app', path, sha256: '0'.repeat(64), retentionDays: 3, template: null, signal: w.signal }
    await expect(uploadArtifact(upload)).rejects.toMatchObject({ code: 'artifact-failed', message: /changed while/ })
    expect(w.state.artifacts).toEqual([])
  })

  it('needs a service, and one that finishes what it began', async () => {
    const w = await world({ refuseFinalize: true })
    await expect(w.upload('app', 'one')).rejects.toMatchObject({ code: 'artifact-failed', message: /FinalizeArtifact/ })
    vi.stubEnv('ACTIONS_RESULTS_URL', '')
    const error = await w.upload('app', 'one').catch(e => e)
    expect(error).toMatchObject({ code: 'artifact-failed', message: 'this runner has no artifact service' })
    expect(error.hint).toContain('artifact-upload: false')
  })

  it('is not waited for when the run is interrupted', async () => {
    const w = await world()
    writeFileSync(join(w.dir, 'app'), '')
    const stopped = AbortSignal.abort()
    const upload = { name: 'app', path: join(w.dir, 'app'), sha256: '', retentionDays: null, template: null }
    await expect(uploadArtifact({ ...upload, signal: stopped })).rejects.toMatchObject({ code: 'interrupted' })
  })
})

describe('legs', () => {
  const x86 = { name: 'app-x86', path: 'dist/app-x86.tar.gz' }
  const arm = { name: 'app-arm', path: 'dist/app-arm' }

  it('come with their reports and what these name, the bytes as they were', async () => {
    const w = await world()
    await w.upload('app-x86.tar.gz', 'x86')
    w.become({ job: 'job-2' })
    await w.upload('app-arm.tar', 'arm')
    await w.upload('something-else', 'of another action')
    await w.report('one', [x86])
    await w.report('two', [arm])
    w.become({ job: 'job-3' })
    expect(await downloadLegs({ dir: w.legs, signal: w.signal })).toEqual([
      { name: 'two', dir: join(w.legs, 'two') },
      { name: 'one', dir: join(w.legs, 'one') },
    ])
    expect(readdirSync(w.legs, { recursive: true }).sort()).toEqual(
      ['one', 'one/app-x86.tar.gz', 'one/report.json', 'two', 'two/app-arm.tar', 'two/report.json'].sort(),
    )
    expect(readFileSync(join(w.legs, 'two/app-arm.tar'), 'utf8')).toBe('arm')
  })

  it('do not unpack a zip', async () => {
    const w = await world()
    await w.upload('app.zip', 'PK no zip at all')
    await w.report('one', [{ name: 'app', path: 'dist/app.zip' }])
    await downloadLegs({ dir: w.legs, signal: w.signal })
    expect(readFileSync(join(w.legs, 'one/app.zip'), 'utf8')).toBe('PK no zip at all')
  })

  it('are those of this run, the newest of each name', async () => {
    const w = await world()
    w.become({ run: 'other' })
    await w.report('foreign', [])
    w.become({ run: 'run-1' })
    await w.report('one', 'first attempt')
    w.become({ run: 'run-1.2' })
    await w.report('one', 'second attempt')
    expect((await downloadLegs({ dir: w.legs, signal: w.signal })).map(l => l.name)).toEqual(['one'])
    expect(readFileSync(join(w.legs, 'one/report.json'), 'utf8')).toBe('second attempt')
  })

  it('leave out what is not there and what would go elsewhere', async () => {
    const w = await world()
    mkdirSync(w.legs)
    await w.upload('evil', 'evil')
    await w.report('one', [x86, { name: 'evil', path: '../../..' }, { name: 'evil', path: 'dist/report.json' }])
    await w.report('..', [])
    await w.report('torn', '{"artifacts": [{"na')
    await w.report('odd', '{"artifacts": {"name": 1}}')
    const found = await downloadLegs({ dir: w.legs, signal: w.signal })
    expect(found.map(l => l.name).sort()).toEqual(['odd', 'one', 'torn'])
    expect(readdirSync(join(w.legs, 'one'))).toEqual(['report.json'])
    expect(readFileSync(join(w.legs, 'one/report.json'), 'utf8')).toContain('artifacts')
    expect(readdirSync(w.legs)).toHaveLength(3)
  })

  it('with other bytes than the service has noted are not used', async () => {
    const w = await world()
    await w.report('one', [])
    w.faults.corrupt = true
    const download = downloadLegs({ dir: w.legs, signal: w.signal })
    await expect(download).rejects.toMatchObject({ code: 'artifact-failed', message: /report-one.*another digest/ })
    expect(readdirSync(join(w.legs, 'one'))).toEqual([])
  })

  it('are none where there are none', async () => {
    const w = await world()
    expect(await downloadLegs({ dir: w.legs, signal: w.signal })).toEqual([])
    appendFileSync(w.legs, '')
    await w.report('one', [])
    const error = await downloadLegs({ dir: w.legs, signal: w.signal }).catch(e => e)
    expect(error).toMatchObject({ code: 'cannot-write' })
  })
})
