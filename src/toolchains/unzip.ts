import { type FileHandle, open } from 'node:fs/promises'
import { crc32, inflateRawSync } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import type { Member } from './members.ts'
import type { Writer } from './unpack.ts'

/** Members that are read and written at the same time. */
const parallel = 8
/** A member up to this size is inflated in one go: for the 18,000 small files of zig that is three times as fast. */
const smallBytes = 1 << 20
/** Stored and deflated (APPNOTE 4.4.5); the others are yauzl's to refuse. */
const methods: readonly number[] = [0, 8]

/**
 * Gives every member of a zip archive to the writer; yauzl reads the directory and checks names and sizes.
 * @throws Error what yauzl or zlib say of a broken archive; whatever the writer throws
 */
export async function unpackZip(path: string, writer: Writer): Promise<void> {
  const { openPromise } = await import('yauzl')
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true })
  const file = await open(path)
  const running = new Set<Promise<void>>()
  const failures: unknown[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      const work = unpackMember(zip, file, entry, writer)
        .catch(error => void failures.push(error))
        .finally(() => running.delete(work))
      running.add(work)
      if (running.size >= parallel) await Promise.race(running)
      if (failures.length > 0) break
    }
  } finally {
    await Promise.all(running)
    await file.close()
    zip.close()
  }
  if (failures.length > 0) throw failures[0]
}

async function unpackMember(zip: ZipFile, file: FileHandle, entry: Entry, writer: Writer): Promise<void> {
  const unixMode = entry.externalFileAttributes >>> 16
  const member = memberOf(entry, unixMode)
  if (member.kind !== 'file') return writer.other(member)
  await writer.file(member, (unixMode & 0o111) !== 0, async () =>
    entry.uncompressedSize <= smallBytes && methods.includes(entry.compressionMethod) && !entry.isEncrypted()
      ? readSmall(zip, file, entry)
      : zip.openReadStreamPromise(entry),
  )
}

async function readSmall(zip: ZipFile, file: FileHandle, entry: Entry): Promise<Buffer> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const packed = Buffer.alloc(entry.compressedSize)
  const { bytesRead } = await file.read(packed, 0, packed.length, fileDataStart)
  const whole = packed.subarray(0, bytesRead)
  // zlib takes no limit of 0
  const limit = { maxOutputLength: Math.max(1, entry.uncompressedSize) }
  const data = entry.compressionMethod === 0 ? whole : inflateRawSync(whole, limit)
  if (data.length !== entry.uncompressedSize || crc32(data) !== entry.crc32) {
    throw new Error(`${JSON.stringify(entry.fileName)} is damaged`)
  }
  return data
}

/** Wheels have files only; the type of a member is in the upper half of its attributes (APPNOTE 4.4.15, stat(2)). */
function memberOf(entry: Entry, unixMode: number): Member {
  const name = entry.fileName
  const type = unixMode & 0o170000
  if (type === 0o120000) return { name, kind: 'other', detail: 'a symbolic link, which wheels cannot have' }
  if (type !== 0 && type !== 0o100000 && type !== 0o040000) return { name, kind: 'other', detail: 'a device' }
  return { name, kind: name.endsWith('/') ? 'directory' : 'file' }
}
