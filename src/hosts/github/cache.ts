import { rename, rm } from 'node:fs/promises'
import { writeError } from '../../build/file-error.ts'
import { temporaryName } from '../../build/write-file.ts'
import { makePatience, type Refusal, type Trouble } from '../../cache/patience.ts'
import { type CachePolicy, mayRestore, maySave } from '../../cache/policy.ts'
import type { CacheStore, Restored } from '../../cache/store.ts'
import { BuildError } from '../../errors.ts'
import type { Exec } from '../../exec.ts'
import type { Log } from '../../host.ts'
import { useProxy } from '../../toolchains/proxy.ts'
import { downloadBlob, downloadWhole } from './blob.ts'
import { entryVersions, openEntry } from './cache-entry.ts'
import { type SavingLimits, saveEntry } from './cache-save.ts'
import { type Found, lookUp } from './cache-service.ts'
import { cacheService } from './services.ts'

/** How long the cache may take before it is not worth it. */
interface CacheLimits extends SavingLimits {
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
  readonly exec: Exec
  /** The program that saves when `save-cache KEY` follows: Node and `src/main.ts`, or what it became in `dist/`. */
  readonly program: readonly string[]
  readonly limits?: Partial<CacheLimits>
}

/** An entry's archive can be had in one way for each protocol. */
const downloads = { v1: downloadWhole, v2: downloadBlob } as const

/**
 * The cache of GitHub Actions; null where the runner offers none. Entries are those of `@actions/cache`, with one file in
 * each; it also saves them. They are brought back by ourselves, because its `restoreCache` lets an archive write where it
 * likes before anyone can look at it: see {@link openEntry}.
 */
export function githubCache(options: CacheOptions): CacheStore | null {
  const offered = cacheService(options.env)
  if (offered === null) return null
  const service = offered
  const { policy, log, signal, env } = options
  const limits = { ...defaultLimits, ...options.limits }
  const patience = makePatience(limits.patienceMs, signal)
  let told = false

  /** Once: a service in trouble is in trouble for every entry. */
  function complain(why: string): void {
    if (!told) log.warn(`the cache is of no help: ${why}`, 'The build goes on without it.')
    else log.detail(`cache: ${why}`)
    told = true
  }

  function checkInterrupted(): void {
    if (signal.aborted) throw new BuildError('interrupted', 'interrupted while the cache was asked')
  }

  /** The key itself under any version, else the best of the others. */
  async function find(keys: readonly string[]): Promise<Found | Trouble | Refusal> {
    let best: Found | null = null
    for (const version of entryVersions) {
      const callOptions = { signal, timeoutMs: limits.callMs }
      const answer = await patience.attempt(() => lookUp(service, { keys, version }, callOptions))
      if (answer.kind === 'none') continue
      if (answer.kind !== 'found') return best ?? answer
      if (rankOf(answer.key, keys) < rankOf(best?.key ?? '', keys)) best = answer
      if (rankOf(answer.key, keys) === 0) break
    }
    return best ?? { kind: 'refused', why: 'there is no entry with this key' }
  }

  async function restore(keys: readonly string[], path: string): Promise<Restored> {
    const missed = (why: string): Restored => ({ key: null, asked: true, why })
    const found = await find(keys)
    checkInterrupted()
    if (found.kind !== 'found') {
      if (found.kind === 'trouble') complain(found.why)
      if (found.kind === 'denied') log.info(`cache: ${found.why}`)
      return missed(found.why)
    }
    const [archive, file] = [temporaryName(path), temporaryName(path)]
    const clean = () => Promise.all([archive, file].map(part => rm(part, { force: true }).catch(() => {})))
    try {
      const got = await patience.attempt(async () => {
        await clean()
        return downloads[service.protocol](found.url, archive, limits, signal)
      })
      checkInterrupted()
      if (got.kind !== 'done') {
        complain(`${found.key} did not come: ${got.why}`)
        return missed(got.why)
      }
      const opened = await openEntry(archive, file, signal)
      if (opened.kind !== 'done') {
        const advice = `Find out who could write it, and delete it: gh cache delete ${found.key}`
        log.warn(`the cache entry ${found.key} is none of ours, nothing of it is used: ${opened.why}`, advice)
        return missed(opened.why)
      }
      await rename(file, path).catch(error => {
        throw writeError(error, path)
      })
      // a service may give keys back in other letters (act: in small ones)
      return { key: rankOf(found.key, keys) === 0 ? (keys[0] ?? '') : found.key, bytes: opened.bytes }
    } catch (error) {
      checkInterrupted()
      throw error
    } finally {
      await clean()
    }
  }

  return {
    async restore({ key, fallbacks, path }) {
      checkKey(key)
      if (!mayRestore(policy, key)) return { key: null, asked: false, why: policy.reason }
      const restoreProxy = await useProxy(env, log)
      try {
        return await restore([key, ...fallbacks], path)
      } finally {
        restoreProxy()
      }
    },
    async save({ key, path }) {
      checkKey(key)
      if (!maySave(policy, key)) return 'not-allowed'
      const done = await patience.once(() => saveEntry({ ...options, limits, key, path }))
      checkInterrupted()
      if (done.kind === 'saved' || done.kind === 'exists') return done.kind
      // a read-only token is how the repository is set up, nothing to warn of
      if (done.kind === 'denied') log.info(`cache: ${key} is not saved: ${done.why}`)
      else complain(`${key} is not saved: ${done.why}`)
      return done.kind === 'denied' ? 'not-allowed' : 'failed'
    },
  }
}

/** 0 for the key itself, then the place of the beginning that fits; the service takes the key for a beginning, too. */
function rankOf(found: string, [key = '', ...fallbacks]: readonly string[]): number {
  const same = found.toLowerCase()
  if (same === key.toLowerCase()) return 0
  const place = fallbacks.findIndex(f => same.startsWith(f.toLowerCase()))
  return place < 0 ? Number.POSITIVE_INFINITY : place + 1
}

/** The service's own limits; our keys are made of versions and digests. */
function checkKey(key: string): void {
  if (key.length === 0 || key.length > 512 || key.includes(',')) throw new Error(`not a key: ${JSON.stringify(key)}`)
}
