import { rename, rm, writeFile } from 'node:fs/promises'
import { writeError } from '../../build/file-error.ts'
import { temporaryName } from '../../build/write-file.ts'
import { BuildError } from '../../errors.ts'
import type { Log } from '../../host.ts'
import { useProxy } from '../../toolchains/proxy.ts'
import { makePatience, type Refusal, type Trouble } from '../patience.ts'
import type { CacheStore } from '../store.ts'
import type { TransferLimits } from '../transfer.ts'
import type { StoreAddress } from './address.ts'
import { readListing } from './listing.ts'
import { beginningOf, fileNameOf, keyOfFile } from './names.ts'
import { pointerFor, pointersOf, readPointer } from './pointers.ts'
import { type Connection, getObject, getText, headObject, type Missing, putObject } from './requests.ts'
import { signerFor } from './sign.ts'

/** How long a store may take before it is not worth it. */
interface StoreLimits extends TransferLimits {
  /** What a run may lose to a store in trouble, ms. */
  readonly patienceMs: number
}

const defaultLimits: StoreLimits = { patienceMs: 20_000, stallMs: 15_000, slowest: 1e6 }
/** Answers of 1000 names; who has more under one beginning has another problem. */
const mostPages = 10

/** What a store of a fleet is made of. */
export interface RemoteOptions {
  readonly address: StoreAddress
  /** Credentials and proxies. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: Log
  readonly signal: AbortSignal
  readonly limits?: Partial<StoreLimits>
}

/**
 * A cache on a server: a bucket of a service that speaks S3, or a server that takes PUT and gives GET. One object for each
 * entry, named by its key. A beginning of a key is looked up by the listing of a bucket; a plain server has pointers for it.
 * Trouble is a miss, and told once for all entries of a run. Size is the bucket's own matter (a lifecycle rule).
 */
export function remoteStore({ address, env, log, signal, limits: given }: RemoteOptions): CacheStore {
  const limits = { ...defaultLimits, ...given }
  const connection: Connection = { sign: signerFor(address, env), limits, signal }
  const patience = makePatience(limits.patienceMs, signal)
  const prefix = address.kind === 's3' ? address.prefix : ''
  const at = (name: string) => `${address.base}${pathOf(`${prefix}${name}`)}`
  const urlOf = (key: string) => at(fileNameOf(key))
  const rejected = new Set<string>()
  let told = false

  function complain(what: string, { why }: Trouble | Refusal): void {
    if (told) log.detail(`cache: ${what}: ${why}`)
    else log.warn(`the cache is of no help: ${what}: ${why}`, 'The build goes on without it.')
    told = true
  }

  function checkInterrupted(): void {
    if (signal.aborted) throw new BuildError('interrupted', 'interrupted while the cache was asked')
  }

  async function download(key: string, path: string): Promise<number | Missing | Trouble | Refusal> {
    const part = temporaryName(path)
    const clean = () => rm(part, { force: true }).catch(() => {})
    try {
      const got = await patience.attempt(async () => {
        await clean()
        return getObject(urlOf(key), part, connection)
      })
      checkInterrupted()
      if (got.kind !== 'done') return got
      await rename(part, path).catch(error => {
        throw writeError(error, path)
      })
      return got.bytes
    } finally {
      await clean()
    }
  }

  /** The newest key with the beginning; null: there is none. */
  async function newest(base: string, beginning: string): Promise<string | null | Trouble | Refusal> {
    let found: { readonly key: string; readonly ms: number } | null = null
    let token: string | null = null
    for (let page = 0; page < mostPages; page++) {
      const query = `list-type=2&prefix=${strictly(`${prefix}${beginningOf(beginning)}`)}`
      const from: string = token === null ? '' : `continuation-token=${strictly(token)}&`
      const got = await patience.attempt(() => getText(`${base}?${from}${query}`, connection))
      checkInterrupted()
      if (got.kind === 'missing') return null
      if (got.kind !== 'text') return got
      const { objects, next } = readListing(got.text)
      for (const { name, modifiedMs } of objects) {
        const key = name.startsWith(prefix) ? keyOfFile(name.slice(prefix.length)) : null
        if (key?.startsWith(beginning) && modifiedMs >= (found?.ms ?? 0)) found = { key, ms: modifiedMs }
      }
      if (next === null) break
      token = next
    }
    return found?.key ?? null
  }

  /** The key that the pointer of a beginning names; null: there is none. */
  async function pointed(beginning: string): Promise<string | null | Trouble | Refusal> {
    const got = await patience.attempt(() => getText(at(pointerFor(beginning)), connection))
    checkInterrupted()
    if (got.kind === 'missing') return null
    return got.kind === 'text' ? readPointer(got.text, beginning) : got
  }

  /** Without them the entry is found by its whole key alone: that they could not be written is no failure. */
  async function point(key: string, path: string): Promise<void> {
    const file = temporaryName(path)
    try {
      await writeFile(file, key)
      for (const name of pointersOf(key)) {
        const sent = await patience.attempt(() => putObject(at(name), file, connection))
        checkInterrupted()
        if (sent.kind !== 'done') return log.detail(`cache: ${key} is saved, but not as the newest`)
      }
    } finally {
      await rm(file, { force: true })
    }
  }

  async function* candidates(key: string, fallbacks: readonly string[]): AsyncGenerator<string | Trouble | Refusal> {
    yield key
    for (const beginning of fallbacks) {
      const near = await (address.kind === 's3' ? newest(address.base, beginning) : pointed(beginning))
      if (near !== null) yield near
    }
  }

  return {
    async restore({ key, fallbacks, path }) {
      const restoreProxy = await useProxy(env, log)
      try {
        for await (const candidate of candidates(key, fallbacks)) {
          const got = typeof candidate === 'string' ? await download(candidate, path) : candidate
          if (typeof got === 'number' && typeof candidate === 'string') return { key: candidate, bytes: got }
          if (typeof got === 'number' || got.kind === 'missing') continue
          complain(`${key} did not come`, got)
          return { key: null, asked: true, why: got.why }
        }
        return { key: null, asked: true, why: 'there is no entry with this key' }
      } finally {
        restoreProxy()
      }
    },
    async save({ key, path }) {
      const restoreProxy = await useProxy(env, log)
      try {
        const there = rejected.has(key)
          ? { kind: 'missing' as const }
          : await patience.attempt(() => headObject(urlOf(key), connection))
        checkInterrupted()
        if (there.kind === 'done') return 'exists'
        const sent =
          there.kind === 'trouble' ? there : await patience.attempt(() => putObject(urlOf(key), path, connection))
        checkInterrupted()
        if (sent.kind === 'done') {
          if (address.kind === 'http') await point(key, path)
          return 'saved'
        }
        const fault =
          sent.kind === 'missing' ? { kind: 'refused' as const, why: 'there is no such bucket or place' } : sent
        // a store that may only be read is how it was set up, nothing to warn of
        if (fault.kind === 'denied') log.info(`cache: ${key} is not saved: ${fault.why}`)
        else complain(`${key} is not saved`, fault)
        return fault.kind === 'denied' ? 'not-allowed' : 'failed'
      } finally {
        restoreProxy()
      }
    },
    async reject(key) {
      rejected.add(key)
    },
  }
}

/** Names in a path of a URL; what is encoded in a name is encoded once more. */
function pathOf(name: string): string {
  return name.split('/').map(strictly).join('/')
}

/**
 * Everything but the unreserved characters of RFC 3986, as signatures are made of it: some services sign what was sent and
 * not what it means (moto), so that a `'` or a `+` for a blank is another request for them.
 */
function strictly(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
}
