import type { ByteSource } from '../elf/reader.ts'
import type { Meter } from './budget.ts'
import { unreadable } from './problem.ts'
import { zstdFrames } from './zstd-frame.ts'

/** Compressions that can be read. */
export type Compression = 'gzip' | 'zlib' | 'deflate' | 'zstd' | 'xz'
const readable: ReadonlySet<string> = new Set<Compression>(['gzip', 'zlib', 'deflate', 'zstd', 'xz'])

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
  return readable.has(name)
}

/** @throws PayloadError for a compression that cannot be read */
export function readableCompression(name: string): Compression {
  if (isReadable(name)) return name
  throw unreadable(`what is packed is compressed with ${name}, which is not read`, name)
}

/**
 * The decompressed bytes, piece by piece; no more is decompressed than is asked for.
 * @throws PayloadError `payload-unreadable` for damaged data, `limit`
 */
export async function* decompress(name: Compression, source: ByteSource, meter: Meter): AsyncGenerator<Buffer> {
  if (name === 'xz') {
    const { decompressXz } = await import('./xz.ts')
    yield* decompressXz(source, meter)
    return
  }
  // Most files have nothing packed in them: Node's streams and zlib are loaded for those that have.
  const { decode } = await import('./zlib.ts')
  // Node ends after the first frame of zstd and forgets the others.
  const parts = name === 'zstd' ? zstdFrames(source) : [source]
  for (const part of parts) yield* decode(name, part, meter)
}
