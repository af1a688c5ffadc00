import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A file of a directory that is kept. */
export interface KeptFile {
  /** Below the directory, with `/`. */
  readonly path: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly mtimeMs: number
}

/** Files that are looked at at a time: enough to keep the disk busy. */
const atOnce = 64

/** Does the same for many files, some at a time; results in the order of the items. */
export async function forMany<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (let i = 0; i < items.length; i += atOnce) {
    results.push(...(await Promise.all(items.slice(i, i + atOnce).map(work))))
  }
  return results
}

/** All files below a directory, sorted. What is not there, goes away meanwhile or cannot be read is left out: it is not kept then. */
export async function listFiles(dir: string, wanted: (path: string) => boolean = () => true): Promise<KeptFile[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .filter(wanted)
    .sort()
  const found = await forMany(paths, async path => {
    const seen = await stat(join(dir, path)).catch(() => null)
    return seen === null ? [] : [{ path, size: seen.size, mtimeMs: seen.mtimeMs }]
  })
  return found.flat()
}

/** Whether there is anything in a directory. */
export async function isFilled(dir: string): Promise<boolean> {
  return readdir(dir).then(
    names => names.length > 0,
    () => false,
  )
}
