import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256OfFile } from '../../build/hash.ts'
import { BuildError } from '../../errors.ts'
import { allDone, inTurns } from '../../exec/in-turns.ts'
import { outputDirs } from '../../report/outcome.ts'
import type { Report } from '../../report/schema.ts'
import { humanSize } from '../../report/text.ts'
import { callsAtOnce, loadClient, uploadArtifact } from './artifacts.ts'
import { type Parcel, parcelsOf } from './parcels.ts'
import { resultsService } from './services.ts'
import type { Asked } from './session.ts'
import type { HostSettings } from './settings.ts'
import { writeTransport } from './transport.ts'

/** What became of the uploads. */
export interface Uploads {
  /** Names of the verified artifacts that the service has taken. */
  readonly uploaded: readonly string[]
  /** The first thing that it did not take. */
  readonly failure: BuildError | null
}

/**
 * Uploads what is verified; without a service there is a notice, and the files stay where they are. What the service does
 * not take is told when everything has been tried.
 * @throws BuildError `interrupted`, `disk-full`, `cannot-write`
 */
export async function uploadAll(report: Report, asked: Asked, settings: HostSettings): Promise<Uploads> {
  const { log, style, env, places, inputs } = asked
  const nothing = { uploaded: [], failure: null }
  if (!settings.upload) return nothing
  const leg = inputs.own['only'] !== undefined
  const parcels = parcelsOf(report, { workspace: places.workspace, keepFailed: settings.keepFailed, leg })
  if (parcels.length === 0) return nothing
  if (resultsService(env) === null) {
    const where = outputDirs(report).join(', ')
    log.annotate('notice', `This runner has no artifact service: nothing was uploaded, the files are in ${where}.`)
    return nothing
  }
  const title = parcels.map(p => p.name).join(', ')
  const send = () => inTurns(parcels, callsAtOnce, parcel => upload(parcel, asked, settings))
  const results = await log.within(`upload ${title}`, send)
  const refusals: BuildError[] = []
  for (const [i, result] of results.entries()) {
    const name = style.bold(parcels[i]?.name ?? '')
    if (result.status === 'fulfilled') log.print(`${style.green('✓')} ${name}  uploaded, ${humanSize(result.value)}`)
    else {
      log.print(`${style.red('✗')} ${name}  not uploaded`)
      refusals.push(refusalOf(result.reason))
    }
  }
  const [failure = null, ...others] = refusals
  for (const { message, hint } of others) log.error(message, hint)
  const uploaded = parcels.filter((p, i) => p.kind === 'result' && results[i]?.status === 'fulfilled').map(p => p.name)
  return { uploaded, failure }
}

/** What concerns one artifact is told when all is handed over. @throws what concerns the machine or the run */
function refusalOf(reason: unknown): BuildError {
  if (reason instanceof BuildError && reason.code.startsWith('artifact-')) return reason
  throw reason
}

/** Loads the client while compilers run, if there will be something to upload. */
export function prepareUploads({ env }: Asked, { upload }: HostSettings): void {
  if (upload && resultsService(env) !== null) loadClient()
}

/** What `collect` makes of all legs, for those who sign, release or read it in a job of their own. */
const collectedFiles = ['SHA256SUMS', 'index.json', 'report.json']

/**
 * Uploads what the legs gave together, as it is; their artifacts are uploaded already, each by its leg.
 * @throws BuildError `artifact-exists` when another `collect` of this workflow run did that, `artifact-failed`, `interrupted`
 */
export async function uploadCollected(report: Report, { signal }: Asked): Promise<void> {
  const dir = outputDirs(report)[0]
  if (!report.verified || dir === undefined) return
  const results = await inTurns(collectedFiles, callsAtOnce, async name => {
    const path = join(dir, name)
    await uploadArtifact({ name, path, sha256: await sha256OfFile(path), retentionDays: null, template: null, signal })
  })
  allDone(results)
}

/** Returns how many bytes the service has taken. */
async function upload(parcel: Parcel, { signal, env, inputs }: Asked, { retentionDays }: HostSettings) {
  const template = parcel.kind === 'report' ? null : (inputs.flags['artifact-name'] ?? '$bin-$target')
  const send = async (path: string, sha256: string) => {
    const { bytes } = await uploadArtifact({ name: parcel.name, path, sha256, retentionDays, template, signal })
    return bytes
  }
  if (!parcel.inTar) return send(parcel.path, parcel.sha256 ?? (await sha256OfFile(parcel.path)))
  const dir = await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'portable-build-tar-'))
  try {
    const path = join(dir, parcel.name)
    return await send(path, await writeTransport({ path: parcel.path, sha256: parcel.sha256 ?? '' }, path))
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
