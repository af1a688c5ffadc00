import { closeSync, constants as fsConstants, lstatSync, openSync, readSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import type { Header, Pack } from 'tar-stream'
import { writeError } from '../../build/file-error.ts'
import { temporaryName } from '../../build/write-file.ts'
import { BuildError } from '../../errors.ts'
import { makeGate } from './gate.ts'
import { digestFrame, headFrame, makeDigest, overLimits } from './layout.ts'
import type { PackHead, PackMember, PackStats } from './pack.ts'
import { PackProblem } from './problem.ts'
import { keepableNs, paxTime } from './times.ts'

/** What a pack is made of. */
export interface PackRequest {
  /** Where the pack goes; its directory exists. */
  readonly path: string
  readonly head: PackHead
  /** In any order; they are sorted. */
  readonly members: readonly PackMember[]
  readonly signal: AbortSignal
}

type Headers = Partial<Header> & Pick<Header, 'name'>

/** Files up to this size are read at once, bytes. */
const small = 1024 * 1024
const pieceBytes = 256 * 1024

/**
 * Writes a pack: whole under its name, or not at all. Equal members and heads give equal bytes, whoever owns the files,
 * in whatever order they came. Memory does not grow with the files; with their number it does, by their names.
 * @throws PackProblem for members that a pack cannot hold, and for a file that changes meanwhile;
 * BuildError `disk-full`, `cannot-write`, `interrupted`
 */
export async function writePack(request: PackRequest): Promise<PackStats> {
  const { path, signal } = request
  const members = request.members.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  checkMembers(members)
  const temporary = temporaryName(path)
  try {
    const sizes = sizesOf(members)
    const content = [...sizes.values()].reduce((sum, size) => sum + size, 0)
    const head = { ...request.head, members: members.length, content }
    const bytes = await writeFrames(temporary, { head: headFrame(head), members, sizes, content, signal })
    const excess = overLimits(head, bytes)
    if (excess !== null) throw new PackProblem(excess)
    await rename(temporary, path)
    return { bytes, members: members.length, content }
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    if (signal.aborted) throw new BuildError('interrupted', 'interrupted while the cache was packed')
    throw writeError(error, path)
  }
}

function checkMembers(members: readonly PackMember[]): void {
  const gate = makeGate()
  for (const member of members) gate.pass({ to: '', ...member })
  gate.finish()
}

function sizesOf(members: readonly PackMember[]): ReadonlyMap<string, number> {
  const files = members.filter(m => m.type === 'file')
  return new Map(files.map(m => [m.path, typeof m.from === 'string' ? sizeOf(m.from) : m.from.length]))
}

function sizeOf(path: string): number {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) throw new PackProblem(`it is no file: ${JSON.stringify(path)}`)
  return stat.size
}

interface Parts {
  readonly head: Buffer
  readonly members: readonly PackMember[]
  /** Of files, by their paths in the pack. */
  readonly sizes: ReadonlyMap<string, number>
  readonly content: number
  readonly signal: AbortSignal
}

/** Returns the size of what was written. */
async function writeFrames(to: string, { head, members, sizes, content, signal }: Parts): Promise<number> {
  const { pack } = await import('tar-stream')
  const tar = pack()
  const digest = makeDigest()
  let bytes = 0
  const file = await open(to, 'wx')
  const put = async (piece: Buffer) => {
    await file.writeFile(piece) // goes on where the last one ended
    bytes += piece.length
  }
  const sum = async (piece: Buffer) => {
    digest.update(piece)
    await put(piece)
  }
  try {
    await sum(head)
    const written = pipeline(
      coalesced(tar as AsyncIterable<Buffer>), // what its types leave open
      compressor(content, members.length),
      async (source: AsyncIterable<Buffer>) => {
        for await (const piece of source) await sum(piece)
      },
      { signal },
    )
    const fed = feed(tar, members, sizes).catch(error => {
      tar.destroy(error) // and with it the others, who say the same
    })
    await Promise.all([written, fed])
    await put(digestFrame(digest.digest()))
  } finally {
    await file.close()
  }
  return bytes
}

