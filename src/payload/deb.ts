import type { ByteSource } from '../elf/reader.ts'
import { arHeaderSize, arMagic, readArHeader } from './ar.ts'
import type { Meter } from './budget.ts'
import { bytesAt, piecesOf, slice } from './bytes.ts'
import { compressionOf, decompress, readableCompression } from './decode.ts'
import type { Member } from './member.ts'
import { PayloadError, unreadable } from './problem.ts'
import { ByteStream } from './stream.ts'
import { readTar } from './tar.ts'

const mostParts = 100

/** Whether a Debian package starts like this: an ar archive whose first member says so (deb(5)). */
export function startsDeb(start: Buffer): boolean {
  return start.toString('latin1', 0, 21) === `${arMagic}debian-binary`
}

/** The members of a Debian package: those that it installs, and its scripts below `DEBIAN/`. @throws PayloadError */
export async function* readDeb(source: ByteSource, meter: Meter): AsyncGenerator<Member> {
  let installs = false
  for (const { name, content } of partsOf(source)) {
    const part = /^(control|data)\.tar(\.[a-z0-9]+)?$/.exec(name)?.[1]
    if (!part) continue
    installs ||= part === 'data'
    const compression = compressionOf(bytesAt(content, 0, Math.min(8, content.size)))
    const pieces = compression ? decompress(readableCompression(compression), content, meter) : piecesOf(content)
    const stream = new ByteStream(pieces)
    try {
      for await (const member of readTar(stream)) {
        const path = member.path.replace(/^\.\//, '')
        yield part === 'data' ? { ...member, path } : { ...member, path: `DEBIAN/${path}` }
      }
    } finally {
      await stream.close()
    }
  }
  if (!installs) throw unreadable('the package has no data', 'data.tar')
}

/** The parts of an ar archive: a header of text, then the bytes, filled up to an even number (deb(5), ar(5)). */
function partsOf(source: ByteSource): { name: string; content: ByteSource }[] {
  const parts: { name: string; content: ByteSource }[] = []
  for (let at = arMagic.length; at < source.size; ) {
    const header = readArHeader(bytesAt(source, at, arHeaderSize).toString('latin1'))
    if (header === null) throw unreadable('the package is damaged: a header makes no sense', `at ${at}`)
    if (parts.length >= mostParts)
      throw new PayloadError('limit', 'the package has more parts than any real one', `at ${at}`)
    parts.push({ name: header.name, content: slice(source, at + arHeaderSize, header.size) })
    at += arHeaderSize + header.size + (header.size % 2)
  }
  return parts
}
