import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseStore } from '../../../src/cache/stores/address.ts'
import { remoteStore } from '../../../src/cache/stores/remote.ts'
import { type Access, type ObjectFaults, startObjectServer } from '../../support/cache/object-server.ts'
import { scratchDir } from '../../support/cache/trees.ts'
import { levelLog } from '../../support/level-log.ts'

const key = { id: 'AKIDTEST', secret: 'se/cr+et' }
const credentials = { AWS_ACCESS_KEY_ID: key.id, AWS_SECRET_ACCESS_KEY: key.secret }
/** For runs that are to give up soon. */
const hurried = { patienceMs: 900, stallMs: 300 }

interface Wishes {
  readonly access?: Access
  readonly faults?: ObjectFaults
  readonly env?: Readonly<Record<string, string>>
  readonly limits?: object
  /** What stands behind the address of the server. */
  readonly store?: (url: string) => string
}

async function world({ access = { key }, faults = {}, env = credentials, limits = {}, store }: Wishes = {}) {
  const server = await startObjectServer(access, faults)
  const text = store?.(server.url) ?? `s3://bucket/a%20b?endpoint=${server.url}&region=eu-west-1`
  const address = parseStore(text, {})
  if ('problem' in address) throw new Error(address.problem)
  const dir = scratchDir()
  const log = levelLog()
  const stop = new AbortController()
  const cache = remoteStore({ address, env, log, signal: stop.signal, limits })
  const to = join(dir, 'restored')
  return {
    ...{ server, dir, log, stop, cache, to },
    save(name: string, content: string | Buffer = name) {
      writeFileSync(join(dir, 'saved'), content)
      return cache.save({ key: `portable-build-${name}`, path: join(dir, 'saved') })
    },
    restore(name: string, ...fallbacks: string[]) {
      const full = fallbacks.map(f => `portable-build-${f}`)
      return cache.restore({ key: `portable-build-${name}`, fallbacks: full, path: to })
    },
    /** When an object was saved. */
    saved(name: string, date: string) {
      const object = server.objects.get(`/bucket/a b/portable-build-${name}.entry`)
      if (object) object.modified = new Date(date)
    },
  }
}

const warnings = (log: ReturnType<typeof levelLog>) => log.lines.filter(l => l.level === 'warn')

