import { beforeAll, describe, expect, it } from 'vitest'
import { goKeepers } from '../../../../src/cache/go/keepers.ts'
import { type PrefixCache, prefixCache } from '../../../support/prefix-cache.ts'
import { brought, type CachedRun, edit, freshTools, type Place, run, temporary, type Until } from '../support/runner.ts'

const target = 'x86_64-linux'
const base = `go-build app ${target}`
const changes = `go-build app ${target} changes`

const main = (text: string) =>
  `package main\n\nimport "example.com/app/words"\n\nfunc main() { println(words.Join("${text}")) }\n`

/** Nothing but the runtime of the standard library: it compiles in seconds. */
function project(files: Readonly<Record<string, string>> = {}, until: Until = 'test'): Place {
  const dir = temporary(until)
  edit(dir, {
    'go.mod': 'module example.com/app\n\ngo 1.22\n',
    'main.go': main('one'),
    'words/words.go': 'package words\n\nfunc Join(s string) string { return s + "!" }\n',
    ...files,
  })
  return { dir, tools: freshTools(until), flags: { targets: 'amd64', args: '-v' } }
}

/** What `go build -v` has named: the packages that it compiled. */
const compiled = ({ said }: CachedRun): string[] =>
  said.flatMap(line => /^detail: ([a-z][\w./]+)$/.exec(line)?.[1] ?? []).sort()

/** As many as a test can wait for; each leaves a package behind that is large beside the runtime. */
const commits = 8
function largeSource(commit: number): string {
  const one = (i: number) => `func F${i}(s []string) string { return s[${commit}] + s[${i}] }\n`
  return `package words\n\n${Array.from({ length: 400 }, (_, i) => one(i)).join('')}\nfunc Join(s string) string { return s }\n`
}

function damaged(pack: Buffer): Buffer {
  const copy = Buffer.from(pack)
  copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1
  return copy
}

/** Bytes of the newest pair of packs. */
function newest(store: PrefixCache): number {
  const last = (part: string) => [...store.entries].filter(([key]) => key.includes(part)).at(-1)
  const [baseKey = '', pack] = last(`${target}-`) ?? []
  const [, more] = [...store.entries.keys()].at(-1) === baseKey ? [] : (last(`${target}_changes-`) ?? [])
  return (pack?.length ?? 0) + (more?.length ?? 0)
}

/** One build from nothing, whose store several tests begin with: it is what takes the time. */
let first: { readonly run: CachedRun; readonly store: PrefixCache }
beforeAll(async () => {
  const store = prefixCache()
  first = { store, run: await run(project({}, 'suite'), [goKeepers], store) }
})

/** The store after the first build, for one test to add to. */
function storeOfFirst(): PrefixCache {
  const store = prefixCache()
  for (const [key, pack] of first.store.entries) store.entries.set(key, pack)
  return store
}

describe('what go compiles', () => {
  it('is compiled once: another machine compiles what changed, and uploads no more than that', async () => {
    expect(compiled(first.run)).toContain('runtime')
    expect(first.run.saved).toEqual([base])
    const [place, store] = [project(), storeOfFirst()]

    const again = await run(place, [goKeepers], store)
    expect(compiled(again)).toEqual([])
    expect(again.saved).toEqual([])
    expect(again.made).toEqual(first.run.made)

    edit(place.dir, { 'main.go': main('two') })
    const changed = await run(place, [goKeepers], store)
    expect(compiled(changed)).toEqual(['example.com/app'])
    expect(changed.saved).toEqual([changes])
    const bytes = [...store.entries.values()].map(pack => pack.length)
    expect(bytes.at(-1)).toBeLessThan((bytes[0] ?? 0) / 20)

    const both = await run(place, [goKeepers], store)
    expect(brought(both)).toEqual([base, changes])
    expect(compiled(both)).toEqual([])
    expect(both.made).toEqual(changed.made)

    for (const [key, pack] of store.entries) store.entries.set(key, damaged(pack))
    const clean = await run(place, [goKeepers], store)
    expect(clean.said.filter(line => line.startsWith('warn: '))).toEqual([expect.stringContaining('is not used')])
    expect(compiled(clean)).toContain('runtime')
    expect(changed.made).toEqual(clean.made)
  })

  it('does not grow: after many commits the packs are as large as fresh ones', async () => {
    const [place, store] = [project(), storeOfFirst()]
    for (let commit = 0; commit < commits; commit++) {
      edit(place.dir, { 'words/words.go': largeSource(commit) })
      const { result } = await run(place, [goKeepers], store)
      expect(result.failures).toEqual([])
    }
    const fresh = prefixCache()
    await run(place, [goKeepers], fresh)
    expect(newest(store) / newest(fresh)).toBeLessThan(1.05)
  })

  it('is kept although another package does not compile', async () => {
    const [place, store] = [project({ 'more/more.go': 'package more\n\nconst Text = "more"\n' }), storeOfFirst()]
    const source = (name: string) =>
      `package main\n\nimport "example.com/app/more"\n\nfunc main() { println(more.${name}) }\n`
    edit(place.dir, { 'main.go': source('Test') })
    const failed = await run(place, [goKeepers], store)
    expect(failed.result.failed).toEqual([target])
    expect(failed.saved).toEqual([changes])
    edit(place.dir, { 'main.go': source('Text') })
    expect(compiled(await run(place, [goKeepers], store))).toEqual(['example.com/app'])
  })

  it('stays where it is on a machine that keeps its work directory', async () => {
    const [place, store] = [project(), storeOfFirst()]
    await run(place, [goKeepers], store)
    edit(place.dir, { 'main.go': main('two') })
    const warm = await run(place, [goKeepers], store, { stay: true })
    expect(warm.rows).toMatchObject([{ id: base, hit: 'skipped' }])
    expect(compiled(warm)).toEqual(['example.com/app'])
    expect(warm.saved).toEqual([])
  })
})
