import { createHash } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { writeError } from '../../build/file-error.ts'
import { temporaryName } from '../../build/write-file.ts'
import { makePatience, type Refusal, type Trouble } from '../../cache/patience.ts'
import { type CachePolicy, mayRestore } from '../../cache/policy.ts'
import type { CacheStore, Restored } from '../../cache/store.ts'
import type { TransferLimits } from '../../cache/transfer.ts'
import { BuildError } from '../../errors.ts'
import type { Log } from '../../host.ts'
import { useProxy } from '../../toolchains/proxy.ts'
import { downloadBlob, uploadBlob } from './blob.ts'
import { type Answer, callCache, type Method } from './cache-service.ts'
import { cacheService } from './services.ts'

/** How long the cache may take before it is not worth it. */
interface CacheLimits extends TransferLimits {
  /** One call of the service, ms. */
  readonly callMs: number
  /** What a run may lose to a service in trouble, ms. */
  readonly patienceMs: number
}

const defaultLimits: CacheLimits = { callMs: 10_000, patienceMs: 20_000, stallMs: 15_000, slowest: 1e6 }

/** What the cache of a run is made of. */
interface CacheOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly policy: CachePolicy
  readonly log: Log
  readonly signal: AbortSignal
  readonly limits?: Partial<CacheLimits>
  /** The format of entries, part of their identity; tests take another client's. */
  readonly version?: string
}

/** An entry is the packed file itself. */
const formatVersion = createHash('sha256').update('portable-build, one raw file, 1').digest('hex')

/**
 * The cache of GitHub Actions; null where the runner offers none.
 *
 * Not through `@actions/cache`: that one unpacks whatever comes back with `tar -P`, so that an entry which somebody has
 * poisoned writes where it likes before anyone can look at its digest (Cacheract); it cannot be interrupted; and it
 * makes a warning of its own of what is none. An entry of ours is one file, which nothing but its reader opens.
 */
export function githubCache(options: CacheOptions): CacheStore | null {
  const access = cacheService(options.env)
  if (access === null) return null
  const { policy, log, signal, env } = options
  const limits = { ...defaultLimits, ...options.limits }
  const version = options.version ?? formatVersion
  const patience = makePatience(limits.patienceMs, signal)
  let told = false

  const call = (method: Method, fields: Readonly<Record<string, unknown>>) =>
    patience.attempt<Answer>(() => callCache(access, method, fields, { signal, timeoutMs: limits.callMs }))

  /** Once: a service in trouble is in trouble for every entry. */
  function complain(why: string): void {
    if (!told) log.warn(`the cache is of no help: ${why}`, 'The build goes on without it.')
    else log.detail(`cache: ${why}`)
    told = true
  }

  function checkInterrupted(): void {
    if (signal.aborted) throw new BuildError('interrupted', 'interrupted while the cache was asked')
  }

  async function lookUp(key: string, fallbacks: readonly string[]): Promise<Found | Trouble | Refusal> {
    const answer = await call('GetCacheEntryDownloadURL', { key, restore_keys: fallbacks, version })
    if (answer.kind === 'none') return { kind: 'refused', why: 'there is no entry with this key' }
    if (answer.kind !== 'ok') return answer
    const [url, matched] = [text(answer.body, 'signed_download_url'), text(answer.body, 'matched_key')]
    // the service takes the key itself for a beginning, too
    if (matched !== key && !fallbacks.some(f => matched.startsWith(f))) {
      return { kind: 'refused', why: 'there is no entry with this key' }
    }
    return { kind: 'found', url, key: matched }
  }

  async function restore(key: string, fallbacks: readonly string[], path: string): Promise<Restored> {
    const missed = (why: string): Restored => ({ key: null, asked: true, why })
    const found = await lookUp(key, fallbacks)
    checkInterrupted()
    if (found.kind !== 'found') {
      if (found.kind === 'trouble') complain(found.why)
      if (found.kind === 'denied') log.info(`cache: ${found.why}`)
      return missed(found.why)
    }
    const part = temporaryName(path)
    const clean = () => rm(part, { force: true }).catch(() => {})
    try {
      const got = await patience.attempt(async () => {
        await clean()
        return downloadBlob(found.url, part, limits, signal)
      })
      checkInterrupted()
      if (got.kind !== 'done') {
        complain(`${found.key} did not come: ${got.why}`)
        return missed(got.why)
      }
      await rename(part, path).catch(error => {
        throw writeError(error, path)
      })
      return { key: found.key, bytes: got.bytes }
    } finally {
      await clean()
    }
  }

  async function upload(key: string, path: string): Promise<Saved | Trouble | Refusal> {
    const created = await call('CreateCacheEntry', { key, version })
    if (created.kind === 'none') return { kind: 'refused', why: 'the cache service gave no reason' }
    if (created.kind !== 'ok') return created
    const sent = await patience.attempt(() => uploadBlob(text(created.body, 'signed_upload_url'), path, limits, signal))
    if (sent.kind !== 'done') return sent
    const done = await call('FinalizeCacheEntryUpload', { key, version, size_bytes: String(sent.bytes) })
    if (done.kind === 'ok') return { kind: 'saved' }
    return done.kind === 'none' ? { kind: 'refused', why: 'the cache service gave no reason' } : done
  }

  return {
    async restore({ key, fallbacks, path }) {
      checkKey(key)
      if (!mayRestore(policy, key)) return { key: null, asked: false, why: policy.reason }
      const restoreProxy = await useProxy(env, log)
      try {
        return await restore(key, fallbacks, path)
      } finally {
        restoreProxy()
      }
    },
    async save({ key, path }) {
      checkKey(key)
      if (!policy.save) return 'not-allowed'
      const restoreProxy = await useProxy(env, log)
      try {
        const done = await upload(key, path)
        checkInterrupted()
        if (done.kind === 'saved' || done.kind === 'exists') return done.kind
        // a read-only token is how the repository is set up, nothing to warn of
        if (done.kind === 'denied') log.info(`cache: ${key} is not saved: ${done.why}`)
        else complain(`${key} is not saved: ${done.why}`)
        return done.kind === 'denied' ? 'not-allowed' : 'failed'
      } finally {
        restoreProxy()
      }
    },
  }
}

interface Found {
  readonly kind: 'found'
  readonly url: string
  /** The key of the entry. */
  readonly key: string
}

interface Saved {
  readonly kind: 'saved'
}

const text = (body: Readonly<Record<string, unknown>>, name: string) => String(body[name] ?? '')

/** The service's own limits; our keys are made of versions and digests. */
function checkKey(key: string): void {
  if (key.length === 0 || key.length > 512 || key.includes(',')) throw new Error(`not a key: ${JSON.stringify(key)}`)
}
