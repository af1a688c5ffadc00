import { randomBytes } from 'node:crypto'
import { copyFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { BuildError } from '../errors.ts'
import type { FetchedFile } from '../plan.ts'
import { type Failure, shownBytes } from '../toolchains/attempt.ts'
import { download } from '../toolchains/download.ts'
import { writeError } from './file-error.ts'
import { sha256OfFile } from './hash.ts'
import { makeDirectory } from './make-directory.ts'

/** What getting files needs from its run. */
interface FetchContext {
  readonly signal: AbortSignal
  readonly onLine: (line: string) => void
}

/**
 * Gets the files that are not there yet, each from the first of its places that has it, checked by size and sha256; they
 * appear whole.
 * @throws BuildError `download-failed` or `digest-mismatch` with the reason of each place, `disk-full`, `cannot-write`,
 *   `interrupted`
 */
export async function fetchFiles(files: readonly FetchedFile[], context: FetchContext): Promise<void> {
  for (const file of files) {
    if (!(await isThere(file.path))) await fetchFile(file, context)
  }
}

async function fetchFile(file: FetchedFile, { signal, onLine }: FetchContext): Promise<void> {
  const { path, sha256, bytes, from } = file
  const name = basename(path)
  const part = `${path}.${randomBytes(4).toString('hex')}.part`
  await makeDirectory(dirname(path))
  const failures: Failure[] = []
  try {
    for (const place of from) {
      if (signal.aborted) throw new BuildError('interrupted', `interrupted while ${name} was fetched`)
      onLine(`getting ${name}`)
      const got = /^https?:/i.test(place)
        ? await overNetwork(place, file, part, { signal, onLine })
        : await fromDirectory(place, sha256, part)
      if (got.length === 0) return await rename(part, path)
      failures.push(...got)
    }
  } catch (error) {
    throw writeError(error, path)
  } finally {
    await rm(part, { force: true })
  }
  const code = failures.some(f => f.mismatch) ? 'digest-mismatch' : 'download-failed'
  throw new BuildError(code, `${name}${bytes === null ? '' : ` (${shownBytes(bytes)})`} cannot be had`, {
    hint: 'Check the network and the proxy, or name another place with `mirrors` (`debian=` for sources, `python=` for python-build-standalone).',
    lines: failures.map(f => `${f.where}: ${f.why}`),
  })
}

async function overNetwork(url: string, file: FetchedFile, to: string, context: FetchContext) {
  const { sha256, bytes, path } = file
  if (bytes === null) return [{ where: url, why: 'its size is not known, so that nobody could say when it is whole' }]
  const pinned = { file: basename(path), sha256, bytes, root: '' }
  return download({ urls: [url], file: pinned, to }, { signal: context.signal, progress: () => {}, pause })
}

async function fromDirectory(path: string, sha256: string, to: string): Promise<Failure[]> {
  if (!(await isThere(path))) return [{ where: path, why: 'is not there' }]
  await copyFile(path, to)
  const found = await sha256OfFile(to)
  return found === sha256 ? [] : [{ where: path, why: `has sha256 ${found} instead of ${sha256}`, mismatch: true }]
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    s => s.isFile(),
    () => false,
  )

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {
    throw new BuildError('interrupted', 'interrupted while waiting to try a download again')
  })
}
