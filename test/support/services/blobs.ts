import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ServiceState, type StoredBlob, strikes } from './state.ts'

/** Adds a blob without content; returns its id. */
export function addBlob(state: ServiceState, id: string): string {
  state.blobs.set(id, { content: null, type: 'application/octet-stream', etag: '', blocks: new Map() })
  return id
}

/** One request for a blob, with what its URL says. */
interface BlobRequest {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly query: URLSearchParams
  readonly blob: StoredBlob
  /** The file name that a browser would save it under. */
  readonly name: string | null
}

/**
 * The part of Azure's Blob service that the clients use, with its errors and headers. Source: the REST reference of
 * Put Blob, Put Block, Put Block List, Get Blob and Get Blob Properties.
 */
export async function serveBlob(state: ServiceState, asked: BlobRequest): Promise<void> {
  const { request, query } = asked
  const method = request.method ?? ''
  const comp = query.get('comp')
  state.requests.push(comp ? `${method} ${comp}` : method)
  // Azure takes the signature of the URL or a header, never both.
  if (request.headers.authorization !== undefined) return fail(asked, 400, 'AuthenticationFailed')
  if (method === 'PUT' && query.get('sp') === 'w') {
    const done = put(asked, comp, await buffer(request))
    if (state.faults.stuck) return
    if ('code' in done) return fail(asked, done.status, done.code)
    return void asked.response.writeHead(201, { ...common(), ...done.headers, 'content-length': 0 }).end()
  }
  if ((method === 'GET' || method === 'HEAD') && query.get('sp') === 'r') return send(state, asked)
  return fail(asked, 403, 'AuthorizationPermissionMismatch')
}

/** What an upload is answered with: headers, or the code of an error. */
type Put = { readonly status: 201; readonly headers: Record<string, string> } | { status: number; code: string }

function put(asked: BlobRequest, comp: string | null, body: Buffer): Put {
  const { request, blob, query } = asked
  if (request.headers['content-length'] === undefined) return { status: 411, code: 'MissingContentLengthHeader' }
  if (comp === 'block') {
    const id = query.get('blockid') ?? ''
    const length = [...blob.blocks.keys()][0]?.length ?? id.length
    if (!/^[\w+/]+=*$/.test(id) || id.length !== length) return { status: 400, code: 'InvalidBlobOrBlock' }
    blob.blocks.set(id, body)
    return { status: 201, headers: { 'content-md5': createHash('md5').update(body).digest('base64') } }
  }
  if (comp === 'blocklist') {
    const ids = [...body.toString().matchAll(/<(?:Latest|Uncommitted)>([^<]*)</g)].map(m => m[1] ?? '')
    const blocks = ids.map(id => blob.blocks.get(id))
    if (!blocks.every(b => b !== undefined)) return { status: 400, code: 'InvalidBlockList' }
    return commit(asked, Buffer.concat(blocks))
  }
  if (comp !== null) return { status: 400, code: 'InvalidQueryParameterValue' }
  if (request.headers['x-ms-blob-type'] !== 'BlockBlob') return { status: 400, code: 'InvalidHeaderValue' }
  return commit(asked, body)
}

function commit({ blob, request }: BlobRequest, content: Buffer): Put {
  blob.content = content
  blob.etag = `"0x${randomUUID().slice(0, 8)}"`
  blob.type = String(request.headers['x-ms-blob-content-type'] ?? request.headers['content-type'] ?? blob.type)
  blob.blocks.clear()
  return { status: 201, headers: { etag: blob.etag, 'last-modified': new Date().toUTCString() } }
}

async function send(state: ServiceState, asked: BlobRequest): Promise<void> {
  const { request, response, blob, name } = asked
  if (blob.content === null) return fail(asked, 404, 'BlobNotFound')
  const match = request.headers['if-match']
  if (match !== undefined && match !== blob.etag) return fail(asked, 412, 'ConditionNotMet')
  const size = blob.content.length
  const range = /^bytes=(\d+)-(\d*)$/.exec(String(request.headers['x-ms-range'] ?? request.headers.range ?? ''))
  const from = Number(range?.[1] ?? 0)
  const to = Math.min(Number(range?.[2] || size - 1), size - 1)
  if (range && from >= size) return fail(asked, 416, 'InvalidRange')
  response.writeHead(range ? 206 : 200, {
    ...common(),
    etag: blob.etag,
    'accept-ranges': 'bytes',
    'content-type': blob.type,
    'content-length': size === 0 ? 0 : to - from + 1,
    'last-modified': new Date().toUTCString(),
    'x-ms-blob-type': 'BlockBlob',
    ...(range ? { 'content-range': `bytes ${from}-${to}/${size}` } : {}),
    ...(name ? { 'content-disposition': `attachment; filename="${name}"` } : {}),
  })
  if (request.method === 'HEAD') return void response.end()
  await body(state, response, altered(state, blob.content).subarray(from, to + 1))
}

/** The content, or one with another byte in its middle. */
function altered(state: ServiceState, content: Buffer): Buffer {
  if (!state.faults.corrupt) return content
  const other = Buffer.from(content)
  const middle = content.length >> 1
  other[middle] = (content[middle] ?? 0) ^ 1
  return other
}

const chunk = 64 * 1024

async function body(state: ServiceState, response: ServerResponse, bytes: Buffer): Promise<void> {
  if (strikes(state.faults.cut)) {
    response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy())
    return
  }
  if (!state.faults.slow) return void response.end(bytes)
  for (let at = 0; at < bytes.length && !response.destroyed; at += chunk) {
    await sleep(state.faults.slow)
    response.write(bytes.subarray(at, at + chunk))
  }
  response.end()
}

function fail({ response }: BlobRequest, status: number, code: string): void {
  const xml = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`
  const headers = { ...common(), 'x-ms-error-code': code, 'content-type': 'application/xml' }
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(xml) }).end(xml)
}

function common(): Record<string, string> {
  return { 'x-ms-request-id': randomUUID(), 'x-ms-version': '2026-02-06', date: new Date().toUTCString() }
}
