import { existsSync, readFileSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { JobResult } from '../../../src/build/run.ts'
import { directoryFor, isUsed, type KeptDirectory, keepDirectory } from '../../../src/cache/kept/directory.ts'
import type { CacheReport } from '../../../src/report/schema.ts'
import { makeTree, scratchDir, type TreePlan } from '../../support/cache/trees.ts'
import { fakeExec } from '../../support/fake-exec.ts'
import { makeJob, memoryLog } from '../../support/jobs.ts'
import { plan } from '../../support/plan.ts'
import { type PrefixCache, prefixCache } from '../../support/prefix-cache.ts'

const target = 'x86_64-linux'
const planned = plan.projects.find(project => project.name === 'hello')
const done: JobResult = { steps: [], failures: [], failed: [], messages: {} }
const large = 'x'.repeat(100_000)

/** A machine on which a tool keeps things in a directory. */
class Machine {
  readonly rows: CacheReport[] = []
  readonly work = scratchDir()
  readonly dir: string
  readonly settled: unknown[] = []
  readonly #keeper

  constructor(store: PrefixCache, { compiler = '1', ...parts }: Partial<KeptDirectory> & { compiler?: string } = {}) {
    const name = { kind: 'ccache', name: target, ingredients: { compiler, commit: 'c' }, near: ['compiler'] } as const
    this.dir = directoryFor(this.work, name)
    if (!planned) throw new Error('the plan has the project')
    const context = {
      ...{ store, exec: fakeExec().exec, env: {}, log: memoryLog().log, signal: new AbortController().signal },
      ...{ job: makeJob({ workDir: this.work, steps: [] }), planned, scratch: scratchDir() },
      tell: (row: CacheReport) => void this.rows.push(row),
    }
    const settle = async (facts: unknown, isWarm: boolean) => void this.settled.push([facts, isWarm])
    const kept = { wanted: (path: string) => path !== 'own', select: onlyUsed, facts: { n: 1 }, settle }
    this.#keeper = keepDirectory(context, { ...name, ...kept, dir: this.dir, targets: [target], ...parts })
  }

  /** A run whose tool makes these files and uses those. */
  async run(made: TreePlan, used: readonly string[] = [], result: JobResult = done): Promise<readonly string[]> {
    await this.#keeper.restore()
    makeTree(this.dir, made)
    for (const path of used) utimesSync(join(this.dir, path), new Date(), new Date())
    this.rows.length = 0
    await this.#keeper.save(result)
    return this.rows.filter(row => row.saved === 'saved').map(row => row.id)
  }

  restore = async () => this.#keeper.restore()

  counts = async () => this.#keeper.counts?.(done)

  text(path: string): string | null {
    const at = join(this.dir, path)
    return existsSync(at) ? readFileSync(at, 'utf8') : null
  }
}

const onlyUsed: KeptDirectory['select'] = files => files.filter(isUsed)

describe('a directory that is kept', () => {
  it('comes back as base and changes, the newer file over the older one', async () => {
    const store = prefixCache()
    expect(await new Machine(store).run({ std: large, note: 'one' })).toEqual([`ccache ${target}`])
    expect(await new Machine(store).run({ note: 'one, two', main: 'm' }, ['std'])).toEqual([`ccache ${target} changes`])
    const third = new Machine(store)
    await third.run({}, ['std', 'note', 'main'])
    expect([third.text('std'), third.text('note'), third.text('main')]).toEqual([large, 'one, two', 'm'])
    expect(store.entries.size).toBe(2)
  })

  it('tells of changes only when there are some', async () => {
    const store = prefixCache()
    await new Machine(store).run({ std: large })
    const second = new Machine(store)
    await second.restore()
    expect(second.rows.map(row => [row.id, row.hit])).toEqual([[`ccache ${target}`, 'exact']])
    await new Machine(store).run({ main: 'm' }, ['std'])
    const third = new Machine(store)
    await third.restore()
    expect(third.rows.map(row => row.id)).toEqual([`ccache ${target}`, `ccache ${target} changes`])
  })

  it('forgets what was not used, in changes at once and in the base when it weighs', async () => {
    const store = prefixCache()
    await new Machine(store).run({ std: large, old: large })
    await new Machine(store).run({ a: 'a' }, ['std', 'old'])
    await new Machine(store).run({ b: 'b' }, ['std', 'old'])
    const fourth = new Machine(store)
    await fourth.run({}, ['std', 'old', 'b'])
    expect([fourth.text('a'), fourth.text('b')]).toEqual([null, 'b'])
    expect(await new Machine(store).run({ c: 'c' }, ['std', 'b'])).toEqual([`ccache ${target}`])
    const last = new Machine(store)
    await last.run({})
    expect([last.text('old'), last.text('c')]).toEqual([null, 'c'])
  })

  it('keeps all of it when a target failed: that it was not used says nothing then', async () => {
    const store = prefixCache()
    await new Machine(store).run({ std: large, deps: large })
    expect(await new Machine(store).run({ main: 'm' }, [], { ...done, failed: [target] })).toEqual([
      `ccache ${target} changes`,
    ])
    const next = new Machine(store)
    await next.run({})
    expect([next.text('deps'), next.text('main')]).toEqual([large, 'm'])
  })

  it('is not uploaded for what does not matter, and never with what is this machine’s', async () => {
    const store = prefixCache()
    await new Machine(store).run({ std: large, own: 'of this machine' })
    const countPackages = async (paths: readonly string[]) => paths.filter(path => path !== 'index').length
    expect(await new Machine(store, { countPackages }).run({ index: 'i' }, ['std'])).toEqual([])
    expect(await new Machine(store, { countPackages }).run({ index: 'i', main: 'm' }, ['std'])).toHaveLength(1)
    const next = new Machine(store)
    await next.run({})
    expect(next.text('own')).toBeNull()
  })

  it('counts what came back and was used, and what was made', async () => {
    const store = prefixCache()
    const countPackages = async (paths: readonly string[]) => paths.length
    await new Machine(store, { countPackages }).run({ std: large, deps: large, old: 'o' })
    const next = new Machine(store, { countPackages })
    await next.run({ main: 'm' }, ['std', 'deps'])
    expect(await next.counts()).toEqual([{ id: `ccache ${target}`, reused: 2, compiled: 1, unit: 'packages' }])
  })

  it('is another one for another compiler, also on a machine that keeps its work directory', async () => {
    const store = prefixCache()
    await new Machine(store).run({ std: large })
    const newer = new Machine(store, { compiler: '2' })
    makeTree(newer.work, { [`${target}-0123456789abcdef/std`]: 'of an older compiler', 'other/file': '' })
    await newer.run({})
    expect(newer.text('std')).toBeNull()
    expect(existsSync(join(newer.work, `${target}-0123456789abcdef`))).toBe(false)
    expect(existsSync(join(newer.work, 'other/file'))).toBe(true)
  })

  it('stays as it is where there is one already, and is told so', async () => {
    const store = prefixCache()
    await new Machine(store).run({ std: large })
    const warm = new Machine(store)
    makeTree(warm.dir, { std: 'newer' })
    expect(await warm.run({ main: 'm' })).toEqual([])
    expect(warm.text('std')).toBe('newer')
    expect(warm.settled).toEqual([[undefined, true]])
  })

  it('hands on what its base remembers', async () => {
    const store = prefixCache()
    const [first, second] = [new Machine(store), new Machine(store, { facts: { n: 2 } })]
    await first.run({ std: large })
    await second.run({})
    expect([first.settled, second.settled]).toEqual([[[undefined, false]], [[{ n: 1 }, false]]])
  })

  it('is begun anew where the pack of changes is broken', async () => {
    const store = prefixCache()
    await new Machine(store).run({ std: large })
    await new Machine(store).run({ main: 'm' }, ['std'])
    const [, [key, pack] = ['', Buffer.alloc(0)]] = [...store.entries]
    store.entries.set(key, pack.subarray(0, -1))
    const next = new Machine(store)
    await next.run({})
    expect([next.text('std'), next.text('main')]).toEqual([large, null])
  })
})
