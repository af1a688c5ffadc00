import { type CachePolicy, type CacheSetting, cachePolicy, mayRestore, maySave, type Trigger } from '../cache/policy.ts'
import type { CacheStore } from '../cache/store.ts'
import { directoryStore } from '../cache/stores/directory.ts'
import type { Run } from '../pipeline.ts'

/** Where a run keeps what it compiles, and what it may do there. */
export interface RunStore {
  /** Null: nowhere. */
  readonly store: CacheStore | null
  readonly policy: CachePolicy
}

/** All entries of a directory together, bytes. */
const defaultMaxBytes = 5e9

/**
 * The cache of the CI host, else a directory where one was asked for. On a developer's machine the work directories stay,
 * and nothing needs to be packed.
 */
export function storeOf({ host, request, subjects }: Run): RunStore {
  if (host.name !== 'local') return { store: host.cache, policy: host.cachePolicy }
  const settings = subjects.map(s => s.loaded.inputs.cache)
  const setting = strictness.find(s => settings.includes(s)) ?? 'auto'
  const policy = cachePolicy({ trigger: ownMachine, setting, mode: null })
  const isAsked = Boolean(request.env['PORTABLE_BUILD_CACHE_DIR']) || setting !== 'auto'
  if (!isAsked || setting === 'false') return { store: null, policy }
  const store = directoryStore({ dir: host.cacheDir, maxBytes: defaultMaxBytes, log: host.log })
  return { store: withPolicy(store, policy), policy }
}

/** Of several projects in one run, the most careful one decides. */
const strictness: readonly CacheSetting[] = ['false', 'read-only', 'true']

/** Whoever can start a build here owns its cache, too. */
const ownMachine: Trigger = { event: 'push', isFork: false, isTag: false, isDefaultBranch: true }

/** The same store, for what this run may do with it. */
function withPolicy(store: CacheStore, policy: CachePolicy): CacheStore {
  return {
    async restore(entry) {
      if (mayRestore(policy, entry.key)) return store.restore(entry)
      return { key: null, asked: false, why: policy.reason }
    },
    async save(entry) {
      return maySave(policy, entry.key) ? store.save(entry) : 'not-allowed'
    },
    reject: async key => store.reject?.(key),
  }
}
