import { payloadLimits } from './limits.ts'
import { PayloadError, unreadable } from './problem.ts'

/** An inode: what is needed to read a file or a directory. Offsets and sizes in bytes. */
export interface Inode {
  readonly kind: 'file' | 'directory' | 'link' | 'other'
  readonly mode: number
  readonly size: number
  /** File: where its blocks are in the image. Directory: the metadata block of its listing. */
  readonly start: number
  /** Stored sizes of the blocks; bit 24 marks those that are not compressed. */
  readonly blocks: readonly number[]
  readonly fragment: number
  /** File: where its end is in the fragment. Directory: where its listing is in the metadata block. */
  readonly fragmentOffset: number
}

/** Kinds by type; those from 8 on are the extended forms. */
export const inodeKinds: Readonly<Record<number, Inode['kind']>> = {
  ...{ 1: 'directory', 2: 'file', 3: 'link', 4: 'other', 5: 'other', 6: 'other', 7: 'other' },
  ...{ 8: 'directory', 9: 'file', 10: 'link', 11: 'other', 12: 'other', 13: 'other', 14: 'other' },
}

const headerSize = 16
const noFragment = 0xffffffff
const empty = { start: 0, blocks: [], fragment: noFragment, fragmentOffset: 0 }

/** What follows the common header, by type (`squashfs_fs.h`: `squashfs_reg_inode`, `squashfs_dir_inode` and their long forms). */
const layouts: Readonly<
  Record<number, { readonly length: number; readonly read: (b: Buffer) => Omit<Inode, 'kind' | 'mode'> }>
> = {
  1: {
    length: 16,
    read: b => ({ ...empty, start: b.readUInt32LE(0), size: b.readUInt16LE(8), fragmentOffset: b.readUInt16LE(10) }),
  },
  8: {
    length: 24,
    read: b => ({ ...empty, size: b.readUInt32LE(4), start: b.readUInt32LE(8), fragmentOffset: b.readUInt16LE(18) }),
  },
  2: {
    length: 16,
    read: b => ({
      ...empty,
      ...{
        start: b.readUInt32LE(0),
        fragment: b.readUInt32LE(4),
        fragmentOffset: b.readUInt32LE(8),
        size: b.readUInt32LE(12),
      },
    }),
  },
  9: {
    length: 40,
    read: b => ({
      ...empty,
      ...{ start: wide(b, 0), size: wide(b, 8), fragment: b.readUInt32LE(28), fragmentOffset: b.readUInt32LE(32) },
    }),
  },
}

/** Reads an inode with the sizes of its blocks. @param read gives the next bytes of metadata @throws PayloadError */
export async function readInode(read: (length: number) => Promise<Buffer>, blockSize: number): Promise<Inode> {
  const header = await read(headerSize)
  const type = header.readUInt16LE(0)
  const kind = inodeKinds[type]
  const mode = header.readUInt16LE(2)
  if (!kind) throw unreadable('the squashfs image is damaged', `an inode of type ${type}`)
  const layout = layouts[type]
  if (!layout) return { ...empty, kind, mode, size: 0 }
  const inode = layout.read(await read(layout.length))
  if (kind === 'directory') return { ...inode, kind, mode }
  if (inode.size > payloadLimits.member) {
    throw new PayloadError('limit', 'a packed file claims to be larger than any real one', `${inode.size} bytes`)
  }
  // The end of a file may lie in a fragment, together with the ends of others.
  const count = inode.fragment === noFragment ? Math.ceil(inode.size / blockSize) : Math.floor(inode.size / blockSize)
  const sizes = await read(count * 4)
  return { ...inode, kind, mode, blocks: Array.from({ length: count }, (_, i) => sizes.readUInt32LE(i * 4)) }
}

function wide(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at + 4) * 2 ** 32 + bytes.readUInt32LE(at)
}
