import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { restoreEntry, saveEntry } from '../../src/cache/bring.ts'
import { readColdRun } from '../../src/cache/cold-run.ts'
import { cacheEntry } from '../../src/cache/entry.ts'
import { listMembers } from '../../src/cache/pack/list.ts'
import { keepableNs } from '../../src/cache/pack/times.ts'
import { writePack } from '../../src/cache/pack/write.ts'
import type { CacheStore } from '../../src/cache/store.ts'
import { directoryStore } from '../../src/cache/stores/directory.ts'
import { fileNameOf } from '../../src/cache/stores/names.ts'
import type { CacheReport } from '../../src/report/schema.ts'
import { calm, flipBit, forgePack, headWith, partsOf } from '../support/cache/packs.ts'
import { makeTree, scratchDir, treeOf } from '../support/cache/trees.ts'
import { levelLog } from '../support/level-log.ts'

const entryOf = (ingredients: Record<string, string> = {}) =>
  cacheEntry({
    kind: 'rust-hot',
    name: 'app',
    ingredients: { target: 'x86_64-linux-musl', rustc: '1.95.0', lock: 'l1', ...ingredients },
    near: ['target', 'rustc'],
  })

/** A run with a cache in a directory, and a tree to keep. */
function world(own = scratchDir()) {
  const [cache, scratch, work] = ['cache', 'scratch', 'work'].map(name => join(own, name)) as [string, string, string]
  for (const dir of [scratch, work]) mkdirSync(dir, { recursive: true })
  const log = levelLog()
  const rows: CacheReport[] = []
  const store: CacheStore = directoryStore({ dir: cache, maxBytes: 1e9, log })
  const context = { store, scratch, log, signal: calm, tell: (row: CacheReport) => void rows.push(row) }
  return {
    ...{ own, cache, scratch, work, log, rows, context },
    packOf: (key: string) => join(cache, fileNameOf(key)),
    async save(entry = entryOf(), content: string | Buffer = 'content', facts: unknown = { env: 1 }) {
      const from = makeTree(join(own, `from-${entry.key}`), { 'a/b': content, 'run.sh': { content: 'x', mode: 0o755 } })
      return saveEntry(context, { entry, members: await listMembers({ dir: from, root: 'target' }), facts })
    },
    restore: (entry = entryOf(), accept?: (facts: unknown) => string | null) =>
      restoreEntry(context, { entry, roots: { target: join(work, 'target') }, ...(accept ? { accept } : {}) }),
  }
}

const warnings = (w: ReturnType<typeof world>) => w.log.lines.filter(l => l.level === 'warn').map(l => l.text)

describe('an entry', () => {
  it('comes back where it belongs, and both ways are told', async () => {
    const w = world()
    const entry = entryOf()
    expect(await w.save(entry)).toBe('saved')
    const brought = await w.restore(entry)
    expect(brought).toMatchObject({ key: entry.key, exact: true, facts: { env: 1 } })
    expect(treeOf(join(w.work, 'target'))).toEqual(treeOf(join(w.own, `from-${entry.key}`), keepableNs))
    expect(w.rows).toEqual([
      {
        ...{ id: 'rust-hot app', key: entry.key, hit: 'skipped', saved: 'saved', ms: expect.any(Number) },
        ...{ bytes: expect.any(Number), why: '4 files and directories', ingredients: entry.ingredients },
      },
      {
        ...{ id: 'rust-hot app', key: entry.key, hit: 'exact', ms: expect.any(Number) },
        ...{ bytes: expect.any(Number), why: expect.any(String), ingredients: entry.ingredients },
      },
    ])
    expect(w.rows[1]?.bytes).toBe(w.rows[0]?.bytes)
    expect(w.log.lines).toEqual([])
  })

  it('remembers what the build took that compiled all of it', async () => {
    const w = world()
    const known = { ms: 90_000, job: 'app x86_64-linux-musl' }
    const came: unknown[] = []
    const clock = { known: () => known, came: (id: string, facts: unknown) => void came.push([id, readColdRun(facts)]) }
    const members = [{ type: 'file', path: 'target/a', from: Buffer.from('a'), mode: 0o644, mtimeNs: 0n } as const]
    await saveEntry({ ...w.context, clock }, { entry: entryOf(), members, facts: { env: 1 } })
    const brought = await restoreEntry({ ...w.context, clock }, { entry: entryOf(), roots: {} })
    expect(brought?.facts).toMatchObject({ env: 1 })
    expect(came).toEqual([['rust-hot app', known]])
  })

  it('can be the nearest one, and it is told what changed', async () => {
    const w = world()
    const near = entryOf({ lock: 'l0', features: 'tls' })
    await w.save(near)
    expect(await w.restore()).toMatchObject({ key: near.key, exact: false })
    expect(w.rows[1]).toMatchObject({ hit: 'partial', changed: ['features', 'lock'], why: /features, lock changed/ })
  })

  it('is no other one than the nearest', async () => {
    const w = world()
    await w.save(entryOf({ rustc: '1.94.0' }))
    expect(await w.restore()).toBeNull()
    expect(w.rows[1]).toMatchObject({ hit: 'miss', bytes: 0, why: 'there is no entry with this key' })
    expect(w.log.lines).toEqual([])
  })

  it('stays packed when the keeper does not like its facts', async () => {
    const w = world()
    await w.save()
    expect(await w.restore(entryOf(), () => 'PKG_CONFIG_PATH was another one')).toBeNull()
    expect(w.rows[1]).toMatchObject({ hit: 'miss', why: 'PKG_CONFIG_PATH was another one' })
    expect(readdirSync(w.work)).toEqual([])
    expect(readdirSync(w.scratch)).toEqual([])
    expect(warnings(w)).toEqual([])
    expect(await w.save()).toBe('exists') // nothing is wrong with it
  })

  it('is not asked for where the run may not', async () => {
    const w = world()
    const store: CacheStore = {
      restore: async () => ({ key: null, asked: false, why: 'a fork' }),
      save: async () => 'not-allowed',
    }
    expect(await restoreEntry({ ...w.context, store }, { entry: entryOf(), roots: {} })).toBeNull()
    expect(await saveEntry({ ...w.context, store }, { entry: entryOf(), members: [] })).toBe('not-allowed')
    expect(w.rows).toMatchObject([
      { hit: 'skipped', why: 'a fork' },
      { hit: 'skipped', saved: 'not-allowed', bytes: 0, why: 'this run may not save' },
    ])
  })
})

