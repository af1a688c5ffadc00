import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ByteSource } from '../elf/reader.ts'
import { payloadLimits } from './limits.ts'
import { PayloadError, unreadable } from './problem.ts'

/** Bytes that were unpacked and can be read at any place until they are let go. */
export interface Held {
  readonly source: ByteSource
  readonly close: () => void
}

const blockSize = 1 << 20

/**
 * Keeps what comes, in memory up to 64 MiB and beyond that in a temporary file whose name is gone before anything is
 * written to it.
 * @param most bytes, at most {@link payloadLimits.member}
 * @throws PayloadError `limit`, `payload-unreadable` when there is no room; whatever the pieces throw
 */
export async function hold(pieces: AsyncIterable<Buffer>, most: number = payloadLimits.member): Promise<Held> {
  const blocks: Buffer[] = []
  let file: number | null = null
  let size = 0
  try {
    for await (const piece of pieces) {
      if (size + piece.length > most) {
        throw new PayloadError('limit', 'a packed file is larger than any real one', `more than ${most} bytes`)
      }
      if (file === null && size + piece.length > payloadLimits.memory) {
        file = openNameless()
        for (const [i, block] of blocks.entries()) {
          write(file, block.subarray(0, Math.min(blockSize, size - i * blockSize)), i * blockSize)
        }
        blocks.length = 0
      }
      if (file === null) append(blocks, size, piece)
      else write(file, piece, size)
      size += piece.length
    }
  } catch (error) {
    if (file !== null) closeSync(file)
    throw error
  }
  const fd = file
  if (fd === null)
    return { source: { size, read: (target, at) => readBlocks(blocks, size, target, at) }, close: () => {} }
  return {
    source: { size, read: (target, at) => readSync(fd, target, 0, target.length, at) },
    close: () => closeSync(fd),
  }
}

/** A file of our own that nobody else can open and that is gone when we are. */
function openNameless(): number {
  try {
    const dir = mkdtempSync(join(tmpdir(), 'portable-build-'))
    try {
      return openSync(join(dir, 'member'), 'wx+', 0o600)
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  } catch (error) {
    throw noRoom(error)
  }
}

function write(fd: number, bytes: Buffer, at: number): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, at + done)
  } catch (error) {
    throw noRoom(error)
  }
}

function noRoom(error: unknown): PayloadError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return unreadable('there is no room to unpack a large file in the directory for temporary files', code)
}

function append(blocks: Buffer[], size: number, piece: Buffer): void {
  for (let done = 0; done < piece.length; ) {
    const at = (size + done) % blockSize
    if (at === 0) blocks.push(Buffer.allocUnsafe(blockSize))
    done += piece.copy(blocks.at(-1) ?? piece, at, done)
  }
}

function readBlocks(blocks: readonly Buffer[], size: number, target: Uint8Array, from: number): number {
  const length = Math.max(0, Math.min(target.length, size - from))
  for (let done = 0; done < length; ) {
    const at = from + done
    const block = blocks[Math.floor(at / blockSize)]
    const start = at % blockSize
    done += block?.copy(target, done, start, Math.min(blockSize, start + length - done)) ?? length
  }
  return length
}
