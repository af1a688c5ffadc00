import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeDirectory } from '../build/make-directory.ts'
import { type CachePolicy, type CacheSetting, withSetting } from '../cache/policy.ts'
import type { CacheStore } from '../cache/store.ts'
import { openStore } from '../cache/stores/open.ts'
import { storeSettings } from '../cache/stores/settings.ts'
import type { Host } from '../host.ts'
import type { RunRequest } from '../pipeline.ts'
import type { FoundProject } from './gather.ts'

/** Where a run keeps what it compiles, and what it may do there. */
export interface RunStore {
  /** Null: nowhere. */
  readonly store: CacheStore | null
  readonly policy: CachePolicy
  /**
   * A directory for packs on their way, the same at each call; it goes away with the process at the latest.
   * @throws BuildError `cannot-write`, `disk-full`
   */
  scratch(): Promise<string>
  /** Removes the scratch directory, if there is one. */
  close(): Promise<void>
}

/** The store of a run, opened for the projects that were found: once, so that it has one patience and one complaint. */
export type OpenStore = (found: readonly FoundProject[]) => RunStore

/** Of one run; nothing is opened before somebody asks. */
export function runStore(host: Host, request: RunRequest): OpenStore {
  let opened: RunStore | null = null
  return found => {
    opened ??= { ...storeOf(host, request, found), ...scratchOf(host) }
    return opened
  }
}

/**
 * The store that was asked for, else the cache of the CI host, else a directory where one was asked for. On a developer's
 * machine the work directories stay, and nothing needs to be packed.
 * @throws BuildError `bad-input`
 */
function storeOf(host: Host, request: RunRequest, found: readonly FoundProject[]): Pick<RunStore, 'store' | 'policy'> {
  const { log, signal, cache, cacheDir: dir } = host
  const inputs = found.map(f => f.loaded.inputs)
  const [settings = { address: null, maxBytes: 0 }] = inputs.map(i => storeSettings(i, request.env))
  const setting = strictness.find(s => inputs.some(i => i.cache === s)) ?? 'auto'
  // a CI host has read the input already, with what its workflow allows
  const policy = host.name === 'local' ? withSetting(host.cachePolicy, setting) : host.cachePolicy
  // sccache is for machines with a work directory of their own, too
  const usesSccache = inputs.some(i => i['rust-deps-cache'] === 'sccache')
  const isNamed = settings.address !== null || Boolean(request.env['PORTABLE_BUILD_CACHE_DIR'])
  const isAsked = setting !== 'auto' || isNamed || usesSccache
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

function scratchOf({ cacheDir }: Pick<Host, 'cacheDir'>): Pick<RunStore, 'scratch' | 'close'> {
  let made: Promise<string> | null = null
  return {
    scratch() {
      made ??= makeScratch(cacheDir)
      return made
    },
    async close() {
      const dir = await made?.catch(() => null)
      if (dir) await rm(dir, { recursive: true, force: true }).catch(() => {})
    },
  }
}

async function makeScratch(cacheDir: string): Promise<string> {
  const parent = join(cacheDir, 'packs')
  await makeDirectory(parent)
  const scratch = await mkdtemp(join(parent, 'run-'))
  process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))
  return scratch
}
