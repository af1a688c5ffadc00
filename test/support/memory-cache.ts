import { readFileSync, statSync, writeFileSync } from 'node:fs'
import type { CacheStore, SaveResult } from '../../src/cache/store.ts'

/** A cache whose entries a test can look at and replace, and the keys that it was asked for. */
export function memoryCache(options: { readonly saves?: SaveResult } = {}): CacheStore & {
  readonly entries: Map<string, Buffer>
  readonly asked: string[]
} {
  const entries = new Map<string, Buffer>()
  const asked: string[] = []
  return {
    entries,
    asked,
    async restore({ key, path }) {
      asked.push(key)
      const content = entries.get(key)
      if (!content) return { key: null, asked: true, why: 'there is no entry with this key' }
      writeFileSync(path, content)
      return { key, bytes: statSync(path).size }
    },
    async save({ key, path }) {
      if (options.saves) return options.saves
      entries.set(key, readFileSync(path))
      return 'saved'
    },
  }
}
