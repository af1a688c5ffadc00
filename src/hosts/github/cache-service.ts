import type { Refusal, Trouble } from '../../cache/patience.ts'
import type { ServiceAccess } from './services.ts'

/** What came back. */
export type Answer =
  | { readonly kind: 'ok'; readonly body: Readonly<Record<string, unknown>> }
  /** The service has said `ok: false` without a reason: there is no such entry. */
  | { readonly kind: 'none' }
  | Trouble
  | Refusal

/** The methods that are called. */
export type Method = 'GetCacheEntryDownloadURL' | 'CreateCacheEntry' | 'FinalizeCacheEntryUpload'

/**
 * Calls the cache service: Twirp with JSON, fields named as in the .proto file. The protocol is that of `@actions/cache`
 * 6 and of BuildKit's client (`tonistiigi/go-actions-cache`); what denials look like is in the former's source.
 * @param timeoutMs for one call
 */
export async function callCache(
  access: ServiceAccess,
  method: Method,
  fields: Readonly<Record<string, unknown>>,
  options: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<Answer> {
  const timeout = AbortSignal.timeout(options.timeoutMs)
  try {
    const response = await fetch(new URL(`/twirp/github.actions.results.api.v1.CacheService/${method}`, access.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${access.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(fields),
      redirect: 'error', // the token is for this server
      signal: AbortSignal.any([options.signal, timeout]),
    })
    return read(response.status, response.headers.get('retry-after'), await response.text())
  } catch (error) {
    const code = error instanceof Error && error.cause instanceof Error && 'code' in error.cause ? error.cause.code : ''
    const why = timeout.aborted
      ? `the cache service did not answer in ${options.timeoutMs / 1000} s`
      : `the cache service cannot be reached${code ? ` (${code})` : ''}`
    return { kind: 'trouble', why }
  }
}

function read(status: number, retryAfter: string | null, text: string): Answer {
  const body = jsonOf(text)
  if (status === 429) {
    const seconds = Number(retryAfter ?? Number.NaN)
    const wait = Number.isFinite(seconds) && seconds > 0 ? { waitMs: seconds * 1000 } : {}
    return { kind: 'trouble', why: 'the cache service has had too many requests (429)', ...wait }
  }
  if (status >= 500 || body === null) return { kind: 'trouble', why: `the cache service answered with HTTP ${status}` }
  const said = String(body['msg'] ?? body['message'] ?? '')
  if (/cache (read|write) denied/i.test(said)) return { kind: 'denied', why: said }
  if (status === 409) return { kind: 'exists', why: 'an entry with this key exists' }
  if (status >= 400) return { kind: 'refused', why: said || `the cache service answered with HTTP ${status}` }
  if (body['ok'] === true) return { kind: 'ok', body }
  return said ? { kind: 'refused', why: said } : { kind: 'none' }
}

function jsonOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
