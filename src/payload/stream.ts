import { unreadable } from './problem.ts'

const nothing = Buffer.alloc(0)

/** Reads pieces of any length from pieces that come as they come. */
export class ByteStream {
  readonly #pieces: AsyncIterator<Buffer>
  #rest: Buffer = nothing
  #ended = false
  /** Bytes that were read. */
  position = 0

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]()
  }

  /** Up to `most` bytes, at least one; null at the end. Only valid until the next read. */
  async some(most: number): Promise<Buffer | null> {
    while (this.#rest.length === 0) {
      if (this.#ended) return null
      const next = await this.#pieces.next()
      if (next.done) this.#ended = true
      else this.#rest = next.value
    }
    const piece = this.#rest.subarray(0, most)
    this.#rest = this.#rest.subarray(piece.length)
    this.position += piece.length
    return piece
  }

  /** The next bytes, fewer at the end. The caller has bounded `length`. */
  async upTo(length: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let missing = length; missing > 0; ) {
      const part = await this.some(missing)
      if (part === null) break
      parts.push(part)
      missing -= part.length
    }
    const [first] = parts
    return parts.length === 1 && first ? first : Buffer.concat(parts)
  }

  /** The next `length` bytes. @throws PayloadError when there are fewer */
  async exactly(length: number): Promise<Buffer> {
    const bytes = await this.upTo(length)
    if (bytes.length === length) return bytes
    throw unreadable('what is packed ends before it is complete', `at ${this.position} bytes`)
  }

  /** Text up to the next NUL, which is read too. @throws PayloadError when it is longer than `most` bytes */
  async text(most: number): Promise<string> {
    const parts: Buffer[] = []
    for (let length = 0; length <= most; ) {
      const part = await this.some(most - length + 1)
      if (part === null) break
      const nul = part.indexOf(0)
      if (nul >= 0) {
        // Both are of one piece, one after the other: what follows the name is given back without copying it.
        const given = part.length - nul - 1
        this.#rest = Buffer.from(part.buffer, part.byteOffset + nul + 1, given + this.#rest.length)
        this.position -= given
        return Buffer.concat([...parts, part.subarray(0, nul)]).toString('utf8')
      }
      parts.push(part)
      length += part.length
    }
    throw unreadable('a name has no end', `at ${this.position} bytes`)
  }

  /** Reads and forgets. @throws PayloadError when there are fewer bytes */
  async skip(length: number): Promise<void> {
    for (let missing = length; missing > 0; ) {
      const part = await this.some(missing)
      if (part === null) throw unreadable('what is packed ends before it is complete', `at ${this.position} bytes`)
      missing -= part.length
    }
  }

  /** Reads to the end, so that whoever decompresses compares the checksums. */
  async drain(): Promise<void> {
    while ((await this.some(1 << 20)) !== null);
  }

  /** Whether everything was read. */
  async isAtEnd(): Promise<boolean> {
    const part = await this.some(1)
    if (part === null) return true
    this.#rest = Buffer.concat([part, this.#rest])
    this.position--
    return false
  }

  /** Ends whoever makes the pieces. */
  async close(): Promise<void> {
    this.#rest = nothing
    this.#ended = true
    await this.#pieces.return?.()
  }
}

/** A length of a stream that someone may read, or not: what they leave is skipped. */
export class Portion {
  readonly #stream: ByteStream
  #missing: number

  constructor(stream: ByteStream, length: number) {
    this.#stream = stream
    this.#missing = length
  }

  /** The bytes. @throws PayloadError when the stream ends before */
  async *pieces(): AsyncGenerator<Buffer> {
    while (this.#missing > 0) {
      const part = await this.#stream.some(this.#missing)
      if (part === null)
        throw unreadable('what is packed ends before it is complete', `at ${this.#stream.position} bytes`)
      this.#missing -= part.length
      yield part
    }
  }

  /** Skips what nobody read. */
  async finish(): Promise<void> {
    const missing = this.#missing
    this.#missing = 0
    await this.#stream.skip(missing)
  }
}

/** What was read of a stream already, then the rest of it. */
export async function* joined(start: Buffer, stream: ByteStream): AsyncGenerator<Buffer> {
  try {
    yield start
    for (let piece = await stream.some(1 << 20); piece !== null; piece = await stream.some(1 << 20)) yield piece
  } finally {
    await stream.close()
  }
}
