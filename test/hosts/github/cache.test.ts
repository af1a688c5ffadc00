import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CachePolicy } from '../../../src/cache/policy.ts'
import type { CacheStore } from '../../../src/cache/store.ts'
import { githubCache } from '../../../src/hosts/github/cache.ts'
import { levelLog } from '../../support/level-log.ts'
import { type ClientOptions, startServices } from '../../support/services/services.ts'
import type { Faults } from '../../support/services/state.ts'

const everything: CachePolicy = { restore: 'all', save: true, reason: 'a branch' }
/** For runs that are to give up soon. */
const hurried = { callMs: 300, patienceMs: 900, stallMs: 300 }

/** A service, a directory, and stores of the runs that use them. */
async function world(faults: Faults = {}) {
  const services = await startServices(faults)
  onTestFinished(() => services.stop())
  const dir = mkdtempSync(join(tmpdir(), 'pb-cache-'))
  const log = levelLog()
  const stop = new AbortController()
  const store = (client: ClientOptions = {}, policy = everything, limits = {}): CacheStore => {
    const cache = githubCache({ env: services.envFor(client), policy, log, signal: stop.signal, limits })
    if (cache === null) throw new Error('no cache')
    return cache
  }
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(dir, name), content)
    return join(dir, name)
  }
  const to = join(dir, 'restored')
  const wanted = (key: string, fallbacks: string[] = []) => ({ key, fallbacks, path: to })
  return { ...services, faults: services.state.faults, dir, log, stop, store, file, to, wanted }
}

const warnings = (log: ReturnType<typeof levelLog>) => log.lines.filter(l => l.level === 'warn')

describe('the cache of GitHub', () => {
  it('brings back what was saved, and leaves no other file', async () => {
    const w = await world()
    const content = randomBytes(5000)
    const path = w.file('saved', content)
    expect(await w.store().save({ key: 'portable-build-a-1', path })).toBe('saved')
    expect(await w.store().restore(w.wanted('portable-build-a-1'))).toEqual({ key: 'portable-build-a-1', bytes: 5000 })
    expect(readFileSync(w.to).equals(content)).toBe(true)
    expect(readdirSync(w.dir).sort()).toEqual(['restored', 'saved'])
    expect(w.log.lines).toEqual([])
  })

  it('keeps an empty file', async () => {
    const w = await world()
    await w.store().save({ key: 'empty', path: w.file('saved', '') })
    expect(await w.store().restore(w.wanted('empty'))).toEqual({ key: 'empty', bytes: 0 })
    expect(readFileSync(w.to)).toHaveLength(0)
  })

  it('misses in silence', async () => {
    const w = await world()
    expect(await w.store().restore(w.wanted('a'))).toMatchObject({ key: null, asked: true, why: /no entry/ })
    expect(readdirSync(w.dir)).toEqual([])
    expect(w.log.lines).toEqual([])
  })

  it('takes the newest of a fallback, and another key only where one was given', async () => {
    const w = await world()
    for (const key of ['obj-1', 'obj-2', 'obj-2-longer']) await w.store().save({ key, path: w.file('saved', key) })
    expect(await w.store().restore(w.wanted('obj-9', ['nothing', 'obj-']))).toMatchObject({ key: 'obj-2-longer' })
    expect(readFileSync(w.to, 'utf8')).toBe('obj-2-longer')
    expect(await w.store().restore(w.wanted('obj-2', ['obj-']))).toMatchObject({ key: 'obj-2' })
    // the service itself takes the key for a beginning
    expect(await w.store().restore(w.wanted('obj-2-long'))).toMatchObject({ key: null, why: /no entry/ })
    expect(w.log.lines).toEqual([])
  })

  it('is not told twice', async () => {
    const w = await world()
    await w.store().save({ key: 'a', path: w.file('saved', 'first') })
    expect(await w.store().save({ key: 'a', path: w.file('saved', 'second') })).toBe('exists')
    await w.store().restore(w.wanted('a'))
    expect(readFileSync(w.to, 'utf8')).toBe('first')
    expect(w.log.lines).toEqual([])
  })

  it('of a branch is not seen by another one, that of the default branch by all', async () => {
    const w = await world()
    const main = { Scope: 'refs/heads/main', Permission: 1 }
    const one = w.store({ scopes: [{ Scope: 'refs/pull/1/merge', Permission: 3 }, main] })
    const two = w.store({ scopes: [{ Scope: 'refs/pull/2/merge', Permission: 3 }, main] })
    await w.store().save({ key: 'main', path: w.file('saved', 'main') })
    await one.save({ key: 'own', path: w.file('saved', 'own') })
    expect(await one.restore(w.wanted('own'))).toMatchObject({ key: 'own' })
    expect(await two.restore(w.wanted('own'))).toMatchObject({ key: null })
    expect(await two.restore(w.wanted('main'))).toMatchObject({ key: 'main' })
  })

  it('is not there where the runner has none', () => {
    const options = { policy: everything, log: levelLog(), signal: new AbortController().signal }
    const there = { ACTIONS_RESULTS_URL: 'http://a/', ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_CACHE_SERVICE_V2: 'True' }
    expect(githubCache({ ...options, env: there })).not.toBeNull()
    for (const name of Object.keys(there)) expect(githubCache({ ...options, env: { ...there, [name]: '' } })).toBeNull()
    const servers = ['https://github.com', 'https://acme.ghe.com', 'http://x.localhost', 'https://git.acme.org', '?']
    const on = servers.filter(s => githubCache({ ...options, env: { ...there, GITHUB_SERVER_URL: s } }))
    expect(on).toEqual(['https://github.com', 'https://acme.ghe.com', 'http://x.localhost'])
  })
})

