import type { ByteSource } from '../elf/reader.ts'
import type { Meter } from './budget.ts'
import { bytesAt, slice } from './bytes.ts'
import { payloadLimits } from './limits.ts'
import { type Member, without } from './member.ts'
import { PayloadError, unreadable } from './problem.ts'
import { type Inode, inodeKinds, readInode } from './squashfs-inode.ts'

// Format: the kernel's `Documentation/filesystems/squashfs.rst` and `fs/squashfs/squashfs_fs.h`, version 4; little endian.
const magic = 'hsqs'
const superblockSize = 96
const metadataSize = 8192
const storedMetadata = 0x8000
const storedBlock = 1 << 24
const noFragment = 0xffffffff
const fragmentSize = 16
const fragmentsPerBlock = metadataSize / fragmentSize
const depthLimit = 64

/** Compressors by their number; those that cannot be read are named too. */
const compressors: Readonly<Record<number, string>> = { 1: 'zlib', 2: 'lzma', 3: 'lzo', 4: 'xz', 5: 'lz4', 6: 'zstd' }

type Decoder = (bytes: Buffer, most: number, meter: Meter) => Promise<Buffer>

const decoders: Readonly<Record<string, Decoder>> = {
  zlib: async (bytes, most) => (await import('./zlib.ts')).decompressBlock('zlib', bytes, most),
  zstd: async (bytes, most) => (await import('./zlib.ts')).decompressBlock('zstd', bytes, most),
  xz: async (bytes, most, meter) => (await import('./xz.ts')).decompressXzBlock(bytes, most, meter),
}

/** A place in the metadata: the block, from the start of its table, and the byte in it when it is decompressed. */
interface Place {
  readonly block: number
  readonly offset: number
}

/** Whether a squashfs image starts here. */
export function startsSquashfs(start: Buffer): boolean {
  return start.toString('latin1', 0, 4) === magic
}

/**
 * The members of a squashfs image. Tables are read as they are needed; a handful of decompressed blocks is kept.
 * @throws PayloadError
 */
export async function* readSquashfs(source: ByteSource, meter: Meter): AsyncGenerator<Member> {
  const image = openImage(source, meter)
  yield* readDirectory(image, image.root, '', 0)
}

/** An image that was opened: how to read its parts. */
interface Image {
  readonly blockSize: number
  readonly root: Place
  readonly inode: (place: Place) => Promise<Inode>
  /** A reader that goes through the metadata of a table from a place on. */
  readonly directory: (place: Place) => MetadataReader
  readonly content: (inode: Inode) => AsyncGenerator<Buffer>
  /** Directories that were read already: each has one place only. */
  readonly seen: Set<string>
}

/** Gives the next bytes of metadata. */
type MetadataReader = (length: number) => Promise<Buffer>

function openImage(source: ByteSource, meter: Meter): Image {
  const superblock = bytesAt(source, 0, superblockSize)
  const compressor = compressors[superblock.readUInt16LE(20)] ?? `number ${superblock.readUInt16LE(20)}`
  const decode = decoders[compressor]
  if (!decode) throw unreadable(`the image is compressed with ${compressor}, which is not read`, compressor)
  const blockSize = superblock.readUInt32LE(12)
  if (superblock.readUInt16LE(28) !== 4) throw damaged(`version ${superblock.readUInt16LE(28)}`)
  if (blockSize < 4096 || blockSize > 1 << 20) throw damaged(`blocks of ${blockSize} bytes`)
  const [inodes, directories, fragments] = [64, 72, 80].map(at => wide(superblock, at)) as [number, number, number]
  const cached = makeCache()

  const block = (at: number, packed: number, stored: boolean, most: number): Promise<Buffer> => {
    if (packed > most || packed === 0) throw damaged(`a block of ${packed} bytes`)
    return cached(`${at}`, async () => {
      const bytes = bytesAt(source, at, packed)
      meter.spend(most)
      return stored ? bytes : await decode(bytes, most, meter)
    })
  }
  const metadata = async (at: number): Promise<{ bytes: Buffer; next: number }> => {
    const header = bytesAt(source, at, 2).readUInt16LE()
    const size = header & (storedMetadata - 1)
    return { bytes: await block(at + 2, size, header >= storedMetadata, metadataSize), next: at + 2 + size }
  }
  const reader = (table: number, place: Place): MetadataReader => {
    let at = table + place.block
    let offset = place.offset
    return async length => {
      const parts: Buffer[] = []
      for (let missing = length; missing > 0; ) {
        const { bytes, next } = await metadata(at)
        if (offset > bytes.length) throw damaged(`a place beyond its block at ${at}`)
        const part = bytes.subarray(offset, offset + missing)
        parts.push(part)
        missing -= part.length
        offset += part.length
        if (missing > 0) [at, offset] = [next, 0]
      }
      return Buffer.concat(parts)
    }
  }
  const fragment = async (index: number): Promise<Buffer> => {
    const pointer = wide(bytesAt(source, fragments + Math.floor(index / fragmentsPerBlock) * 8, 8), 0)
    const entry = await reader(pointer, { block: 0, offset: (index % fragmentsPerBlock) * fragmentSize })(fragmentSize)
    const size = entry.readUInt32LE(8)
    return block(wide(entry, 0), size % storedBlock, size >= storedBlock, blockSize)
  }
  const root = wide(superblock, 32)
  return {
    blockSize,
    root: { block: Math.floor(root / 65_536), offset: root % 65_536 },
    inode: place => readInode(reader(inodes, place), blockSize),
    directory: place => reader(directories, place),
    seen: new Set(),
    async *content(inode) {
      let at = inode.start
      let missing = inode.size
      for (const size of inode.blocks) {
        const length = Math.min(blockSize, missing)
        missing -= length
        if (size === 0) {
          meter.spend(length)
          yield Buffer.alloc(length) // a hole
          continue
        }
        const bytes = await block(at, size % storedBlock, size >= storedBlock, blockSize)
        if (bytes.length !== length) throw damaged(`a block of ${bytes.length} bytes`)
        at += size % storedBlock
        yield bytes
      }
      if (inode.fragment === noFragment || missing === 0) return
      const bytes = (await fragment(inode.fragment)).subarray(inode.fragmentOffset, inode.fragmentOffset + missing)
      if (bytes.length !== missing) throw damaged('a fragment ends too early')
      yield bytes
    },
  }
}

