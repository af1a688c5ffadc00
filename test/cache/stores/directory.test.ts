import { execFile } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { directoryStore, excessOf, listEntries, pruneEntries } from '../../../src/cache/stores/directory.ts'
import { fileNameOf, keyOfFile } from '../../../src/cache/stores/names.ts'
import { scratchDir } from '../../support/cache/trees.ts'
import { levelLog } from '../../support/level-log.ts'
import { unprivileged } from '../../support/unprivileged.ts'

/** A directory that is not there yet, a store in it, and files to save. */
function world(maxBytes = 1e6) {
  const own = scratchDir()
  const dir = join(own, 'cache')
  const log = levelLog()
  const store = directoryStore({ dir, maxBytes, log })
  const to = join(own, 'restored')
  return {
    ...{ own, dir, log, store, to },
    file(content: string | Buffer): string {
      writeFileSync(join(own, 'saved'), content)
      return join(own, 'saved')
    },
    save(key: string, content: string | Buffer = key) {
      return store.save({ key: `portable-build-${key}`, path: this.file(content) })
    },
    restore(key: string, ...fallbacks: string[]) {
      const full = fallbacks.map(f => `portable-build-${f}`)
      return store.restore({ key: `portable-build-${key}`, fallbacks: full, path: to })
    },
    /** Makes an entry older: saved and used so many days ago. */
    age(key: string, saved: number, used = saved) {
      const now = Date.now() / 1000
      utimesSync(join(dir, fileNameOf(`portable-build-${key}`)), now - used * 86_400, now - saved * 86_400)
    },
    keys: async () => (await listEntries(dir)).map(e => e.key.replace('portable-build-', '')).sort(),
  }
}

