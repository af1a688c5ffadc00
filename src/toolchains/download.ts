import { type FileHandle, open, rm, stat } from 'node:fs/promises'
import { writeError } from '../build/file-error.ts'
import { sha256OfFile } from '../build/hash.ts'
import { BuildError } from '../errors.ts'
import { type Failure, shownBytes, shownUrl } from './attempt.ts'
import type { PinnedFile } from './catalog.ts'
import { get } from './get.ts'

/** A file to get from one of several addresses. */
export interface Download {
  readonly urls: readonly string[]
  readonly file: PinnedFile
  /** Grows while the download runs and stays when it is interrupted: the next one goes on from there. */
  readonly to: string
}

/** What a download needs from its run. */
export interface DownloadContext {
  readonly signal: AbortSignal
  /** Called with the bytes that are on disk. */
  readonly progress: (bytes: number) => void
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
}

/** Before each round through the addresses, ms. A round takes the addresses whose last failure may be a passing one. */
const waits = [0, 1000, 4000]
/** An address that sends nothing for so long is down, ms. */
const idleMs = 30_000
const passingStatus: readonly number[] = [408, 425, 429, 500, 502, 503, 504]

/** How one request ended; `passing`: worth another try. */
type Ended = { readonly ok: true } | (Omit<Failure, 'where'> & { readonly ok: false; readonly passing: boolean })

/**
 * Downloads into `to` and checks size and sha256. Retried with growing waits; continued with a Range request, also from
 * another address, because the digest says in the end whether the parts belong together.
 * @returns the failure of each address, or none when `to` is the pinned file
 * @throws BuildError `disk-full`, `cannot-write`, `interrupted`
 */
export async function download(wanted: Download, context: DownloadContext): Promise<readonly Failure[]> {
  let left = [...wanted.urls]
  const failures = new Map<string, Failure>()
  for (const wait of waits) {
    if (left.length === 0) break
    if (wait > 0) await context.pause(wait, context.signal)
    const again: string[] = []
    for (const url of left) {
      if (context.signal.aborted) throw interrupted(wanted)
      const ended = await attempt(url, wanted, context)
      if (ended.ok) return []
      failures.set(url, { where: shownUrl(url), why: ended.why, ...(ended.mismatch ? { mismatch: true } : {}) })
      if (ended.passing) again.push(url)
    }
    left = again
  }
  return [...failures.values()]
}

async function attempt(url: string, wanted: Download, context: DownloadContext): Promise<Ended> {
  const have = await sizeOnDisk(wanted.to)
  if (have === wanted.file.bytes) return check(wanted, true)
  const idle = new AbortController()
  let timer = setTimeout(() => idle.abort(), idleMs)
  const alive = () => {
    clearTimeout(timer)
    timer = setTimeout(() => idle.abort(), idleMs)
  }
  try {
    // an encoded body has another length than the file
    const headers = { 'accept-encoding': 'identity', ...(have > 0 ? { range: `bytes=${have}-` } : {}) }
    const response = await get(url, headers, AbortSignal.any([context.signal, idle.signal]))
    const { statusCode = 0, statusMessage = '' } = response
    if (statusCode === 416) await rm(wanted.to, { force: true })
    if (statusCode < 200 || statusCode >= 300) {
      response.destroy()
      const why = `HTTP ${statusCode} ${statusMessage}`.trim()
      return { ok: false, why, passing: passingStatus.includes(statusCode) || statusCode === 416 }
    }
    const resumed = statusCode === 206 && response.headers['content-range']?.startsWith(`bytes ${have}-`)
    if (statusCode === 206 && !resumed) {
      response.destroy()
      await rm(wanted.to, { force: true })
      return { ok: false, why: 'answered with another part than asked for', passing: true }
    }
    const size = await write(response, wanted, resumed ? have : 0, bytes => {
      alive()
      context.progress(bytes)
    })
    if (size < wanted.file.bytes) {
      return { ok: false, why: `ended after ${size} of ${wanted.file.bytes} bytes`, passing: true }
    }
    return await check(wanted, resumed === true)
  } catch (error) {
    if (context.signal.aborted) throw interrupted(wanted)
    const fault = writeError(error, wanted.to)
    if (fault instanceof BuildError) {
      if (fault.code === 'disk-full') await rm(wanted.to, { force: true })
      throw fault
    }
    if (idle.signal.aborted) return { ok: false, why: `sent nothing for ${idleMs / 1000} s`, passing: true }
    return { ok: false, ...networkReason(error) }
  } finally {
    clearTimeout(timer)
  }
}

/** Writes a body behind the first `from` bytes; stops after one byte too many. Returns the size of the file. */
async function write(
  body: AsyncIterable<Uint8Array>,
  wanted: Download,
  from: number,
  progress: (bytes: number) => void,
): Promise<number> {
  const file: FileHandle = await open(wanted.to, from > 0 ? 'r+' : 'w')
  let size = from
  try {
    for await (const chunk of body) {
      await file.write(chunk, 0, chunk.length, size)
      size += chunk.length
      progress(size)
      if (size > wanted.file.bytes) break
    }
  } finally {
    await file.close()
  }
  return size
}

/** Judges a whole file; one that is not the pinned one is removed. `mixed`: it was put together from several answers. */
async function check(wanted: Download, mixed: boolean): Promise<Ended> {
  const size = await sizeOnDisk(wanted.to)
  const sha256 = size > wanted.file.bytes ? null : await sha256OfFile(wanted.to)
  if (sha256 === wanted.file.sha256) return { ok: true }
  await rm(wanted.to, { force: true })
  const why =
    sha256 === null
      ? `sends more than the ${shownBytes(wanted.file.bytes)} of the pinned file`
      : `has sha256 ${sha256} instead of ${wanted.file.sha256}`
  return { ok: false, why, passing: mixed, mismatch: true }
}

async function sizeOnDisk(path: string): Promise<number> {
  return stat(path).then(
    s => s.size,
    () => 0,
  )
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name cannot be looked up (no network?)',
  ENETUNREACH: 'there is no network',
  EHOSTUNREACH: 'the host cannot be reached',
  ETIMEDOUT: 'the connection timed out',
}

function networkReason(error: unknown): { why: string; passing: boolean } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = reasons[code]
  if (known !== undefined) return { why: `${known} (${code})`, passing: code !== 'ENOTFOUND' }
  const text = error instanceof Error ? error.message : String(error)
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) {
    return { why: `its certificate is not trusted (${code}; NODE_EXTRA_CA_CERTS names more)`, passing: false }
  }
  return { why: `${text || 'it failed'}${code ? ` (${code})` : ''}`, passing: !/Invalid URL|parse URL/i.test(text) }
}

function interrupted(wanted: Download): BuildError {
  return new BuildError('interrupted', `interrupted while ${wanted.file.file} was downloaded`)
}
