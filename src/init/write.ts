import { rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { errno, writeError } from '../build/file-error.ts'
import { makeDirectory } from '../build/make-directory.ts'
import { BuildError } from '../errors.ts'

/**
 * Writes a file that is not there yet, and makes its directory. What is there, a link too, stays as it is.
 * @throws BuildError `file-exists`, `disk-full`, `cannot-write`
 */
export async function writeNew(path: string, text: string): Promise<void> {
  await makeDirectory(dirname(path))
  try {
    await writeFile(path, text, { flag: 'wx' })
  } catch (error) {
    if (errno(error) === 'EEXIST') {
      throw new BuildError('file-exists', `${path} is there already, it was not touched`, { cause: error })
    }
    await rm(path, { force: true }).catch(() => {})
    throw writeError(error, path)
  }
}
