import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writeError } from '../../build/file-error.ts'
import { sha256OfFile } from '../../build/hash.ts'
import { BuildError } from '../../errors.ts'
import { MemberChanged } from '../../package/member.ts'
import { tarBytes } from '../../package/tar.ts'

/**
 * An executable as a tar of its own: the artifact service keeps no exec bit. Returns the sha256 of the tar.
 * @param file absolute path and the sha256 that was judged
 * @throws BuildError `artifact-failed` when it is another file by now, `disk-full`, `cannot-write`
 */
export async function writeTransport(file: { path: string; sha256: string }, to: string): Promise<string> {
  const { path, sha256 } = file
  try {
    const { size } = await stat(path)
    const member = { kind: 'file', name: basename(path), executable: true, path, size, sha256 } as const
    await pipeline(tarBytes([member], 0), createWriteStream(to, { flags: 'wx' }))
    return await sha256OfFile(to)
  } catch (error) {
    if (!(error instanceof MemberChanged)) throw writeError(error, to)
    throw new BuildError('artifact-failed', `${path} changed before it was uploaded`, { cause: error })
  }
}
