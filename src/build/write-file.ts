import { randomBytes } from 'node:crypto'
import { chmod, lstat, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { writeError } from './file-error.ts'
import { makeDirectory } from './make-directory.ts'

/** A name in the same directory for what is not whole yet; hidden, and unlike any name of a project. */
export function temporaryName(path: string): string {
  // the name itself may be as long as names can be
  return join(dirname(path), `.${basename(path).slice(0, 40)}.${process.pid}-${randomBytes(4).toString('hex')}.pb-tmp`)
}

/**
 * Writes a file so that it is the old one or the new one, never a part. Makes its directory.
 * A file that is the same already is left alone: its time does not change, so nothing is built again because of it.
 * @param mode permission bits, whatever the umask
 * @throws BuildError `disk-full`, `cannot-write`
 */
export async function writeWhole(path: string, content: string, mode = 0o644): Promise<void> {
  const temporary = temporaryName(path)
  try {
    if (await isSame(path, content, mode)) return
    await makeDirectory(dirname(path))
    await writeFile(temporary, content, { flag: 'wx' })
    await chmod(temporary, mode)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw writeError(error, path)
  }
}

async function isSame(path: string, content: string, mode: number): Promise<boolean> {
  try {
    const stat = await lstat(path)
    return stat.isFile() && (stat.mode & 0o777) === mode && (await readFile(path)).equals(Buffer.from(content))
  } catch {
    return false
  }
}
