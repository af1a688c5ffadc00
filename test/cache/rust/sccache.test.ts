import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { KeeperContext } from '../../../src/cache/keeper.ts'
import { rustDepsKeepers } from '../../../src/cache/rust/deps-keepers.ts'
import { ownStore, readStats, sccacheEnv } from '../../../src/cache/rust/sccache-settings.ts'
import type { PlannedProject } from '../../../src/plan.ts'
import type { CacheReport } from '../../../src/report/schema.ts'
import { scratchDir } from '../../support/cache/trees.ts'
import { fakeExec } from '../../support/fake-exec.ts'
import { makeJob, memoryLog } from '../../support/jobs.ts'
import { memoryCache } from '../../support/memory-cache.ts'

const stats = { cache_hits: { counts: { Rust: 5, 'C/C++': 1 } }, cache_misses: { counts: { Rust: 2 } } }
const said = JSON.stringify({ stats: { ...stats, requests_not_cacheable: 9 } })

interface More {
  readonly passEnv?: Readonly<Record<string, string>>
  /** Whether its server does. */
  readonly starts?: boolean
}

/** A Rust job on a machine that has a pretended sccache. */
async function world(more: Partial<KeeperContext> & More = {}) {
  const { passEnv = {}, starts = true, ...context } = more
  const dir = scratchDir()
  const program = join(dir, 'bin/sccache')
  mkdirSync(join(dir, 'bin'))
  writeFileSync(program, '')
  chmodSync(program, 0o755)
  const step = {
    id: '1-build',
    title: 'build',
    targets: [],
    argv: ['cargo'],
    cwd: dir,
    env: {},
    stdout: 'cargo-json' as const,
  }
  const { exec, commands } = fakeExec(({ argv }) => ({
    ...{ stdout: argv[1] === '--show-stats' ? said : '', code: starts || argv[1] !== '--start-server' ? 0 : 2 },
  }))
  const rows: CacheReport[] = []
  const { log, said: lines } = memoryLog()
  const set = await rustDepsKeepers({
    job: makeJob({ workDir: join(dir, 'work'), steps: [step], targets: ['x86_64-linux-musl'], passEnv }),
    planned: { language: 'rust', name: 'app', dir, commit: null } as PlannedProject,
    ...{ store: memoryCache(), exec, log, signal: new AbortController().signal, scratch: scratchDir() },
    ...{ env: { PATH: join(dir, 'bin'), ACTIONS_RUNTIME_TOKEN: 'secret' }, rustDepsCache: 'sccache' },
    tell: row => void rows.push(row),
    ...context,
  })
  return { set, commands, rows, lines, program, env: set.env['x86_64-linux-musl'] ?? {} }
}
const result = { steps: [], failures: [], failed: [], messages: {} }

