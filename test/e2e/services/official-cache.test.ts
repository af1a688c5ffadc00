import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { restoreCache, saveCache } from '@actions/cache'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type ClientOptions, startServices } from '../../support/services/services.ts'
import type { Faults } from '../../support/services/state.ts'
import { someBytes } from './bytes.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** A job with a workspace: what it keeps is the directory `kept`. */
async function job(faults: Faults = {}) {
  const services = await startServices(faults)
  onTestFinished(() => services.stop())
  const dir = mkdtempSync(join(tmpdir(), 'pb-official-'))
  const kept = join(dir, 'work/kept')
  mkdirSync(kept, { recursive: true })
  const become = (client: ClientOptions) => {
    for (const [name, value] of Object.entries(services.envFor(client))) vi.stubEnv(name, value)
  }
  become({})
  vi.stubEnv('GITHUB_WORKSPACE', join(dir, 'work'))
  vi.stubEnv('RUNNER_TEMP', dir)
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com')
  let said = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    said += text
    return true
  })
  const write = (content: string | Buffer) => writeFileSync(join(kept, 'file'), content)
  const read = () => readFileSync(join(kept, 'file'))
  const save = (key: string, content: string | Buffer = key) => {
    write(content)
    return saveCache([kept], key)
  }
  const restore = (key: string, others: string[] = []) => {
    rmSync(join(kept, 'file'), { force: true })
    return restoreCache([kept], key, others)
  }
  return { ...services, become, read, save, restore, said: () => said }
}

describe('the official client of the cache', () => {
  it('saves, and finds exactly and by beginnings', async () => {
    const w = await job()
    for (const key of ['obj-1', 'obj-2']) expect(await w.save(key)).toBeGreaterThan(0)
    expect(await w.restore('obj-1')).toBe('obj-1')
    expect(w.read().toString()).toBe('obj-1')
    expect(await w.restore('obj-9', ['obj-'])).toBe('obj-2')
    expect(w.read().toString()).toBe('obj-2')
    expect(await w.restore('nothing', ['like it'])).toBeUndefined()
    expect(w.said()).not.toContain('::warning')
  })

  it('is refused a key that is there', async () => {
    const w = await job()
    await w.save('a', 'first')
    expect(await w.save('a', 'second')).toBe(-1)
    expect(w.said()).toContain('another job may be creating this cache')
    await w.restore('a')
    expect(w.read().toString()).toBe('first')
  })

  it('knows the denials, which become warnings of its own', async () => {
    const w = await job()
    await w.save('a')
    Object.assign(w.state.faults, { denyWrite: true, denyRead: true })
    expect(await w.save('b')).toBe(-1)
    expect(await w.restore('a')).toBeUndefined()
    expect(w.said()).toMatch(/::warning::Failed to save:.*cache write denied:/)
    expect(w.said()).toMatch(/::warning::Failed to restore:.*cache read denied:/)
  })

  it.each([
    ['read', 'a', -1],
    ['none', undefined, -1],
    ['write-only', undefined, 2],
  ] as const)('keeps to mode %s', async (mode, found, saved) => {
    const w = await job()
    await w.save('a')
    w.become({ mode })
    expect(await w.restore('a')).toBe(found)
    expect(await w.save('b')).toBe(saved)
  })

  it('sees through a service that has had too many requests', async () => {
    const w = await job({ status429: { times: 1, retryAfter: 7 } })
    expect(await w.restore('a')).toBeUndefined()
    expect(w.said()).toContain('your rate limit will reset in 7 seconds')
  })

  it('waits for a slow download, and misses one that is cut', async () => {
    const w = await job()
    await w.save('a', someBytes(300_000))
    w.state.faults.slow = 20
    expect(await w.restore('a')).toBe('a')
    expect(w.read().equals(someBytes(300_000))).toBe(true)
    w.state.faults.cut = { times: 1 }
    expect(await w.restore('a')).toBeUndefined()
  })

  it('sends more than 128 MiB in blocks', async () => {
    const w = await job()
    const content = someBytes(140 << 20)
    await w.save('large', content)
    expect(w.state.requests.filter(r => r === 'PUT block').length).toBeGreaterThan(1)
    expect(await w.restore('large')).toBe('large')
    expect(w.read().equals(content)).toBe(true)
  })
})
