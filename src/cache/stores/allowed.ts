import { type CachePolicy, mayRestore, maySave } from '../policy.ts'
import type { CacheStore } from '../store.ts'

/** A store that is asked only for what this run may have, and gets only what it may save. */
export function allowedStore(store: CacheStore, policy: CachePolicy): CacheStore {
  return {
    async restore(entry) {
      if (!mayRestore(policy, entry.key)) return { key: null, asked: false, why: policy.reason }
      return store.restore(entry)
    },
    async save(entry) {
      return maySave(policy, entry.key) ? store.save(entry) : 'not-allowed'
    },
    async reject(key) {
      if (policy.save) await store.reject?.(key)
    },
  }
}
