import type { StoreAddress } from './address.ts'

/** A request without its body. */
interface Bare {
  readonly method: 'GET' | 'HEAD' | 'PUT'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** Gives a request the headers that show who asks. */
export type Sign = (request: Bare) => Promise<Headers>

type Env = Readonly<Record<string, string | undefined>>

/** Variables that say who we are for a store; the secrets of the reusable workflows have the same names. */
export const storeCredentials = {
  AWS_ACCESS_KEY_ID: 'For a `cache-store` that is a bucket: name of the access key.',
  AWS_SECRET_ACCESS_KEY: 'For a `cache-store` that is a bucket: the access key.',
  AWS_SESSION_TOKEN: 'For a `cache-store` that is a bucket: token of a temporary access key.',
  PORTABLE_BUILD_CACHE_TOKEN: 'For a `cache-store` that is a server: bearer token.',
} as const

/**
 * Who we are for a store: for a bucket the access key of the environment (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
 * `AWS_SESSION_TOKEN`), for a server the bearer token in `PORTABLE_BUILD_CACHE_TOKEN`. Without any we are nobody, which is
 * enough to read what is public. No build sees any of them (src/build/environment.ts).
 */
export function signerFor(address: StoreAddress, env: Env): Sign {
  if (address.kind === 'http') return bearer(env['PORTABLE_BUILD_CACHE_TOKEN'])
  const [id, secret] = [env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY']]
  const token = env['AWS_SESSION_TOKEN']
  if (!id || !secret) return bearer(undefined)
  const keys = { accessKeyId: id, secretAccessKey: secret, ...(token ? { sessionToken: token } : {}) }
  const cache = new Map<string, ArrayBuffer>()
  return async ({ method, url, headers }) => {
    const { AwsV4Signer } = await import('aws4fetch')
    const signer = new AwsV4Signer({ ...keys, method, url, headers, service: 's3', region: address.region, cache })
    return (await signer.sign()).headers
  }
}

function bearer(token: string | undefined): Sign {
  return async ({ headers }) => new Headers(token ? { ...headers, authorization: `Bearer ${token}` } : headers)
}
