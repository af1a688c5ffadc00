import { BuildError } from '../errors.ts'

/** What the system says when there is no room: the device, the user's quota, a limit of the file's size. */
const full: readonly string[] = ['ENOSPC', 'EDQUOT', 'EFBIG']
const forbidden: readonly string[] = [
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
  'EISDIR',
  'ENAMETOOLONG',
  'ELOOP',
  'ENOENT',
  'EIO',
]

/** The system's code of an error (`ENOSPC`), or an empty text. */
export function errno(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Makes a failed write what a user can act on: `disk-full`, `cannot-write`; anything else stays as it is. */
export function writeError(error: unknown, path: string): unknown {
  if (error instanceof BuildError) return error
  const code = errno(error)
  if (full.includes(code)) {
    return new BuildError('disk-full', `there is no room to write ${path} (${code})`, { cause: error })
  }
  if (forbidden.includes(code)) {
    return new BuildError('cannot-write', `${path} cannot be written (${code})`, { cause: error })
  }
  return error
}
