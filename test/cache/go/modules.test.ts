import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goModuleKeeper, saysForged } from '../../../src/cache/go/modules.ts'
import type { CacheReport } from '../../../src/report/schema.ts'
import { makeTree, scratchDir } from '../../support/cache/trees.ts'
import { fakeExec, when } from '../../support/fake-exec.ts'
import { memoryLog } from '../../support/jobs.ts'
import { prefixCache } from '../../support/prefix-cache.ts'

const sums = 'example.com/a v1.0.0 h1:x=\nexample.com/a v1.0.0/go.mod h1:y=\nexample.com/B v2.0.0 h1:z=\n'
const of = (module: string, ending: string) => `cache/download/example.com/${module}.${ending}`
const a = { zip: of('a/@v/v1.0.0', 'zip'), mod: of('a/@v/v1.0.0', 'mod'), hash: of('a/@v/v1.0.0', 'ziphash') }
const b = { zip: of('!b/@v/v2.0.0', 'zip') }
const foreign = of('other/@v/v3.0.0', 'zip')

/** A machine with a module cache; the project is the same on all of them. */
function machine(store = prefixCache(), project = makeTree(scratchDir(), { 'go.mod': 'module m\n', 'go.sum': sums })) {
  const cache = join(scratchDir(), 'mod')
  const rows: CacheReport[] = []
  const { exec, commands } = fakeExec(
    when(['go', 'env'], {
      stdout: JSON.stringify({ GOVERSION: 'go1.26.8', GOMODCACHE: cache, GOMOD: join(project, 'go.mod') }),
    }),
  )
  const { log, said } = memoryLog()
  const context = {
    ...{ store, exec, env: {}, log, signal: new AbortController().signal, scratch: scratchDir() },
    ...{ dir: project, name: 'm', passEnv: {}, goEnv: { GOTOOLCHAIN: 'auto' } },
    tell: (row: CacheReport) => void rows.push(row),
  }
  return { cache, rows, store, project, commands, said, keeper: () => goModuleKeeper(context) }
}

describe('downloaded modules', () => {
  it('come back on another machine: the archives of go.sum, without digests to believe, and no others', async () => {
    const first = machine()
    const keeper = await first.keeper()
    await keeper?.restore()
    makeTree(first.cache, { [a.zip]: 'PK a', [a.mod]: 'module a', [a.hash]: 'h1:x=', [foreign]: 'PK other' })
    await keeper?.save()
    expect(first.rows.at(-1)).toMatchObject({ id: 'go-modules m', saved: 'saved' })

    const second = machine(first.store, first.project)
    await (await second.keeper())?.restore()
    const there = [a.zip, a.mod, a.hash, foreign].filter(file => existsSync(join(second.cache, file)))
    expect(there).toEqual([a.zip, a.mod])
    expect(second.rows).toMatchObject([{ hit: 'exact' }])
  })

  it('go away again when go refuses one: once, with a warning, and what is downloaded then is saved', async () => {
    const first = machine()
    const keeper = await first.keeper()
    await keeper?.restore()
    makeTree(first.cache, { [a.zip]: 'PK poison', [a.mod]: 'module a' })
    await keeper?.save()

    const second = machine(first.store, first.project)
    const wary = await second.keeper()
    await wary?.restore()
    expect(await wary?.drop()).toBe(true)
    expect([a.zip, a.mod].filter(file => existsSync(join(second.cache, file)))).toEqual([])
    expect(second.said.filter(line => line.startsWith('warn'))).toEqual([expect.stringContaining('go.sum')])
    expect(await wary?.drop()).toBe(false)
    makeTree(second.cache, { [a.zip]: 'PK right' })
    await wary?.save()
    expect(second.rows.at(-1)).toMatchObject({ saved: 'saved' })
  })

  it('of this machine are never removed', async () => {
    const { cache, keeper } = machine()
    makeTree(cache, { [a.zip]: 'PK a' })
    const here = await keeper()
    await here?.restore()
    expect(await here?.drop()).toBe(false)
    expect(existsSync(join(cache, a.zip))).toBe(true)
  })

  it.each([
    ['verifying rsc.io/quote@v1.5.2: checksum mismatch\n\tdownloaded: h1:a\n', true],
    ['go: downloading rsc.io/quote v1.5.2\nverifying rsc.io/quote@v1.5.2: checksum mismatch', true],
    ['app/main.go:3: undefined: checksum mismatch', false],
  ])('are refused by go in these words: %j %s', (text, expected) => {
    expect(saysForged(text)).toBe(expected)
  })

  it('are saved again only when one is new', async () => {
    const { cache, store, project, keeper } = machine()
    const first = await keeper()
    await first?.restore()
    makeTree(cache, { [a.zip]: 'PK a' })
    await first?.save()

    const second = machine(store, project)
    const same = await second.keeper()
    await same?.restore()
    await same?.save()
    expect(store.entries.size).toBe(1)
    makeTree(second.cache, { [b.zip]: 'PK b' })
    await same?.save()
    expect(store.entries.size).toBe(2)

    const third = machine(store, project)
    await (await third.keeper())?.restore()
    expect([a.zip, b.zip].every(file => existsSync(join(third.cache, file)))).toBe(true)
  })

  it('are left alone where this machine has some', async () => {
    const { cache, rows, store, keeper } = machine()
    makeTree(cache, { [a.zip]: 'PK a' })
    const here = await keeper()
    await here?.restore()
    await here?.save()
    expect(rows).toMatchObject([{ hit: 'skipped' }])
    expect(store.asked).toEqual([])
    expect(store.entries.size).toBe(0)
  })

  it('are others with another go.sum', async () => {
    const { cache, store, project, keeper } = machine()
    const first = await keeper()
    await first?.restore()
    makeTree(cache, { [a.zip]: 'PK a' })
    await first?.save()
    writeFileSync(join(project, 'go.sum'), `${sums}example.com/c v1.0.0 h1:q=\n`)
    const second = machine(store, project)
    await (await second.keeper())?.restore()
    expect(second.rows).toMatchObject([{ hit: 'miss' }])
  })

  it.each([
    ['vendored', { 'go.sum': sums, 'vendor/modules.txt': '# example.com/a v1.0.0\n' }],
    ['not there at all', {}],
    ['only looked at', { 'go.sum': 'example.com/a v1.0.0/go.mod h1:y=\n' }],
  ])('are not kept when they are %s', async (_how, files) => {
    const project = makeTree(scratchDir(), { 'go.mod': 'module m\n', ...files })
    expect(await machine(prefixCache(), project).keeper()).toBeNull()
  })
})
