import { entryPath } from './cache-entry.ts'

/**
 * The work of the process that `saveEntry` starts: saves {@link entryPath} of the working directory by `@actions/cache`,
 * which takes everything else from the environment. The exit status is 0 when that returned an id.
 */
export async function saveHere(key: string): Promise<void> {
  process.exitCode = 1
  const { saveCache } = await import('@actions/cache')
  const id = await saveCache([entryPath], key)
  process.exitCode = id === -1 ? 1 : 0
}
