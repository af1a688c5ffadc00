import { createHash } from 'node:crypto'
import { readSync } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { writeError } from '../../build/file-error.ts'
import type { Refusal } from '../../cache/patience.ts'
import type { Transferred } from '../../cache/transfer.ts'
import { Budget, Meter } from '../../payload/budget.ts'
import { compressionOf, decompress } from '../../payload/decode.ts'
import type { Member } from '../../payload/member.ts'
import { PayloadError } from '../../payload/problem.ts'
import { ByteStream } from '../../payload/stream.ts'
import { readTar } from '../../payload/tar.ts'

/** The path that an entry is saved under: relative, because it is part of the entry's identity on every machine. */
export const entryPath = 'portable-build-entry'

/** What `@actions/cache` calls its compressions: zstd where the machine that saves has the program. */
const compressions = ['zstd-without-long', 'gzip']

/** Identities that an entry of ours can have, the likelier first. Source: `@actions/cache` 6, `getCacheVersion`. */
export const entryVersions: readonly string[] = compressions.map(compression =>
  createHash('sha256').update([entryPath, compression, '1.0'].join('|')).digest('hex'),
)

/**
 * Takes the one file out of the archive that `@actions/cache` has made of it, to a path that is not there yet. Its own
 * `restoreCache` unpacks with `tar -P` whatever comes back, so that a poisoned entry writes where it likes (Cacheract):
 * here nothing that an archive says becomes a path, what it unpacks to is in proportion to its size, and one that holds
 * anything but our one file is refused. A part of the file may be at `to` then.
 * @throws BuildError `disk-full`, `cannot-write`; an AbortError when `signal` says so
 */
export async function openEntry(archive: string, to: string, signal: AbortSignal): Promise<Transferred | Refusal> {
  const file = await open(archive)
  const { size } = await file.stat()
  const source = { size, read: (target: Uint8Array, at: number) => readSync(file.fd, target, 0, target.length, at) }
  const start = Buffer.alloc(8)
  source.read(start, 0)
  const compression = compressionOf(start)
  let stream: ByteStream | null = null
  try {
    if (compression !== 'zstd' && compression !== 'gzip') return refused('it is not an archive of the Actions cache')
    stream = new ByteStream(decompress(compression, source, new Meter(new Budget(Number.POSITIVE_INFINITY), size)))
    return await onlyFile(readTar(stream), to, signal)
  } catch (error) {
    if (error instanceof PayloadError) return refused(error.message)
    throw writeError(error, to)
  } finally {
    await stream?.close()
    await file.close()
  }
}

async function onlyFile(
  members: AsyncIterable<Member>,
  to: string,
  signal: AbortSignal,
): Promise<Transferred | Refusal> {
  let bytes: number | null = null
  for await (const { kind, path, size, pieces } of members) {
    if (bytes !== null) return refused('it holds more than one file')
    if (kind !== 'file') return refused('it holds something else than a file')
    if (path !== entryPath) return refused(`it holds a file of another name, ${JSON.stringify(path.slice(0, 80))}`)
    await writeFile(to, pieces(), { flag: 'wx', signal })
    bytes = size
  }
  return bytes === null ? refused('it is empty') : { kind: 'done', bytes }
}

const refused = (why: string): Refusal => ({ kind: 'refused', why })
