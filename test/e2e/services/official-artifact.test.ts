import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DefaultArtifactClient } from '@actions/artifact'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startServices } from '../../support/services/services.ts'
import { someBytes } from './bytes.ts'

beforeEach(() => void vi.spyOn(process.stdout, 'write').mockReturnValue(true))
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

async function job() {
  const services = await startServices()
  onTestFinished(() => services.stop())
  for (const [name, value] of Object.entries(services.env)) vi.stubEnv(name, value)
  const dir = mkdtempSync(join(tmpdir(), 'pb-official-'))
  return { ...services, dir, client: new DefaultArtifactClient() }
}

describe('the official client of artifacts', () => {
  it('uploads a zip, lists, downloads and deletes it', async () => {
    const w = await job()
    mkdirSync(join(w.dir, 'in/sub'), { recursive: true })
    const files = ['a', 'sub/b'].map(name => join(w.dir, 'in', name))
    for (const file of files) writeFileSync(file, someBytes(10_000))
    const { id = 0, digest } = await w.client.uploadArtifact('both', files, join(w.dir, 'in'))
    const { artifacts } = await w.client.listArtifacts()
    expect(artifacts).toMatchObject([{ name: 'both', id, digest: `sha256:${digest}` }])
    const to = { path: join(w.dir, 'out'), expectedHash: `sha256:${digest}` }
    expect(await w.client.downloadArtifact(id, to)).toMatchObject({ digestMismatch: false })
    expect(readdirSync(to.path, { recursive: true }).sort()).toEqual(['a', 'sub', 'sub/b'])
    expect(readFileSync(join(to.path, 'sub/b')).equals(someBytes(10_000))).toBe(true)
    await w.client.deleteArtifact('both')
    expect(await w.client.listArtifacts()).toEqual({ artifacts: [] })
  })

  it('uploads one raw file in blocks of 8 MiB', async () => {
    const w = await job()
    const content = someBytes(20 << 20)
    writeFileSync(join(w.dir, 'app.tar.gz'), content)
    const { id = 0 } = await w.client.uploadArtifact('ignored', [join(w.dir, 'app.tar.gz')], w.dir, {
      skipArchive: true,
    })
    expect(w.state.requests.filter(r => r === 'PUT block')).toHaveLength(3)
    const path = join(w.dir, 'out')
    await w.client.downloadArtifact(id, { path })
    expect(readdirSync(path)).toEqual(['app.tar.gz'])
    expect(readFileSync(join(path, 'app.tar.gz')).equals(content)).toBe(true)
  })

  it('is refused a name that is there', async () => {
    const w = await job()
    writeFileSync(join(w.dir, 'app'), 'x')
    const upload = () => w.client.uploadArtifact('app', [join(w.dir, 'app')], w.dir)
    await upload()
    await expect(upload()).rejects.toThrow(/CreateArtifact.*\(409\)/s)
  })
})
