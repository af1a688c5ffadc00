import type { CacheReport } from '../report/schema.ts'
import type { CacheEntry } from './entry.ts'
import type { KeeperContext } from './keeper.ts'
import { makeKeepers } from './keepers.ts'
import type { CacheStore } from './store.ts'

/** What a run now would ask for. */
export interface WantedEntries {
  readonly entries: readonly CacheEntry[]
  /** What could be kept and has no key, with the reason. */
  readonly without: readonly { readonly id: string; readonly why: string }[]
}

/** A store for a look: nothing is asked for. */
const noStore: CacheStore = {
  restore: async () => ({ key: null, asked: false, why: 'this is only a look' }),
  save: async () => 'not-allowed',
}

/** The entries of a job, as far as they are known before anything came back. @throws BuildError `interrupted` */
export async function wantedEntries(context: Omit<KeeperContext, 'store' | 'tell'>): Promise<WantedEntries> {
  const told: CacheReport[] = []
  const sets = await makeKeepers({ ...context, store: noStore, tell: row => void told.push(row) })
  return {
    entries: sets.flatMap(set => set.keepers.flatMap(keeper => keeper.wanted)),
    without: told.map(({ id, why }) => ({ id, why })),
  }
}
