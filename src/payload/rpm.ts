import type { ByteSource } from '../elf/reader.ts'
import type { Meter } from './budget.ts'
import { bytesAt, slice } from './bytes.ts'
import { readCpio } from './cpio.ts'
import { compressionOf, decompress, readableCompression } from './decode.ts'
import { payloadLimits } from './limits.ts'
import type { Member } from './member.ts'
import { PayloadError, unreadable } from './problem.ts'
import { ByteStream } from './stream.ts'

const leadMagic = '\xed\xab\xee\xdb'
const leadSize = 96
const headerMagic = '\x8e\xad\xe8'
const entrySize = 16

/** Whether an RPM package starts like this. */
export function startsRpm(start: Buffer): boolean {
  return start.toString('latin1', 0, 4) === leadMagic
}

/**
 * The members of an RPM package (format of rpm 4, "Package format v4"): lead, signature, header, then a compressed cpio archive.
 * @throws PayloadError
 */
export async function* readRpm(source: ByteSource, meter: Meter): AsyncGenerator<Member> {
  const signature = headerEnd(source, leadSize)
  const at = headerEnd(source, Math.ceil(signature / 8) * 8)
  const content = slice(source, at, source.size - at)
  const compression = compressionOf(bytesAt(content, 0, Math.min(8, content.size)))
  if (compression === null) throw unreadable('the compression of the package is not known', `at ${at}`)
  const stream = new ByteStream(decompress(readableCompression(compression), content, meter))
  try {
    for await (const member of readCpio(stream)) yield { ...member, path: member.path.replace(/^\.\//, '') }
  } finally {
    await stream.close()
  }
}

/** Where a header structure ends: magic, number of entries, bytes of their values. */
function headerEnd(source: ByteSource, at: number): number {
  const intro = bytesAt(source, at, 16)
  if (intro.toString('latin1', 0, 3) !== headerMagic)
    throw unreadable('the package is damaged: a header is missing', `at ${at}`)
  const size = intro.readUInt32BE(8) * entrySize + intro.readUInt32BE(12)
  if (size > payloadLimits.table * 8)
    throw new PayloadError('limit', 'a header of the package is too large', `${size} bytes`)
  return at + 16 + size
}
