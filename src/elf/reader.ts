import { isAscii } from 'node:buffer'
import { endianness } from 'node:os'
import { limits } from './limits.ts'
import { ElfError, hex } from './problem.ts'

/** Bytes with positions: a file, or a buffer in tests. */
export interface ByteSource {
  /** Bytes. */
  readonly size: number
  /** Fills `target` from `position`; returns how many bytes there were. @throws what the operating system says */
  read(target: Uint8Array, position: number): number
}

/** How numbers are stored in a file: the same for all of it. */
export interface Layout {
  readonly is64: boolean
  readonly littleEndian: boolean
}

const isLittleEndian = endianness() === 'LE'
const blockSize = 1 << 14
const blockCount = 256
/** Room for a table: a piece of any that is walked, all of most. */
const scratch = Buffer.allocUnsafeSlow(1 << 16)
/** Blocks of readers that are done: a thousand files are read with the memory of one. */
const spare: Block[] = []

/** A table of names, bytes; `text` is all of it where that is small and nothing but ASCII, else empty. */
export interface Names {
  readonly offset: number
  readonly length: number
  readonly text: string
}

/** Bytes, and the same as numbers: making a view costs more than reading a row with it. */
interface Block {
  readonly bytes: Buffer
  readonly view: DataView
}

function blockOf(bytes: Buffer): Block {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) }
}

/**
 * Reads ranges of a file, never the whole: every access is checked against the file's size, and blocks that were read
 * are kept (4 MiB at most), because tables and their names lie close together.
 */
export class Reader {
  readonly size: number
  readonly #source: ByteSource
  readonly #blocks = new Map<number, Block>()
  readonly #deadline: number
  #names = 0
  #lastIndex = -1
  #last: Block | null = null

  /** @param deadline `performance.now()` after which the file has had its time */
  constructor(source: ByteSource, deadline: number) {
    this.#source = source
    this.#deadline = deadline
    this.size = source.size
  }

  /** `length` bytes at `offset`; not to be changed or kept. @throws ElfError `truncated` outside of the file, `limit` */
  bytes(offset: number, length: number): Buffer {
    this.#check(offset, length)
    const first = Math.floor(offset / blockSize)
    const at = offset - first * blockSize
    return at + length <= blockSize ? this.#block(first).bytes.subarray(at, at + length) : this.#copy(offset, length)
  }

  /** The same bytes as numbers. @throws ElfError `truncated` outside of the file, `limit` */
  table(offset: number, length: number, layout: Layout): Table {
    this.#check(offset, length)
    const first = Math.floor(offset / blockSize)
    const at = offset - first * blockSize
    if (at + length <= blockSize) return new Table(this.#block(first), at, length, layout)
    return tableOf(this.#copy(offset, length), layout)
  }

  /**
   * Numbers of 16 bits, one after the other: long tables are walked, and nothing is called for each of them. To be looked at
   * before the next ones are asked for.
   * @throws ElfError `truncated` outside of the file, `limit`
   */
  halves(offset: number, count: number, layout: Layout): Uint16Array {
    const bytes = this.#passing(offset, count * 2)
    if (layout.littleEndian !== isLittleEndian) bytes.swap16()
    return new Uint16Array(bytes.buffer, bytes.byteOffset, count)
  }

  /** The same of 32 bits. @throws ElfError `truncated` outside of the file, `limit` */
  words(offset: number, count: number, layout: Layout): Uint32Array {
    const bytes = this.#passing(offset, count * 4)
    if (layout.littleEndian !== isLittleEndian) bytes.swap32()
    return new Uint32Array(bytes.buffer, bytes.byteOffset, count)
  }

  /** A copy that starts where numbers may; in the same room as the last one, because to make room takes longer than to fill it. */
  #passing(offset: number, length: number): Buffer {
    this.#check(offset, length)
    const bytes = length <= scratch.length ? scratch.subarray(0, length) : Buffer.allocUnsafeSlow(length)
    const first = Math.floor(offset / blockSize)
    const at = offset - first * blockSize
    if (at + length <= blockSize) this.#block(first).bytes.copy(bytes, 0, at, at + length)
    else this.#fill(bytes, offset)
    return bytes
  }

  /** A table of names, for {@link name}. What of it lies outside of the file is only missed by whoever asks for it. @throws ElfError `limit` */
  names(offset: number, length: number): Names {
    if (length > scratch.length || !(offset >= 0) || offset + length > this.size) return { offset, length, text: '' }
    const bytes = this.#passing(offset, length)
    return { offset, length, text: isAscii(bytes) ? bytes.toString('latin1') : '' }
  }

  /** The name at an index of its table. To cut it out of a text is much faster than to read it. @throws as {@link text} */
  name({ offset, length, text }: Names, index: number): string {
    const end = text.indexOf('\0', index)
    if (end < 0 || end - index >= limits.string) return this.text(offset + index, offset + length)
    this.#spend(end - index, offset + index)
    return text.slice(index, end)
  }

  /**
   * The text at `offset`, which must end in NUL before `end` and within 4096 bytes.
   * @throws ElfError `malformed`, `truncated`, `limit`
   */
  text(offset: number, end: number): string {
    const room = Math.min(end, this.size, offset + limits.string)
    if (!(offset >= 0) || offset >= room) throw new ElfError('malformed', 'a name lies outside its table', hex(offset))
    let text = ''
    for (let at = offset; at < room; ) {
      const index = Math.floor(at / blockSize)
      const { bytes } = this.#block(index)
      const from = at - index * blockSize
      const until = Math.min(blockSize, room - index * blockSize)
      const nul = bytes.indexOf(0, from)
      const end = nul < 0 || nul > until ? until : nul
      this.#spend(end - from, offset)
      text += bytes.toString('utf8', from, end)
      if (end < until) return text
      at += until - from
    }
    throw new ElfError('malformed', 'a name has no end', hex(offset))
  }

  /** Gives the blocks back: what {@link bytes} has returned must not be looked at any more. */
  release(): void {
    for (const block of this.#blocks.values()) if (spare.length < blockCount) spare.push(block)
    this.#blocks.clear()
    this.#last = null
  }

  #spend(length: number, offset: number): void {
    this.#names += length
    if (this.#names > limits.names) throw new ElfError('limit', 'the names of the file are too long', hex(offset))
  }

  #check(offset: number, length: number): void {
    if (!(offset >= 0) || !(length >= 0) || offset + length > this.size) {
      throw new ElfError('truncated', 'the file ends before its own tables do', `${hex(offset)}+${hex(length)}`)
    }
  }

  /** What lies in more than one block. */
  #copy(offset: number, length: number): Buffer {
    const target = Buffer.allocUnsafe(length)
    this.#fill(target, offset)
    return target
  }

