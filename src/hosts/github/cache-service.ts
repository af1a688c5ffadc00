import type { Refusal, Trouble } from '../../cache/patience.ts'
import { httpReason } from './http-reason.ts'
import type { CacheService } from './services.ts'

/** An entry that the service has. */
export interface Found {
  readonly kind: 'found'
  /** Where its archive is; opens it for whoever knows it. */
  readonly url: string
  /** The key it was saved under. */
  readonly key: string
}

/** The service has said that there is no such entry. */
interface None {
  readonly kind: 'none'
}

/** What is looked for. */
interface Wanted {
  /** The key, then beginnings of keys that will do. */
  readonly keys: readonly string[]
  readonly version: string
}

type Answer = Found | None | Trouble | Refusal
type Body = Readonly<Record<string, unknown>>

/** How a protocol asks for an entry, and where an answer has it. */
interface Protocol {
  readonly request: (wanted: Wanted, url: string) => { readonly url: string; readonly init: RequestInit }
  readonly found: (body: Body) => Found | None
}

/** The clients' own limit of keys in one request. */
const mostKeys = 10

/**
 * Sources: `@actions/cache` 6, generated/results/api/v1/cache.ts and internal/cacheHttpClient.ts. Twirp's JSON has the
 * names of the .proto file, and leaves out what is false or empty.
 */
const protocols: Readonly<Record<CacheService['protocol'], Protocol>> = {
  v2: {
    request: ({ keys: [key, ...restore_keys], version }, url) => ({
      url: new URL('/twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL', url).href,
      init: {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ key, restore_keys, version }),
      },
    }),
    found: body => (body['ok'] === true ? entry(body['signed_download_url'], body['matched_key']) : { kind: 'none' }),
  },
  v1: {
    request: ({ keys, version }, url) => ({
      // the address of act's server has a path of its own
      url: `${url}_apis/artifactcache/cache?keys=${encodeURIComponent(keys.join(','))}&version=${version}`,
      init: { headers: { accept: 'application/json;api-version=6.0-preview.1' } },
    }),
    found: body => (body['archiveLocation'] ? entry(body['archiveLocation'], body['cacheKey']) : { kind: 'none' }),
  },
}

const entry = (url: unknown, key: unknown): Found => ({ kind: 'found', url: String(url ?? ''), key: String(key ?? '') })

/**
 * Asks the cache service once for an entry.
 * @param timeoutMs for the call
 */
export async function lookUp(
  service: CacheService,
  wanted: Wanted,
  options: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<Answer> {
  const { request, found } = protocols[service.protocol]
  const timeout = AbortSignal.timeout(options.timeoutMs)
  try {
    const { url, init } = request({ ...wanted, keys: wanted.keys.slice(0, mostKeys) }, service.url)
    const response = await fetch(url, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${service.token}` },
      redirect: 'error', // the token is for this server
      signal: AbortSignal.any([options.signal, timeout]),
    })
    return read(response.status, response.headers.get('retry-after'), await response.text(), found)
  } catch (error) {
    const why = timeout.aborted
      ? `the cache service did not answer in ${options.timeoutMs / 1000} s`
      : `the cache service cannot be reached (${httpReason(error)})`
    return { kind: 'trouble', why }
  }
}

function read(status: number, retryAfter: string | null, text: string, found: Protocol['found']): Answer {
  if (status === 204) return { kind: 'none' }
  if (status === 429) {
    const seconds = Number(retryAfter ?? Number.NaN)
    const wait = Number.isFinite(seconds) && seconds > 0 ? { waitMs: seconds * 1000 } : {}
    return { kind: 'trouble', why: 'the cache service has had too many requests (429)', ...wait }
  }
  const body = jsonOf(text)
  const said = String(body?.['msg'] ?? body?.['message'] ?? '')
  if (/cache read denied/i.test(said)) return { kind: 'denied', why: said }
  if (status >= 500 || body === null) return { kind: 'trouble', why: `the cache service answered with HTTP ${status}` }
  if (status >= 400) return { kind: 'refused', why: said || `the cache service answered with HTTP ${status}` }
  return found(body)
}

function jsonOf(text: string): Body | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
