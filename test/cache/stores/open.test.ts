import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CachePolicy } from '../../../src/cache/policy.ts'
import { openStore } from '../../../src/cache/stores/open.ts'
import { storeSettings } from '../../../src/cache/stores/settings.ts'
import { loadInputs } from '../../../src/inputs/load.ts'
import { startObjectServer } from '../../support/cache/object-server.ts'
import { scratchDir } from '../../support/cache/trees.ts'
import { levelLog } from '../../support/level-log.ts'
import { memoryCache } from '../../support/memory-cache.ts'

const everything: CachePolicy = { restore: 'all', save: true, reason: 'a branch' }
const signal = new AbortController().signal

async function inputsOf(flags: Record<string, string>) {
  const { projects } = await loadInputs({ dir: scratchDir(), flags, env: {} })
  const [first] = projects
  if (!first) throw new Error('no project')
  return first.loaded.inputs
}

describe('where the cache is', () => {
  it('is a directory of 5 GB where nothing else is said', async () => {
    const settings = storeSettings(await inputsOf({}), {})
    expect(settings).toEqual({ address: null, maxBytes: 5e9 })
    const dir = join(scratchDir(), 'cache')
    const store = openStore({ settings, host: null, dir, policy: everything, env: {}, log: levelLog(), signal })
    writeFileSync(join(scratchDir(), 'x'), 'x')
    const path = join(scratchDir(), 'pack')
    writeFileSync(path, 'x')
    expect(await store.save({ key: 'portable-build-a', path })).toBe('saved')
    expect(readdirSync(dir)).toEqual(['portable-build-a.entry'])
  })

  it('is the one of the CI host, unless another one is asked for', async () => {
    const host = memoryCache()
    const common = { host, dir: '/nonexistent', policy: everything, log: levelLog(), signal }
    const own = storeSettings(await inputsOf({}), {})
    expect(openStore({ ...common, settings: own, env: {} })).toBe(host)
    const server = await startObjectServer({ token: 't' })
    const settings = storeSettings(await inputsOf({ 'cache-store': server.url }), {})
    const store = openStore({ ...common, settings, env: { PORTABLE_BUILD_CACHE_TOKEN: 't' } })
    const path = join(scratchDir(), 'pack')
    writeFileSync(path, 'x')
    expect(await store.save({ key: 'portable-build-a', path })).toBe('saved')
    expect([...server.objects.keys()]).toEqual(['/portable-build-a.entry'])
  })

  it('is not asked for what this run may not have', async () => {
    const dir = join(scratchDir(), 'cache')
    const settings = { address: null, maxBytes: 1e6 }
    const at = (policy: CachePolicy) =>
      openStore({ settings, host: null, dir, policy, env: {}, log: levelLog(), signal })
    const path = join(scratchDir(), 'pack')
    writeFileSync(path, 'x')
    await at(everything).save({ key: 'portable-build-a', path })
    const fork = at({ restore: 'toolchains', save: false, reason: 'the code comes from a fork' })
    const wanted = { fallbacks: [], path: join(scratchDir(), 'to') }
    const denied = { key: null, asked: false, why: 'the code comes from a fork' }
    expect(await fork.restore({ key: 'portable-build-a', ...wanted })).toEqual(denied)
    expect(await fork.save({ key: 'portable-build-b', path })).toBe('not-allowed')
    await fork.reject?.('portable-build-a')
    mkdirSync(dir, { recursive: true })
    expect(readdirSync(dir)).toEqual(['portable-build-a.entry'])
  })

  it.each([
    ['cache-store', 'bucket'],
    ['cache-store', 's3://bucket with blanks'],
    ['cache-max-size', 'much'],
    ['cache-max-size', '-1GB'],
    ['cache-max-size', '5XB'],
  ])('%s cannot be %s', async (name, value) => {
    const loading = inputsOf({ [name]: value })
    await expect(loading).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining(name) })
  })

  it.each(['s3://UPPER', 's3://bucket?endpint=https://a', 'https://host/?sig=secret'])(
    'cache-store cannot be %s, which only its reader sees',
    async value => {
      const inputs = await inputsOf({ 'cache-store': value })
      expect(() => storeSettings(inputs, {})).toThrow(expect.objectContaining({ code: 'bad-input' }))
      expect(() => storeSettings(inputs, {})).not.toThrow(/secret@|=secret/)
    },
  )

  it.each([
    ['500MB', 5e8],
    ['2GiB', 2 ** 31],
    ['1.5 g', 1.5e9],
    ['0', 0],
  ])('cache-max-size can be %s', async (value, maxBytes) => {
    expect(storeSettings(await inputsOf({ 'cache-max-size': value }), {}).maxBytes).toBe(maxBytes)
  })
})
