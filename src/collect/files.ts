import { createHash } from 'node:crypto'
import { constants, createWriteStream } from 'node:fs'
import { chmod, lstat, open, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { makeDirectory } from '../build/make-directory.ts'
import { temporaryName } from '../build/write-file.ts'
import { BuildError } from '../errors.ts'
import type { Failure, ReportedArtifact } from '../report/schema.ts'
import { legFailure } from './failure.ts'
import { fileNameOf } from './legs.ts'

/** A file below the directory of the legs, by the digest of its bytes. */
interface HashedFile {
  readonly path: string
  readonly sha256: string
}

/**
 * Finds the bytes of every artifact by size and digest, whatever the file is called: CI hosts call them as they like.
 */
export async function findArtifacts(
  artifacts: readonly ReportedArtifact[],
  files: readonly string[],
): Promise<{ readonly found: ReadonlyMap<ReportedArtifact, string>; readonly failures: readonly Failure[] }> {
  const sizes = new Set(artifacts.map(a => a.size))
  const hashed: HashedFile[] = []
  for (const path of files) {
    const stat = await lstat(path)
    if (stat.isFile() && sizes.has(stat.size)) hashed.push({ path, sha256: await sha256Of(path) })
  }
  const found = new Map<ReportedArtifact, string>()
  const failures: Failure[] = []
  for (const artifact of artifacts) {
    const names = [fileNameOf(artifact), basename(artifact.path)]
    const same = hashed.filter(h => h.sha256 === artifact.sha256)
    const best = same.find(h => names.includes(basename(h.path))) ?? same[0]
    if (best) found.set(artifact, best.path)
    else
      failures.push(
        notFound(
          artifact,
          files.find(path => basename(path) === names[0]),
        ),
      )
  }
  return { found, failures }
}

function notFound({ name, target }: ReportedArtifact, other: string | undefined): Failure {
  const targets = [target]
  if (other === undefined) return legFailure('missing-artifact', `the file of ${name} is not there`, { targets })
  return legFailure('changed-artifact', `${basename(other)} is not what was judged as ${name}`, {
    targets,
    lines: [other],
  })
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of await piecesOf(path)) hash.update(piece)
  return hash.digest('hex')
}

/** A file's bytes; a link is not followed. */
async function piecesOf(path: string): Promise<AsyncIterable<Buffer>> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  return file.createReadStream()
}

/**
 * Copies a file beside its place, hashing what is copied: what is kept is what was checked.
 * Returns the temporary name; nothing is left of a copy that failed.
 * @throws BuildError `changed-artifact`; what the system says of a full disk
 */
export async function stageCopy(from: string, to: string, artifact: ReportedArtifact): Promise<string> {
  const temporary = temporaryName(to)
  await makeDirectory(dirname(to))
  const hash = createHash('sha256')
  async function* hashed(bytes: AsyncIterable<Buffer>) {
    for await (const piece of bytes) {
      hash.update(piece)
      yield piece
    }
  }
  try {
    await pipeline(await piecesOf(from), hashed, createWriteStream(temporary, { flags: 'wx', mode: 0o600 }))
    await chmod(temporary, basename(to) === artifact.name ? 0o755 : 0o644) // without an ending it is an executable
    if (hash.digest('hex') === artifact.sha256) return temporary
    throw new BuildError('changed-artifact', `${from} changed while it was collected`)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
}
