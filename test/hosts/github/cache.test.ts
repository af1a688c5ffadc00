import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CachePolicy } from '../../../src/cache/policy.ts'
import type { CacheStore } from '../../../src/cache/store.ts'
import { spawnCommand } from '../../../src/exec/spawn.ts'
import type { Exec } from '../../../src/exec.ts'
import { githubCache } from '../../../src/hosts/github/cache.ts'
import { levelLog } from '../../support/level-log.ts'
import { compressions, plant, plantFile, tarOf } from '../../support/services/entry.ts'
import { type ClientOptions, startServices } from '../../support/services/services.ts'
import type { Faults } from '../../support/services/state.ts'

const everything: CachePolicy = { restore: 'all', save: true, reason: 'a branch' }
/** For runs that are to give up soon. */
const hurried = { callMs: 300, patienceMs: 600, stallMs: 300 }
/** Node and the action's entry, as the runner starts it. */
const program = [process.execPath, resolve('src/main.ts')]

/** A service, a directory, and stores of the runs that use them. */
async function world(faults: Faults = {}) {
  const services = await startServices(faults)
  onTestFinished(() => services.stop())
  const dir = mkdtempSync(join(tmpdir(), 'pb-cache-'))
  const log = levelLog()
  const stop = new AbortController()
  const store = (client: ClientOptions = {}, policy = everything, limits = {}, exec = spawnCommand): CacheStore => {
    const env = { PATH: process.env['PATH'], RUNNER_TEMP: dir, ...services.envFor(client) }
    const cache = githubCache({ env, policy, log, signal: stop.signal, limits, exec, program })
    if (cache === null) throw new Error('no cache')
    return cache
  }
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(dir, name), content)
    return join(dir, name)
  }
  const to = join(dir, 'restored')
  const wanted = (key: string, fallbacks: string[] = []) => ({ key, fallbacks, path: to })
  const has = (key: string, content?: Buffer | string, compression?: keyof typeof compressions) =>
    plantFile(services.state, key, content, compression)
  return { ...services, faults: services.state.faults, dir, log, stop, store, file, to, wanted, has }
}

const warnings = (log: ReturnType<typeof levelLog>) => log.lines.filter(l => l.level === 'warn')

/** A client that says a line and has no id to return. */
const saying =
  (line: string): Exec =>
  async ({ onLine }) => {
    onLine?.(line, 'stdout')
    return { code: 1, signal: null, stdout: line, stderr: '', ms: 1, timedOut: false }
  }

describe('the cache of GitHub', () => {
  it('brings back what was saved, and leaves no other file', async () => {
    const w = await world()
    const content = randomBytes(5000)
    const path = w.file('saved', content)
    const unhurried = w.store({}, everything, { callMs: 60_000, stallMs: 60_000 })
    expect(await unhurried.save({ key: 'portable-build-a-1', path })).toBe('saved')
    expect(await w.store().restore(w.wanted('portable-build-a-1'))).toEqual({ key: 'portable-build-a-1', bytes: 5000 })
    expect(readFileSync(w.to).equals(content)).toBe(true)
    expect(readdirSync(w.dir).sort()).toEqual(['restored', 'saved'])
    expect(w.log.lines).toEqual([])
  })

  it('is not there where the runner has none', () => {
    const options = { policy: everything, log: levelLog(), signal: new AbortController().signal }
    const offered = (env: Record<string, string>) =>
      githubCache({ ...options, env, exec: spawnCommand, program }) !== null
    const v2 = { ACTIONS_RESULTS_URL: 'http://a/', ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_CACHE_SERVICE_V2: 'True' }
    const v1 = { ACTIONS_CACHE_URL: 'http://a/' }
    for (const there of [v1, v2]) {
      expect(offered(there)).toBe(true)
      for (const name of Object.keys(there)) expect([name, offered({ ...there, [name]: '' })]).toEqual([name, false])
    }
    const servers = ['https://github.com', 'https://acme.ghe.com', 'http://x.localhost', 'https://git.acme.org', '?']
    const on = (env: Record<string, string>) => servers.filter(s => offered({ ...env, GITHUB_SERVER_URL: s }))
    expect(on(v2)).toEqual(['https://github.com', 'https://acme.ghe.com', 'http://x.localhost'])
    expect(on(v1)).toEqual(servers)
  })
})

