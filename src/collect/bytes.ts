import { createHash } from 'node:crypto'
import { constants, createWriteStream } from 'node:fs'
import { chmod, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { makeMeter } from '../build/hash.ts'
import { makeDirectory } from '../build/make-directory.ts'
import { temporaryName } from '../build/write-file.ts'
import { BuildError } from '../errors.ts'
import { isBare } from '../package/file-name.ts'
import { PayloadError } from '../payload/problem.ts'
import { ByteStream } from '../payload/stream.ts'
import { readTar } from '../payload/tar.ts'
import type { ReportedArtifact } from '../report/schema.ts'

/** Where the bytes of an artifact are. */
export interface Place {
  /** Absolute. */
  readonly path: string
  /** Which member of a tar, counted from 0; null: the file itself. */
  readonly member: number | null
}

/** The sha256 of a file, hex. */
export async function sha256At(path: string): Promise<string> {
  return sha256Of(bytesOf({ path, member: null }))
}

/**
 * Which member of a tar is the artifact, by size and digest, or null. Paths, links and modes in it count for nothing.
 * @throws PayloadError when it is no tar, or ends too early
 */
export async function memberWith(path: string, { size, sha256 }: ReportedArtifact): Promise<number | null> {
  let at = -1
  for await (const member of readTar(new ByteStream(bytesOf({ path, member: null })))) {
    at++
    if (member.kind === 'file' && member.size === size && (await sha256Of(member.pieces())) === sha256) return at
  }
  return null
}

/**
 * Copies an artifact beside its place, hashing what is copied: what is kept is what was checked. An executable gets its
 * exec bit. Returns the temporary name; nothing is left of a copy that failed.
 * @throws BuildError `changed-artifact`; what the system says of a full disk
 */
export async function stageCopy(from: Place, to: string, artifact: ReportedArtifact): Promise<string> {
  const temporary = temporaryName(to)
  await makeDirectory(dirname(to))
  const meter = makeMeter()
  try {
    await pipeline(meter.through(bytesOf(from)), createWriteStream(temporary, { flags: 'wx', mode: 0o600 }))
    await chmod(temporary, isBare(artifact) ? 0o755 : 0o644)
    if (meter.sha256() === artifact.sha256) return temporary
    throw changed(from)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw error instanceof PayloadError ? changed(from) : error
  }
}

function changed({ path }: Place): BuildError {
  return new BuildError('changed-artifact', `${path} changed while it was collected`)
}

/** The bytes at a place; a link is not followed. */
async function* bytesOf({ path, member }: Place): AsyncGenerator<Buffer> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  const bytes = file.createReadStream()
  try {
    if (member === null) yield* bytes
    else yield* memberOf(new ByteStream(bytes), member)
  } finally {
    bytes.destroy() // closes the file, also for those who stop in the middle
  }
}

async function* memberOf(tar: ByteStream, wanted: number): AsyncGenerator<Buffer> {
  let at = 0
  for await (const member of readTar(tar)) if (at++ === wanted) yield* member.pieces()
}

async function sha256Of(bytes: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of bytes) hash.update(piece)
  return hash.digest('hex')
}
