import type { ByteSource } from '../elf/reader.ts'
import { unreadable } from './problem.ts'

const pieceSize = 1 << 16

/** A part of a source as a source of its own; the part must lie inside. @throws PayloadError */
export function slice(source: ByteSource, from: number, size: number): ByteSource {
  checkRange(source, from, size)
  return {
    size,
    read: (target, at) => {
      const room = Math.max(0, Math.min(target.length, size - at))
      return room === 0 ? 0 : source.read(target.subarray(0, room), from + at)
    },
  }
}

/** `length` bytes at `from`; the caller has bounded the length. @throws PayloadError when they are not there */
export function bytesAt(source: ByteSource, from: number, length: number): Buffer {
  checkRange(source, from, length)
  const bytes = Buffer.allocUnsafe(length)
  if (length > 0 && source.read(bytes, from) !== length)
    throw unreadable('the file became shorter while it was read', String(from))
  return bytes
}

/** The whole source in pieces of 64 KiB. @throws PayloadError when the file changes meanwhile */
export async function* piecesOf(source: ByteSource): AsyncGenerator<Buffer> {
  for (let at = 0; at < source.size; at += pieceSize) {
    yield bytesAt(source, at, Math.min(pieceSize, source.size - at))
  }
}

function checkRange(source: ByteSource, from: number, length: number): void {
  if (from >= 0 && length >= 0 && from + length <= source.size) return
  throw unreadable('what is packed ends before it is complete', `${from}+${length} of ${source.size} bytes`)
}