describe('a bucket', () => {
  it('brings back what was saved, signed as the service asks for', async () => {
    const w = await world()
    const content = randomBytes(3_000_000)
    expect(await w.save('a-1', content)).toBe('saved')
    expect([...w.server.objects.keys()]).toEqual(['/bucket/a b/portable-build-a-1.entry'])
    expect(await w.restore('a-1')).toEqual({ key: 'portable-build-a-1', bytes: content.length })
    expect(readFileSync(w.to).equals(content)).toBe(true)
    expect(readdirSync(w.dir).sort()).toEqual(['restored', 'saved'])
    expect(w.log.lines).toEqual([])
  })

  it('keeps keys that need encoding', async () => {
    const w = await world()
    expect(await w.save("a+b c&d='e'%", 'odd')).toBe('saved')
    expect(await w.restore("a+b c&d='e'%")).toMatchObject({ bytes: 3 })
    expect(await w.restore('none', 'a+b c')).toMatchObject({ key: "portable-build-a+b c&d='e'%" })
  })

  it('takes the newest of the first beginning that has any, over many pages', async () => {
    const w = await world({ access: { key, pageSize: 2 } })
    for (const name of ['a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'b-1']) await w.save(name)
    for (const name of ['a-1', 'a-2', 'a-4', 'a-5']) w.saved(name, '2026-01-01')
    w.saved('a-3', '2026-02-01')
    w.server.objects.set('/bucket/a b/portable-build-a-foreign', { content: Buffer.from('x'), modified: new Date() })
    expect(await w.restore('none', 'zzz-', 'a-', 'b-')).toMatchObject({ key: 'portable-build-a-3' })
    expect(readFileSync(w.to, 'utf8')).toBe('a-3')
    expect(w.log.lines).toEqual([])
  })

  it('misses in silence', async () => {
    const w = await world()
    expect(await w.restore('a', 'b-')).toMatchObject({ key: null, asked: true, why: /no entry/ })
    expect(existsSync(w.to)).toBe(false)
    expect(w.log.lines).toEqual([])
  })

  it('is not told twice, but again after what came was of no use', async () => {
    const w = await world()
    await w.save('a', 'first')
    expect(await w.save('a', 'second')).toBe('exists')
    await w.cache.reject?.('portable-build-a')
    expect(await w.save('a', 'third')).toBe('saved')
    await w.restore('a')
    expect(readFileSync(w.to, 'utf8')).toBe('third')
  })

  it('refuses a wrong secret: one warning at reading, an explanation at saving, and no secret in either', async () => {
    const w = await world({ env: { ...credentials, AWS_SECRET_ACCESS_KEY: 'wrong-secret' } })
    expect(await w.restore('a')).toMatchObject({ key: null, asked: true, why: /403/ })
    expect(await w.restore('b')).toMatchObject({ key: null })
    expect(await w.save('a')).toBe('not-allowed')
    expect(warnings(w.log)).toHaveLength(1)
    expect(JSON.stringify(w.log.lines)).not.toMatch(/wrong-secret|AKIDTEST|Signature/)
  })

  it('gets the session token of temporary credentials', async () => {
    const w = await world({ env: { ...credentials, AWS_SESSION_TOKEN: 'session' } })
    expect(await w.save('a')).toBe('saved') // the server asks that every x-amz- header is signed
  })
})

describe('a server of files', () => {
  const wishes = {
    access: { token: 'tok' },
    env: { PORTABLE_BUILD_CACHE_TOKEN: 'tok' },
    store: (u: string) => `${u}/cache`,
  }

  it('brings back what was saved, by the exact key only', async () => {
    const w = await world(wishes)
    expect(await w.save('a-1', 'content')).toBe('saved')
    expect([...w.server.objects.keys()]).toEqual(['/cache/portable-build-a-1.entry'])
    expect(await w.restore('a-2', 'a-')).toMatchObject({ key: null, why: /no entry/ })
    expect(await w.restore('a-1')).toMatchObject({ bytes: 7 })
    expect(w.log.lines).toEqual([])
  })

  it('is told who asks', async () => {
    const w = await world({ ...wishes, env: { PORTABLE_BUILD_CACHE_TOKEN: 'other-token' } })
    expect(await w.restore('a')).toMatchObject({ key: null, why: /401/ })
    expect(JSON.stringify(w.log.lines)).not.toContain('other-token')
  })
})

describe('a store in trouble', () => {
  it.each([
    ['429', 429],
    ['503', 503],
    ['500', 500],
  ])('is asked again after %s', async (_, code) => {
    const w = await world()
    await w.save('a')
    w.server.faults.status = { code, times: 1 }
    expect(await w.restore('a')).toMatchObject({ key: 'portable-build-a' })
    w.server.faults.status = { code, times: 1 }
    expect(await w.save('b')).toBe('saved')
    expect(w.log.lines).toEqual([])
  })

  it('is left alone when it asks for more time than a run has', async () => {
    const w = await world({ limits: hurried })
    await w.save('a')
    w.server.faults.status = { code: 429, times: 99, retryAfter: 60 }
    expect(await w.restore('a')).toMatchObject({ key: null, why: /429/ })
    const asked = w.server.requests.length
    expect(await w.restore('b')).toMatchObject({ key: null, why: /given up for this run/ })
    expect(w.server.requests.length).toBe(asked)
  })

  it.each([
    ['always answers with 500', { status: { code: 500, times: 99 } }, /HTTP 500/],
    ['cuts every download', { cut: 99 }, /connection failed/],
    ['sends next to nothing', { slow: 2000 }, /nothing came|slower/],
    ['never answers', { hang: true }, /nothing came/],
  ] as const)('that %s is a miss with one warning, and leaves nothing', async (_, faults, why) => {
    const w = await world({ limits: hurried })
    await w.save('a', randomBytes(200_000))
    await w.save('b', randomBytes(200_000))
    Object.assign(w.server.faults, structuredClone(faults))
    expect(await w.restore('a')).toMatchObject({ key: null, asked: true, why })
    expect(await w.restore('b')).toMatchObject({ key: null, asked: true })
    expect(warnings(w.log)).toHaveLength(1)
    expect(readdirSync(w.dir)).toEqual(['saved'])
  })

  it('that has no listing brings the newest of a beginning all the same, by what it was told when that was saved', async () => {
    const token = 'tok'
    const wishes = {
      access: { token },
      env: { PORTABLE_BUILD_CACHE_TOKEN: token },
      store: (url: string) => `${url}/sub`,
    }
    const w = await world(wishes)
    const [near, whole, other] = ['a'.repeat(16), 'b'.repeat(16), 'c'.repeat(16)]
    for (const [digest, revision] of [
      [whole, 'r1'],
      [whole, 'r2'],
      [other, 'r1'],
    ]) {
      expect(await w.save(`rust-hot-app-${near}-${digest}-${revision}`)).toBe('saved')
    }
    const base = `rust-hot-app-${near}-`
    expect(await w.restore(`${base}${whole}`, `${base}${whole}-r`, base)).toMatchObject({
      key: `portable-build-${base}${whole}-r2`,
    })
    expect(await w.restore(`${base}dddd`, `${base}dddd-r`, base)).toMatchObject({
      key: `portable-build-${base}${other}-r1`,
    })
    expect(await w.restore('rust-hot-other-x', 'rust-hot-other-')).toMatchObject({ key: null, asked: true })
    expect(readdirSync(w.dir).sort()).toEqual(['restored', 'saved'])
    expect(w.log.lines).toEqual([])
  })

  it.each(['portable-build-../../x', 'portable-build-result-app-1', '', '\n', 'x'.repeat(5000)])(
    'that says %j is the newest is not believed',
    async text => {
      const token = 'tok'
      const wishes = { access: { token }, env: { PORTABLE_BUILD_CACHE_TOKEN: token }, store: (url: string) => url }
      const w = await world(wishes)
      const near = 'a'.repeat(16)
      await w.save(`ccache-app-${near}-${near}-1`)
      for (const [path, object] of w.server.objects) if (path.endsWith('.txt')) object.content = Buffer.from(text)
      await w.save('result-app-1')
      expect(await w.restore('ccache-x', `ccache-app-${near}-`)).toMatchObject({ key: null, asked: true })
    },
  )

  it('is asked once more after a cut', async () => {
    const w = await world({ faults: { cut: 1 } })
    const content = randomBytes(500_000)
    await w.save('a', content)
    expect(await w.restore('a')).toMatchObject({ bytes: 500_000 })
    expect(readFileSync(w.to).equals(content)).toBe(true)
    expect(w.log.lines).toEqual([])
  })

  it('may close the connection after each answer, before all of it is on disk', async () => {
    const w = await world({ faults: { close: true } })
    const content = randomBytes(4_000_000)
    expect(await w.save('a', content)).toBe('saved')
    for (let i = 0; i < 5; i++) expect(await w.restore('a')).toMatchObject({ bytes: content.length })
    expect(readFileSync(w.to).equals(content)).toBe(true)
    expect(w.log.lines).toEqual([])
  })

  it('that is not there at all is a miss', async () => {
    const w = await world({ limits: hurried })
    await w.server.stop()
    expect(await w.restore('a')).toMatchObject({ key: null, why: /connection failed/ })
    expect(await w.save('a')).toBe('failed')
    expect(warnings(w.log)).toHaveLength(1)
  })

  it('does not hold up a run that is interrupted', async () => {
    const w = await world({ faults: { hang: true } })
    setTimeout(() => w.stop.abort(), 50)
    await expect(w.restore('a')).rejects.toMatchObject({ code: 'interrupted' })
    expect(readdirSync(w.dir)).toEqual([])
  })
})
