import { createReadStream, createWriteStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { BuildError } from '../errors.ts'
import { arHeaderSize, arMagic, readArHeader } from '../payload/ar.ts'

/** A binary package has three members; more than a few are not one. */
const maxMembers = 16

/**
 * Copies the files' archive (`data.tar.xz`) out of a Debian package. Source: deb(5).
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
  if ((await textAt(file, 0, arMagic.length)) !== arMagic) throw refuse('it does not begin as one')
  let at = arMagic.length
  for (let n = 0; n < maxMembers && at + arHeaderSize <= total; n++) {
    const header = readArHeader(await textAt(file, at, arHeaderSize))
    const offset = at + arHeaderSize
    if (header === null || offset + header.size > total) throw refuse(`its member ${n + 1} is damaged`)
    const { name, size } = header
    if (name === 'data.tar.xz' && size > 0) return { offset, size }
    at = offset + size + (size % 2)
  }
  throw refuse('it has no data.tar.xz')
}

async function textAt(file: FileHandle, at: number, length: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.toString('latin1', 0, bytesRead)
}
