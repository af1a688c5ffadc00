import type { Elf } from '../elf/elf.ts'
import type { ByteSource } from '../elf/reader.ts'
import type { Meter } from './budget.ts'
import { bytesAt, piecesOf, slice } from './bytes.ts'
import { decompress } from './decode.ts'
import { payloadLimits } from './limits.ts'
import { type Member, without } from './member.ts'
import { PayloadError, unreadable } from './problem.ts'

// Format: PyInstaller's `archive/writers.py` (CArchiveWriter); all numbers are big endian.
const magic = Buffer.from('MEI\x0c\x0b\x0a\x0b\x0e', 'latin1')
const cookieSize = 88
const entrySize = 18
/** The archive is the last thing of its section or file; a signature may follow it. */
const searched = 1 << 16

/** Types of entries: what is a file once unpacked, and what is a link; the others are Python code and options. */
const kinds: Readonly<Record<string, Member['kind']>> = { b: 'file', x: 'file', Z: 'file', n: 'link' }

/**
 * The archive that PyInstaller puts into the section `pydata`, or after the end of the program.
 * @param trailing where the bytes start that belong to no segment or section
 * @returns null when there is none
 */
export function findPyInstaller(source: ByteSource, elf: Elf, trailing: number): ByteSource | null {
  const section = elf.sections.find(s => s.name === 'pydata' && s.offset + s.size <= source.size)
  const places = [
    ...(section ? [[section.offset, section.offset + section.size] as const] : []),
    [trailing, source.size] as const,
  ]
  for (const [from, to] of places) {
    if (to - from < cookieSize) continue
    const start = Math.max(from, to - searched)
    const at = bytesAt(source, start, to - start).lastIndexOf(magic)
    if (at < 0 || start + at + cookieSize > to) continue
    const end = start + at + cookieSize
    const length = bytesAt(source, start + at + magic.length, 4).readUInt32BE()
    return slice(source, end - length, length)
  }
  return null
}

/** The members of an archive that ends with its cookie. @throws PayloadError */
export async function* readPyInstaller(archive: ByteSource, meter: Meter): AsyncGenerator<Member> {
  const cookie = bytesAt(archive, archive.size - cookieSize, cookieSize)
  const [tableAt, tableSize] = [cookie.readUInt32BE(12), cookie.readUInt32BE(16)]
  if (tableSize > payloadLimits.table)
    throw new PayloadError('limit', 'the table of packed files is too large', `${tableSize} bytes`)
  const table = bytesAt(archive, tableAt, tableSize)
  for (let at = 0; at < table.length; ) {
    if (at + entrySize > table.length) throw damaged(`at ${at}`)
    const [length, offset, packed, size] = [0, 4, 8, 12].map(i => table.readUInt32BE(at + i)) as [
      number,
      number,
      number,
      number,
    ]
    if (length <= entrySize || at + length > table.length) throw damaged(`an entry of ${length} bytes`)
    const [isPacked, type] = [table[at + 16] === 1, String.fromCharCode(table[at + 17] ?? 0)]
    const path = table.toString('utf8', at + entrySize, at + length).replace(/\0+$/, '')
    at += length
    const kind = kinds[type] ?? 'other'
    if (kind !== 'file') {
      yield without(path, kind)
      continue
    }
    if (!isPacked && packed !== size) throw damaged(path)
    const content = slice(archive, offset, packed)
    yield {
      path,
      mode: 0o755,
      kind,
      size,
      pieces: () => (isPacked ? decompress('zlib', content, meter) : piecesOf(content)),
    }
  }
}

function damaged(evidence: string): PayloadError {
  return unreadable('the archive of PyInstaller is damaged', evidence)
}
