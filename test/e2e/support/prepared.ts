import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheDir } from './places.ts'

/**
 * A directory of the cache that is filled once per machine; it appears when it is whole. Two makers at once are harmless.
 * @param name says everything that decides the content (name and version)
 */
export async function prepared(name: string, fill: (dir: string) => Promise<void>): Promise<string> {
  const final = join(cacheDir, name)
  if (existsSync(final)) return final
  mkdirSync(dirname(final), { recursive: true })
  const work = mkdtempSync(`${final}.`)
  try {
    await fill(work)
    if (!existsSync(final)) renameSync(work, final)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return final
}