/**
 * Level 9 and matches as far apart as the content goes, up to 1 GiB (an `.rmeta` is in its `.rlib` once more).
 * The window is what both sides need as memory, so it is no larger than the content.
 * One thread: with `ZSTD_c_nbWorkers`, Node 24 takes "not all input was used" for the end of the stream, and crashes.
 */
function compressor(content: number, members: number) {
  const expected = Math.max(2, content + members * 2048)
  return createZstdCompress({
    chunkSize: pieceBytes,
    params: {
      [constants.ZSTD_c_compressionLevel]: 9,
      [constants.ZSTD_c_windowLog]: Math.min(30, Math.max(20, Math.ceil(Math.log2(expected)))),
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
      [constants.ZSTD_c_checksumFlag]: 0, // the digest is over all
    },
  })
}

/** Each piece that a compressor gets is a trip to another thread and back: headers of 512 bytes are not worth one. */
async function* coalesced(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const piece of source) {
    held.push(piece)
    size += piece.length
    if (size < pieceBytes) continue
    yield Buffer.concat(held)
    held = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(held)
}

async function feed(tar: Pack, members: readonly PackMember[], sizes: ReadonlyMap<string, number>): Promise<void> {
  for (const member of members) {
    const header = headerOf(member)
    if (member.type !== 'file') await add(tar, header, Buffer.alloc(0))
    else if (typeof member.from !== 'string') await add(tar, header, member.from)
    else await addFile(tar, header, member.from, sizes.get(member.path) ?? 0)
  }
  tar.finalize()
}

/** No owner, no names, nothing that another machine would write in another way. */
function headerOf(member: PackMember): Headers {
  const common = { name: member.path, uid: 0, gid: 0 }
  if (member.type === 'hardlink') {
    return { ...common, type: 'link', linkname: member.to, mtime: new Date(0), pax: {} }
  }
  const mtime = keepableNs(member.mtimeNs)
  const timed = { ...common, mtime: new Date(Number(mtime / 1_000_000n)), pax: { mtime: paxTime(mtime) } }
  if (member.type === 'symlink') return { ...timed, type: 'symlink', linkname: member.to }
  // tar-stream takes 0 for none; and what its owner cannot read or list, nobody can keep
  const least = member.type === 'directory' ? 0o700 : 0o400
  return { ...timed, type: member.type === 'directory' ? 'directory' : 'file', mode: (member.mode & 0o777) | least }
}

/** Resolves when the archive has taken it. */
function add(tar: Pack, header: Headers, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: Error | null) => (error ? reject(error) : resolve())
    if (header.type === 'file') tar.entry(header, content, done)
    else tar.entry(header, done)
  })
}

/** Calls of the system wait here for their end: a small file takes four, each some microseconds (see stage.ts). */
async function addFile(tar: Pack, header: Headers, from: string, size: number): Promise<void> {
  const file = openSync(from, fsConstants.O_RDONLY | fsConstants.O_NOFOLLOW | fsConstants.O_NONBLOCK)
  try {
    const pieces = piecesOf(file, from, size)
    if (size > small) await pipeline(pieces, tar.entry({ ...header, size }))
    else await add(tar, header, Buffer.concat([...pieces]))
  } finally {
    closeSync(file)
  }
}

/** All of a file, which is as long as it was. @throws PackProblem at the end at the latest */
function* piecesOf(file: number, from: string, size: number): Generator<Buffer> {
  let left = size
  for (;;) {
    // one byte more than expected is asked for: a file that has grown is another file
    const piece = Buffer.allocUnsafe(Math.min(pieceBytes, left + 1))
    const length = readSync(file, piece)
    left -= length
    if (left < 0 || (length === 0 && left > 0)) {
      throw new PackProblem(`a file changed while it was packed: ${JSON.stringify(from)}`)
    }
    if (length === 0) return
    yield piece.subarray(0, length)
  }
}