function damaged(evidence: string): PayloadError {
  return unreadable('the squashfs image is damaged', evidence)
}

/** 64-bit places; an impossible one is refused by whoever reads there. */
function wide(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at + 4) * 2 ** 32 + bytes.readUInt32LE(at)
}

/** Keeps the last blocks: neighbours share them. */
function makeCache(): (key: string, make: () => Promise<Buffer>) => Promise<Buffer> {
  const kept = new Map<string, Buffer>()
  return async (key, make) => {
    const known = kept.get(key)
    if (known) return known
    const bytes = await make()
    if (kept.size >= 16) {
      const [oldest] = kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
    }
    kept.set(key, bytes)
    return bytes
  }
}

async function* readDirectory(image: Image, place: Place, path: string, depth: number): AsyncGenerator<Member> {
  const key = `${place.block} ${place.offset}`
  if (depth > depthLimit || image.seen.has(key)) throw damaged(`directories in a circle or too deep: ${path}`)
  image.seen.add(key)
  const inode = await image.inode(place)
  if (inode.kind !== 'directory') throw damaged(`${path || 'the root'} is no directory`)
  const listing = image.directory({ block: inode.start, offset: inode.fragmentOffset })
  // Three bytes of the size stand for the entries `.` and `..`, which are not stored.
  for (let missing = inode.size - 3; missing > 0; ) {
    const header = await listing(12)
    const [count, block] = [header.readUInt32LE(0) + 1, header.readUInt32LE(4)]
    missing -= 12
    if (count > 256) throw damaged(`${count} entries under one header`)
    for (let i = 0; i < count; i++) {
      const entry = await listing(8)
      const length = entry.readUInt16LE(6) + 1
      missing -= 8 + length
      if (missing < 0) throw damaged('an entry leaves its directory')
      const name = (await listing(length)).toString('utf8')
      if (name.includes('/')) throw new PayloadError('payload-path', 'the name of a packed file has a slash', name)
      const child = path === '' ? name : `${path}/${name}`
      yield* readEntry(image, { block, offset: entry.readUInt16LE(0) }, entry.readUInt16LE(4), child, depth)
    }
  }
}

async function* readEntry(
  image: Image,
  place: Place,
  type: number,
  path: string,
  depth: number,
): AsyncGenerator<Member> {
  const kind = inodeKinds[type]
  if (kind === 'directory') {
    yield without(path, 'other')
    yield* readDirectory(image, place, path, depth + 1)
  } else if (kind === 'file') {
    const inode = await image.inode(place)
    if (inode.kind !== 'file') throw damaged(`${path} is no file`)
    yield { path, mode: inode.mode, kind: 'file', size: inode.size, pieces: () => image.content(inode) }
  } else {
    yield without(path, kind === 'link' ? 'link' : 'other')
  }
}

/** The image that starts at a place of a file. @throws PayloadError when it does not fit */
export function imageAt(source: ByteSource, at: number): ByteSource {
  const used = wide(bytesAt(source, at, superblockSize), 40)
  return slice(source, at, Math.min(used, payloadLimits.total))
}
