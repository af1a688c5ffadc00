import type { Elf } from '../elf/elf.ts'
import { type ByteSource, type Layout, tableOf } from '../elf/reader.ts'
import { codeSize, constantSegments } from '../elf/segments.ts'
import type { Meter } from './budget.ts'
import { bytesAt, piecesOf, slice } from './bytes.ts'
import { decompress } from './decode.ts'
import { payloadLimits } from './limits.ts'
import { type Member, without } from './member.ts'
import { PayloadError, unreadable } from './problem.ts'
import { ByteStream, Portion } from './stream.ts'
import { zstdFrameSize } from './zstd-frame.ts'

// Format: Nuitka's `OnefileCompressor.py` and `OnefileBootstrap.c`. `KA`, then `X` (stored) or `Y` (zstd); entries until an empty
// name; then, as a 64-bit number, the bytes from `KA` to there. An entry: name, NUL; flags (1 executable, 2 link); a link's target,
// NUL, or the size (64 bits), maybe a crc32, in archive mode with zstd the packed size (32 bits), and the content.

/** Where a payload starts, and where it must end at the latest. Offsets in bytes. */
interface Place {
  readonly start: number
  readonly end: number
}

/** How the entries are written: nothing in the file says it, so each is tried. */
interface Entries {
  readonly checksums: boolean
  /** Each file is a zstd frame of its own. */
  readonly packed: boolean
}

/** A payload that was found. */
export interface NuitkaPayload extends Layout {
  /** From the byte after `KAX` or `KAY` on. */
  readonly content: ByteSource
  /** One zstd frame holds all entries; null when it does not, and then how they are written. */
  readonly entries: Entries | null
}

const headSize = 3
const trailerSize = 8
const nameLimit = 4096
/** First bytes of a zstd frame (RFC 8878). */
const zstdMagic = 0xfd2fb528
const flagBits = { executable: 1, link: 2 }
/** Bytes at the start of a segment where a payload that was linked in begins: before it is only the small program that unpacks. */
const searched = 1 << 20
/** Bytes of code that the program which unpacks has at most: 80 KiB, a whole static glibc less than 1 MiB. */
const mostCode = 2 << 20
/** Bytes that are searched at once, small enough for the CPU's cache; the room is never kept over a turn. */
const piece = 1 << 17
const room = Buffer.allocUnsafeSlow(piece + headSize + nameLimit)

/**
 * The payload of Nuitka's onefile mode: appended (up to 4.0), or linked into a segment.
 * @returns null when there is none
 * @throws PayloadError when there is one that makes no sense
 */
export async function findNuitka(source: ByteSource, elf: Elf): Promise<NuitkaPayload | null> {
  const { is64, littleEndian } = elf.header
  const layout = { is64, littleEndian }
  const appended = findAppended(source, layout)
  if (appended) {
    const found = await settle(source, appended, layout)
    if (found) return found
    throw damaged('nothing fits what follows the mark')
  }
  for (const place of linkedPlaces(source, elf)) {
    const found = await settle(source, place, layout)
    if (found) return found
  }
  return null
}

function damaged(evidence: string): PayloadError {
  return unreadable('the payload of Nuitka is damaged', evidence)
}

/** The number at the end of the file says where it starts. */
function findAppended(source: ByteSource, layout: Layout): Place | null {
  if (source.size < headSize + trailerSize) return null
  const end = source.size - trailerSize
  const start = end - tableOf(bytesAt(source, end, trailerSize), layout).u64OrInfinity(0)
  if (start < 0 || start > end - headSize) return null
  return /^KA[XY]$/.test(bytesAt(source, start, headSize).toString('latin1')) ? { start, end: source.size } : null
}

/** Whether a zstd frame follows, or a name with flags that there are: the mark alone is in many texts. */
function startsEntries(bytes: Buffer): boolean {
  if (bytes.length >= 4 && bytes.readUInt32LE() === zstdMagic) return true
  const nul = bytes.subarray(0, nameLimit).indexOf(0)
  // Too close to the end of what was read to say.
  if (nul < 0) return bytes.length < nameLimit
  const flags = bytes[nul + 1] ?? 0
  return (
    nul > 0 && flags <= (flagBits.executable | flagBits.link) && !/[\0-\x1f]/.test(bytes.toString('latin1', 0, nul))
  )
}

function* linkedPlaces(source: ByteSource, elf: Elf): Generator<Place> {
  // What it unpacks it starts: a program that does not import `execv` has nothing to look for.
  const isDynamic = (elf.dynamic?.needed.length ?? 0) > 0
  if (isDynamic && !elf.imports.all.some(i => i.name === 'execv')) return
  if ((codeSize(elf.segments) ?? 0) > mostCode) return
  for (const { offset, filesz } of constantSegments(elf.segments)) {
    const end = Math.min(offset + filesz, source.size)
    if (end - offset < headSize + trailerSize) continue
    for (const start of marksIn(source, offset, Math.min(end - offset, searched))) yield { start, end }
  }
}

