import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeError } from '../../build/file-error.ts'
import { isUsed } from '../kept/directory.ts'
import type { KeptFile } from '../kept/files.ts'

/**
 * Files of a GOCACHE, by cmd/go/internal/cache: `<2 digits>/<id>-a` says which output an action has, `<2 digits>/<id>-d`
 * is that output. Beside them are `trim.txt`, a README and others, which are this machine's.
 */
export const isGoObject = (path: string): boolean => /^([0-9a-f]{2})\/\1[0-9a-f]{62}-[ad]$/.test(path)

/** `v1 <action> <output> <size> <time>` */
const action = /^v1 [0-9a-f]{64} ([0-9a-f]{64}) /

/**
 * What is worth a place of a GOCACHE: the actions that were used, and their outputs, which go does not always touch. An
 * action without its output is useless, and so is an output alone.
 */
export async function selectGoObjects(dir: string, files: readonly KeptFile[]): Promise<KeptFile[]> {
  const there = new Map(files.map(file => [file.path, file]))
  const chosen = new Set<KeptFile>()
  for (const file of files) {
    if (!file.path.endsWith('-a') || !isUsed(file)) continue
    const data = there.get(await outputOf(dir, file.path))
    if (data !== undefined) chosen.add(file).add(data)
  }
  return [...chosen]
}

/** The path of an action's output; empty when it has none. */
async function outputOf(dir: string, path: string): Promise<string> {
  const output = action.exec(await readFile(join(dir, path), 'latin1').catch(() => ''))?.[1]
  return output === undefined ? '' : `${output.slice(0, 2)}/${output}-d`
}

/** How the list of what a directory imports begins (cmd/go/internal/modindex): made anew for the times of each checkout. */
const index = 'go index v'

/** Whether one of these actions is that something was compiled. */
export async function isCompiled(dir: string, paths: readonly string[]): Promise<boolean> {
  for (const path of paths.filter(p => p.endsWith('-a'))) {
    const output = await readFile(join(dir, await outputOf(dir, path)), 'latin1').catch(() => index)
    if (!output.startsWith(index)) return true
  }
  return false
}

/**
 * Tells go that this cache was cleaned just now. Without the file, the first command deletes everything that is older
 * than some days, and what was brought back is of the year 2000.
 */
export async function postponeTrim(dir: string, now: number = Date.now()): Promise<void> {
  const path = join(dir, 'trim.txt')
  try {
    await writeFile(path, String(Math.floor(now / 1000)))
  } catch (error) {
    throw writeError(error, path)
  }
}
