import { createReadStream } from 'node:fs'
import { mkdir, realpath, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdDecompress } from 'node:zlib'
import type { Header } from 'tar-stream'
import { errno, writeError } from '../../build/file-error.ts'
import { makeDirectory } from '../../build/make-directory.ts'
import { temporaryName } from '../../build/write-file.ts'
import { BuildError } from '../../errors.ts'
import { removeLeftovers } from '../leftovers.ts'
import { below, makeGate, rootOf } from './gate.ts'
import type { PackStats } from './pack.ts'
import { place, placementOf } from './place.ts'
import { PackProblem } from './problem.ts'
import type { CheckedPack } from './read.ts'
import { makeStage, type Stage } from './stage.ts'
import { parsePaxTime } from './times.ts'

/** Where a checked pack goes. */
export interface Unpacking {
  readonly pack: CheckedPack
  /** Absolute directories by the names that the roots have in the pack; what has another root is left out. */
  readonly roots: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** A staged tree of a run that was killed is nobody's after this, ms. */
const abandonedMs = 24 * 3600 * 1000

/**
 * Unpacks: all of it, or nothing. Members go into private directories beside the roots; when every member was read and
 * found harmless, they are moved into place. What is in a root already stays, unless a member has its name.
 * @returns members and bytes of the whole pack
 * @throws PackProblem for what must not be unpacked, BuildError `disk-full`, `cannot-write`, `interrupted`
 */
export async function unpack({ pack, roots, signal }: Unpacking): Promise<PackStats> {
  const stages = new Map<string, StagedRoot>()
  try {
    for (const [name, dir] of Object.entries(roots)) stages.set(name, await stageRoot(dir))
    const stats = await readMembers(pack, name => stages.get(name), signal)
    const placements = [...stages.values()]
      .filter(s => s.used.size > 0)
      .map(s => ({ aside: s.aside, how: placementOf(s.stage.dir, s.to, s.directories) }))
    signal.throwIfAborted()
    for (const { aside, how } of placements) place(how, aside)
    return stats
  } catch (error) {
    if (signal.aborted) throw new BuildError('interrupted', 'interrupted while the cache was unpacked')
    if (error instanceof PackProblem) throw error
    // a name that comes twice in another spelling is the pack's fault, not the directory's
    const fault = errno(error) === 'EEXIST' ? error : writeError(error, Object.values(roots).join(', '))
    throw fault instanceof BuildError ? fault : new PackProblem('it cannot be read', error)
  } finally {
    for (const { parent } of stages.values()) await rm(parent, { recursive: true, force: true }).catch(() => {})
  }
}

interface StagedRoot {
  /** Private; holds the other two. */
  readonly parent: string
  readonly aside: string
  readonly stage: Stage
  readonly to: string
  /** Paths of members below the root. */
  readonly used: Set<string>
  readonly directories: Set<string>
}

async function stageRoot(root: string): Promise<StagedRoot> {
  const to = await realpath(root).catch(() => root)
  await makeDirectory(dirname(to))
  await removeLeftovers(dirname(to), abandonedMs)
  const parent = temporaryName(to)
  await mkdir(parent, { mode: 0o700 })
  const aside = join(parent, 'old')
  await mkdir(aside)
  return { parent, aside, stage: makeStage(join(parent, 'new')), to, used: new Set(), directories: new Set() }
}

async function readMembers(
  { path, head, bytes, archive }: CheckedPack,
  stageOf: (root: string) => StagedRoot | undefined,
  signal: AbortSignal,
): Promise<PackStats> {
  const { extract } = await import('tar-stream')
  const tar = extract()
  const source = createReadStream(path, { start: archive.from, end: archive.to - 1, highWaterMark: 256 * 1024 })
  const params = { [constants.ZSTD_d_windowLogMax]: 30 }
  // headers of members: two blocks, names, padding; tar-stream itself holds no more than 4 MiB of them
  const most = head.content + head.members * 16 * 1024 + 64 * 1024
  const reading = pipeline(source, createZstdDecompress({ params, chunkSize: 256 * 1024 }), atMost(most), tar, {
    signal,
  })
  reading.catch(() => {}) // the loop meets the same error
  const gate = makeGate()
  const used = new Set<StagedRoot>()
  let [members, content] = [0, 0]
  for await (const entry of tar) {
    signal.throwIfAborted()
    const member = readHeader(entry.header)
    members += 1
    content += member.type === 'file' ? entry.header.size : 0
    if (members > head.members || content > head.content) throw new PackProblem('it holds more than it says')
    gate.pass(member)
    const target = stageOf(rootOf(member.path))
    if (target) {
      used.add(target)
      target.used.add(below(member.path))
      if (member.type === 'directory') target.directories.add(below(member.path))
      await stageMember(target.stage, member, entry as AsyncIterable<Buffer>)
    }
    entry.resume()
  }
  await reading
  if (members !== head.members || content !== head.content) throw new PackProblem('it holds less than it says')
  gate.finish()
  for (const { stage } of used) stage.finish()
  return { bytes, members, content }
}

/** tar-stream hands on the records of an extended header as they are. */
function timeOf(pax: unknown): unknown {
  return typeof pax === 'object' && pax !== null && 'mtime' in pax ? pax.mtime : undefined
}

interface ReadMember {
  readonly type: string
  /** With the root. */
  readonly path: string
  readonly to: string
  readonly mode: number
  readonly mtimeNs: bigint
}

function readHeader({ name, type, linkname, mode, pax }: Header): ReadMember {
  return {
    type: type === 'link' ? 'hardlink' : type,
    // tar-stream ends the names of directories with a slash
    path: type === 'directory' ? name.replace(/\/$/, '') : name,
    to: linkname ?? '',
    mode: mode & 0o777,
    mtimeNs: parsePaxTime(timeOf(pax)) ?? 0n,
  }
}

async function stageMember(stage: Stage, member: ReadMember, content: AsyncIterable<Buffer>): Promise<void> {
  const { type, mode, mtimeNs } = member
  const path = below(member.path)
  if (type === 'file') await stage.file({ type, path, mode, mtimeNs }, content)
  if (type === 'directory') stage.other({ type, path, mode, mtimeNs })
  if (type === 'symlink') stage.other({ type, path, to: member.to, mtimeNs })
  if (type === 'hardlink') stage.other({ type, path, to: below(member.to) })
}

/** Passes so many bytes on, and no more: what a pack grows to is not for the pack to say. */
function atMost(bytes: number) {
  return async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let left = bytes
    for await (const piece of source) {
      left -= piece.length
      if (left < 0) throw new PackProblem('it unpacks to more than it says')
      yield piece
    }
  }
}
