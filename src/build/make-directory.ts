import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errno, writeError } from './file-error.ts'

/**
 * Makes a directory and those above it. Node's own `recursive` says ENOENT on a read-only file system and never
 * returns below /proc (Node 24).
 * @throws BuildError `cannot-write`, `disk-full`
 */
export async function makeDirectory(path: string): Promise<void> {
  try {
    await makeAll(path)
  } catch (error) {
    throw writeError(error, path)
  }
}

async function makeAll(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (errno(error) === 'ENOENT' && dirname(path) !== path) {
      await makeAll(dirname(path))
      await makeOne(path)
    } else if (!(await isDirectory(path))) {
      throw error
    }
  }
}

/** Another run may have made it meanwhile. */
async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (!(await isDirectory(path))) throw error
  }
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    s => s.isDirectory(),
    () => false,
  )
}
