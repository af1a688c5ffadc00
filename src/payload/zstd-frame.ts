import type { ByteSource } from '../elf/reader.ts'
import { bytesAt, slice } from './bytes.ts'
import { unreadable } from './problem.ts'

const magic = 0xfd2fb528
/** Bytes of the content size by the two bits of the descriptor that say so; zero bits mean one byte in a single segment. */
const sizeBytes = [0, 2, 4, 8]
const dictionaryBytes = [0, 1, 2, 4]

/**
 * How many bytes the zstd frame at the start of the source has, from its block headers alone (RFC 8878, section 3.1.1).
 * @returns null when no frame starts there
 * @throws PayloadError when it does not end in the source
 */
export function zstdFrameSize(source: ByteSource): number | null {
  if (source.size < 5) return null
  const start = bytesAt(source, 0, 5)
  if (start.readUInt32LE() !== magic) return null
  const descriptor = start[4] ?? 0
  const single = (descriptor & 0x20) !== 0
  const size = sizeBytes[descriptor >> 6] || (single ? 1 : 0)
  let at = 5 + (single ? 0 : 1) + (dictionaryBytes[descriptor & 3] ?? 0) + size
  for (;;) {
    const header = bytesAt(source, at, 3).readUIntLE(0, 3)
    const type = (header >> 1) & 3
    if (type === 3)
      throw unreadable('what is packed is damaged: its zstd data cannot be decompressed', `block at ${at}`)
    // A run-length block holds one byte, however long it is.
    at += 3 + (type === 1 ? 1 : header >> 3)
    if (header & 1) break
  }
  if (descriptor & 4) at += 4
  bytesAt(source, at, 0)
  return at
}

const skippable = 0x184d2a5

/** All frames of a source, one after the other; those for other programs are left out. @throws PayloadError */
export function* zstdFrames(source: ByteSource): Generator<ByteSource> {
  for (let at = 0; at < source.size; ) {
    const rest = slice(source, at, source.size - at)
    const size = zstdFrameSize(rest)
    if (size !== null) yield slice(rest, 0, size)
    at += size ?? 8 + skippableSize(rest)
  }
}

/** RFC 8878, section 3.1.2: sixteen magic numbers, then the size. */
function skippableSize(source: ByteSource): number {
  const header = bytesAt(source, 0, 8)
  if (header.readUInt32LE() >>> 4 === skippable) return header.readUInt32LE(4)
  throw unreadable('what is packed is damaged: its zstd data cannot be decompressed', 'bytes after the last frame')
}