describe('the cache in a directory', () => {
  it('brings back what was saved, and leaves no other file', async () => {
    const w = world()
    expect(await w.save('a-1', 'content')).toBe('saved')
    rmSync(join(w.own, 'saved'))
    expect(await w.restore('a-1')).toEqual({ key: 'portable-build-a-1', bytes: 7 })
    expect(readFileSync(w.to, 'utf8')).toBe('content')
    expect(readdirSync(w.own).sort()).toEqual(['cache', 'restored'])
    expect(readdirSync(w.dir)).toEqual(['portable-build-a-1.entry'])
    expect(w.log.lines).toEqual([])
  })

  it('misses in silence, also where there is nothing at all', async () => {
    const w = world()
    expect(await w.restore('a-1', 'a-')).toMatchObject({ key: null, asked: true, why: /no entry/ })
    await w.save('b-1')
    expect(await w.restore('a-1', 'a-')).toMatchObject({ key: null, asked: true })
    expect(existsSync(w.to)).toBe(false)
    expect(w.log.lines).toEqual([])
  })

  it('takes the newest of the first beginning that has any', async () => {
    const w = world()
    for (const key of ['a-old', 'a-new', 'b-newest']) await w.save(key)
    w.age('a-old', 3, 0) // used last, but saved first
    w.age('a-new', 2)
    expect(await w.restore('a-2', 'none-', 'a-', 'b-')).toMatchObject({ key: 'portable-build-a-new' })
    expect(readFileSync(w.to, 'utf8')).toBe('a-new')
    expect(await w.restore('a-old', 'a-')).toMatchObject({ key: 'portable-build-a-old' })
  })

  it('does not save twice', async () => {
    const w = world()
    await w.save('a', 'first')
    expect(await w.save('a', 'second')).toBe('exists')
    await w.restore('a')
    expect(readFileSync(w.to, 'utf8')).toBe('first')
  })

  it('forgets what was rejected, so that it is saved again', async () => {
    const w = world()
    await w.save('a', 'broken')
    await w.store.reject?.('portable-build-a')
    expect(await w.save('a', 'whole')).toBe('saved')
    await w.restore('a')
    expect(readFileSync(w.to, 'utf8')).toBe('whole')
    await w.store.reject?.('portable-build-never-there')
  })

  it('lets go of what was used least recently', async () => {
    const w = world(1000)
    for (const key of ['a', 'b', 'c']) await w.save(key, 'x'.repeat(300))
    w.age('a', 9)
    w.age('b', 8)
    w.age('c', 7)
    await w.restore('a') // used now
    expect(await w.save('d', 'x'.repeat(300))).toBe('saved')
    expect(await w.keys()).toEqual(['a', 'c', 'd'])
    expect(w.log.lines).toEqual([{ level: 'detail', text: expect.stringMatching(/portable-build-b .*gave way/) }])
  })

  it('keeps the time of saving when an entry is used', async () => {
    const w = world()
    await w.save('a')
    w.age('a', 5)
    const before = (await listEntries(w.dir))[0]
    await w.restore('a')
    const after = (await listEntries(w.dir))[0]
    expect(after?.savedMs).toBeCloseTo(before?.savedMs ?? 0, 0)
    expect((after?.usedMs ?? 0) - (before?.usedMs ?? 0)).toBeGreaterThan(4 * 86_400_000)
  })

  it('does not throw everything out for one entry that is too large', async () => {
    const w = world(1000)
    await w.save('a', 'x')
    expect(await w.save('b', 'x'.repeat(1001))).toBe('failed')
    expect(await w.keys()).toEqual(['a'])
    expect(w.log.lines).toEqual([{ level: 'warn', text: expect.stringMatching(/portable-build-b has .*not saved/) }])
  })

  it('sees and removes nothing that is not its own', async () => {
    const w = world(10)
    mkdirSync(join(w.dir, 'portable-build-dir.entry'), { recursive: true })
    const foreign = ['notes.txt', 'portable-build-x', 'portable-build-%zz.entry', 'portable-build-%41.entry', 'x.entry']
    for (const name of foreign) writeFileSync(join(w.dir, name), 'x'.repeat(50))
    symlinkSync('/nonexistent', join(w.dir, 'portable-build-link.entry'))
    await w.save('a', 'x'.repeat(10))
    expect(await w.keys()).toEqual(['a'])
    expect(await w.restore('dir', '')).toMatchObject({ key: 'portable-build-a' })
    expect(await pruneEntries(w.dir, 0)).toMatchObject([{ key: 'portable-build-a', bytes: 10 }])
    expect(readdirSync(w.dir).sort()).toEqual(
      [...foreign, 'portable-build-dir.entry', 'portable-build-link.entry'].sort(),
    )
  })

  it('ignores what a killed run has left, and removes it when it is old', async () => {
    const w = world()
    await w.save('a')
    const left = ['.portable-build-b.entry.1-aa.pb-tmp', '.portable-build-c.entry.2-bb.pb-tmp']
    for (const name of left) writeFileSync(join(w.dir, name), 'half')
    utimesSync(join(w.dir, left[0] ?? ''), 1e9, 1e9)
    expect(await w.restore('b', '')).toMatchObject({ key: 'portable-build-a' })
    await w.save('d')
    expect(readdirSync(w.dir).filter(n => n.startsWith('.'))).toEqual([left[1]])
  })

  it('is used by several processes at once: each entry is whole, whoever was first', async () => {
    const w = world()
    const source = join(import.meta.dirname, '../../../src/cache/stores/directory.ts')
    const script = `
      const { directoryStore } = await import(${JSON.stringify(source)})
      const { writeFileSync, readFileSync, rmSync } = await import('node:fs')
      const [dir, own] = process.argv.slice(1)
      const log = { warn: text => console.log('warn', text), detail() {} }
      const store = directoryStore({ dir, maxBytes: 600_000, log })
      for (let i = 0; i < 30; i++) {
        const key = 'portable-build-' + (i % 10)
        writeFileSync(own, String(i % 10).repeat(100_000))
        await store.save({ key, path: own })
        const back = await store.restore({ key, fallbacks: ['portable-build-'], path: own + '.back' })
        if (back.key === null) continue
        const text = readFileSync(own + '.back', 'utf8')
        if (text !== back.key.at(-1).repeat(100_000)) console.log('torn', back.key, text.length)
      }
      console.log('done')`
    const run = promisify(execFile)
    const outputs = await Promise.all(
      [1, 2, 3].map(i => run(process.execPath, ['--input-type=module', '-e', script, w.dir, join(w.own, `file-${i}`)])),
    )
    expect(outputs.map(o => o.stdout)).toEqual(['done\n', 'done\n', 'done\n'])
    const entries = await listEntries(w.dir)
    expect(entries.length).toBeGreaterThan(0)
    expect(entries.every(e => e.bytes === 100_000)).toBe(true)
    expect(readdirSync(w.dir).filter(n => n.startsWith('.'))).toEqual([])
  })

  it('goes on without a directory that cannot be written', async () => {
    const w = world()
    await w.save('a')
    const save = async () =>
      directoryStore({ dir: w.dir, maxBytes: 1e6, log: w.log }).save({ key: 'portable-build-b', path: w.to })
    writeFileSync(w.to, 'x')
    expect(await unprivileged(save)).toBe('failed')
    expect(w.log.lines).toEqual([{ level: 'warn', text: expect.stringMatching(/portable-build-b is not saved/) }])
    expect(await w.keys()).toEqual(['a'])
  })

  it('leaves the saved file to its owner', async () => {
    const w = world()
    const path = w.file('content')
    await w.save('a', 'content')
    writeFileSync(path, 'changed afterwards')
    await w.restore('a')
    expect(readFileSync(w.to, 'utf8')).toBe('content')
    expect(statSync(path).size).toBe(18)
  })
})

describe('what has to go', () => {
  const entry = (key: string, bytes: number) => ({ key, bytes, savedMs: 0, usedMs: 0 })
  it.each([
    ['nothing while there is room', [entry('a', 5), entry('b', 5)], 10, '', []],
    ['the last used last', [entry('a', 5), entry('b', 5), entry('c', 1)], 10, '', ['c']],
    ['everything after what does not fit', [entry('a', 5), entry('b', 6), entry('c', 1)], 10, '', ['b', 'c']],
    ['never what was just saved', [entry('a', 5), entry('b', 6)], 6, 'b', ['a']],
    ['all for no room', [entry('a', 1)], 0, '', ['a']],
  ])('%s', (_, entries, max, keep, gone) => {
    expect(excessOf(entries, max, keep).map(e => e.key)).toEqual(gone)
  })
})

describe('names of entries', () => {
  it('are keys, and back', () => {
    for (const key of ['portable-build-rust-hot-app-12ab-34cd', 'portable-build-a/b c%ä', 'portable-build-..']) {
      expect(keyOfFile(fileNameOf(key))).toBe(key)
      expect(fileNameOf(key)).not.toMatch(/[/\s]/)
    }
    expect(() => fileNameOf('other')).toThrow(/not a key/)
    expect(() => fileNameOf(`portable-build-${'x'.repeat(300)}`)).toThrow(/not a key/)
  })
})
