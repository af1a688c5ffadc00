import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeError } from '../../build/file-error.ts'
import { isUsed } from '../kept/directory.ts'
import { forMany, type KeptFile } from '../kept/files.ts'

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
  const actions = files.filter(file => file.path.endsWith('-a') && isUsed(file))
  const chosen = new Set<KeptFile>()
  const outputs = await forMany(actions, file => outputOf(dir, file.path))
  for (const [i, file] of actions.entries()) {
    const data = there.get(outputs[i] ?? '')
    if (data !== undefined) chosen.add(file).add(data)
  }
  return [...chosen]
}

/** The path of an action's output; empty when it has none. */
async function outputOf(dir: string, path: string): Promise<string> {
  const output = action.exec(await readFile(join(dir, path), 'latin1').catch(() => ''))?.[1]
  return output === undefined ? '' : `${output.slice(0, 2)}/${output}-d`
}

/** How an archive begins (ar(5)): what a package was compiled to. Other outputs are lists of imports, made anew for each checkout. */
const archive = '!<arch>\n'

/** How many of these actions are that a package was compiled. */
export async function countPackages(dir: string, paths: readonly string[]): Promise<number> {
  const actions = paths.filter(path => path.endsWith('-a'))
  const starts = await forMany(actions, async path => startOf(join(dir, await outputOf(dir, path))))
  return starts.filter(start => start === archive).length
}

/** The first bytes of a file, as many as the beginning of an archive has; empty when it cannot be read. */
async function startOf(path: string): Promise<string> {
  const file = await open(path).catch(() => null)
  if (file === null) return ''
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(archive.length))
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
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
