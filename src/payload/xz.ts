import { Readable } from 'node:stream'
import type { ByteSource } from '../elf/reader.ts'
import type { Meter } from './budget.ts'
import { bytesAt, piecesOf, slice } from './bytes.ts'
import { type Held, hold } from './held.ts'
import { payloadLimits } from './limits.ts'
import { PayloadError, unreadable } from './problem.ts'

/** A part of an xz file that is complete in itself. Format: "The .xz File Format" 1.2.1. Offsets and sizes in bytes. */
interface XzStream {
  readonly from: number
  readonly size: number
  /** Of the decompressed bytes. */
  readonly content: number
}

const headerSize = 12
const footerSize = 12

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
    const held = await holdStream(slice(source, stream.from, stream.size), stream.content, meter)
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
  if (!stream || more.length > 0 || stream.content > most) throw damaged('a block is no single stream')
  const held = await holdStream(source, stream.content, meter)
  return bytesAt(held.source, 0, held.source.size)
}

async function holdStream(source: ByteSource, content: number, meter: Meter): Promise<Held> {
  const { XzReadableStream } = await library()
  const input = Readable.toWeb(Readable.from(piecesOf(source), { objectMode: false }))
  const output = new XzReadableStream(input as ReadableStream<Uint8Array>)
  let size = 0
  async function* pieces(): AsyncGenerator<Buffer> {
    for await (const piece of output as unknown as AsyncIterable<Uint8Array>) {
      size += piece.length
      meter.spend(piece.length)
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.length)
    }
  }
  let held: Held
  try {
    held = await hold(pieces(), content)
  } catch (error) {
    throw error instanceof PayloadError ? error : damaged(error instanceof Error ? error.message : String(error))
  }
  if (size === content) return held
  held.close()
  throw damaged(`${size} of ${content} bytes`)
}

/** The library is CommonJS: loaded by Node it is the default export, in a bundle it may be the module itself. */
async function library(): Promise<typeof import('xz-decompress')> {
  const module: object = await import('xz-decompress')
  return ('default' in module ? module.default : module) as typeof import('xz-decompress')
}

function damaged(evidence: string): PayloadError {
  return unreadable('what is packed is damaged: its xz data cannot be decompressed', evidence)
}

/** The streams of a file, found from its end; between them may be padding of four NUL bytes each. */
function readStreams(source: ByteSource): XzStream[] {
  const streams: XzStream[] = []
  for (let end = source.size; end > 0; ) {
    if (end < headerSize + footerSize) throw damaged('the end is missing')
    if (end % 4 === 0 && bytesAt(source, end - 4, 4).readUInt32LE() === 0) {
      end -= 4
      continue
    }
    const stream = readStream(source, end)
    streams.unshift(stream)
    end = stream.from
  }
  return streams
}

/** The stream that ends at `end`: footer, then the index before it, then the blocks that the index lists. */
function readStream(source: ByteSource, end: number): XzStream {
  const footer = bytesAt(source, end - footerSize, footerSize)
  if (footer.toString('latin1', 10) !== 'YZ') throw damaged('the end is missing')
  const indexSize = (footer.readUInt32LE(4) + 1) * 4
  if (indexSize > payloadLimits.table) throw damaged(`an index of ${indexSize} bytes`)
  const indexAt = end - footerSize - indexSize
  const blocks = readIndex(bytesAt(source, indexAt, indexSize))
  const packed = blocks.reduce((sum, b) => sum + b.size, 0)
  const from = indexAt - packed - headerSize
  if (from < 0 || compareMagic(source, from) !== 0) throw damaged('the blocks are not where the index has them')
  let at = from + headerSize
  for (const block of blocks) {
    checkWindow(source, at)
    at += block.size
  }
  return { from, size: end - from, content: blocks.reduce((sum, b) => sum + b.content, 0) }
}

function compareMagic(source: ByteSource, at: number): number {
  return Buffer.compare(bytesAt(source, at, 6), Buffer.from('\xfd7zXZ\0', 'latin1'))
}

/** Sizes of the blocks, rounded to four bytes as they lie in the file (section 4 of the format). */
function readIndex(index: Buffer): { size: number; content: number }[] {
  if (index[0] !== 0) throw damaged('the index is missing')
  const cursor = { at: 1 }
  const count = readNumber(index, cursor)
  if (count > index.length / 2) throw damaged(`an index of ${count} blocks`)
  return Array.from({ length: count }, () => {
    const size = readNumber(index, cursor)
    return { size: Math.ceil(size / 4) * 4, content: readNumber(index, cursor) }
  })
}

/** A number of 7-bit digits, lowest first (section 1.2); beyond 2^53 nothing is real. */
function readNumber(bytes: Buffer, cursor: { at: number }): number {
  let value = 0
  for (let digit = 0; digit < 9; digit++) {
    const byte = bytes[cursor.at++]
    if (byte === undefined) break
    value += (byte & 0x7f) * 2 ** (7 * digit)
    if (byte < 0x80 && value <= Number.MAX_SAFE_INTEGER) return value
  }
  throw damaged('a number has no end')
}

const lzma2 = 0x21

/** The memory that a block wants: the size of the LZMA2 window stands in its header (sections 3.1 and 5.3.1). */
function checkWindow(source: ByteSource, at: number): void {
  const first = bytesAt(source, at, 2)
  const header = bytesAt(source, at, ((first[0] ?? 0) + 1) * 4)
  const cursor = { at: 2 }
  const flags = header[1] ?? 0
  if (flags & 0x40) readNumber(header, cursor)
  if (flags & 0x80) readNumber(header, cursor)
  for (let filter = 0; filter <= (flags & 3); filter++) {
    const id = readNumber(header, cursor)
    const length = readNumber(header, cursor)
    const bits = header[cursor.at] ?? 0xff
    cursor.at += length
    if (id !== lzma2) continue
    const window = (2 | (bits & 1)) * 2 ** (Math.floor(bits / 2) + 11)
    if (bits > 40 || window > payloadLimits.window) {
      throw new PayloadError('limit', 'xz data asks for more memory than is given', `a window of ${window} bytes`)
    }
  }
}