describe('sccache', () => {
  it('gets a server of this run alone and a directory that is kept, and is asked what it did', async () => {
    const { set, env, program, commands, rows } = await world()
    expect(env).toMatchObject({ RUSTC_WRAPPER: program, SCCACHE_DIR: expect.stringContaining('/work/sccache/') })
    const [keeper] = set.keepers
    expect(keeper?.wanted.map(e => e.kind)).toEqual(['sccache'])
    await keeper?.restore()
    expect(rows.map(r => [r.id, r.hit])).toEqual([['sccache app-zig', 'miss']])
    expect(await keeper?.counts?.(result)).toEqual([{ id: 'sccache app-zig', reused: 6, compiled: 2, unit: 'crates' }])
    expect(commands.map(c => c.argv[1])).toEqual(['--start-server', '--show-stats', '--stop-server'])
    expect(commands.map(c => c.env['SCCACHE_SERVER_UDS'])).toEqual(Array(3).fill(env['SCCACHE_SERVER_UDS']))
    expect(JSON.stringify(commands)).not.toContain('secret')
  })

  it('is not in the way of rustc when its server does not start', async () => {
    const { set, commands, lines } = await world({ starts: false, passEnv: { SCCACHE_REDIS: 'redis://gone' } })
    const [keeper] = set.keepers
    await keeper?.restore()
    expect(set.env).toEqual({})
    expect(await keeper?.counts?.(result)).toEqual([])
    expect(commands.map(c => c.argv[1])).toEqual(['--start-server'])
    expect(lines).toEqual([expect.stringMatching(/does not start: rustc is started without it/)])
  })

  it('listens on a port where the path of a socket would be too long', () => {
    const server = (socket: string) => ({ program: '/bin/sccache', socket, port: 20_001 })
    expect(sccacheEnv(server('/short'), null)['SCCACHE_SERVER_UDS']).toBe('/short')
    const long = sccacheEnv(server(`/${'builds/'.repeat(16)}`), null)
    expect(long).not.toHaveProperty('SCCACHE_SERVER_UDS')
    expect(long['SCCACHE_SERVER_PORT']).toBe('20001')
  })

  it('keeps things itself where the user names a store of its own', async () => {
    const { set, env, rows } = await world({ passEnv: { SCCACHE_BUCKET: 'b', AWS_ACCESS_KEY_ID: 'i' } })
    expect(rows).toEqual([expect.objectContaining({ hit: 'skipped', why: expect.stringContaining('SCCACHE_BUCKET') })])
    expect(env['RUSTC_WRAPPER']).toBeDefined()
    expect(env['SCCACHE_DIR']).toBeUndefined()
    expect(set.keepers[0]?.wanted).toEqual([])
  })

  it('uses GitHub’s cache only when asked to; its server gets the token, no build does, and the price is told', async () => {
    const { set, env, commands, lines } = await world({ passEnv: { SCCACHE_GHA_ENABLED: 'true' } })
    await set.keepers[0]?.restore()
    expect(commands[0]?.env['ACTIONS_RUNTIME_TOKEN']).toBe('secret')
    expect(JSON.stringify(env)).not.toContain('secret')
    expect(lines).toEqual([expect.stringMatching(/200 new ones a minute/)])
  })

  it.each([
    ['may use nothing', { restore: 'toolchains', save: false, reason: 'a fork' }, {}],
    ['is a release', { restore: 'none', save: false, reason: 'a release' }, {}],
    [
      'may not write to its store',
      { restore: 'all', save: false, reason: 'read-only' },
      { SCCACHE_REDIS: 'redis://x' },
    ],
  ] as const)('is not started where a run %s', async (_, policy, passEnv) => {
    const { set, rows } = await world({ policy, passEnv })
    expect(set).toEqual({ keepers: [], env: {} })
    expect(rows).toEqual([expect.objectContaining({ hit: 'skipped', why: expect.stringContaining(policy.reason) })])
  })

  it('finds its place by the variables that choose one', () => {
    expect(ownStore({})).toBeNull()
    expect(ownStore({ SCCACHE_DIR: '/d' })).toEqual({ variable: 'SCCACHE_DIR', what: 'a directory' })
    expect(ownStore({ SCCACHE_DIR: '/d', SCCACHE_WEBDAV_ENDPOINT: 'https://x' })?.what).toBe('WebDAV')
  })

  it('says what it did, or nothing', () => {
    expect(readStats(said)).toEqual({ hits: 6, misses: 2, others: 9 })
    expect(readStats('{"stats":{}}')).toEqual({ hits: 0, misses: 0, others: 0 })
    expect(readStats('error: no server')).toBeNull()
  })
})

describe('nobody, and cargo-chef', () => {
  it.each(['off', 'chef'] as const)('%s: nothing of ours is kept, and it is told', async rustDepsCache => {
    const { set, rows } = await world({ rustDepsCache })
    expect(set).toEqual({ keepers: [], env: {} })
    expect(rows).toEqual([expect.objectContaining({ id: 'rust-hot app-zig', hit: 'skipped' })])
  })
})
