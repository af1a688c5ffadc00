import { payloadLimits } from './limits.ts'
import { type Member, without } from './member.ts'
import { PayloadError, unreadable } from './problem.ts'
import { type ByteStream, Portion } from './stream.ts'

const block = 512

/** What a header says of the entry that follows it. */
interface Header {
  readonly name: string
  readonly mode: number
  readonly size: number
  readonly type: string
}

/** What extended headers say instead: names that are too long for a header, sizes above 8 GiB. */
interface Extended {
  readonly path?: string
  readonly size?: number
  readonly sparse?: boolean
}

/** Extended headers, by type: pax (POSIX.1-2001 "pax Interchange Format") and GNU's long names. */
const extensions: Readonly<Record<string, (content: Buffer) => Extended>> = {
  x: readPax,
  g: () => ({}),
  L: content => ({ path: textOf(content) }),
  K: () => ({}),
}

const kinds: Readonly<Record<string, Member['kind']>> = {
  '0': 'file',
  '\0': 'file',
  '7': 'file',
  '1': 'link',
  '2': 'link',
}

/**
 * The members of a tar archive. Our own reader, because tar-stream keeps an extended header of any size in memory.
 * @throws PayloadError
 */
export async function* readTar(stream: ByteStream): AsyncGenerator<Member> {
  let extended: Extended = {}
  for (;;) {
    const bytes = await stream.upTo(block)
    if (bytes.length === 0 || isEmpty(bytes)) break
    const header = readHeader(bytes)
    const size = extended.size ?? header.size
    const padding = (block - (size % block)) % block
    const extension = extensions[header.type]
    if (extension) {
      if (size > payloadLimits.name) throw new PayloadError('limit', 'an extended header is too long', `${size} bytes`)
      extended = { ...extended, ...extension(await stream.exactly(size)) }
      await stream.skip(padding)
      continue
    }
    const path = extended.path ?? header.name
    if (header.type === 'S' || extended.sparse) throw unreadable('a packed file is stored with holes', path)
    extended = {}
    const kind = kinds[header.type] ?? 'other'
    if (kind !== 'file') {
      yield without(path, kind)
      // Links, devices and directories have no content, whatever size they name (POSIX leaves it open).
      if (!/[1-6]/.test(header.type)) await stream.skip(size + padding)
      continue
    }
    const portion = new Portion(stream, size)
    yield { path, mode: header.mode, kind, size, pieces: () => portion.pieces() }
    await portion.finish()
    await stream.skip(padding)
  }
  await stream.drain()
}

/** Whether a tar archive starts with this block. */
export function startsTar(start: Buffer): boolean {
  return start.length >= block && !isEmpty(start.subarray(0, block)) && sumFits(start)
}

function isEmpty(bytes: Buffer): boolean {
  return bytes.every(b => b === 0)
}

/** The sum of all bytes of the header, its own field counted as spaces. */
function sumFits(header: Buffer): boolean {
  let sum = 8 * 0x20
  for (let i = 0; i < block; i++) if (i < 148 || i >= 156) sum += header[i] ?? 0
  return readOctal(header.subarray(148, 156)) === sum
}

function readHeader(bytes: Buffer): Header {
  if (bytes.length < block || !sumFits(bytes)) throw unreadable('the archive is damaged: a header makes no sense', '')
  const name = textOf(bytes.subarray(0, 100))
  // GNU's own format (`ustar  `) has times where POSIX has the start of long names.
  const prefix = bytes.toString('latin1', 257, 263) === 'ustar\0' ? textOf(bytes.subarray(345, 500)) : ''
  const size = readSize(bytes.subarray(124, 136))
  const mode = readOctal(bytes.subarray(100, 108)) ?? 0
  if (size === null) throw unreadable('the archive is damaged: a size makes no sense', name)
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    mode: mode & 0o7777,
    size,
    type: String.fromCharCode(bytes[156] ?? 0),
  }
}

function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end)
}

function readOctal(bytes: Buffer): number | null {
  const text = textOf(bytes).trim()
  return /^[0-7]*$/.test(text) ? Number.parseInt(text || '0', 8) : null
}

/** Octal, or GNU's binary number: the first bit is set, the rest is big endian. */
function readSize(bytes: Buffer): number | null {
  if (((bytes[0] ?? 0) & 0x80) === 0) return readOctal(bytes)
  if (bytes[0] !== 0x80) return null
  const value = bytes.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0)
  return Number.isSafeInteger(value) ? value : null
}

/** Records `<length> <key>=<value>\n`. */
function readPax(content: Buffer): Extended {
  let extended: Extended = {}
  for (let at = 0; at < content.length; ) {
    const record = /^([1-9][0-9]{0,7}) /.exec(content.toString('latin1', at, at + 10))
    const length = Number(record?.[1] ?? 0)
    if (length === 0 || at + length > content.length)
      throw unreadable('the archive is damaged: an extended header makes no sense', '')
    const [key = '', ...rest] = content.toString('utf8', at + (record?.[0].length ?? 0), at + length - 1).split('=')
    const value = rest.join('=')
    if (key === 'path') extended = { ...extended, path: value }
    if (key === 'size') {
      if (!/^[0-9]{1,15}$/.test(value)) throw unreadable('the archive is damaged: a size makes no sense', value)
      extended = { ...extended, size: Number(value) }
    }
    if (key.startsWith('GNU.sparse.')) extended = { ...extended, sparse: true }
    at += length
  }
  return extended
}
