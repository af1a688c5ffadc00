import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ByteSource } from '../elf/reader.ts'
import type { Meter } from './budget.ts'
import { bytesAt, piecesOf, slice } from './bytes.ts'
import { type Held, hold } from './held.ts'
import { payloadLimits } from './limits.ts'
import { PayloadError } from './problem.ts'
import { sha256Check, sha256Size, withoutChecks } from './xz-checks.ts'
import { damagedXz, readStreams, type XzStream, xzHeaderSize } from './xz-index.ts'

/**
 * Decompresses xz. The index at its end says beforehand what comes out and its blocks how much memory they want, so both are
 * checked before anything is decompressed. The library keeps a lock while it works, so that a file inside of another would wait
 * for ever: each stream is decompressed as a whole before its bytes are given.
 * @throws PayloadError
 */
export async function* decompressXz(source: ByteSource, meter: Meter): AsyncGenerator<Buffer> {
  const streams = readStreams(source)
  meter.promise(
    streams.reduce((sum, s) => sum + s.content, 0),
    payloadLimits.total,
  )
  for (const stream of streams) {
    const held = await holdStream(slice(source, stream.from, stream.size), stream, meter)
    try {
      yield* piecesOf(held.source)
    } finally {
      held.close()
    }
  }
}

/** Decompresses one block of squashfs: a whole xz file of at most `most` bytes. @throws PayloadError */
export async function decompressXzBlock(bytes: Buffer, most: number, meter: Meter): Promise<Buffer> {
  const source: ByteSource = { size: bytes.length, read: (target, at) => bytes.copy(target, 0, at) }
  const [stream, ...more] = readStreams(source)
  if (!stream || more.length > 0 || stream.content > most) throw damagedXz('a block is no single stream')
  const held = await holdStream(source, stream, meter)
  return bytesAt(held.source, 0, held.source.size)
}

async function holdStream(source: ByteSource, stream: XzStream, meter: Meter): Promise<Held> {
  const { XzReadableStream } = await library()
  const isSha256 = stream.check === sha256Check
  const packed = isSha256 ? withoutChecks(source, stream.blocks) : piecesOf(source)
  const input = Readable.toWeb(Readable.from(packed, { objectMode: false }))
  const output = new XzReadableStream(input as ReadableStream<Uint8Array>)
  async function* pieces(): AsyncGenerator<Buffer> {
    for await (const piece of output as unknown as AsyncIterable<Uint8Array>) {
      meter.spend(piece.length)
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.length)
    }
  }
  let held: Held
  try {
    held = await hold(pieces(), stream.content)
  } catch (error) {
    throw error instanceof PayloadError ? error : damagedXz(error instanceof Error ? error.message : String(error))
  }
  try {
    if (held.source.size !== stream.content) throw damagedXz(`${held.source.size} of ${stream.content} bytes`)
    if (isSha256) await compareSha256(source, stream, held.source)
    return held
  } catch (error) {
    held.close()
    throw error
  }
}

/** Compares what came out of each block with the sha256 at its end. */
async function compareSha256(source: ByteSource, { blocks }: XzStream, content: ByteSource): Promise<void> {
  let [at, from] = [xzHeaderSize, 0]
  for (const block of blocks) {
    const hash = createHash('sha256')
    for await (const piece of piecesOf(slice(content, from, block.content))) hash.update(piece)
    at += block.size
    from += block.content
    if (!hash.digest().equals(bytesAt(source, at - sha256Size, sha256Size)))
      throw damagedXz('the sha256 of a block differs')
  }
}

/** The library is CommonJS: loaded by Node it is the default export, in a bundle it may be the module itself. */
async function library(): Promise<typeof import('xz-decompress')> {
  const module: object = await import('xz-decompress')
  return ('default' in module ? module.default : module) as typeof import('xz-decompress')
}
