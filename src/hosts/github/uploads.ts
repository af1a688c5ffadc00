import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BuildError } from '../../errors.ts'
import { outputDirs } from '../../report/outcome.ts'
import type { Report } from '../../report/schema.ts'
import { humanSize } from '../../report/text.ts'
import { uploadArtifact } from './artifacts.ts'
import { type Parcel, parcelsOf } from './parcels.ts'
import { resultsService } from './services.ts'
import type { Asked } from './session.ts'
import type { HostSettings } from './settings.ts'
import { digestOf, writeTransport } from './transport.ts'

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
  const uploaded: string[] = []
  let failure: BuildError | null = null
  for (const parcel of parcels) {
    try {
      const bytes = await log.within(`upload ${parcel.name}`, () => upload(parcel, asked, settings))
      log.print(`${style.green('✓')} ${style.bold(parcel.name)}  uploaded, ${humanSize(bytes)}`)
      if (parcel.kind === 'result') uploaded.push(parcel.name)
    } catch (error) {
      log.print(`${style.red('✗')} ${style.bold(parcel.name)}  not uploaded`)
      if (!(error instanceof BuildError) || !error.code.startsWith('artifact-')) throw error
      if (failure !== null) log.error(error.message, error.hint)
      failure ??= error
    }
  }
  return { uploaded, failure }
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
  for (const name of collectedFiles) {
    const path = join(dir, name)
    await uploadArtifact({ name, path, sha256: await digestOf(path), retentionDays: null, template: null, signal })
  }
}

/** Returns how many bytes the service has taken. */
async function upload(parcel: Parcel, { signal, env, inputs }: Asked, { retentionDays }: HostSettings) {
  const template = parcel.kind === 'report' ? null : (inputs.flags['artifact-name'] ?? '$bin-$target')
  const send = async (path: string, sha256: string) => {
    const { bytes } = await uploadArtifact({ name: parcel.name, path, sha256, retentionDays, template, signal })
    return bytes
  }
  if (!parcel.inTar) return send(parcel.path, parcel.sha256 ?? (await digestOf(parcel.path)))
  const dir = await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'portable-build-tar-'))
  try {
    const path = join(dir, parcel.name)
    return await send(path, await writeTransport({ path: parcel.path, sha256: parcel.sha256 ?? '' }, path))
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
