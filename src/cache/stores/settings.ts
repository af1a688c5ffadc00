import { BuildError } from '../../errors.ts'
import { parseSize } from '../size.ts'
import { parseStore, type StoreAddress } from './address.ts'

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
