import { open } from 'node:fs/promises'
import type { BlockBlobClient } from '@azure/storage-blob'
import { writeError } from '../../build/file-error.ts'
import type { Refusal, Trouble } from '../../cache/patience.ts'
import { guarded, type TransferLimits, type Transferred } from '../../cache/transfer.ts'
import { get } from '../../toolchains/get.ts'
import { httpReason } from './http-reason.ts'

const MiB = 1024 * 1024
/** What is held in memory, and written at once. */
const segment = 32 * MiB
const parallel = { concurrency: 8, blockSize: 4 * MiB }

/**
 * Downloads a blob to a file that is not there yet; all of it or trouble.
 * @throws BuildError `disk-full`, `cannot-write`
 */
export async function downloadBlob(
  url: string,
  to: string,
  limits: TransferLimits,
  signal: AbortSignal,
): Promise<Transferred | Trouble | Refusal> {
  const client = await clientOf(url, limits)
  return guarded({ limits, signal, judge }, async watch => {
    const found = await client.getProperties({ abortSignal: watch.signal })
    const size = found.contentLength ?? 0
    watch.expect(size)
    const conditions = found.etag === undefined ? {} : { ifMatch: found.etag }
    const file = await open(to, 'wx').catch(error => {
      throw writeError(error, to)
    })
    try {
      for (let at = 0; at < size; at += segment) {
        const options = { ...parallel, abortSignal: watch.signal, onProgress: watch.progress, conditions }
        const bytes = await client.downloadToBuffer(at, Math.min(segment, size - at), options)
        // unlike write(), all of it or an error
        await file.appendFile(bytes).catch(error => {
          throw writeError(error, to)
        })
      }
    } finally {
      await file.close()
    }
    return size
  })
}

/** The same by one plain request: not every storage that the first protocol names knows ranges as Azure's client asks for them. */
export async function downloadWhole(
  url: string,
  to: string,
  limits: TransferLimits,
  signal: AbortSignal,
): Promise<Transferred | Trouble | Refusal> {
  return guarded({ limits, signal, judge }, async watch => {
    const response = await get(url, {}, watch.signal)
    if (response.statusCode !== 200) throw new HttpError(response.statusCode ?? 0)
    watch.expect(Number(response.headers['content-length'] ?? 0))
    let bytes = 0
    const file = await open(to, 'wx').catch(error => {
      throw writeError(error, to)
    })
    try {
      for await (const piece of response as AsyncIterable<Buffer>) {
        watch.progress()
        bytes += piece.length
        await file.appendFile(piece).catch(error => {
          throw writeError(error, to)
        })
      }
    } finally {
      await file.close()
    }
    return bytes
  })
}

/** The storage has answered with an error. */
class HttpError extends Error {
  readonly statusCode: number

  constructor(statusCode: number) {
    super(`HTTP ${statusCode}`)
    this.statusCode = statusCode
  }
}

/** The address carries its own permission. Azure's client brings ranges, blocks, and a second try for each. */
async function clientOf(url: string, limits: TransferLimits): Promise<BlockBlobClient> {
  const { AnonymousCredential, BlockBlobClient, newPipeline } = await import('@azure/storage-blob')
  const retryOptions = { maxTries: 2, retryDelayInMs: 500, tryTimeoutInMs: limits.stallMs }
  return new BlockBlobClient(url, newPipeline(new AnonymousCredential(), { retryOptions }))
}

function judge(error: unknown): Trouble | Refusal {
  return { kind: isFinal(error) ? 'refused' : 'trouble', why: httpReason(error) }
}

/** The storage has understood, and said no: it is not there, or not for us. */
function isFinal(error: unknown): boolean {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 0
  return status >= 400 && status < 500 && status !== 408 && status !== 429
}
