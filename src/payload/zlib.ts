import { pipeline, Readable, type Transform } from 'node:stream'
import * as zlib from 'node:zlib'
import type { ByteSource } from '../elf/reader.ts'
import type { Meter } from './budget.ts'
import { piecesOf } from './bytes.ts'
import type { Compression } from './decode.ts'
import { PayloadError, unreadable } from './problem.ts'

/** The checksum of zip's members. */
export const { crc32 } = zlib

/**
 * Bytes that come out at a time of what is read to its end: a piece of zlib's own 16 KiB costs more to hand over than to decompress.
 * Not for members (`zlib`, `deflate`): of most only the start is looked at, and the rest of a piece would be for nothing.
 */
const whole = { chunkSize: 1 << 17 }

/** What Node decompresses itself. */
type Inflated = Exclude<Compression, 'xz'>

const decoders: Readonly<Record<Inflated, () => Transform | null>> = {
  gzip: () => zlib.createGunzip(whole),
  zlib: () => zlib.createInflate(),
  deflate: () => zlib.createInflateRaw(),
  // Node has it since 22.15; a window above 128 MiB is refused (its default).
  zstd: () => (typeof zlib.createZstdDecompress === 'function' ? zlib.createZstdDecompress(whole) : null),
}

/**
 * The decompressed bytes of one stream (zstd: one frame), piece by piece.
 * @throws PayloadError `payload-unreadable` for damaged data, `limit`
 */
export async function* decode(name: Inflated, source: ByteSource, meter: Meter): AsyncGenerator<Buffer> {
  const decoder = decoders[name]()
  if (decoder === null) throw unreadable(`what is packed is compressed with ${name}, which this Node cannot read`, name)
  // Errors of both ends come out of the decoder.
  pipeline(Readable.from(piecesOf(source), { objectMode: false }), decoder, () => {})
  try {
    for await (const piece of decoder as AsyncIterable<Buffer>) {
      meter.spend(piece.length)
      yield piece
    }
  } catch (error) {
    throw error instanceof PayloadError ? error : damaged(name, error)
  } finally {
    decoder.destroy()
  }
}

/** Decompresses one small block whose size is bounded. @throws PayloadError */
export function decompressBlock(name: 'zlib' | 'zstd', bytes: Buffer, most: number): Buffer {
  const options = { maxOutputLength: most }
  try {
    if (name === 'zlib') return zlib.inflateSync(bytes, options)
    return zlib.zstdDecompressSync(bytes, options)
  } catch (error) {
    throw damaged(name, error)
  }
}

function damaged(name: string, error: unknown): PayloadError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return unreadable(`what is packed is damaged: its ${name} data cannot be decompressed`, code)
}
