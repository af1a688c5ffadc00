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

const blockSize = 1 << 14
const blockCount = 256
/** Blocks of readers that are done: a thousand files are read with the memory of one. */
const spare: Buffer[] = []

/**
 * Reads ranges of a file, never the whole: every access is checked against the file's size, and blocks that were read
 * are kept (4 MiB at most), because tables and their names lie close together.
 */
export class Reader {
  readonly size: number
  readonly #source: ByteSource
  readonly #blocks = new Map<number, Buffer>()
  readonly #deadline: number
  #names = 0

  /** @param deadline `performance.now()` after which the file has had its time */
  constructor(source: ByteSource, deadline: number) {
    this.#source = source
    this.#deadline = deadline
    this.size = source.size
  }

  /** `length` bytes at `offset`; not to be changed or kept. @throws ElfError `truncated` outside of the file, `limit` */
  bytes(offset: number, length: number): Buffer {
    if (!(offset >= 0) || !(length >= 0) || offset + length > this.size) {
      throw new ElfError('truncated', 'the file ends before its own tables do', `${hex(offset)}+${hex(length)}`)
    }
    const first = Math.floor(offset / blockSize)
    if (offset + length <= (first + 1) * blockSize) {
      const at = offset - first * blockSize
      return this.#block(first).subarray(at, at + length)
    }
    const target = Buffer.allocUnsafe(length)
    this.#fill(target, offset)
    return target
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
      const length = Math.min(room - at, blockSize - (at % blockSize))
      const part = this.bytes(at, length)
      const nul = part.indexOf(0)
      this.#names += nul >= 0 ? nul : length
      if (this.#names > limits.names) throw new ElfError('limit', 'the names of the file are too long', hex(offset))
      if (nul >= 0) return text + part.toString('utf8', 0, nul)
      text += part.toString('utf8')
      at += length
    }
    throw new ElfError('malformed', 'a name has no end', hex(offset))
  }

  /** Gives the blocks back: what {@link bytes} has returned must not be looked at any more. */
  release(): void {
    for (const block of this.#blocks.values()) if (spare.length < blockCount) spare.push(block)
    this.#blocks.clear()
  }

  #block(index: number): Buffer {
    const known = this.#blocks.get(index)
    if (known) return known
    const start = index * blockSize
    const block = spare.pop() ?? Buffer.allocUnsafeSlow(blockSize)
    this.#fill(block.subarray(0, Math.min(blockSize, this.size - start)), start)
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

/** Numbers in a piece of a file, by the file's layout. Offsets are the caller's: they lie inside by construction. */
export class Table {
  readonly bytes: Buffer
  readonly #view: DataView
  readonly #is64: boolean
  readonly #little: boolean

  constructor(bytes: Buffer, layout: Layout) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#is64 = layout.is64
    this.#little = layout.littleEndian
  }

  u8(at: number): number {
    return this.#view.getUint8(at)
  }

  u16(at: number): number {
    return this.#view.getUint16(at, this.#little)
  }

  u32(at: number): number {
    return this.#view.getUint32(at, this.#little)
  }

  /** A 64-bit number. @throws ElfError `malformed` above 2^53: no file has such an address or size */
  u64(at: number): number {
    const value = this.u64OrInfinity(at)
    if (value === Number.POSITIVE_INFINITY) {
      throw new ElfError('malformed', 'an address or size is above 2^53', this.bytes.toString('hex', at, at + 8))
    }
    return value
  }

  /** A 64-bit number, or Infinity above 2^53: for values that may never be used. */
  u64OrInfinity(at: number): number {
    const high = this.u32(at + (this.#little ? 4 : 0))
    const low = this.u32(at + (this.#little ? 0 : 4))
    return high >= 0x200000 ? Number.POSITIVE_INFINITY : high * 0x1_0000_0000 + low
  }

  /** An address or size as wide as the file's class. */
  word(at: number): number {
    return this.#is64 ? this.u64(at) : this.u32(at)
  }
}
