import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { type AccessKey, signatureProblem } from './signature.ts'

/** What goes wrong, until a test says otherwise. */
export interface ObjectFaults {
  /** The next `times` requests get this status. */
  status?: { code: number; times: number; retryAfter?: number }
  /** The next `times` downloads end in the middle. */
  cut?: number
  /** Downloads wait so long before each 16 KiB, ms. */
  slow?: number
  /** Nothing is answered. */
  hang?: boolean
  /** The connection is closed after each answer. */
  close?: boolean
}

/** A server of objects on this machine. */
export interface ObjectServer {
  readonly url: string
  /** By path: `/bucket/name`. */
  readonly objects: Map<string, { content: Buffer; modified: Date }>
  readonly requests: string[]
  readonly faults: ObjectFaults
  stop(): Promise<void>
}

/** Who may use it: an access key makes it a service that speaks S3, a token a server of files. */
export type Access = { readonly key: AccessKey; readonly pageSize?: number } | { readonly token: string }

/** Starts it; it is stopped when the test ends. It checks what real ones check: signatures, digests, lengths. */
export async function startObjectServer(access: Access, faults: ObjectFaults = {}): Promise<ObjectServer> {
  const objects: ObjectServer['objects'] = new Map()
  const requests: string[] = []

  function refusal(request: IncomingMessage): string | null {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([k, v]) => [k, String(v)]))
    if ('token' in access) return headers['authorization'] === `Bearer ${access.token}` ? null : 'Unauthorized'
    return signatureProblem({ method: request.method ?? '', target: request.url ?? '', headers }, access.key)
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://x')
    const path = decodeURIComponent(url.pathname)
    requests.push(`${request.method} ${path}${url.searchParams.has('list-type') ? '?list' : ''}`)
    if (faults.hang) return
    if (faults.close) response.shouldKeepAlive = false
    const { status } = faults
    if (status && status.times-- > 0) {
      const headers = status.retryAfter === undefined ? {} : { 'retry-after': String(status.retryAfter) }
      return void response.writeHead(status.code, headers).end('<Error><Code>SlowDown</Code></Error>')
    }
    const wrong = refusal(request)
    if (wrong !== null) return void response.writeHead('token' in access ? 401 : 403).end(wrong)
    if (request.method === 'PUT') return put(path, request, response)
    if ('key' in access && url.searchParams.get('list-type') === '2') return list(path, url.searchParams, response)
    await get(path, request.method === 'HEAD', response)
  }

  async function put(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers['content-length'] === undefined) return void response.writeHead(411).end('MissingContentLength')
    const content = await buffer(request)
    const digest = createHash('sha256').update(content).digest('hex')
    if ('key' in access && request.headers['x-amz-content-sha256'] !== digest) {
      return void response.writeHead(400).end('XAmzContentSHA256Mismatch')
    }
    objects.set(path, { content, modified: new Date() })
    response.writeHead(200).end()
  }

  function list(path: string, query: URLSearchParams, response: ServerResponse): void {
    const prefix = `${path}${query.get('prefix') ?? ''}`
    const all = [...objects].filter(([name]) => name.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1))
    const from = Number(query.get('continuation-token') ?? 0)
    const to = from + (('pageSize' in access && access.pageSize) || 1000)
    const contents = all.slice(from, to).map(([name, { modified, content }]) => {
      const key = name.slice(path.length).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`)
      return `<Contents><Key>${key}</Key><LastModified>${modified.toISOString()}</LastModified><Size>${content.length}</Size></Contents>`
    })
    const next = to < all.length ? `<NextContinuationToken>${to}</NextContinuationToken>` : ''
    const cut = `<IsTruncated>${to < all.length}</IsTruncated>`
    response.writeHead(200, { 'content-type': 'application/xml' })
    response.end(`<?xml version="1.0"?><ListBucketResult>${cut}${next}${contents.join('')}</ListBucketResult>`)
  }

  async function get(path: string, isHead: boolean, response: ServerResponse): Promise<void> {
    const found = objects.get(path)
    if (!found) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
    const { content } = found
    response.writeHead(200, { 'content-length': content.length })
    if (isHead) return void response.end()
    const cut = (faults.cut ?? 0) > 0
    if (cut) faults.cut = (faults.cut ?? 0) - 1
    const end = cut ? content.length >> 1 : content.length
    for (let at = 0; at < end; at += 16_384) {
      if (faults.slow) await sleep(faults.slow)
      response.write(content.subarray(at, Math.min(end, at + 16_384)))
    }
    if (cut) setTimeout(() => response.destroy(), 20)
    else response.end()
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const stop = () =>
    new Promise<void>(resolve => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  onTestFinished(stop)
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, objects, requests, faults, stop }
}
