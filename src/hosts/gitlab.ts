import { relative, resolve } from 'node:path'
import { writeReports } from '../build/reports.ts'
import { cachePolicy } from '../cache/policy.ts'
import { allowedStore } from '../cache/stores/allowed.ts'
import { directoryStore } from '../cache/stores/directory.ts'
import { storeSettings } from '../cache/stores/settings.ts'
import { BuildError } from '../errors.ts'
import type { Host } from '../host.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { type InputRequest, loadInputs } from '../inputs/load.ts'
import { gitlabFiles } from '../report/files.ts'
import { styleFor, wantsColor } from '../report/style.ts'
import { type GitlabLog, makeGitlabLog } from './gitlab/log.ts'
import { masker } from './gitlab/masks.ts'
import { type GitlabPlaces, gitlabPlaces } from './gitlab/places.ts'
import { triggerOf } from './gitlab/trigger.ts'
import { listenTo } from './signals.ts'
import type { Loudness } from './terminal/log.ts'

/** A job on GitLab, which holds the signals until it is closed. */
export interface GitlabHost extends Host {
  readonly log: GitlabLog
  readonly places: GitlabPlaces
  close(): void
}

/** Where a job runs, and what it is asked. */
export interface GitlabOptions extends Loudness {
  readonly env: NodeJS.ProcessEnv
  /** Takes what the log says: stdout is for results. */
  readonly write: (text: string) => void
  /** What the inputs say of cache and secrets; null: no cache is used. */
  readonly request: InputRequest | null
}

/**
 * A job on GitLab: its log has sections, its directories are below the checkout, so that `cache:` carries them, and what it may do with
 * the cache is what its trigger allows. The first SIGINT or SIGTERM (a cancelled job) aborts `signal`.
 */
export async function gitlabHost(options: GitlabOptions): Promise<GitlabHost> {
  const { env, write, request } = options
  const places = gitlabPlaces(env, process.cwd())
  const base = request === null ? '' : relative(places.project, resolve(request.dir))
  const inputs = request === null ? null : await settingsOf(request)
  const log = makeGitlabLog({
    ...options,
    write,
    style: styleFor(wantsColor(env, true)),
    clock: () => performance.now(),
    time: () => Math.floor(Date.now() / 1000),
    masked: masker(env, inputs?.flatMap(i => i.secrets) ?? []),
  })
  const { signal, release } = listenTo(
    ['SIGINT', 'SIGTERM'],
    name => log.info(`${name}: the job was cancelled, stopping`),
    () => log.close(),
  )
  return {
    name: 'gitlab',
    log,
    places,
    toolsDir: places.toolsDir,
    cacheDir: places.cacheDir,
    ...(inputs === null ? noCaching : cachingOf(env, inputs, places, log)),
    signal,
    publish: report => writeReports(report, gitlabFiles, base),
    close() {
      release()
      log.close()
    },
  }
}

const noCaching: Pick<Host, 'cache' | 'cachePolicy'> = {
  cache: null,
  cachePolicy: { restore: 'none', save: false, reason: 'nothing is built' },
}

/** The directory that the runner fills before the job and packs after it; says what this trigger may do with it. */
function cachingOf(
  env: NodeJS.ProcessEnv,
  all: readonly Inputs[],
  { cacheDir: dir }: GitlabPlaces,
  log: GitlabLog,
): Pick<Host, 'cache' | 'cachePolicy'> {
  const [inputs] = all
  if (inputs === undefined) return noCaching
  const policy = cachePolicy({ trigger: triggerOf(env), setting: inputs.cache, mode: null })
  log.info(`cache: ${policy.reason}`)
  const { maxBytes } = storeSettings(inputs, env)
  return { cache: allowedStore(directoryStore({ dir, maxBytes, log }), policy), cachePolicy: policy }
}

/** Inputs that are wrong are told by whoever builds with them. */
async function settingsOf(request: InputRequest): Promise<readonly Inputs[]> {
  try {
    const { projects } = await loadInputs(request)
    for (const { loaded } of projects) storeSettings(loaded.inputs, request.env)
    return projects.map(p => p.loaded.inputs)
  } catch (error) {
    if (error instanceof BuildError) return []
    throw error
  }
}
