import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { ArtifactClient } from '@actions/artifact'
import { BuildError } from '../../errors.ts'
import { plainLine } from '../../exec/plain.ts'
import { resultsService } from './services.ts'

/** A file to hand over to the workflow run. */
interface Upload {
  /** Of the artifact, and of the file for those who download it: give it the file's ending. */
  readonly name: string
  readonly path: string
  /** What was judged; nothing else stays there. */
  readonly sha256: string
  /** Null: what the repository has set. */
  readonly retentionDays: number | null
  /** The `artifact-name` input, for the advice when another job has used the name; null for names of our own. */
  readonly template: string | null
  readonly signal: AbortSignal
}

/** An artifact at the service. */
export interface Uploaded {
  readonly id: number
  readonly bytes: number
}

/** What is asked of the service side by side; a transfer has 40 MiB on its way. */
export const callsAtOnce = 4

/**
 * Uploads one file as it is, not in a zip archive. The client tries calls again after server errors (five times), blocks
 * after network errors, and gives up a transfer that stands still for five minutes. Nothing is tried again here: whoever
 * was half through has taken the name.
 * Reads the service's address and token from `process.env`, as its client does.
 * @throws BuildError `artifact-exists`, `artifact-failed`, `interrupted`
 */
export async function uploadArtifact(upload: Upload): Promise<Uploaded> {
  const { name, path, sha256, retentionDays, signal } = upload
  const client = await artifactClient()
  const { dir, file } = await namedAs(name, path)
  try {
    const options = { skipArchive: true, ...(retentionDays === null ? {} : { retentionDays }) }
    const sent = await unlessAborted(signal, client.uploadArtifact(name, [file], dirname(file), options))
    if (sent.id === undefined || sent.digest !== sha256) {
      await client.deleteArtifact(name).catch(() => {})
      throw new BuildError('artifact-failed', `${name} changed while it was uploaded, and was taken back`, {
        hint: 'Nothing may write to the output directory after the build.',
      })
    }
    return { id: sent.id, bytes: sent.size ?? 0 }
  } catch (error) {
    throw isConflict(error) ? conflict(upload) : serviceError(`${name} was not uploaded`, error)
  } finally {
    if (dir !== null) await rm(dir, { recursive: true, force: true })
  }
}

/** The client of this run's artifacts. @throws BuildError `artifact-failed` outside of a workflow of github.com */
export async function artifactClient(): Promise<ArtifactClient> {
  if (resultsService(process.env) === null) {
    throw new BuildError('artifact-failed', 'this runner has no artifact service', {
      hint: 'Set `artifact-upload: false`, and take the files from the output directory.',
    })
  }
  const { DefaultArtifactClient } = await import('@actions/artifact')
  return new DefaultArtifactClient()
}

/** Begins to load the client, which takes more than 0.1 s of computing; why it cannot be loaded is told when it is used. */
export function loadClient(): void {
  import('@actions/artifact').catch(() => {})
}

/** The client cannot be stopped: it is left behind, and ends with the process. @throws BuildError `interrupted` */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let onAbort = () => {}
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new BuildError('interrupted', 'interrupted while artifacts were handed over'))
    if (signal.aborted) onAbort()
    else signal.addEventListener('abort', onAbort, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
    work.catch(() => {})
  }
}

/** What the client has thrown, as something to act on. */
export function serviceError(what: string, error: unknown): BuildError {
  if (error instanceof BuildError) return error
  const why = plainLine((error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '')
  return new BuildError('artifact-failed', `${what}: ${why.replaceAll(/[?&]sig=[^\s&]*/g, '')}`, { cause: error })
}

/** The client names a raw file's artifact after the file: another name is a link's. */
async function namedAs(name: string, path: string): Promise<{ dir: string | null; file: string }> {
  const file = resolve(path)
  if (basename(file) === name) return { dir: null, file }
  const dir = await mkdtemp(join(process.env['RUNNER_TEMP'] || tmpdir(), 'portable-build-upload-'))
  await symlink(file, join(dir, name))
  return { dir, file: join(dir, name) }
}

/** The client says it in a text only: `Failed to CreateArtifact: … (409) Conflict: an artifact with this name …`. */
function isConflict(error: unknown): boolean {
  return error instanceof Error && /CreateArtifact.*\(409\)/s.test(error.message)
}

/** What tells jobs of a workflow apart, each with the placeholders that do it. */
const distinctions = [
  { placeholders: ['target', 'arch'], advice: '$target' },
  { placeholders: ['bin', 'project'], advice: '$project' },
] as const

function conflict({ name, template }: Upload): BuildError {
  const has = (p: string) => new RegExp(`\\$(${p}(?![A-Za-z])|\\{${p}\\})`).test(template ?? '')
  const missing = distinctions.find(d => !d.placeholders.some(has))
  const message = `another job of this workflow run has uploaded ${name} already`
  if (template === null) {
    return new BuildError('artifact-exists', message, { hint: 'Give each job of the matrix a leg of its own.' })
  }
  const hint = missing
    ? `artifact-name is ${JSON.stringify(template)}: put ${missing.advice} into it, so that each job has names of its own.`
    : `Two jobs build the same: give one of them another artifact-name than ${JSON.stringify(template)}.`
  return new BuildError('artifact-exists', message, { hint })
}