describe('the policy', () => {
  it('keeps the run from asking', async () => {
    const w = await world()
    const none = w.store({}, { restore: 'none', save: false, reason: 'a release is built without a cache' })
    const missed = { key: null, asked: false, why: 'a release is built without a cache' }
    expect(await none.restore(w.wanted('portable-build-toolchain-zig'))).toEqual(missed)
    expect(await none.save({ key: 'a', path: w.file('saved', '') })).toBe('not-allowed')
    expect(w.state.requests).toEqual([])
  })

  it('lets a fork have toolchains and nothing else', async () => {
    const w = await world()
    for (const key of ['portable-build-toolchain-zig', 'portable-build-objects']) {
      await w.store().save({ key, path: w.file('saved', key) })
    }
    const fork = w.store({}, { restore: 'toolchains', save: false, reason: 'a fork' })
    expect(await fork.restore(w.wanted('portable-build-toolchain-zig'))).toMatchObject({ bytes: 28 })
    expect(await fork.restore(w.wanted('portable-build-objects'))).toEqual({ key: null, asked: false, why: 'a fork' })
  })

  it.each([
    ['read', 'saved by main', 'not-allowed'],
    ['none', null, 'not-allowed'],
    ['write-only', null, 'saved'],
  ] as const)('of the service in mode %s is information, no warning', async (mode, key, saved) => {
    const w = await world()
    await w.store().save({ key: 'saved by main', path: w.file('saved', '1') })
    expect(await w.store({ mode }).restore(w.wanted('saved by main'))).toMatchObject({ key })
    expect(await w.store({ mode }).save({ key: 'b', path: w.file('saved', '2') })).toBe(saved)
    expect(w.log.lines.map(l => l.level)).toEqual(w.log.lines.map(() => 'info'))
    expect(w.log.lines.map(l => l.text).join()).toContain('denied')
  })
})