describe.each(['v1', 'v2'] as const)('restoring by protocol %s', protocol => {
  it('gives an exact hit, from zstd and from gzip', async () => {
    const w = await world()
    for (const compression of ['zstd', 'gzip'] as const) await w.has(compression, compression, compression)
    for (const key of ['zstd', 'gzip']) {
      expect(await w.store({ protocol }).restore(w.wanted(key))).toEqual({ key, bytes: 4 })
      expect(readFileSync(w.to, 'utf8')).toBe(key)
    }
    expect(w.log.lines).toEqual([])
  })

  it('misses in silence', async () => {
    const w = await world()
    expect(await w.store({ protocol }).restore(w.wanted('a'))).toMatchObject({
      key: null,
      asked: true,
      why: /no entry/,
    })
    expect(readdirSync(w.dir)).toEqual([])
    expect(w.log.lines).toEqual([])
  })

  it('takes the newest of a fallback, and another key only where one was given', async () => {
    const w = await world()
    for (const key of ['obj-1', 'obj-2', 'obj-2-longer']) await w.has(key)
    const store = w.store({ protocol })
    expect(await store.restore(w.wanted('obj-9', ['nothing', 'obj-']))).toMatchObject({ key: 'obj-2-longer' })
    expect(readFileSync(w.to, 'utf8')).toBe('obj-2-longer')
    expect(await store.restore(w.wanted('obj-2', ['obj-']))).toMatchObject({ key: 'obj-2' })
    // the service itself takes the key for a beginning
    expect(await store.restore(w.wanted('obj-2-long'))).toMatchObject({ key: null, why: /no entry/ })
    expect(w.log.lines).toEqual([])
  })

  it('prefers the key itself, then the better fallback, whoever has saved it', async () => {
    const w = await world()
    await w.has('obj-near-1', 'near', 'gzip')
    await w.has('obj-1', 'far', 'zstd')
    await w.has('exact', 'exact', 'gzip')
    await w.has('exact-not', 'not', 'zstd')
    const store = w.store({ protocol })
    expect(await store.restore(w.wanted('exact', ['exact']))).toMatchObject({ key: 'exact' })
    expect(await store.restore(w.wanted('obj-9', ['obj-near', 'obj-']))).toMatchObject({ key: 'obj-near-1' })
    expect(await store.restore(w.wanted('obj-9', ['obj-', 'obj-near']))).toMatchObject({ key: 'obj-1' })
  })

  it('refuses an archive that holds something else, and says who to blame', async () => {
    const w = await world()
    const poisoned = await tarOf([{ name: '/tmp/pb-was-here', content: 'x' }])
    plant(w.state, 'portable-build-a', compressions.zstd.compress(poisoned))
    const missed = await w.store({ protocol }).restore(w.wanted('portable-build-a'))
    expect(missed).toMatchObject({ key: null, asked: true, why: /another name/ })
    expect(readdirSync(w.dir)).toEqual([])
    expect(w.log.lines).toEqual([{ level: 'warn', text: expect.stringMatching(/portable-build-a is none of ours/) }])
  })

  it.each([
    ['never answers', { hang: true }, /did not answer in 0.3 s/],
    ['always answers with 500', { status500: { times: 1000 } }, /HTTP 500/],
    ['cuts every download', { cut: { times: 1000 } }, /.+/],
    ['sends next to nothing', { slow: 100_000 }, /nothing came for 0.3 s/],
    ['denies', { denyRead: true }, /read denied/],
  ] as const)('from a service that %s is a miss', async (_, faults, why) => {
    const w = await world()
    await w.has('a', randomBytes(200_000))
    Object.assign(w.faults, faults)
    const store = w.store({ protocol }, everything, hurried)
    expect(await store.restore(w.wanted('a'))).toMatchObject({ key: null, asked: true, why })
    expect(readdirSync(w.dir)).toEqual([])
    expect(w.log.lines).toHaveLength(1)
  })

  it('never shows what opens a blob', async () => {
    const w = await world()
    await w.has('a')
    for (const blob of w.state.blobs.values()) blob.content = null
    const missed = await w.store({ protocol }).restore(w.wanted('a'))
    expect(missed).toMatchObject({ key: null, why: /404/ })
    expect(JSON.stringify([missed, w.log.lines])).not.toMatch(/sig=|blobs/)
  })

  it('ends with the run, and leaves nothing', async () => {
    const w = await world()
    await w.has('a', randomBytes(200_000))
    w.faults.slow = 50
    const end = w.store({ protocol }).restore(w.wanted('a'))
    setTimeout(() => w.stop.abort(), 80)
    await expect(end).rejects.toMatchObject({ code: 'interrupted' })
    expect(readdirSync(w.dir)).toEqual([])
    expect(w.log.lines).toEqual([])
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
    for (const key of ['portable-build-toolchain-zig', 'portable-build-objects']) await w.has(key)
    const fork = w.store({}, { restore: 'toolchains', save: false, reason: 'a fork' })
    expect(await fork.restore(w.wanted('portable-build-toolchain-zig'))).toMatchObject({ bytes: 28 })
    expect(await fork.restore(w.wanted('portable-build-objects'))).toEqual({ key: null, asked: false, why: 'a fork' })
  })

  it.each([
    ['read', 'saved by main', 0],
    ['none', null, 1],
    ['write-only', null, 1],
  ] as const)('of the service in mode %s is information, no warning', async (mode, key, told) => {
    const w = await world()
    await w.has('saved by main')
    expect(await w.store({ mode }).restore(w.wanted('saved by main'))).toMatchObject({ key })
    expect(w.log.lines.map(l => l.level)).toEqual(Array.from({ length: told }, () => 'info'))
  })

  it('of a branch is its own; that of the default branch is for all', async () => {
    const w = await world()
    await w.has('main')
    const main = { Scope: 'refs/heads/main', Permission: 1 }
    const pull = (scopes: ClientOptions['scopes']) => w.store(scopes ? { scopes } : {}).restore(w.wanted('main'))
    expect(await pull([{ Scope: 'refs/pull/1/merge', Permission: 3 }, main])).toMatchObject({ key: 'main' })
    expect(await pull([{ Scope: 'refs/pull/1/merge', Permission: 3 }])).toMatchObject({ key: null })
  })
})

