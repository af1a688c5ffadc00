import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'

/** A regular file, open for reading. */
export interface OpenFile {
  readonly handle: FileHandle
  readonly stats: Stats
}

/** Why a path is not a file that can be judged. */
export interface Refusal {
  readonly reason: string
  readonly evidence: string
}

const types: readonly (readonly [is: (s: Stats) => boolean, name: string])[] = [
  [s => s.isDirectory(), 'a directory'],
  [s => s.isFIFO(), 'a named pipe'],
  [s => s.isSocket(), 'a socket'],
  [s => s.isCharacterDevice() || s.isBlockDevice(), 'a device'],
]

/**
 * Opens a file without ever waiting for a writer or touching a device: asks what it is first, opens without blocking,
 * and asks again what was opened.
 */
export async function openRegular(path: string): Promise<OpenFile | Refusal> {
  let handle: FileHandle | null = null
  try {
    const before = await stat(path)
    if (!before.isFile()) return refuse(before)
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
    const stats = await handle.stat()
    if (stats.isFile()) return { handle, stats }
    await handle.close()
    return refuse(stats)
  } catch (error) {
    await handle?.close()
    return refuseError(error)
  }
}

/** What the operating system says, in a sentence. */
export function refuseError(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'it does not exist',
    EACCES: 'permission was denied',
    EPERM: 'permission was denied',
    ELOOP: 'its symbolic links form a loop',
    ENOTDIR: 'a part of its path is no directory',
    EISDIR: 'it is a directory',
    EIO: 'the disk has an error there',
  }
  return { reason: reasons[code] ?? 'the operating system refused', evidence: code || String(error) }
}

function refuse(stats: Stats): Refusal {
  const name = types.find(([is]) => is(stats))?.[1] ?? 'no regular file'
  return { reason: `it is ${name}`, evidence: name }
}
