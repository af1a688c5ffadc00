import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Artifact, ArtifactClient } from '@actions/artifact'
import { writeError } from '../../build/file-error.ts'
import { BuildError } from '../../errors.ts'
import { allDone, inTurns } from '../../exec/in-turns.ts'
import { transportNameOf } from '../../package/file-name.ts'
import { isArtifactName } from '../../package/names.ts'
import { artifactClient, callsAtOnce, serviceError, unlessAborted } from './artifacts.ts'

/** What a leg uploads its report as, before the leg's name. */
export const reportPrefix = 'portable-build-report-'

/** A leg of the matrix, as it was found. */
export interface DownloadedLeg {
  readonly name: string
  /** Holds `report.json` and the files that it names, as far as they were uploaded. */
  readonly dir: string
}

/**
 * Brings the reports of this workflow run's legs, and what they say was uploaded, into `<dir>/<leg>/`. Each file is what
 * the service has noted at its upload; whether it is what the report says is for the reader to check. A leg or a file
 * that is not there is left out. Of a job that was run again the newest counts.
 * @throws BuildError `artifact-failed`, `disk-full`, `cannot-write`, `interrupted`
 */
export async function downloadLegs(options: {
  readonly dir: string
  readonly signal: AbortSignal
}): Promise<DownloadedLeg[]> {
  const { dir, signal } = options
  const client = await artifactClient()
  const artifacts = await unlessAborted(signal, client.listArtifacts({ latest: true })).then(
    listed => listed.artifacts,
    error => Promise.reject(serviceError('the artifacts of this workflow run cannot be listed', error)),
  )
  const legs = artifacts.flatMap(report => {
    const name = report.name.startsWith(reportPrefix) ? report.name.slice(reportPrefix.length) : ''
    return isArtifactName(name) ? [{ name, dir: join(dir, name), report }] : []
  })
  allDone(await inTurns(legs, callsAtOnce, leg => fetchOne(client, leg.report, join(leg.dir, 'report.json'), signal)))
  const files = await Promise.all(legs.map(async leg => filesOf(await readReport(leg.dir), artifacts, leg.dir)))
  allDone(await inTurns(files.flat(), callsAtOnce, file => fetchOne(client, file.artifact, file.to, signal)))
  return legs.map(({ name, dir }) => ({ name, dir }))
}

/** Which artifacts are a report's, and where their files go: as they are uploaded, an executable by itself in a tar. */
function filesOf(report: unknown, artifacts: readonly Artifact[], dir: string): { artifact: Artifact; to: string }[] {
  return reported(report).flatMap(entry => {
    const name = transportNameOf(entry)
    const artifact = artifacts.find(a => a.name === name)
    return artifact && isArtifactName(name) ? [{ artifact, to: join(dir, name) }] : []
  })
}

/** What is there to read of a report that may be anything. */
function reported(report: unknown): { name: string; path: string }[] {
  const list: unknown = report instanceof Object && 'artifacts' in report ? report.artifacts : []
  return (Array.isArray(list) ? list : []).flatMap((a: unknown) =>
    a instanceof Object && 'name' in a && 'path' in a ? [{ name: String(a.name), path: String(a.path) }] : [],
  )
}

async function readReport(dir: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(dir, 'report.json'), 'utf8'))
  } catch {
    return null // whoever merges the reports says what is wrong with it
  }
}

/** Into a directory of its own first: the service says what the file is called. */
async function fetchOne(client: ArtifactClient, artifact: Artifact, to: string, signal: AbortSignal): Promise<void> {
  const { name, id, digest } = artifact
  let place = ''
  try {
    await mkdir(dirname(to), { recursive: true })
    place = await mkdtemp(join(dirname(to), '.download-'))
    const options = { path: place, skipDecompress: true, ...(digest ? { expectedHash: digest } : {}) }
    const got = await unlessAborted(signal, client.downloadArtifact(id, options))
    if (got.digestMismatch) {
      throw new BuildError('artifact-failed', `${name} is not what was uploaded: it has another digest`)
    }
    const [file] = await readdir(place)
    if (file === undefined) throw new BuildError('artifact-failed', `${name} was downloaded without a file`)
    await rename(join(place, file), to)
  } catch (error) {
    throw serviceError(`${name} was not downloaded`, writeError(error, to))
  } finally {
    if (place !== '') await rm(place, { recursive: true, force: true })
  }
}
