import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** Hashes bytes on their way to somewhere else, so that what was hashed is what arrives. */
export interface Meter {
  /** Hands the bytes on as they come. */
  through(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer>
  /** Of all bytes that went through; hex. To be asked once, at the end. */
  sha256(): string
  /** Bytes that went through. */
  size(): number
}

/** A meter through which nothing went yet. */
export function makeMeter(): Meter {
  const hash = createHash('sha256')
  let size = 0
  return {
    async *through(bytes) {
      for await (const piece of bytes) {
        hash.update(piece)
        size += piece.length
        yield piece
      }
    },
    sha256: () => hash.digest('hex'),
    size: () => size,
  }
}

/** The sha256 of a file's bytes, hex. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
