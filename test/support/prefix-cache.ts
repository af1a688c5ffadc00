import { readFileSync, statSync, writeFileSync } from 'node:fs'
import type { CacheStore } from '../../src/cache/store.ts'

/** A cache whose entries, the oldest first, a test can look at and replace, and the keys that it was asked for. */
export interface PrefixCache extends CacheStore {
  readonly entries: Map<string, Buffer>
  readonly asked: string[]
}

/** A cache in memory that answers as services do: an exact key, or the newest entry of a beginning. */
export function prefixCache(): PrefixCache {
  const entries = new Map<string, Buffer>()
  const asked: string[] = []
  return {
    entries,
    asked,
    async restore({ key, fallbacks, path }) {
      asked.push(key)
      const newest = [...entries.keys()].reverse()
      const near = fallbacks.map(begin => newest.find(k => k.startsWith(begin))).find(k => k !== undefined)
      const match = entries.has(key) ? key : near
      if (match === undefined) return { key: null, asked: true, why: 'there is no such entry' }
      writeFileSync(path, entries.get(match) ?? '')
      return { key: match, bytes: statSync(path).size }
    },
    async save({ key, path }) {
      if (entries.has(key)) return 'exists'
      entries.set(key, readFileSync(path))
      return 'saved'
    },
  }
}
