import { deflateSync, zstdCompressSync } from 'node:zlib'
import { Writer } from '../byte-writer.ts'
import { type Packed, xzOf } from './archives.ts'

/** Compressors that the writer has; `none` stores everything and says gzip. */
export type Compressor = 'gzip' | 'xz' | 'zstd' | 'none'

const numbers: Readonly<Record<Compressor, number>> = { gzip: 1, none: 1, xz: 4, zstd: 6 }
const compress: Readonly<Record<Compressor, ((b: Buffer) => Buffer) | null>> = {
  gzip: b => deflateSync(b),
  xz: b => xzOf([b]),
  zstd: b => zstdCompressSync(b),
  none: null,
}

const blockSize = 4096
const little = () => new Writer(true, true)

/** A squashfs 4.0 image with files in one directory, `bin`: whole blocks, then all ends of files in one fragment. */
export function squashfsOf(members: readonly Packed[], compressor: Compressor = 'gzip', long = false): Buffer {
  const pack = compress[compressor]
  const body = little().raw(Buffer.alloc(96))
  const metadata = (bytes: Buffer) => {
    const packed = pack?.(bytes) ?? bytes
    const stored = packed.length >= bytes.length
    const out = stored ? bytes : packed
    return little()
      .u16(out.length | (stored ? 0x8000 : 0))
      .raw(out)
      .bytes()
  }
  const block = (bytes: Buffer) => {
    const packed = pack?.(bytes) ?? bytes
    const stored = packed.length >= bytes.length
    body.raw(stored ? bytes : packed)
    return stored ? bytes.length | (1 << 24) : packed.length
  }
  const inodes = little()
  const ends: Buffer[] = []
  const entries: { name: string; at: number; type: number }[] = []
  for (const { path, data = Buffer.alloc(0), mode = 0o755, link } of members) {
    entries.push({ name: path, at: inodes.length, type: link === undefined ? 2 : 3 })
    const header = (type: number) =>
      inodes
        .u16(type)
        .u16(mode)
        .u16(0)
        .u16(0)
        .u32(0)
        .u32(entries.length + 2)
    if (link !== undefined) {
      header(3).u32(1).u32(link.length).raw(Buffer.from(link))
      continue
    }
    const start = body.length
    const whole = Math.floor(data.length / blockSize)
    const sizes = Array.from({ length: whole }, (_, i) => {
      const bytes = data.subarray(i * blockSize, (i + 1) * blockSize)
      return bytes.every(b => b === 0) ? 0 : block(bytes)
    })
    const end = data.subarray(whole * blockSize)
    const before = ends.reduce((sum, e) => sum + e.length, 0)
    ends.push(end)
    const fragment = end.length > 0 ? 0 : 0xffffffff
    if (long) header(9).u64(start).u64(data.length).u64(0).u32(1).u32(fragment).u32(before).u32(0xffffffff)
    else header(2).u32(start).u32(fragment).u32(before).u32(data.length)
    for (const size of sizes) inodes.u32(size)
  }
  const fragmentAt = body.length
  const fragmentSize = block(Buffer.concat(ends))

  const listing = little()
    .u32(entries.length - 1)
    .u32(0)
    .u32(1)
  for (const { name, at, type } of entries)
    listing
      .u16(at)
      .u16(0)
      .u16(type)
      .u16(name.length - 1)
      .raw(Buffer.from(name))
  const root = little().u32(0).u32(0).u32(1).u16(inodes.length).u16(0).u16(1).u16(2).raw(Buffer.from('bin'))
  const directory = (start: number, size: number) =>
    long
      ? inodes
          .u16(8)
          .u16(0o755)
          .u16(0)
          .u16(0)
          .u32(0)
          .u32(1)
          .u32(1)
          .u32(size + 3)
          .u32(0)
          .u32(0)
          .u16(0)
          .u16(start)
          .u32(0)
      : inodes
          .u16(1)
          .u16(0o755)
          .u16(0)
          .u16(0)
          .u32(0)
          .u32(1)
          .u32(0)
          .u32(1)
          .u16(size + 3)
          .u16(start)
          .u32(0)
  directory(0, listing.length)
  const rootAt = inodes.length
  directory(listing.length, root.length)

  const inodesAt = body.length
  body.raw(metadata(inodes.bytes()))
  const directoriesAt = body.length
  body.raw(metadata(Buffer.concat([listing.bytes(), root.bytes()])))
  const fragmentEntryAt = body.length
  body.raw(metadata(little().u64(fragmentAt).u32(fragmentSize).u32(0).bytes()))
  const fragmentsAt = body.length
  body.u64(fragmentEntryAt)

  const superblock = little()
    .raw(Buffer.from('hsqs'))
    .u32(entries.length + 2)
    .u32(0)
    .u32(blockSize)
    .u32(1)
  superblock.u16(numbers[compressor]).u16(12).u16(0).u16(1).u16(4).u16(0).u64(rootAt).u64(body.length).u64(0).u64(0)
  superblock.u64(inodesAt).u64(directoriesAt).u64(fragmentsAt).u64(0)
  return Buffer.concat([superblock.bytes(), body.bytes().subarray(96)])
}
