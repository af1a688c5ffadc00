import type { Log } from '../../host.ts'
import type { CachePolicy } from '../policy.ts'
import type { CacheStore } from '../store.ts'
import { allowedStore } from './allowed.ts'
import { directoryStore } from './directory.ts'
import { remoteStore } from './remote.ts'
import type { StoreSettings } from './settings.ts'

/** What a store is opened with. */
interface StoreContext {
  readonly settings: StoreSettings
  /** The CI host's own; null where there is none. It knows the policy itself. */
  readonly host: CacheStore | null
  /** Where packs are kept when there is nothing better. */
  readonly dir: string
  readonly policy: CachePolicy
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: Log
  readonly signal: AbortSignal
}

/** The store of a run: the one that was asked for, the CI host's own, or a directory. */
export function openStore({ settings, host, dir, policy, env, log, signal }: StoreContext): CacheStore {
  const { address, maxBytes } = settings
  if (address !== null) return allowedStore(remoteStore({ address, env, log, signal }), policy)
  return host ?? allowedStore(directoryStore({ dir, maxBytes, log }), policy)
}
