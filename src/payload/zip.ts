import type { ByteSource } from '../elf/reader.ts'
import type { Meter } from './budget.ts'
import { bytesAt, piecesOf, slice } from './bytes.ts'
import { decompress } from './decode.ts'
import { type Member, without } from './member.ts'
import { unreadable } from './problem.ts'

/** Where the directory of a zip archive is. Offsets in bytes. */
interface Directory {
  readonly at: number
  readonly end: number
  readonly entries: number
}

/** An entry of the directory (APPNOTE 4.3.12). */
interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly header: number
  readonly unixMode: number
}

const signatures = { end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50, entry: 0x02014b50, local: 0x04034b50 }
const sizes = { end: 22, end64: 56, locator64: 20, entry: 46, local: 30 }
const full = { half: 0xffff, word: 0xffffffff }
const methods: Readonly<Record<number, 'stored' | 'deflate' | 'zstd'>> = { 0: 'stored', 8: 'deflate', 93: 'zstd' }
const encrypted = 1
/** `S_IFMT` of stat(2); hexadecimal, because the formatter turns octal keys into wrong numbers. */
const fileTypes: Readonly<Record<number, Member['kind']>> = { 0: 'file', 32768: 'file', 40960: 'link' }

/** Whether a zip archive starts like this: with an entry, or with the end of an empty one. */
export function startsZip(start: Buffer): boolean {
  return start.length >= 4 && [signatures.local, signatures.end].includes(start.readUInt32LE())
}

/** Whether the source ends like a zip archive, whatever it starts with. */
export function endsAsZip(source: ByteSource): boolean {
  return findEnd(source) !== null
}

/**
 * The members of a zip archive, by its directory (APPNOTE 6.3): what unpackers look at. Our own reader, because yauzl wants a
 * stream for every range and throws where nobody can catch it.
 * @throws PayloadError
 */
export async function* readZip(source: ByteSource, meter: Meter): AsyncGenerator<Member> {
  const directory = findDirectory(source)
  let at = directory.at
  for (let i = 0; i < directory.entries; i++) {
    const { entry, next } = readEntry(source, at, directory.end)
    at = next
    const kind = entry.name.endsWith('/') ? 'other' : (fileTypes[entry.unixMode & 0xf000] ?? 'other')
    if (kind !== 'file') yield without(entry.name, kind)
    else {
      const mode = entry.unixMode === 0 ? 0o755 : entry.unixMode & 0o7777
      yield { path: entry.name, mode, kind, size: entry.size, pieces: () => contentOf(source, entry, meter) }
    }
  }
}

function damaged(evidence: string): Error {
  return unreadable('the zip archive is damaged', evidence)
}

function findEnd(source: ByteSource): { record: Buffer; at: number } | null {
  const length = Math.min(source.size, sizes.end + full.half)
  const from = source.size - length
  const tail = bytesAt(source, from, length)
  const mark = Buffer.from('PK\x05\x06', 'latin1')
  for (let at = tail.lastIndexOf(mark); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(mark, at - 1)) {
    // The comment ends where the file does.
    if (at + sizes.end <= length && at + sizes.end + tail.readUInt16LE(at + 20) === length) {
      return { record: tail.subarray(at, at + sizes.end), at: from + at }
    }
  }
  return null
}

function findDirectory(source: ByteSource): Directory {
  const found = findEnd(source)
  if (!found) throw damaged('no end of the directory')
  const { record, at: end } = found
  const [entries, size, at] = [record.readUInt16LE(10), record.readUInt32LE(12), record.readUInt32LE(16)]
  const directory = readZip64(source, end) ?? { at, end: at + size, entries }
  if (directory.end > end || directory.entries * sizes.entry > directory.end - directory.at) {
    throw damaged(`a directory of ${directory.entries} entries at ${directory.at}`)
  }
  return directory
}

/** The larger record of archives with more than 65,535 entries or 4 GiB (APPNOTE 4.3.14). */
function readZip64(source: ByteSource, end: number): Directory | null {
  if (end < sizes.locator64) return null
  const locator = bytesAt(source, end - sizes.locator64, sizes.locator64)
  if (locator.readUInt32LE() !== signatures.locator64) return null
  const record = bytesAt(source, wide(locator, 8), sizes.end64)
  if (record.readUInt32LE() !== signatures.end64) throw damaged('no zip64 end of the directory')
  const at = wide(record, 48)
  return { at, end: at + wide(record, 40), entries: wide(record, 32) }
}

function wide(bytes: Buffer, at: number): number {
  return bytes.readUInt32LE(at + 4) * 2 ** 32 + bytes.readUInt32LE(at)
}

function readEntry(source: ByteSource, at: number, end: number): { entry: Entry; next: number } {
  const fixed = bytesAt(source, at, sizes.entry)
  if (fixed.readUInt32LE() !== signatures.entry) throw damaged(`no entry at ${at}`)
  const [nameSize, extraSize] = [fixed.readUInt16LE(28), fixed.readUInt16LE(30)]
  const next = at + sizes.entry + nameSize + extraSize + fixed.readUInt16LE(32)
  if (next > end) throw damaged('an entry leaves the directory')
  const variable = bytesAt(source, at + sizes.entry, nameSize + extraSize)
  // Zip64 puts in the extra field, in this order, what does not fit the fixed ones (APPNOTE 4.5.3).
  const large = zip64Of(variable.subarray(nameSize))
  const word = (offset: number) => {
    const value = fixed.readUInt32LE(offset)
    return value === full.word ? (large.shift() ?? value) : value
  }
  const size = word(24)
  const packed = word(20)
  const header = word(42)
  return {
    next,
    entry: {
      name: variable.toString('utf8', 0, nameSize),
      flags: fixed.readUInt16LE(8),
      method: fixed.readUInt16LE(10),
      crc: fixed.readUInt32LE(16),
      packed,
      size,
      header,
      // Who writes no Unix attributes leaves zeros.
      unixMode: fixed.readUInt32LE(38) >>> 16,
    },
  }
}

function zip64Of(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = extra.readUInt16LE(at + 2)
    const field = extra.subarray(at + 4, at + 4 + size)
    if (extra.readUInt16LE(at) === 1) {
      return Array.from({ length: Math.min(3, Math.floor(field.length / 8)) }, (_, i) => wide(field, i * 8))
    }
    at += 4 + size
  }
  return []
}

async function* contentOf(source: ByteSource, entry: Entry, meter: Meter): AsyncGenerator<Buffer> {
  const method = methods[entry.method]
  if (entry.flags & encrypted) throw unreadable('a packed file is encrypted', entry.name)
  if (!method)
    throw unreadable(`a packed file is compressed by a method that is not read (${entry.method})`, entry.name)
  const local = bytesAt(source, entry.header, sizes.local)
  if (local.readUInt32LE() !== signatures.local) throw damaged(entry.name)
  const start = entry.header + sizes.local + local.readUInt16LE(26) + local.readUInt16LE(28)
  const packed = slice(source, start, entry.packed)
  const { crc32 } = await import('./zlib.ts')
  let size = 0
  let crc = 0
  for await (const piece of method === 'stored' ? piecesOf(packed) : decompress(method, packed, meter)) {
    size += piece.length
    crc = crc32(piece, crc)
    if (size > entry.size) throw damaged(`${entry.name} is larger than it says`)
    yield piece
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged(entry.name)
}
