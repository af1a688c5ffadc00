import { createWriteStream } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writeError } from '../build/file-error.ts'
import { makeMeter } from '../build/hash.ts'
import { makeDirectory } from '../build/make-directory.ts'
import { temporaryName } from '../build/write-file.ts'
import { BuildError } from '../errors.ts'
import type { Packaging } from '../plan.ts'
import { gzipped, zstandard } from './compress.ts'
import { type Member, MemberChanged } from './member.ts'
import { tarBytes } from './tar.ts'
import { zipBytes } from './zip.ts'

/** What a target is packed into. */
export type ArchiveKind = Exclude<Packaging['archive'], 'none'>

const writers: Readonly<Record<ArchiveKind, (members: readonly Member[], epoch: number) => AsyncIterable<Buffer>>> = {
  'tar.gz': (members, epoch) => gzipped(tarBytes(members, epoch)),
  'tar.zst': (members, epoch) => zstandard(tarBytes(members, epoch)),
  zip: zipBytes,
}

/** An archive that is whole, under a temporary name in its directory. */
export interface StagedArchive {
  readonly temporary: string
  readonly sha256: string
  /** Bytes. */
  readonly size: number
}

/** What to write, and where it will be. */
export interface ArchiveRequest {
  readonly kind: ArchiveKind
  /** Absolute. */
  readonly path: string
  readonly members: readonly Member[]
  /** SOURCE_DATE_EPOCH, seconds: the time of every member. */
  readonly epoch: number
  readonly signal: AbortSignal
}

/**
 * Writes an archive beside its place; the same members and epoch give the same bytes. Nothing is left of one that could
 * not be finished.
 * @throws BuildError `bad-input` (a name or size that the format cannot hold), `disk-full`, `cannot-write`, `interrupted`;
 *   MemberChanged when a file is not the one that was judged
 */
export async function stageArchive({ kind, path, members, epoch, signal }: ArchiveRequest): Promise<StagedArchive> {
  const temporary = temporaryName(path)
  const meter = makeMeter()
  try {
    await makeDirectory(dirname(path))
    const file = createWriteStream(temporary, { flags: 'wx', mode: 0o600 })
    await pipeline(meter.through(writers[kind](members, epoch)), file, { signal })
    await chmod(temporary, 0o644)
    return { temporary, sha256: meter.sha256(), size: meter.size() }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    if (error instanceof MemberChanged) throw error
    if (signal.aborted) throw new BuildError('interrupted', 'the run was interrupted', { cause: error })
    throw writeError(error, path)
  }
}
