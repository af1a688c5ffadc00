import { describe, expect, it } from 'vitest'
import type { KeeperContext } from '../../../src/cache/keeper.ts'
import { isRuntime, zigKeepers } from '../../../src/cache/zig/keepers.ts'
import type { Job } from '../../../src/plan.ts'
import type { CacheReport } from '../../../src/report/schema.ts'
import { makeTree, scratchDir } from '../../support/cache/trees.ts'
import { fakeExec } from '../../support/fake-exec.ts'
import { makeJob, memoryLog, shStep } from '../../support/jobs.ts'
import { plan } from '../../support/plan.ts'
import { prefixCache } from '../../support/prefix-cache.ts'

const [intel, arm] = ['x86_64-linux-gnu.2.17', 'aarch64-linux-musl']
const zig = { name: 'zig', version: '0.15.2' } as const

function keepersOf(steps: Job['steps'], parts: Partial<Job> = {}) {
  const rows: CacheReport[] = []
  const [planned] = plan.projects
  if (!planned) throw new Error('the plan has a project')
  const job = makeJob({ workDir: '/src/.portable-build/j', targets: [intel, arm], toolchains: [zig], steps, ...parts })
  const context: KeeperContext = {
    ...{ job, planned, store: prefixCache(), exec: fakeExec().exec, env: {}, log: memoryLog().log },
    ...{ signal: new AbortController().signal, scratch: '/tmp', tell: row => void rows.push(row) },
  }
  return { rows, set: zigKeepers(context) }
}

const step = (targets: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  shStep('s', '/src', 'true', targets, { env: { ZIG_GLOBAL_CACHE_DIR: '/not/here', ...env } })

describe("zig's runtime", () => {
  it('is kept by target where targets are built apart, and the sources of a build stay out of it', async () => {
    const { keepers, env } = await keepersOf([step([intel], { ZIG_LOCAL_CACHE_DIR: '/build' }), step([arm])]).set
    expect(keepers).toHaveLength(2)
    expect(Object.keys(env[intel] ?? {})).toEqual(['ZIG_GLOBAL_CACHE_DIR'])
    expect(Object.keys(env[arm] ?? {})).toEqual(['ZIG_GLOBAL_CACHE_DIR', 'ZIG_LOCAL_CACHE_DIR'])
    expect(env[arm]?.['ZIG_LOCAL_CACHE_DIR']).not.toBe(env[arm]?.['ZIG_GLOBAL_CACHE_DIR'])
    expect(env[intel]?.['ZIG_GLOBAL_CACHE_DIR']).not.toBe(env[arm]?.['ZIG_GLOBAL_CACHE_DIR'])
  })

  it('is kept together for targets of one command', async () => {
    const { keepers, env } = await keepersOf([step([arm, intel])]).set
    expect(keepers.map(k => k.wanted.map(e => e.ingredients))).toEqual([
      [{ zig: '0.15.2', targets: 'aarch64-linux-musl x86_64-linux-gnu.2.17' }],
    ])
    expect(env[intel]).toEqual(env[arm])
  })

  it('is another one with another zig, and only the exact targets will do', async () => {
    const begins = async (version: string, targets: readonly string[]) => {
      const { keepers } = await keepersOf([step(targets)], { targets, toolchains: [{ ...zig, version }] }).set
      return keepers.flatMap(k => k.wanted.flatMap(e => e.fallbacks))
    }
    const all = [await begins('0.15.2', [intel]), await begins('0.16.0', [intel]), await begins('0.15.2', [arm])].flat()
    expect(new Set(all).size).toBe(all.length)
  })

  it('stays with what this machine has', async () => {
    const there = makeTree(scratchDir(), { 'zig-cache/h/x.txt': '' })
    const { rows, set } = keepersOf([step([intel, arm], { ZIG_GLOBAL_CACHE_DIR: `${there}/zig-cache` })])
    expect(await set).toEqual({ keepers: [], env: {} })
    expect(rows).toMatchObject([{ hit: 'skipped' }])
    const users = keepersOf([step([intel, arm])], { passEnv: { ZIG_GLOBAL_CACHE_DIR: '/users' } })
    expect((await users.set).keepers).toEqual([])
  })

  it('is nothing where zig does not compile', async () => {
    const { rows, set } = keepersOf([step([intel])], { toolchains: [] })
    expect(await set).toEqual({ keepers: [], env: {} })
    expect(rows).toEqual([])
  })

  it.each([
    ['o/14c94ff6/libcompiler_rt.a', true],
    ['h/053e13ce.txt', true],
    ['b/0123/builtin.zig', true],
    ['z/0123', false],
    ['tmp/0123/x.o', false],
    ['p/package', false],
  ])('%s: %s', (path, kept) => {
    expect(isRuntime(path)).toBe(kept)
  })
})
