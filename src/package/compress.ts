import type { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, crc32, createDeflateRaw, createZstdCompress } from 'node:zlib'

type Bytes = AsyncIterable<Buffer>

/** Level 9 takes twice the time to save 0.3 % of an executable (measured). */
const deflateLevel = 6
const zstdLevel = 12
/** Bytes that a compressor gives at once: every piece is a hop between threads. They change nothing of what comes out. */
const chunkSize = 256 * 1024

/** Raw deflate (RFC 1951) of fixed level. */
export function deflated(source: Bytes): AsyncGenerator<Buffer> {
  return through(source, createDeflateRaw({ level: deflateLevel, chunkSize }))
}

/**
 * gzip (RFC 1952) without time, name and system (255: unknown). zlib writes the system that it was built for, so the
 * header is ours.
 */
export async function* gzipped(source: Bytes): AsyncGenerator<Buffer> {
  yield Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
  const sums = { crc: 0, size: 0 }
  yield* deflated(summed(source, sums))
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(sums.crc, 0)
  trailer.writeUInt32LE(sums.size % 2 ** 32, 4)
  yield trailer
}

async function* summed(source: Bytes, sums: { crc: number; size: number }): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    sums.crc = crc32(piece, sums.crc)
    sums.size += piece.length
    yield piece
  }
}

/** Zstandard (RFC 8878) of fixed level, by one thread, with a checksum of the content. */
export function zstandard(source: Bytes): AsyncGenerator<Buffer> {
  const params = {
    [constants.ZSTD_c_compressionLevel]: zstdLevel,
    [constants.ZSTD_c_checksumFlag]: 1,
    [constants.ZSTD_c_nbWorkers]: 0,
  }
  return through(source, createZstdCompress({ params, chunkSize }))
}

/** What comes out of a compressor; whichever side fails or stops, the other one ends too. */
async function* through(source: Bytes, compressor: Transform): AsyncGenerator<Buffer> {
  const fed = pipeline(source, compressor)
  fed.catch(() => {}) // said by the compressor, which is destroyed with the error
  try {
    for await (const piece of compressor) yield piece
    await fed
  } finally {
    compressor.destroy()
  }
}
