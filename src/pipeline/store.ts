import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDirectory } from '../build/make-directory.ts'
import { type CachePolicy, type CacheSetting, withSetting } from '../cache/policy.ts'
import type { CacheStore } from '../cache/store.ts'
import { openStore, storeSettings } from '../cache/stores/open.ts'
import type { Host } from '../host.ts'
import type { RunRequest } from '../pipeline.ts'
import type { FoundProject } from './gather.ts'

/** Where a run keeps what it compiles, and what it may do there. */
export interface RunStore {
  /** Null: nowhere. */
  readonly store: CacheStore | null
  readonly policy: CachePolicy
}

/**
 * The store that was asked for, else the cache of the CI host, else a directory where one was asked for. On a developer's
 * machine the work directories stay, and nothing needs to be packed.
 * @throws BuildError `bad-input`
 */
export function storeOf(host: Host, request: RunRequest, found: readonly FoundProject[]): RunStore {
  const { log, signal, cache, cacheDir: dir } = host
  const inputs = found.map(f => f.loaded.inputs)
  const [settings = { address: null, maxBytes: 0 }] = inputs.map(i => storeSettings(i, request.env))
  const setting = strictness.find(s => inputs.some(i => i.cache === s)) ?? 'auto'
  // a CI host has read the input already, with what its workflow allows
  const policy = host.name === 'local' ? withSetting(host.cachePolicy, setting) : host.cachePolicy
  const isAsked = setting !== 'auto' || settings.address !== null || Boolean(request.env['PORTABLE_BUILD_CACHE_DIR'])
  if (setting === 'false' || !(isAsked || (cache && !cache.keepsNothing))) return { store: null, policy }
  return {
    store: openStore({
      settings,
      host: cache?.keepsNothing ? null : cache,
      dir,
      policy,
      env: request.env,
      log,
      signal,
    }),
    policy,
  }
}

/** Of several projects in one run, the most careful one decides. */
const strictness: readonly CacheSetting[] = ['false', 'read-only', 'true']

/** A directory for packs on their way; goes away with the process at the latest. @throws BuildError `cannot-write`, `disk-full` */
export async function makeScratch({ cacheDir }: Pick<Host, 'cacheDir'>): Promise<string> {
  const parent = join(cacheDir, 'packs')
  await makeDirectory(parent)
  const scratch = await mkdtemp(join(parent, 'run-'))
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
  return scratch
}
