import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { text as textOf } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { errno, writeError } from '../../build/file-error.ts'
import { sha256OfFile } from '../../build/hash.ts'
import type { Refusal, Trouble } from '../patience.ts'
import { guarded, type TransferLimits, type Transferred } from '../transfer.ts'
import type { Sign } from './sign.ts'

/** What requests of one store have in common. */
export interface Connection {
  readonly sign: Sign
  readonly limits: TransferLimits
  readonly signal: AbortSignal
}

/** There is no such object. */
export interface Missing {
  readonly kind: 'missing'
}

/** An answer that is no success. */
class Status extends Error {
  readonly status: number
  readonly retryAfter: string | null

  constructor({ statusCode = 0, headers }: IncomingMessage) {
    super(`HTTP ${statusCode}`)
    this.status = statusCode
    this.retryAfter = headers['retry-after'] ?? null
  }
}

/**
 * Downloads an object to a file that is not there yet; all of it or trouble.
 * @throws BuildError `disk-full`, `cannot-write`
 */
export async function getObject(
  url: string,
  to: string,
  connection: Connection,
): Promise<Transferred | Missing | Trouble | Refusal> {
  return run(connection, async watch => {
    const response = await ask({ method: 'GET', url }, connection.sign, watch.signal)
    const length = Number(response.headers['content-length'] ?? Number.NaN)
    if (Number.isFinite(length)) watch.expect(length)
    const file = await open(to, 'wx').catch(error => {
      throw writeError(error, to)
    })
    let bytes = 0
    try {
      for await (const piece of response as AsyncIterable<Buffer>) {
        watch.progress()
        bytes += piece.length
        await file.writeFile(piece).catch(error => {
          throw writeError(error, to)
        })
      }
    } finally {
      await file.close()
    }
    if (Number.isFinite(length) && bytes !== length) throw new Error('cut')
    return bytes
  })
}

/** Uploads a file; the service checks its sha256, which is part of the signature. */
export async function putObject(
  url: string,
  from: string,
  connection: Connection,
): Promise<Transferred | Missing | Trouble | Refusal> {
  return run(connection, async watch => {
    const { size } = await stat(from)
    watch.expect(size)
    const headers = {
      'content-type': 'application/zstd',
      'content-length': String(size),
      'x-amz-content-sha256': await sha256OfFile(from),
    }
    const body = progressing(from, watch.progress)
    const response = await ask({ method: 'PUT', url, headers, body }, connection.sign, watch.signal)
    response.resume()
    return size
  })
}

/** Asks whether there is an object. */
export async function headObject(
  url: string,
  connection: Connection,
): Promise<Transferred | Missing | Trouble | Refusal> {
  return run(connection, async watch => {
    const response = await ask({ method: 'HEAD', url }, connection.sign, watch.signal)
    response.resume()
    return 0
  })
}

/** Reads a short text. */
export async function getText(
  url: string,
  connection: Connection,
): Promise<{ readonly kind: 'text'; readonly text: string } | Missing | Trouble | Refusal> {
  let text = ''
  const got = await run(connection, async watch => {
    text = await textOf(await ask({ method: 'GET', url }, connection.sign, watch.signal))
    return text.length
  })
  return got.kind === 'done' ? { kind: 'text', text } : got
}

type Work = Parameters<typeof guarded>[1]

async function run({ limits, signal }: Connection, work: Work): Promise<Transferred | Missing | Trouble | Refusal> {
  let isMissing = false
  const judge = (error: unknown): Trouble | Refusal => {
    isMissing = error instanceof Status && error.status === 404
    return judgeError(error)
  }
  const result = await guarded({ limits, signal, judge }, work)
  return isMissing ? { kind: 'missing' } : result
}

interface Asked {
  readonly method: 'GET' | 'HEAD' | 'PUT'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: AsyncIterable<Buffer>
}

/**
 * Not by `fetch`: its parser in Node 24 ends the whole process with a failed assertion, which nobody can catch, when a
 * server closes the connection while we are still writing to disk what it has sent (undici, `assert(!this.paused)`).
 * Redirects are not followed: the signature is for this server.
 */
async function ask(
  { method, url, headers = {}, body }: Asked,
  sign: Sign,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const signed = await sign({ method, url, headers })
  const { request } = await (url.startsWith('https:') ? import('node:https') : import('node:http'))
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asking = request(url, { method, headers: Object.fromEntries(signed), signal }, resolve)
    asking.on('error', reject)
    if (body === undefined) asking.end()
    else pipeline(body, asking).catch(reject)
  })
  const { statusCode = 0 } = response
  if (statusCode >= 200 && statusCode < 300) return response
  response.resume()
  throw new Status(response)
}

async function* progressing(path: string, progress: () => void): AsyncGenerator<Buffer> {
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    progress()
    yield piece
  }
}

const words: Readonly<Record<number, string>> = {
  301: ' (another region or address)',
  307: ' (another region or address)',
  401: ' (the credentials are missing or wrong)',
  403: ' (the credentials are missing, wrong, or not allowed this)',
  413: ' (the entry is too large)',
  429: ' (too many requests)',
  503: ' (too many requests, or out of order)',
}

/** Status and code only: addresses and answers may hold what is secret. */
function judgeError(error: unknown): Trouble | Refusal {
  if (error instanceof Status) {
    const { status } = error
    const why = `the store answered with HTTP ${status}${words[status] ?? ''}`
    if (status === 401 || status === 403) return { kind: 'denied', why }
    if (status < 500 && status !== 408 && status !== 429) return { kind: 'refused', why }
    const seconds = Number(error.retryAfter ?? Number.NaN)
    return { kind: 'trouble', why, ...(seconds > 0 ? { waitMs: seconds * 1000 } : {}) }
  }
  const code = errno(error)
  return { kind: 'trouble', why: `the connection failed${code ? ` (${code})` : ''}` }
}