/** Ways to spoil the one pack of a cache. */
const spoiled: readonly (readonly [string, (w: ReturnType<typeof world>, path: string) => unknown, RegExp])[] = [
  ['cut', (_, path) => writeFileSync(path, readFileSync(path).subarray(0, -50)), /end is missing/],
  ['empty', (_, path) => writeFileSync(path, ''), /is no pack/],
  [
    'flipped in the middle',
    (_, path) => flipBit(path, (partsOf(path).archive + partsOf(path).end) >> 1),
    /digest does not fit/,
  ],
  ['foreign', (_, path) => writeFileSync(path, randomBytes(10_000)), /is no pack/],
  [
    'of an older layout',
    (_, path) => writePack({ path, head: headWith({ schema: 0, key: entryOf().key }), members: [], signal: calm }),
    /layout 0/,
  ],
  [
    'of another entry',
    (_, path) => writePack({ path, head: headWith({ key: 'portable-build-other' }), members: [], signal: calm }),
    /says that it is "portable-build-other"/,
  ],
  [
    'poisoned',
    async (w, path) => {
      const members = [
        { name: 'target/ok', content: 'x' },
        { name: 'target/../../../evil', content: 'x' },
      ]
      writeFileSync(path, readFileSync(await forgePack(w.own, members, { key: entryOf().key })))
    },
    /climbs out/,
  ],
  [
    'poisoned by a link',
    async (w, path) => {
      const members = [
        { name: 'target/l', type: 'symlink', linkname: '/etc' } as const,
        { name: 'target/l/x', content: 'x' },
      ]
      writeFileSync(path, readFileSync(await forgePack(w.own, members, { key: entryOf().key })))
    },
    /links out/,
  ],
]

describe('an entry that is of no use', () => {
  it.each(spoiled)(
    'because it is %s: one warning, nothing left, and the next save replaces it',
    async (_, spoil, why) => {
      const w = world()
      await w.save()
      await spoil(w, w.packOf(entryOf().key))
      expect(await w.restore()).toBeNull()
      expect(warnings(w)).toEqual([expect.stringMatching(why)])
      expect(w.rows[1]).toMatchObject({ hit: 'miss', why: expect.stringMatching(/^not used: /) })
      expect(existsSync(join(w.work, 'target'))).toBe(false)
      expect(readdirSync(w.work)).toEqual([])
      expect(readdirSync(w.scratch)).toEqual([])
      expect(await w.save()).toBe('saved')
      expect(await w.restore()).toMatchObject({ exact: true })
    },
  )
})

describe('saving', () => {
  it('is told when it is not possible, and ends no build', async () => {
    const w = world()
    const members = [{ type: 'symlink', path: 'target/l', to: '/etc/passwd', mtimeNs: 0n } as const]
    expect(await saveEntry(w.context, { entry: entryOf(), members })).toBe('failed')
    expect(warnings(w)).toEqual([expect.stringMatching(/is not saved: a member links out/)])
    expect(w.rows).toMatchObject([{ saved: 'failed', bytes: 0 }])
    expect(readdirSync(w.scratch)).toEqual([])
  })

  it('ends with the run, and leaves nothing', async () => {
    const w = world()
    const stop = new AbortController()
    const from = Buffer.alloc(8_000_000, 'abc')
    const members = [{ type: 'file', path: 'target/a', from, mode: 0o644, mtimeNs: 0n } as const]
    const saving = saveEntry({ ...w.context, signal: stop.signal }, { entry: entryOf(), members })
    stop.abort()
    await expect(saving).rejects.toMatchObject({ code: 'interrupted' })
    expect(readdirSync(w.scratch)).toEqual([])
    expect(existsSync(w.cache)).toBe(false)
  })

  it('lets nobody else’s mistake pass for a broken pack', async () => {
    const w = world()
    await w.save()
    const mistake = () => {
      throw new TypeError('ours')
    }
    await expect(w.restore(entryOf(), mistake)).rejects.toThrow(TypeError)
  })
})
