import { copyFileSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { CacheStore } from '../../../../src/cache/store.ts'

/** A store that keeps its entries in a directory, newest last, and can be asked for them. */
export interface TestStore extends CacheStore {
  /** Sizes of the entries by key, in the order in which they came. */
  readonly entries: Map<string, number>
  path(key: string): string
}

/** Takes and gives entries as services do: an exact key first, then the newest of each beginning. */
export function testStore(dir: string): TestStore {
  const entries = new Map<string, number>()
  const path = (key: string) => join(dir, encodeURIComponent(key))
  return {
    entries,
    path,
    async restore({ key, fallbacks, path: to }) {
      const newest = [...entries.keys()].reverse()
      const found = [key, ...fallbacks].map(begin =>
        newest.find(k => (begin === key ? k === key : k.startsWith(begin))),
      )
      const match = found.find(k => k !== undefined)
      if (match === undefined) return { key: null, asked: true, why: 'there is no such entry' }
      copyFileSync(path(match), to)
      return { key: match, bytes: readFileSync(to).length }
    },
    async save({ key, path: from }) {
      if (entries.has(key)) return 'exists'
      copyFileSync(from, path(key))
      entries.set(key, statSync(from).size)
      return 'saved'
    },
  }
}