describe('a service in trouble', () => {
  it('is asked again as long as the run can afford it', async () => {
    const w = await world({ status500: { times: 1 } })
    await w.store().save({ key: 'a', path: w.file('saved', 'a') })
    w.faults.status429 = { times: 1 }
    w.faults.cut = { times: 1 }
    expect(await w.store().restore(w.wanted('a'))).toMatchObject({ key: 'a' })
    expect(w.log.lines).toEqual([])
  })

  it('that asks for a longer wait than that is not asked again', async () => {
    const w = await world({ status429: { times: 100, retryAfter: 60 } })
    const store = w.store({}, everything, hurried)
    expect(await store.restore(w.wanted('a'))).toMatchObject({ key: null, why: /429/ })
    expect(await store.restore(w.wanted('b'))).toMatchObject({ key: null, why: /given up for this run.*429/ })
    expect(await store.save({ key: 'c', path: w.file('saved', '') })).toBe('failed')
    expect(w.state.requests).toHaveLength(1)
    expect(warnings(w.log)).toHaveLength(1)
  })

  it.each([
    ['never answers', { hang: true }, /did not answer in 0.3 s/],
    ['always answers with 500', { status500: { times: 1000 } }, /HTTP 500/],
    ['cuts every download', { cut: { times: 1000 } }, /.+/],
    ['sends next to nothing', { slow: 100_000 }, /nothing came for 0.3 s/],
    ['denies', { denyRead: true }, /read denied/],
  ] as const)('that %s is a miss', async (_, faults, why) => {
    const w = await world()
    await w.store().save({ key: 'a', path: w.file('saved', randomBytes(200_000)) })
    Object.assign(w.faults, faults)
    expect(await w.store({}, everything, hurried).restore(w.wanted('a'))).toMatchObject({ key: null, asked: true, why })
    expect(readdirSync(w.dir)).toEqual(['saved'])
    expect(w.log.lines).toHaveLength(1)
  })

  it('that is not there at all is a miss', async () => {
    const w = await world()
    const store = w.store()
    const gone = await startServices()
    await gone.stop()
    const cache = githubCache({ env: gone.env, policy: everything, log: w.log, signal: w.stop.signal, limits: hurried })
    expect(await cache?.restore(w.wanted('a'))).toMatchObject({ key: null, why: /cannot be reached \(ECONNREFUSED\)/ })
    expect(await store.save({ key: 'a', path: w.file('saved', '') })).toBe('saved')
    expect(warnings(w.log)).toHaveLength(1)
  })

  it.each([
    ['denies writing', { denyWrite: true }, 'not-allowed', 'info'],
    ['does not finish', { refuseFinalize: true }, 'failed', 'warn'],
  ] as const)('that %s has not saved', async (_, faults, result, level) => {
    const w = await world(faults)
    expect(await w.store().save({ key: 'a', path: w.file('saved', 'a') })).toBe(result)
    expect(w.log.lines.map(l => l.level)).toEqual([level])
    expect(await w.store().restore(w.wanted('a'))).toMatchObject({ key: null })
  })

  it('never shows what opens a blob', async () => {
    const w = await world()
    await w.store().save({ key: 'a', path: w.file('saved', 'a') })
    for (const blob of w.state.blobs.values()) blob.content = null
    const missed = await w.store().restore(w.wanted('a'))
    expect(missed).toMatchObject({ key: null, why: /404/ })
    expect(JSON.stringify([missed, w.log.lines])).not.toMatch(/sig=|blobs/)
  })
})

describe('an interruption', () => {
  it('ends the waiting at once', async () => {
    const w = await world({ hang: true })
    const end = w.store().restore(w.wanted('a'))
    w.stop.abort()
    await expect(end).rejects.toMatchObject({ code: 'interrupted' })
  })

  it('ends a download and leaves nothing', async () => {
    const w = await world()
    await w.store().save({ key: 'a', path: w.file('saved', randomBytes(200_000)) })
    w.faults.slow = 50
    const end = w.store().restore(w.wanted('a'))
    setTimeout(() => w.stop.abort(), 80)
    await expect(end).rejects.toMatchObject({ code: 'interrupted' })
    expect(readdirSync(w.dir)).toEqual(['saved'])
    expect(w.log.lines).toEqual([])
  })
})

describe('a full or forbidden disk', () => {
  it('is told as what it is', async () => {
    const w = await world()
    await w.store().save({ key: 'a', path: w.file('saved', 'a') })
    const store = w.store()
    const path = join(w.file('a-file', ''), 'restored')
    await expect(store.restore({ key: 'a', fallbacks: [], path })).rejects.toMatchObject({ code: 'cannot-write' })
  })
})