describe('a service in trouble', () => {
  it('is asked again as long as the run can afford it', async () => {
    const w = await world()
    await w.has('a')
    Object.assign(w.faults, { status500: { times: 1 }, status429: { times: 1 }, cut: { times: 1 } })
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

  it('that is not there at all is a miss', async () => {
    const w = await world()
    const gone = await startServices()
    await gone.stop()
    const options = { policy: everything, log: w.log, signal: w.stop.signal, limits: hurried, exec: spawnCommand }
    const cache = githubCache({ ...options, env: gone.env, program })
    expect(await cache?.restore(w.wanted('a'))).toMatchObject({ key: null, why: /cannot be reached \(ECONNREFUSED\)/ })
    expect(warnings(w.log)).toHaveLength(1)
  })

  it.each([
    ['cache write denied: the token is read-only', 'not-allowed', 'info'],
    ['already exists', 'exists', undefined],
    ['HTTP 500', 'failed', 'warn'],
  ] as const)('has not saved: %s', async (why, result, level) => {
    const w = await world()
    const store = w.store({}, everything, {}, saying(`::warning::Failed to save: ${why}`))
    expect(await store.save({ key: 'a', path: w.file('saved', 'a') })).toBe(result)
    expect(w.log.lines.map(l => l.level)).toEqual(level ? [level] : [])
  })

  it('is warned of once', async () => {
    const w = await world()
    const store = w.store({}, everything, {}, saying('::warning::Failed to save: HTTP 500'))
    for (const key of ['a', 'b']) expect(await store.save({ key, path: w.file('saved', 'a') })).toBe('failed')
    expect(w.log.lines.map(l => l.level)).toEqual(['warn', 'detail'])
  })
})

describe('an interruption', () => {
  it('ends the waiting at once', async () => {
    const w = await world({ hang: true })
    const end = w.store().restore(w.wanted('a'))
    w.stop.abort()
    await expect(end).rejects.toMatchObject({ code: 'interrupted' })
  })

  it('ends the saving, and the files of it are gone', async () => {
    const w = await world({ hang: true })
    const end = w.store().save({ key: 'a', path: w.file('saved', 'a') })
    setTimeout(() => w.stop.abort(), 100)
    await expect(end).rejects.toMatchObject({ code: 'interrupted' })
    expect(readdirSync(w.dir)).toEqual(['saved'])
  })
})

describe('a full or forbidden disk', () => {
  it('is told as what it is', async () => {
    const w = await world()
    await w.has('a')
    const path = join(w.file('a-file', ''), 'restored')
    const end = w.store().restore({ key: 'a', fallbacks: [], path })
    await expect(end).rejects.toMatchObject({ code: 'cannot-write' })
  })
})
