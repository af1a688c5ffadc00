import { randomUUID } from 'node:crypto'
import { addBlob } from './blobs.ts'
import type { CacheEntry, ServiceState } from './state.ts'
import type { Claims } from './token.ts'
import { type Fields, type Method, ok, refuse } from './twirp.ts'

/** Bits of a scope's permission. */
export const may = { read: 1, write: 2 } as const

/** `github.actions.results.api.v1.CacheService`, as its clients see it. */
export function cacheService(state: ServiceState): Readonly<Record<string, Method>> {
  const find = (request: Fields, scope: string) =>
    state.caches.find(e => e.scope === scope && e.key === request.text('key') && e.version === request.text('version'))
  return {
    CreateCacheEntry(request, claims, sign) {
      const wrong = wrongKey(request.text('key'))
      if (wrong) return refuse('invalid_argument', wrong)
      const scope = claims.scopes.find(s => s.Permission & may.write)
      if (!scope || state.faults.denyWrite) {
        return ok({ ok: false, message: 'cache write denied: the token of this run is read-only' })
      }
      if (find(request, scope.Scope)) return refuse('already_exists', 'cache entry with the same key exists')
      const blob = addBlob(state, randomUUID())
      const entry = { scope: scope.Scope, key: request.text('key'), version: request.text('version') }
      state.caches.push({ ...entry, blob, finalized: false })
      return ok({ ok: true, signed_upload_url: sign(blob, 'w') })
    },
    FinalizeCacheEntryUpload(request, claims) {
      const scope = claims.scopes.find(s => s.Permission & may.write)
      const entry = scope && find(request, scope.Scope)
      if (!entry || entry.finalized) return refuse('not_found', 'no such reservation')
      const size = state.blobs.get(entry.blob)?.content?.length
      if (state.faults.refuseFinalize) return ok({ ok: false, message: 'not today' })
      if (size !== request.int('size_bytes')) return ok({ ok: false, message: `the blob has ${size} bytes` })
      entry.finalized = true
      return ok({ ok: true, entry_id: String(state.caches.indexOf(entry) + 1) })
    },
    GetCacheEntryDownloadURL(request, claims, sign) {
      const wrong = wrongKey(request.text('key'))
      if (wrong) return refuse('invalid_argument', wrong)
      if (state.faults.denyRead || !claims.scopes.some(s => s.Permission & may.read)) {
        return refuse('permission_denied', 'cache read denied: the token of this run has no readable scope')
      }
      const keys = [request.text('key'), ...request.texts('restore_keys')]
      const found = lookUp(state.caches, { keys, version: request.text('version') }, claims)
      if (!found) return ok({ ok: false })
      return ok({ ok: true, signed_download_url: sign(found.blob, 'r'), matched_key: found.key })
    },
  }
}

/** Why the service does not take a key; null when it does. */
export function wrongKey(key: string): string | null {
  if (key === '') return 'key must not be empty'
  return key.length > 512 || key.includes(',') ? 'key is too long or has a comma' : null
}

/** Ref by ref: the key, then what begins with it, then what begins with each restore key; the newest of several. */
export function lookUp(
  caches: readonly CacheEntry[],
  { keys, version }: { readonly keys: readonly string[]; readonly version: string },
  claims: Claims,
): CacheEntry | undefined {
  for (const { Scope, Permission } of claims.scopes) {
    if (!(Permission & may.read)) continue
    const here = caches.filter(e => e.finalized && e.scope === Scope && e.version === version)
    const exact = here.find(e => e.key === keys[0])
    if (exact) return exact
    for (const key of keys) {
      const found = here.findLast(e => e.key.startsWith(key))
      if (found) return found
    }
  }
  return undefined
}
