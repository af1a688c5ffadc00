import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openSession, readSession } from '../../../src/hosts/github/session.ts'
import { uploadAll } from '../../../src/hosts/github/uploads.ts'
import { plan } from '../../support/plan.ts'
import { fileReport, report } from '../../support/report.ts'
import { startServices } from '../../support/services/services.ts'
import type { Faults } from '../../support/services/state.ts'

// the client writes to stdout what only the runner should read
beforeEach(() => void vi.spyOn(process.stdout, 'write').mockReturnValue(true))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A run that has made an archive of each name, and what it said. */
async function world(faults: Faults = {}) {
  const services = await startServices(faults)
  onTestFinished(() => services.stop())
  const workspace = mkdtempSync(join(tmpdir(), 'pb-uploads-'))
  for (const name of names) writeFileSync(join(workspace, `${name}.tar.gz`), `archive ${name}`)
  const artifacts = names.map(name => ({
    ...{ name, path: `${name}.tar.gz`, target: 'x86_64-linux-musl', sha256: sha256(`archive ${name}`), size: 9 },
    ...{ files: [], verified: true },
  }))
  const upload = async (job: string, some: readonly string[] = names) => {
    const said: string[] = []
    const env = { ...services.envFor({ job }), GITHUB_WORKSPACE: workspace, RUNNER_TEMP: workspace, NO_COLOR: '1' }
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    const session = openSession('build', env, text => void said.push(text))
    onTestFinished(() => session.close())
    const settings = { upload: true, retentionDays: null, keepFailed: false, cache: 'auto', secrets: [] } as const
    const chosen = artifacts.filter(a => some.includes(a.name))
    const whole = report({ plan, jobs: [], files: [fileReport()], artifacts: chosen, failures: [], verified: true })
    const { uploaded, failure } = await uploadAll(whole, readSession(session), settings)
    return { uploaded, failure, said: said.join('') }
  }
  return { ...services, upload }
}

describe('uploads', () => {
  it('are all made, and told in the order of the report', async () => {
    const { upload, state } = await world()
    const { uploaded, failure, said } = await upload('job-1')
    expect([uploaded, failure]).toEqual([names.map(n => `${n}.tar.gz`), null])
    expect(Object.fromEntries(state.artifacts.map(a => [a.name, a.digest]))).toEqual(
      Object.fromEntries(names.map(n => [`${n}.tar.gz`, `sha256:${sha256(`archive ${n}`)}`])),
    )
    expect([...said.matchAll(/✓ (\w)\.tar\.gz {2}uploaded, 9 B/g)].map(m => m[1])).toEqual(names)
  })

  it('that the service refuses cost no other one; each is told, the first one ends the run', async () => {
    const { upload } = await world()
    await upload('job-1', ['b', 'e'])
    const { uploaded, failure, said } = await upload('job-2')
    expect(uploaded).toEqual(['a', 'c', 'd', 'f'].map(n => `${n}.tar.gz`))
    expect(failure).toMatchObject({ code: 'artifact-exists', message: expect.stringContaining('b.tar.gz') })
    expect(said).toMatch(/✗ b\.tar\.gz {2}not uploaded/)
    expect(said).toMatch(/::error::another job of this workflow run has uploaded e\.tar\.gz already/)
  })
})
