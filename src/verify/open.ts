import { closeSync, constants, fstatSync, openSync, type Stats, statSync } from 'node:fs'

/** A regular file, open for reading. */
export interface OpenFile {
  /** To be closed by whoever asked for it. */
  readonly fd: number
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
 * and asks again what was opened. Not asynchronous: a hop to another thread costs more than all of it.
 */
export function openRegular(path: string): OpenFile | Refusal {
  let fd: number | null = null
  try {
    const before = statSync(path)
    if (!before.isFile()) return refuse(before)
    fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
    const stats = fstatSync(fd)
    if (stats.isFile()) return { fd, stats }
    closeSync(fd)
    return refuse(stats)
  } catch (error) {
    if (fd !== null) closeSync(fd)
    return refuseError(error)
  }
}

/** What the operating system says, in a sentence; any other exception is one of ours, and says so. */
export function refuseError(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const isSystem = error instanceof Error && 'syscall' in error
  if (!isSystem && !code.startsWith('ERR_INVALID_ARG')) {
    return { reason: 'a defect of the verifier stopped it, please report this file', evidence: String(error) }
  }
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
