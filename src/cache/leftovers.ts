import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

const suffix = '.pb-tmp'

/**
 * Removes what killed runs have left in a directory: temporary names (src/build/write-file.ts) to which nothing was
 * written for a while. By age and not by process id, which means nothing to another container. Never fails.
 * @param olderMs of a file or directory that nobody is writing any more
 */
export async function removeLeftovers(dir: string, olderMs: number): Promise<void> {
  const names = await readdir(dir).catch(() => [])
  for (const name of names.filter(n => n.startsWith('.') && n.endsWith(suffix))) {
    const path = join(dir, name)
    const last = await stat(path).then(
      s => s.mtimeMs,
      () => Number.POSITIVE_INFINITY,
    )
    if (Date.now() - last > olderMs) await rm(path, { recursive: true, force: true }).catch(() => {})
  }
}