  #block(index: number): Block {
    if (index === this.#lastIndex && this.#last) return this.#last
    const block = this.#blocks.get(index) ?? this.#load(index)
    this.#lastIndex = index
    this.#last = block
    return block
  }

  #load(index: number): Block {
    const start = index * blockSize
    const block = spare.pop() ?? blockOf(Buffer.allocUnsafeSlow(blockSize))
    const length = Math.min(blockSize, this.size - start)
    this.#fill(length === blockSize ? block.bytes : block.bytes.subarray(0, length), start)
    if (this.#blocks.size >= blockCount) {
      const [oldest] = this.#blocks.keys()
      if (oldest !== undefined) this.#blocks.delete(oldest)
    }
    this.#blocks.set(index, block)
    return block
  }

  #fill(target: Buffer, offset: number): void {
    if (performance.now() > this.#deadline) {
      throw new ElfError('limit', `the file took more than ${limits.time} ms to read`, hex(offset))
    }
    if (this.#source.read(target, offset) !== target.length) {
      throw new ElfError('truncated', 'the file became shorter while it was read', hex(offset))
    }
  }
}

/** Numbers in bytes of their own. */
export function tableOf(bytes: Buffer, layout: Layout): Table {
  return new Table(blockOf(bytes), 0, bytes.length, layout)
}

/** Numbers in a piece of a file, by the file's layout. Offsets are the caller's: they lie inside by construction. */
export class Table {
  readonly #view: DataView
  readonly #from: number
  readonly #length: number
  readonly #is64: boolean
  readonly #little: boolean

  constructor({ view }: Block, from: number, length: number, layout: Layout) {
    this.#view = view
    this.#from = from
    this.#length = length
    this.#is64 = layout.is64
    this.#little = layout.littleEndian
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#place(at, 1))
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#place(at, 2), this.#little)
  }

  u32(at: number): number {
    return this.#view.getUint32(this.#place(at, 4), this.#little)
  }

  /** The block goes on behind the piece: a mistake must not read there. @throws RangeError */
  #place(at: number, width: number): number {
    if (!(at >= 0) || at + width > this.#length) throw new RangeError(`${at} lies outside of ${this.#length} bytes`)
    return this.#from + at
  }

  /** A 64-bit number. @throws ElfError `malformed` above 2^53: no file has such an address or size */
  u64(at: number): number {
    const value = this.u64OrInfinity(at)
    if (value === Number.POSITIVE_INFINITY) {
      const bytes = Array.from({ length: 8 }, (_, i) =>
        this.u8(at + i)
          .toString(16)
          .padStart(2, '0'),
      )
      throw new ElfError('malformed', 'an address or size is above 2^53', bytes.join(''))
    }
    return value
  }

  /** A 64-bit number, or Infinity above 2^53: for values that may never be used. */
  u64OrInfinity(at: number): number {
    const place = this.#place(at, 8)
    const high = this.#view.getUint32(this.#little ? place + 4 : place, this.#little)
    const low = this.#view.getUint32(this.#little ? place : place + 4, this.#little)
    return high >= 0x200000 ? Number.POSITIVE_INFINITY : high * 0x1_0000_0000 + low
  }

  /** An address or size as wide as the file's class. */
  word(at: number): number {
    return this.#is64 ? this.u64(at) : this.u32(at)
  }
}
