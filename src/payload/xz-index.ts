import type { ByteSource } from '../elf/reader.ts'
import { bytesAt } from './bytes.ts'
import { payloadLimits } from './limits.ts'
import { PayloadError, unreadable } from './problem.ts'

// Format: "The .xz File Format" 1.2.1. Offsets and sizes in bytes.

/** A block: how many bytes it has in the file, its checksum at their end, and how many come out of it. */
export interface XzBlock {
  readonly size: number
  /** Without the bytes that fill it up to four: what the index says. */
  readonly unpadded: number
  readonly content: number
}

/** A part of an xz file that is complete in itself. */
export interface XzStream {
  readonly from: number
  readonly size: number
  /** Of the decompressed bytes. */
  readonly content: number
  readonly blocks: readonly XzBlock[]
  /** Number of the kind of checksum that each block has (section 2.1.1.2). */
  readonly check: number
}

export const xzHeaderSize = 12
const footerSize = 12
const mostStreams = 10_000
const mostBlocks = 100_000
const mostPadding = 1 << 16

/** The error of xz data that makes no sense. */
export function damagedXz(evidence: string): PayloadError {
  return unreadable('what is packed is damaged: its xz data cannot be decompressed', evidence)
}

/** The streams of a file, found from its end; between them may be padding of four NUL bytes each. */
export function readStreams(source: ByteSource): XzStream[] {
  const streams: XzStream[] = []
  let padding = 0
  for (let end = source.size; end > 0; ) {
    if (end < xzHeaderSize + footerSize) throw damagedXz('the end is missing')
    if (end % 4 === 0 && bytesAt(source, end - 4, 4).readUInt32LE() === 0) {
      end -= 4
      padding += 4
      if (padding > mostPadding) throw damagedXz('nothing but zeros at the end')
      continue
    }
    const stream = readStream(source, end)
    streams.push(stream)
    end = stream.from
    if (streams.length > mostStreams)
      throw new PayloadError('limit', 'xz data has more parts than any real one', `${streams.length}`)
  }
  return streams.reverse()
}

/** The stream that ends at `end`: footer, then the index before it, then the blocks that the index lists. */
function readStream(source: ByteSource, end: number): XzStream {
  const footer = bytesAt(source, end - footerSize, footerSize)
  if (footer.toString('latin1', 10) !== 'YZ') throw damagedXz('the end is missing')
  const indexSize = (footer.readUInt32LE(4) + 1) * 4
  if (indexSize > payloadLimits.table) throw damagedXz(`an index of ${indexSize} bytes`)
  const indexAt = end - footerSize - indexSize
  const blocks = readIndex(bytesAt(source, indexAt, indexSize))
  const packed = blocks.reduce((sum, b) => sum + b.size, 0)
  const from = indexAt - packed - xzHeaderSize
  if (from < 0 || compareMagic(source, from) !== 0) throw damagedXz('the blocks are not where the index has them')
  let at = from + xzHeaderSize
  for (const block of blocks) {
    checkWindow(source, at)
    at += block.size
  }
  const content = blocks.reduce((sum, b) => sum + b.content, 0)
  return { from, size: end - from, content, blocks, check: (footer[9] ?? 0) & 0xf }
}

function compareMagic(source: ByteSource, at: number): number {
  return Buffer.compare(bytesAt(source, at, 6), Buffer.from('\xfd7zXZ\0', 'latin1'))
}

/** Sizes of the blocks, rounded to four bytes as they lie in the file (section 4 of the format). */
function readIndex(index: Buffer): XzBlock[] {
  if (index[0] !== 0) throw damagedXz('the index is missing')
  const cursor = { at: 1 }
  const count = readNumber(index, cursor)
  if (count > Math.min(mostBlocks, index.length / 2)) throw damagedXz(`an index of ${count} blocks`)
  return Array.from({ length: count }, () => {
    const unpadded = readNumber(index, cursor)
    return { unpadded, size: Math.ceil(unpadded / 4) * 4, content: readNumber(index, cursor) }
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
  throw damagedXz('a number has no end')
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
    if (id !== lzma2)
      throw unreadable('xz data went through a filter for machine code (BCJ), which is not read', `filter ${id}`)
    const window = (2 | (bits & 1)) * 2 ** (Math.floor(bits / 2) + 11)
    if (bits > 40 || window > payloadLimits.window) {
      throw new PayloadError('limit', 'xz data asks for more memory than is given', `a window of ${window} bytes`)
    }
  }
}
