import type { CacheReport } from '../report/schema.ts'
import type { CacheEntry } from './entry.ts'
import { goModuleKeeper, type SourceContext } from './go/modules.ts'
import type { KeeperContext } from './keeper.ts'
import { makeKeepers } from './keepers.ts'
import { type ResultSubject, resultKeeper } from './result/keep.ts'
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

/**
 * The entries of a job, as far as they are known before anything came back.
 * @param last rows of the last run @throws BuildError `interrupted`
 */
export async function wantedEntries(
  context: Omit<KeeperContext, 'store' | 'tell'>,
  subject: ResultSubject,
  last: readonly CacheReport[],
): Promise<WantedEntries> {
  const told: CacheReport[] = []
  const looking = { ...context, store: noStore, tell: (row: CacheReport) => void told.push(row) }
  const result = await resultKeeper(looking, subject).wanted()
  const keepers = (await makeKeepers(looking)).flatMap(set => set.keepers)
  const then = await Promise.all(keepers.map(async keeper => (await keeper.wantedThen?.(last)) ?? []))
  return {
    entries: [...keepers.flatMap((keeper, i) => [...keeper.wanted, ...(then[i] ?? [])]), ...(result ? [result] : [])],
    without: told.map(({ id, why }) => ({ id, why })),
  }
}

/** The entry of what a project downloads; null: nothing of it is kept. @throws BuildError `interrupted` */
export async function wantedSources(context: Omit<SourceContext, 'store' | 'tell'>): Promise<CacheEntry | null> {
  return (await goModuleKeeper({ ...context, store: noStore, tell: () => {} }))?.wanted ?? null
}
