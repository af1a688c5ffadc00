import { crc32 } from 'node:zlib'
import type { ByteSource } from '../elf/reader.ts'
import { piecesOf, slice } from './bytes.ts'
import { type XzBlock, xzHeaderSize } from './xz-index.ts'

/** The number of SHA-256 among the checksums of xz, and its size in bytes. */
export const sha256Check = 10
export const sha256Size = 32

/**
 * The same stream without checksums: the library refuses those by SHA-256, which RPM writes; we compare them ourselves. Flags of
 * header and footer say "none", the blocks lose their last 32 bytes, and the index has their new sizes.
 */
export async function* withoutChecks(source: ByteSource, blocks: readonly XzBlock[]): AsyncGenerator<Buffer> {
  const flags = Buffer.alloc(2)
  yield Buffer.concat([Buffer.from('\xfd7zXZ\0', 'latin1'), flags, checksum(flags)])
  let at = xzHeaderSize
  for (const { size } of blocks) {
    yield* piecesOf(slice(source, at, size - sha256Size))
    at += size
  }
  const records = blocks.flatMap(b => [numberOf(b.unpadded - sha256Size), numberOf(b.content)])
  const list = Buffer.concat([Buffer.from([0]), numberOf(blocks.length), ...records])
  const index = Buffer.concat([list, Buffer.alloc((4 - (list.length % 4)) % 4)])
  yield Buffer.concat([index, checksum(index)])
  const size = Buffer.alloc(4)
  size.writeUInt32LE((index.length + 4) / 4 - 1)
  const end = Buffer.concat([size, flags])
  yield Buffer.concat([checksum(end), end, Buffer.from('YZ')])
}

function checksum(bytes: Buffer): Buffer {
  const out = Buffer.alloc(4)
  out.writeUInt32LE(crc32(bytes))
  return out
}

/** A number of 7-bit digits, lowest first. */
function numberOf(value: number): Buffer {
  const digits: number[] = []
  let rest = value
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) digits.push((rest % 0x80) | 0x80)
  return Buffer.from([...digits, rest])
}
