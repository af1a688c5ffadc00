import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** A file that goes into an archive. */
export interface FileMember {
  readonly kind: 'file'
  /** In the archive, with `/`. */
  readonly name: string
  readonly executable: boolean
  /** Absolute. */
  readonly path: string
  readonly size: number
  /** What was judged; null for a file that nobody judged (`include`). */
  readonly sha256: string | null
}

/** What an archive holds, in its order. */
export type Member = FileMember | { readonly kind: 'directory' /** Ends in `/`. */; readonly name: string }

/** Permission bits of a member: whatever the umask was, everybody may read and nobody but the owner may write. */
export function modeOf(member: Member): number {
  return member.kind === 'directory' || member.executable ? 0o755 : 0o644
}

/** A file is not the one that was judged or measured any more; what was written of it is thrown away. */
export class MemberChanged extends Error {
  readonly member: FileMember

  constructor(member: FileMember, cause?: unknown) {
    super(`${member.path} is not what it was`, { cause })
    this.name = 'MemberChanged'
    this.member = member
  }
}

/** Pieces are of one size, so that what a compressor makes of them does not depend on how they came. */
const pieceSize = 256 * 1024

/**
 * The content of a file, opened without following a link and hashed while it is read: what is archived is what was
 * judged, and there is no second look in between.
 * @throws MemberChanged at the end at the latest
 */
export async function* contentOf(member: FileMember): AsyncGenerator<Buffer> {
  let file: FileHandle | null = null
  const hash = createHash('sha256')
  let left = member.size
  try {
    file = await open(member.path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    if (!(await file.stat()).isFile()) throw new MemberChanged(member)
    for (;;) {
      // One byte more than expected is asked for: a file that has grown is another file.
      const piece = Buffer.allocUnsafe(pieceSize)
      const { bytesRead } = await readFully(file, piece)
      left -= bytesRead
      if (left < 0) throw new MemberChanged(member)
      hash.update(piece.subarray(0, bytesRead))
      if (bytesRead > 0) yield piece.subarray(0, bytesRead)
      if (bytesRead < pieceSize) break
    }
  } catch (error) {
    throw error instanceof MemberChanged ? error : new MemberChanged(member, error)
  } finally {
    await file?.close()
  }
  const sha256 = hash.digest('hex')
  if (left !== 0 || (member.sha256 !== null && member.sha256 !== sha256)) throw new MemberChanged(member)
}

async function readFully(file: FileHandle, piece: Buffer): Promise<{ bytesRead: number }> {
  let at = 0
  while (at < piece.length) {
    const { bytesRead } = await file.read(piece, at, piece.length - at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return { bytesRead: at }
}
