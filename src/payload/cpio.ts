import { payloadLimits } from './limits.ts'
import { type Member, without } from './member.ts'
import { PayloadError, unreadable } from './problem.ts'
import { type ByteStream, Portion } from './stream.ts'

const headerSize = 110
const magics: readonly string[] = ['070701', '070702']
const fileType = 0xf000
/** `S_IFMT` of stat(2); hexadecimal, because the formatter turns octal keys into wrong numbers. */
const kinds: Readonly<Record<number, Member['kind']>> = { 32768: 'file', 40960: 'link' }

/**
 * The members of a cpio archive in the "new ASCII" format, the one inside of RPM packages (cpio(5)): a header of
 * hexadecimal numbers, the name and the content, each filled up to four bytes.
 * @throws PayloadError
 */
export async function* readCpio(stream: ByteStream): AsyncGenerator<Member> {
  for (;;) {
    const header = (await stream.exactly(headerSize)).toString('latin1')
    if (!magics.includes(header.slice(0, 6)))
      throw unreadable('the cpio archive is damaged or of another kind', header.slice(0, 6))
    const number = (field: number) => {
      const text = header.slice(6 + field * 8, 14 + field * 8)
      if (!/^[0-9a-f]{8}$/i.test(text)) throw unreadable('the cpio archive is damaged: a number makes no sense', text)
      return Number.parseInt(text, 16)
    }
    const [mode, size, nameSize] = [number(1), number(6), number(11)]
    if (nameSize > payloadLimits.name) throw new PayloadError('limit', 'a name is too long', `${nameSize} bytes`)
    const path = (await stream.exactly(nameSize)).toString('utf8').replace(/\0$/, '')
    await stream.skip(fill(headerSize + nameSize))
    if (path === 'TRAILER!!!') break
    const kind = kinds[mode & fileType] ?? 'other'
    const portion = new Portion(stream, size)
    yield kind === 'file'
      ? { path, mode: mode & 0o7777, kind, size, pieces: () => portion.pieces() }
      : without(path, kind)
    await portion.finish()
    await stream.skip(fill(size))
  }
  await stream.drain()
}

function fill(length: number): number {
  return (4 - (length % 4)) % 4
}
