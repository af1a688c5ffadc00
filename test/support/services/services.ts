import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer, text } from 'node:stream/consumers'
import { artifactService } from './artifacts.ts'
import { serveBlob } from './blobs.ts'
import { cacheService } from './cache.ts'
import { cacheV1 } from './cache-v1.ts'
import { emptyState, type Faults, type ServiceState, strikes } from './state.ts'
import { claimsOf, makeToken, type Scope } from './token.ts'
import { fieldsOf, type Method, type Reply, refuse, type Sign } from './twirp.ts'

/** Who a client is: its run and what its token lets it do with the cache. */
export interface ClientOptions {
  readonly run?: string
  readonly job?: string
  readonly scopes?: readonly Scope[]
  /** `cache-mode` of the workflow; the token has what the mode leaves. */
  readonly mode?: 'none' | 'read' | 'write' | 'write-only'
  /** What of the cache's two protocols the runner offers. */
  readonly protocol?: 'v1' | 'v2'
}

/** GitHub's services on this machine. */
export interface Services {
  readonly url: string
  /** What a job of the default branch has in its environment. */
  readonly env: Readonly<Record<string, string>>
  /** The same for another job. */
  envFor(client: ClientOptions): Record<string, string>
  readonly state: ServiceState
  stop(): Promise<void>
}

/** What each mode leaves of a permission: 1 read, 2 write. */
const masks = { none: 0, read: 1, write: 3, 'write-only': 2 } as const
const main: readonly Scope[] = [{ Scope: 'refs/heads/main', Permission: 3 }]

/**
 * Starts the results service of GitHub Actions on 127.0.0.1: the cache in both protocols, artifacts, and the blobs of
 * both. It checks what the real one checks: tokens, scopes, names, block ids, sizes, digests, signatures of URLs.
 * @param front puts something in front of the server's port, and gives the port that clients are sent to
 */
export async function startServices(
  faults: Faults = {},
  front: (port: number) => Promise<number> = async port => port,
): Promise<Services> {
  const state = emptyState(faults)
  const key = randomBytes(8).toString('hex')
  let url = ''
  const sign: Sign = (blob, sp) => `${url}blobs/${blob}?sp=${sp}&sig=${key}${sp}`
  const services: Readonly<Record<string, Readonly<Record<string, Method>>>> = {
    CacheService: cacheService(state),
    ArtifactService: artifactService(state),
  }

  async function call(path: string, request: IncomingMessage): Promise<Reply | null> {
    const [, service = '', name = ''] = /^\/twirp\/github\.actions\.results\.api\.v1\.(\w+)\/(\w+)$/.exec(path) ?? []
    state.requests.push(`${service}/${name}`)
    const fields = fieldsOf(await text(request))
    const method = services[service]?.[name]
    if (request.method !== 'POST' || !method) return refuse('not_found', `no handler for ${path}`)
    const claims = claimsOf(request.headers.authorization)
    if (!claims) return refuse('unauthenticated', 'the token is missing, malformed or expired')
    if (strikes(state.faults.status500)) return refuse('internal', 'something broke')
    if (service === 'CacheService') {
      if (state.faults.hang) return null
      if (strikes(state.faults.status429)) return refuse('resource_exhausted', 'too many requests')
    }
    return method(fields, claims, sign)
  }

  const v1 = cacheV1(state)
  async function callV1(path: string, query: URLSearchParams, request: IncomingMessage): Promise<Reply | null> {
    const method = request.method ?? ''
    state.requests.push(`${method} v1/${path.replace(/\d+$/, 'ID')}`)
    const body = await buffer(request)
    const claims = claimsOf(request.headers.authorization)
    if (!claims) return { status: 401, body: { message: 'the token is missing, malformed or expired' } }
    if (strikes(state.faults.status500)) return { status: 500, body: { message: 'something broke' } }
    if (state.faults.hang) return null
    if (strikes(state.faults.status429)) return { status: 429, body: { message: 'too many requests' } }
    return v1({ method, path, query, range: String(request.headers['content-range'] ?? ''), body }, claims, sign)
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    const id = /^\/blobs\/([\w-]+)$/.exec(pathname)?.[1]
    if (id !== undefined) {
      const blob = state.blobs.get(id)
      const signed = searchParams.get('sig') === `${key}${searchParams.get('sp')}`
      if (!blob || !signed) return void response.writeHead(403, { 'x-ms-error-code': 'AuthenticationFailed' }).end()
      const name = state.artifacts.find(a => a.blob === id)?.name ?? null
      return serveBlob(state, { request, response, query: searchParams, blob, name })
    }
    const old = /^\/_apis\/artifactcache\/(.+)$/.exec(pathname)?.[1]
    const reply = await (old === undefined ? call(pathname, request) : callV1(old, searchParams, request))
    if (!reply) return
    const retryAfter = reply.status === 429 ? state.faults.status429?.retryAfter : undefined
    const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
    response.writeHead(reply.status, { 'content-type': 'application/json', ...headers })
    response.end(reply.body === null ? undefined : JSON.stringify(reply.body))
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(error => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ code: 'internal', msg: String(error) }))
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${await front((server.address() as AddressInfo).port)}/`

  function envFor(client: ClientOptions): Record<string, string> {
    const { run = 'run-1', job = 'job-1', scopes = main, mode, protocol = 'v2' } = client
    const mask = masks[mode ?? 'write']
    const left = scopes.map(s => ({ ...s, Permission: s.Permission & mask }))
    return {
      ACTIONS_RESULTS_URL: url,
      ACTIONS_RUNTIME_URL: url,
      ACTIONS_RUNTIME_TOKEN: makeToken({ run, job, scopes: left }),
      ...(protocol === 'v2' ? { ACTIONS_CACHE_SERVICE_V2: 'True' } : { ACTIONS_CACHE_URL: url }),
      ...(mode ? { ACTIONS_CACHE_MODE: mode } : {}),
    }
  }

  async function stop(): Promise<void> {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  return { url, env: envFor({}), envFor, state, stop }
}
