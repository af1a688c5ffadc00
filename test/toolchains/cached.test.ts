import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CacheStore } from '../../src/cache/store.ts'
import { spawnCommand } from '../../src/exec/spawn.ts'
import type { CacheReport } from '../../src/report/schema.ts'
import { cachedArchive } from '../../src/toolchains/cached.ts'
import { catalog } from '../../src/toolchains/catalog.ts'
import type { ToolContext } from '../../src/toolchains/context.ts'
import { installToolchain } from '../../src/toolchains/install.ts'
import { levelLog } from '../support/level-log.ts'
import { memoryCache } from '../support/memory-cache.ts'
import { makeFixture, pathWith, scratch } from './fixture.ts'
import { deadUrl, serve, startMirror } from './mirror.ts'

const zig = { name: 'zig', version: '9.9.9' } as const
const fixture = makeFixture()
const noTools = pathWith({})

/** A machine that has nothing yet. */
function machine(cache: CacheStore | null, mirror: string, more: Partial<ToolContext> = {}) {
  const rows: CacheReport[] = []
  const log = levelLog()
  const context = {
    exec: spawnCommand,
    env: { PATH: noTools },
    log,
    signal: new AbortController().signal,
    toolsDir: join(scratch(), 'tools'),
    arch: 'x86_64',
    mirrors: { zig: mirror },
    cache,
    onCache: (row: CacheReport) => void rows.push(row),
    catalog: fixture.catalog,
    pause: async () => {},
    ...more,
  } satisfies ToolContext
  const payload = () => readFileSync(join(context.toolsDir, 'zig-9.9.9/lib/payload'))
  return { context, log, rows, payload, install: () => installToolchain(zig, context) }
}

describe('a toolchain in the cache', () => {
  it('is downloaded by one machine and brought back on the next, which needs no network', async () => {
    const cache = memoryCache()
    const mirror = await startMirror(serve(fixture.bytes))
    const one = machine(cache, mirror.url)
    await one.install()
    const [key] = [...cache.entries.keys()]
    expect(key).toMatch(/^portable-build-toolchain-zig-9\.9\.9-x86_64-[0-9a-f]{16}$/)
    expect(cache.entries.get(key ?? '')?.equals(fixture.bytes)).toBe(true)
    expect(one.rows).toMatchObject([{ id: 'toolchain zig-9.9.9', key, hit: 'miss', bytes: 0 }])

    const two = machine(cache, await deadUrl())
    const dir = await two.install()
    expect(two.rows).toMatchObject([{ id: 'toolchain zig-9.9.9', key, hit: 'exact', bytes: fixture.bytes.length }])
    expect((await spawnCommand({ argv: [join(dir, 'zig')], cwd: '/', env: {} })).stdout).toBe('9.9.9\n')
    expect(two.log.lines.at(-1)?.text).toMatch(/is installed \(\d+ s, from the cache\)/)
    expect(cache.asked).toEqual([key, key])
    expect(readdirSync(join(two.context.toolsDir, '.install/zig-9.9.9')).filter(n => n !== '.gitignore')).toEqual([])
  })

  it('that somebody has replaced is told, not used, and downloaded', async () => {
    const cache = memoryCache()
    const mirror = await startMirror(serve(fixture.bytes))
    await machine(cache, mirror.url).install()
    const [key = ''] = [...cache.entries.keys()]
    const evil = makeFixture() // a whole toolchain that would work
    cache.entries.set(key, evil.bytes)
    const run = machine(cache, mirror.url)
    await run.install()
    expect(run.payload().equals(fixture.payload)).toBe(true)
    expect(run.rows).toMatchObject([{ key, hit: 'miss', why: 'the entry was not the pinned file, and was not used' }])
    expect(run.log.lines.filter(l => l.level === 'warn')).toMatchObject([{ text: /another file than zig 9\.9\.9/ }])
    expect(mirror.requests).toHaveLength(2)
  })

  it('that somebody has replaced is not used where nothing else is there', async () => {
    const cache = memoryCache()
    const { key = '' } = cachedArchive(zig, 'x86_64', cache, fixture.catalog) ?? {}
    for (const bytes of [makeFixture().bytes, fixture.bytes.subarray(1), Buffer.alloc(0)]) {
      cache.entries.set(key, bytes)
      const run = machine(cache, await deadUrl())
      await expect(run.install()).rejects.toMatchObject({ code: 'download-failed' })
      expect(existsSync(join(run.context.toolsDir, 'zig-9.9.9'))).toBe(false)
    }
    expect(cache.asked).toEqual([key, key, key])
  })

  it('that this run may not use is a row that says why', async () => {
    const why = 'a release is built without a cache'
    const closed: CacheStore = {
      restore: async () => ({ key: null, asked: false, why }),
      save: async () => 'not-allowed',
    }
    const run = machine(closed, (await startMirror(serve(fixture.bytes))).url)
    await run.install()
    expect(run.rows).toMatchObject([{ hit: 'skipped', bytes: 0, why }])
    expect(run.payload().equals(fixture.payload)).toBe(true)
  })

  it('does no harm when it cannot be saved', async () => {
    const run = machine(memoryCache({ saves: 'failed' }), (await startMirror(serve(fixture.bytes))).url)
    await run.install()
    expect(run.payload().equals(fixture.payload)).toBe(true)
  })

  it('is not asked for where it is installed, and not saved where the user has the file', async () => {
    const cache = memoryCache()
    const run = machine(cache, fixture.dir)
    await run.install()
    await run.install()
    expect(cache.asked).toHaveLength(1)
    expect(cache.entries.size).toBe(0)
  })

  it('has a key for each version, machine and set of pins, and none without a pin', () => {
    const cache = memoryCache()
    const key = (version: string, arch: 'x86_64' | 'aarch64', pins = catalog) =>
      cachedArchive({ name: 'zig', version }, arch, cache, pins)?.key ?? null
    const { version } = catalog.zig
    const keys = [key(version, 'x86_64'), key(version, 'aarch64'), key('9.9.9', 'x86_64', fixture.catalog)]
    keys.push(key('9.9.9', 'x86_64', makeFixture(10).catalog))
    expect(new Set(keys).size).toBe(4)
    expect(keys).not.toContain(null)
    expect(key('0.14.1', 'x86_64')).toBeNull()
    expect(key('9.9.9', 'aarch64', fixture.catalog)).toBeNull()
    expect(cachedArchive(zig, 'x86_64', null, fixture.catalog)).toBeNull()
  })
})
