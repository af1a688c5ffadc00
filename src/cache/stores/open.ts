import { BuildError } from '../../errors.ts'
import type { Log } from '../../host.ts'
import type { CachePolicy } from '../policy.ts'
import { parseSize } from '../size.ts'
import type { CacheStore } from '../store.ts'
import { parseStore, type StoreAddress } from './address.ts'
import { allowedStore } from './allowed.ts'
import { directoryStore } from './directory.ts'
import { remoteStore } from './remote.ts'

/** What the inputs say of the store, read. */
export interface StoreSettings {
  /** Null: the CI host's own, else a directory. */
  readonly address: StoreAddress | null
  /** Of a directory, bytes. */
  readonly maxBytes: number
}

/**
 * Reads `cache-store` and `cache-max-size`. Pure.
 * @throws BuildError `bad-input`
 */
export function storeSettings(
  inputs: { readonly 'cache-store': string | null; readonly 'cache-max-size': string },
  env: Readonly<Record<string, string | undefined>>,
): StoreSettings {
  const maxBytes = parseSize(inputs['cache-max-size'])
  if (maxBytes === null) {
    throw new BuildError('bad-input', `cache-max-size is ${JSON.stringify(inputs['cache-max-size'])}, which is no size`)
  }
  const text = inputs['cache-store']
  if (text === null) return { address: null, maxBytes }
  const address = parseStore(text, env)
  if ('problem' in address) throw new BuildError('bad-input', `cache-store ${address.problem}`)
  return { address, maxBytes }
}

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
