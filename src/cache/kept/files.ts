import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { errno, writeError } from '../../build/file-error.ts'

/** A file of a directory that is kept. */
export interface KeptFile {
  /** Below the directory, with `/`. */
  readonly path: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly mtimeMs: number
}

/** Files whose status is asked for at a time: enough to keep the disk busy. */
const atOnce = 64

/** All files below a directory, sorted; none when it is not there. What goes away meanwhile is left out. */
export async function listFiles(dir: string, wanted: (path: string) => boolean = () => true): Promise<KeptFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(error => {
    if (errno(error) === 'ENOENT') return []
    throw writeError(error, dir)
  })
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .filter(wanted)
    .sort()
  const files: KeptFile[] = []
  for (let i = 0; i < paths.length; i += atOnce) {
    const some = paths.slice(i, i + atOnce).map(async path => {
      const found = await stat(join(dir, path)).catch(() => null)
      return found === null ? [] : [{ path, size: found.size, mtimeMs: found.mtimeMs }]
    })
    files.push(...(await Promise.all(some)).flat())
  }
  return files
}

/** Whether there is anything in a directory. */
export async function isFilled(dir: string): Promise<boolean> {
  return readdir(dir).then(
    names => names.length > 0,
    () => false,
  )
}
