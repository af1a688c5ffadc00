import { randomUUID } from 'node:crypto'
import { addBlob } from './blobs.ts'
import { lookUp, may, wrongKey } from './cache.ts'
import type { ServiceState } from './state.ts'
import type { Claims } from './token.ts'
import type { Reply, Sign } from './twirp.ts'

/** A request to the first protocol, its path without `_apis/artifactcache/`. */
interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** `content-range` of a part. */
  readonly range: string
  readonly body: Buffer
}

const answer = (status: number, body: Reply['body'] = null): Reply => ({ status, body })
const problem = (status: number, message: string) => answer(status, { message })

/**
 * The first protocol of the cache, that of an Enterprise Server: reserve, parts at their places, commit. Sources:
 * `@actions/cache`, internal/cacheHttpClient.ts; act's server (pkg/artifactcache), which has no scopes and no denials.
 */
export function cacheV1(state: ServiceState): (asked: Asked, claims: Claims, sign: Sign) => Reply {
  return ({ method, path, query, range, body }, claims, sign) => {
    const writable = claims.scopes.find(s => s.Permission & may.write)
    if (method === 'GET' && path === 'cache') {
      if (state.faults.denyRead || !claims.scopes.some(s => s.Permission & may.read)) {
        return problem(403, 'cache read denied: the token of this run has no readable scope')
      }
      const keys = (query.get('keys') ?? '').split(',')
      const found = lookUp(state.caches, { keys, version: query.get('version') ?? '' }, claims)
      return found ? answer(200, { archiveLocation: sign(found.blob, 'r'), cacheKey: found.key }) : answer(204)
    }
    if (method === 'POST' && path === 'caches') {
      const { key = '', version = '' } = JSON.parse(body.toString())
      const wrong = wrongKey(key)
      if (wrong) return problem(400, wrong)
      if (!writable || state.faults.denyWrite) {
        return problem(403, 'cache write denied: the token of this run is read-only')
      }
      if (state.caches.some(e => e.scope === writable.Scope && e.key === key && e.version === version)) {
        return problem(409, `Cache already exists. Scope: ${writable.Scope}, Key: ${key}, Version: ${version}`)
      }
      const blob = addBlob(state, randomUUID())
      state.caches.push({ scope: writable.Scope, key, version, blob, finalized: false })
      return answer(201, { cacheId: state.caches.length })
    }
    const entry = state.caches[Number(/^caches\/(\d+)$/.exec(path)?.[1] ?? 0) - 1]
    const blob = entry && state.blobs.get(entry.blob)
    if (!blob || entry.finalized || entry.scope !== writable?.Scope) return problem(404, 'no such reservation')
    if (method === 'PATCH') {
      const [, from = '', to = ''] = /^bytes (\d+)-(\d+)\/\*$/.exec(range) ?? []
      if (Number(to) - Number(from) + 1 !== body.length) return problem(400, 'the range is not that of the part')
      blob.blocks.set(from.padStart(12, '0'), body)
      return answer(204)
    }
    const content = Buffer.concat([...blob.blocks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part))
    if (state.faults.refuseFinalize) return problem(500, 'not today')
    if (content.length !== JSON.parse(body.toString()).size) return problem(400, `there are ${content.length} bytes`)
    blob.content = content
    blob.etag = `"${randomUUID()}"`
    entry.finalized = true
    return answer(204)
  }
}
