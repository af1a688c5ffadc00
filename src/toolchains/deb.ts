import { createReadStream, createWriteStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { BuildError } from '../errors.ts'

const magic = '!<arch>\n'
const headerBytes = 60
/** A binary package has three members; more than a few are not one. */
const maxMembers = 16

/**
 * Copies the files' archive (`data.tar.xz`) out of a Debian package. Source: deb(5), and ar(5) for the container: members
 * with a header of 60 bytes (name 16, size as decimal text at 48), each on an even offset.
 * @throws BuildError `unsafe-archive` for what is no such package, or one that is compressed in another way
 */
export async function extractDebData(path: string, to: string, signal: AbortSignal): Promise<void> {
  const file = await open(path)
  let data: { offset: number; size: number }
  try {
    data = await findData(file, path)
  } finally {
    await file.close()
  }
  const reading = createReadStream(path, { start: data.offset, end: data.offset + data.size - 1 })
  await pipeline(reading, createWriteStream(to, { flags: 'wx' }), { signal })
}

async function findData(file: FileHandle, path: string): Promise<{ offset: number; size: number }> {
  const refuse = (why: string) => new BuildError('unsafe-archive', `${path} is no Debian package: ${why}`)
  const { size: total } = await file.stat()
  if ((await textAt(file, 0, magic.length)) !== magic) throw refuse('it does not begin as one')
  let at = magic.length
  for (let n = 0; n < maxMembers && at + headerBytes <= total; n++) {
    const header = await textAt(file, at, headerBytes)
    const name = header.slice(0, 16).trim().replace(/\/$/, '')
    const size = /^[0-9]+ *$/.test(header.slice(48, 58)) ? Number(header.slice(48, 58)) : -1
    const offset = at + headerBytes
    if (header.slice(58) !== '`\n' || size < 0 || offset + size > total) throw refuse(`its member ${n + 1} is damaged`)
    if (name === 'data.tar.xz' && size > 0) return { offset, size }
    at = offset + size + (size % 2)
  }
  throw refuse('it has no data.tar.xz')
}

async function textAt(file: FileHandle, at: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.toString('latin1', 0, bytesRead)
}
