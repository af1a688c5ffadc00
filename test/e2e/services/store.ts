import { join } from 'node:path'
import type { CacheStore } from '../../../src/cache/store.ts'
import { spawnCommand } from '../../../src/exec/spawn.ts'
import type { Log } from '../../../src/host.ts'
import { githubCache } from '../../../src/hosts/github/cache.ts'
import { root } from '../support/places.ts'

/** A machine that runs tests may be slower than any service: minutes where a build waits for seconds. */
const patient = { callMs: 120_000, stallMs: 120_000, patienceMs: 240_000, slowest: 1e5 }

const program = [process.execPath, join(root, 'src/main.ts')]

/** Our store as the action makes it, by its own sources. */
export function ourStore(env: Readonly<Record<string, string | undefined>>, log: Log): CacheStore {
  const policy = { restore: 'all', save: true, reason: '' } as const
  const run = { policy, log, signal: new AbortController().signal, exec: spawnCommand, program }
  const cache = githubCache({ ...run, env, limits: patient })
  if (cache === null) throw new Error('no cache')
  return cache
}