/** Where in a range a mark stands that entries seem to follow. */
function marksIn(source: ByteSource, from: number, length: number): number[] {
  const found: number[] = []
  for (let done = 0; done < length; done += piece) {
    // What follows a mark at the end of the piece is seen too.
    const bytes = room.subarray(0, Math.min(room.length, length - done))
    if (source.read(bytes, from + done) !== bytes.length) break
    for (let at = bytes.indexOf('KA'); at >= 0 && at < piece; at = bytes.indexOf('KA', at + 1)) {
      const kind = bytes[at + 2]
      if ((kind === 0x58 || kind === 0x59) && startsEntries(bytes.subarray(at + headSize))) found.push(from + done + at)
    }
  }
  return found
}

/** Finds out how the entries are written: the way that ends where the payload does. Null when none does. */
async function settle(source: ByteSource, { start, end }: Place, layout: Layout): Promise<NuitkaPayload | null> {
  const packed = bytesAt(source, start + 2, 1).toString('latin1') === 'Y'
  const from = start + headSize
  const whole = slice(source, from, end - from)
  const frame = packed ? zstdFrameSize(whole) : null
  if (frame !== null) {
    if (!endsAt(source, start, from + frame, layout)) throw damaged('its size is not what it says')
    return { ...layout, content: slice(source, from, frame), entries: null }
  }
  for (const checksums of [false, true]) {
    const entries = { checksums, packed }
    const length = await lengthOf(whole, entries, layout)
    if (length !== null && endsAt(source, start, from + length, layout)) {
      return { ...layout, content: slice(source, from, length), entries }
    }
  }
  return null
}

function endsAt(source: ByteSource, start: number, end: number, layout: Layout): boolean {
  if (end + trailerSize > source.size) return false
  return tableOf(bytesAt(source, end, trailerSize), layout).u64OrInfinity(0) === end - start
}

/** Bytes up to the empty name, read like this; null when it makes no sense. */
async function lengthOf(content: ByteSource, entries: Entries, layout: Layout): Promise<number | null> {
  const stream = new ByteStream(piecesOf(content))
  try {
    for await (const _ of walk(stream, content, entries, layout, null));
    return stream.position
  } catch (error) {
    if (error instanceof PayloadError) return null
    throw error
  } finally {
    await stream.close()
  }
}

/** The members; the first one is the program. @throws PayloadError */
export async function* readNuitka(payload: NuitkaPayload, meter: Meter): AsyncGenerator<Member> {
  const { content, entries } = payload
  if (entries) {
    yield* walk(new ByteStream(piecesOf(content)), content, entries, payload, meter)
    return
  }
  for (const checksums of [false, true]) {
    const written = { checksums, packed: false }
    if (!(await isWholeStream(content, written, payload, meter))) continue
    const stream = new ByteStream(decompress('zstd', content, meter))
    try {
      yield* walk(stream, content, written, payload, meter)
    } finally {
      await stream.close()
    }
    return
  }
  throw damaged('its entries make no sense')
}

/** Whether the entries, read like this, end where the compressed data does. */
async function isWholeStream(content: ByteSource, entries: Entries, layout: Layout, meter: Meter): Promise<boolean> {
  const stream = new ByteStream(decompress('zstd', content, meter))
  try {
    for await (const _ of walk(stream, content, entries, layout, null));
    return await stream.isAtEnd()
  } catch (error) {
    if (error instanceof PayloadError && error.id !== 'limit') return false
    throw error
  } finally {
    await stream.close()
  }
}

/** The entries up to the empty name. @param meter null to look only at how they are written */
async function* walk(
  stream: ByteStream,
  content: ByteSource,
  { checksums, packed }: Entries,
  layout: Layout,
  meter: Meter | null,
): AsyncGenerator<Member> {
  for (let count = 0; ; count++) {
    if (count > payloadLimits.members)
      throw new PayloadError('limit', 'more files are packed than any real program has', `${count}`)
    const path = await stream.text(nameLimit)
    if (path === '') return
    const flags = (await stream.exactly(1))[0] ?? 0
    if (flags > (flagBits.executable | flagBits.link)) throw damaged(path)
    if (flags & flagBits.link) {
      await stream.text(nameLimit)
      yield without(path, 'link')
      continue
    }
    const size = tableOf(await stream.exactly(8), layout).u64OrInfinity(0)
    if (checksums) await stream.skip(4)
    const length = packed ? tableOf(await stream.exactly(4), layout).u32(0) : size
    if (length > payloadLimits.total) throw damaged(path)
    const mode = flags & flagBits.executable ? 0o755 : 0o644
    const portion = new Portion(stream, length)
    if (meter) {
      const at = stream.position
      const pieces = () => (packed ? decompress('zstd', slice(content, at, length), meter) : portion.pieces())
      yield { path, mode, kind: 'file', size, pieces }
    }
    await portion.finish()
  }
}
