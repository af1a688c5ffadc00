import { writeReports } from '../../build/reports.ts'
import { cachePolicy } from '../../cache/policy.ts'
import type { CacheStore } from '../../cache/store.ts'
import { spawnCommand } from '../../exec/spawn.ts'
import type { Host } from '../../host.ts'
import type { Report } from '../../report/schema.ts'
import { githubCache } from './cache.ts'
import { readEvent, triggerOf } from './event.ts'
import type { Session } from './session.ts'
import type { HostSettings } from './settings.ts'

/** The host of a step. @param handOver what is done with a report when its files are written */
export function githubHost(
  { log, places, signal }: Session,
  caching: Pick<Host, 'cache' | 'cachePolicy'>,
  handOver: (report: Report) => Promise<void>,
): Host {
  return {
    name: 'github',
    log,
    toolsDir: places.toolsDir,
    cacheDir: places.cacheDir,
    ...caching,
    signal,
    async publish(report) {
      await writeReports(report)
      await handOver(report)
    },
  }
}

/** For what builds nothing. */
export const noCaching: Pick<Host, 'cache' | 'cachePolicy'> = {
  cache: null,
  cachePolicy: { restore: 'none', save: false, reason: 'nothing is built' },
}

/** What a runner without a cache has: the report says of everything that was wanted why it had to be downloaded. */
const noCache: CacheStore = {
  keepsNothing: true,
  restore: async () => ({ key: null, asked: false, why: 'this runner offers no cache' }),
  save: async () => 'not-allowed',
}

/** The cache of the workflow as far as this trigger may use it; says what it is, or that there is none. */
export function cacheOf(
  { env, log, signal }: Session,
  setting: HostSettings['cache'],
): Pick<Host, 'cache' | 'cachePolicy'> {
  const policy = cachePolicy({
    trigger: triggerOf(env, readEvent(env)),
    setting,
    mode: env['ACTIONS_CACHE_MODE'] ?? null,
  })
  const program = [process.execPath, process.argv[1] ?? ''] // this process is one of src/main.ts
  const cache = githubCache({ env, policy, log, signal, exec: spawnCommand, program })
  if (cache === null) log.info('cache: this runner offers none; toolchains are downloaded where they are not installed')
  else log.info(`cache: ${policy.reason}`)
  return { cache: cache ?? noCache, cachePolicy: policy }
}
