import { crc32 } from 'node:zlib'
import { BuildError } from '../errors.ts'
import { deflated } from './compress.ts'
import { contentOf, type FileMember, type Member, modeOf } from './member.ts'

/** APPNOTE 6.3: 4.3.7 local file header, 4.3.9 data descriptor, 4.3.12 central directory, 4.3.16 its end. */
const signatures = { local: 0x04034b50, descriptor: 0x08074b50, entry: 0x02014b50, end: 0x06054b50 }
/** Version 2.0, which has directories and deflate; made by it on Unix (3), so that the mode counts. */
const version = 20
const madeBy = (3 << 8) | version
/** Bit 11: names are UTF-8. Bit 3: size and sum follow the data, so that nothing is read twice. */
const flags = { utf8: 1 << 11, descriptor: 1 << 3 }
const methods = { stored: 0, deflate: 8 }
const fileTypes = { file: 0o100000, directory: 0o040000 }
const msdosDirectory = 0x10
const largest = 0xffff_ffff
const most = 0xffff

/** What the directory at the end says of a member that was written. */
interface Written {
  readonly member: Member
  readonly at: number
  readonly crc: number
  readonly packed: number
}

/**
 * A zip archive (APPNOTE 6.3), the same bytes for the same members: UTC times, no extra fields, the mode in the external
 * attributes. Our own writer: those of the registry put local time into the headers.
 * @param epoch seconds since 1970; before 1980 is 1980
 * @throws BuildError `bad-input` for what the format cannot hold without zip64; MemberChanged
 */
export async function* zipBytes(members: readonly Member[], epoch: number): AsyncGenerator<Buffer> {
  checkSizes(members)
  const time = dosTime(epoch)
  const written: Written[] = []
  let at = 0
  for (const member of members) {
    const start = at
    const local = localHeader(member, time)
    at += local.length
    yield local
    const sums = { crc: 0, packed: 0 }
    if (member.kind === 'file') {
      for await (const piece of deflated(summed(member, sums))) {
        sums.packed += piece.length
        yield piece
      }
      const descriptor = words(signatures.descriptor, sums.crc, sums.packed, member.size)
      at += sums.packed + descriptor.length
      yield descriptor
    }
    written.push({ member, at: start, ...sums })
  }
  const directory = Buffer.concat(written.map(w => entry(w, time)))
  if (at + directory.length > largest) throw tooLarge('the archive')
  yield Buffer.concat([directory, endOf(written.length, directory.length, at)])
}

async function* summed(member: FileMember, sums: { crc: number }): AsyncGenerator<Buffer> {
  for await (const piece of contentOf(member)) {
    sums.crc = crc32(piece, sums.crc)
    yield piece
  }
}

function checkSizes(members: readonly Member[]): void {
  if (members.length > most) throw tooLarge(`an archive of ${members.length} files`)
  for (const member of members) {
    if (member.kind === 'file' && member.size > largest) throw tooLarge(member.name)
    if (Buffer.byteLength(member.name) > most) throw tooLarge('a name')
  }
}

function tooLarge(what: string): BuildError {
  return new BuildError('bad-input', `${what} is too large for a zip archive`, { hint: 'Set `archive: tar.gz`.' })
}

/** Date and time as MS-DOS has them: two seconds exact, 1980 to 2107; ours are UTC. */
function dosTime(epoch: number): number {
  const seconds = Math.min(Math.max(epoch, Date.UTC(1980, 0) / 1000), Date.UTC(2107, 11, 31, 23, 59, 58) / 1000)
  const t = new Date(seconds * 1000)
  const date = ((t.getUTCFullYear() - 1980) << 9) | ((t.getUTCMonth() + 1) << 5) | t.getUTCDate()
  const time = (t.getUTCHours() << 11) | (t.getUTCMinutes() << 5) | (t.getUTCSeconds() >> 1)
  return ((date << 16) | time) >>> 0
}

/** The fields that a local header and a directory entry have in common, without sums and lengths. */
function common(member: Member, time: number): Buffer {
  const isFile = member.kind === 'file'
  const start = halves(version, flags.utf8 | (isFile ? flags.descriptor : 0), isFile ? methods.deflate : methods.stored)
  return Buffer.concat([start, words(time)])
}

function localHeader(member: Member, time: number): Buffer {
  const name = Buffer.from(member.name)
  return Buffer.concat([words(signatures.local), common(member, time), words(0, 0, 0), halves(name.length, 0), name])
}

function entry({ member, at, crc, packed }: Written, time: number): Buffer {
  if (at > largest || packed > largest) throw tooLarge('the archive')
  const name = Buffer.from(member.name)
  const attributes =
    (((fileTypes[member.kind] | modeOf(member)) << 16) >>> 0) + (member.kind === 'directory' ? msdosDirectory : 0)
  return Buffer.concat([
    words(signatures.entry),
    halves(madeBy),
    common(member, time),
    words(crc, packed, member.kind === 'file' ? member.size : 0),
    halves(name.length, 0, 0, 0, 0),
    words(attributes, at),
    name,
  ])
}

function endOf(entries: number, size: number, at: number): Buffer {
  return Buffer.concat([words(signatures.end), halves(0, 0, entries, entries), words(size, at), halves(0)])
}

/** Little-endian numbers of four bytes. */
function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4)
  return bytes
}

/** Little-endian numbers of two bytes. */
function halves(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, i * 2)
  return bytes
}
