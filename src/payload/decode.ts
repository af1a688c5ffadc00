import type { Transform } from 'node:stream'
import type { ByteSource } from '../elf/reader.ts'
import type { Meter } from './budget.ts'
import { piecesOf } from './bytes.ts'
import { PayloadError, unreadable } from './problem.ts'
import { zstdFrames } from './zstd-frame.ts'

/** Compressions that can be read. */
export type Compression = 'gzip' | 'zlib' | 'deflate' | 'zstd' | 'xz'

/** How compressed data starts; what we do not read is named. */
const starts: readonly { readonly magic: string; readonly name: Compression | 'bzip2' | 'lzma' | 'lz4' }[] = [
  { magic: '\x1f\x8b', name: 'gzip' },
  { magic: '\x28\xb5\x2f\xfd', name: 'zstd' },
  { magic: '\xfd7zXZ\0', name: 'xz' },
  { magic: 'BZh', name: 'bzip2' },
  { magic: '\x5d\0\0', name: 'lzma' },
  { magic: '\x04\x22\x4d\x18', name: 'lz4' },
]

/** The compression whose data starts like this, or null; also names those that cannot be read. */
export function compressionOf(start: Buffer): (typeof starts)[number]['name'] | null {
  const text = start.toString('latin1', 0, 8)
  return starts.find(s => text.startsWith(s.magic))?.name ?? null
}

/** Whether {@link decompress} reads it. */
export function isReadable(name: string): name is Compression {
  return name in decoders
}

/** @throws PayloadError for a compression that cannot be read */
export function readableCompression(name: string): Compression {
  if (isReadable(name)) return name
  throw unreadable(`what is packed is compressed with ${name}, which is not read`, name)
}

type Zlib = typeof import('node:zlib')

/**
 * Bytes that come out at a time of what is read to its end: a piece of zlib's own 16 KiB costs more to hand over than to decompress.
 * Not for members (`zlib`, `deflate`): of most only the start is looked at, and the rest of a piece would be for nothing.
 */
const whole = { chunkSize: 1 << 17 }

const decoders: Readonly<Record<Compression, (zlib: Zlib) => Transform | null>> = {
  gzip: zlib => zlib.createGunzip(whole),
  zlib: zlib => zlib.createInflate(),
  deflate: zlib => zlib.createInflateRaw(),
  // Node has it since 22.15; a window above 128 MiB is refused (its default).
  zstd: zlib => (typeof zlib.createZstdDecompress === 'function' ? zlib.createZstdDecompress(whole) : null),
  xz: () => null,
}

/**
 * The decompressed bytes, piece by piece; no more is decompressed than is asked for.
 * @throws PayloadError `payload-unreadable` for damaged data, `limit`
 */
export async function* decompress(name: Compression, source: ByteSource, meter: Meter): AsyncGenerator<Buffer> {
  if (name === 'xz') {
    const { decompressXz } = await import('./xz.ts')
    yield* decompressXz(source, meter)
  } else if (name === 'zstd') {
    // Node ends after the first frame and forgets the others.
    for (const frame of zstdFrames(source)) yield* decode(name, frame, meter)
  } else {
    yield* decode(name, source, meter)
  }
}

async function* decode(name: Compression, source: ByteSource, meter: Meter): AsyncGenerator<Buffer> {
  // Most files have nothing packed in them: these are loaded for those that have.
  const [zlib, { pipeline, Readable }] = await Promise.all([import('node:zlib'), import('node:stream')])
  const decoder = decoders[name](zlib)
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
export async function decompressBlock(name: 'zlib' | 'zstd', bytes: Buffer, most: number): Promise<Buffer> {
  const zlib = await import('node:zlib')
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
