import { copyFile, constants as fsConstants, link, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { errno, writeError } from '../../build/file-error.ts'
import { makeDirectory } from '../../build/make-directory.ts'
import { temporaryName } from '../../build/write-file.ts'
import { BuildError } from '../../errors.ts'
import type { Log } from '../../host.ts'
import { shownBytes } from '../../toolchains/attempt.ts'
import { removeLeftovers } from '../leftovers.ts'
import type { CacheStore, SaveResult } from '../store.ts'
import { fileNameOf, keyOfFile } from './names.ts'

/** An entry of a directory. */
export interface StoredEntry {
  readonly key: string
  readonly bytes: number
  /** When it was saved, and when it was last brought back, ms since 1970. */
  readonly savedMs: number
  readonly usedMs: number
}

/** Where entries are kept, and how much of them. */
export interface DirectoryOptions {
  readonly dir: string
  /** What all entries together may take, bytes; after each save the least recently used ones go. */
  readonly maxBytes: number
  readonly log: Pick<Log, 'warn' | 'detail'>
}

/** A temporary file to which nobody has written for so long belongs to a run that was killed, ms. */
const abandonedMs = 3600 * 1000

/**
 * A cache in a directory: on a person's machine, on a runner with a disk of its own, in the directory that GitLab moves.
 * One file for each entry, named by its key: without an index there is none to break, and files that are not ours are
 * not touched. An entry appears whole and never changes, so that several runs may use the directory at once.
 * A file's mtime says when it was saved (the newest of a beginning is taken), its atime when it was last used.
 */
export function directoryStore({ dir, maxBytes, log }: DirectoryOptions): CacheStore {
  const place = (key: string) => join(dir, fileNameOf(key))

  async function save(key: string, from: string): Promise<SaveResult> {
    await makeDirectory(dir)
    await removeLeftovers(dir, abandonedMs)
    const to = place(key)
    if (await touch(to)) return 'exists'
    const { size } = await stat(from)
    if (size > maxBytes) {
      log.warn(
        `cache: ${key} has ${shownBytes(size)}, more than all entries may have (${shownBytes(maxBytes)}): it is not saved`,
        'Raise `cache-max-size`.',
      )
      return 'failed'
    }
    const temporary = temporaryName(to)
    try {
      await copyFile(from, temporary, fsConstants.COPYFILE_FICLONE | fsConstants.COPYFILE_EXCL)
      const now = new Date()
      await utimes(temporary, now, now)
      await appear(temporary, to)
    } catch (error) {
      if (errno(error) === 'EEXIST') return 'exists' // another run was quicker, with the same
      throw error
    } finally {
      await rm(temporary, { force: true })
    }
    const removed = await pruneEntries(dir, maxBytes, key)
    for (const old of removed) log.detail(`cache: ${old.key} (${shownBytes(old.bytes)}) gave way`)
    return 'saved'
  }

  async function find(key: string, fallbacks: readonly string[]): Promise<string | null> {
    if (await touch(place(key))) return key
    const entries = await listEntries(dir)
    for (const beginning of fallbacks) {
      const [newest] = entries.filter(e => e.key.startsWith(beginning)).sort((a, b) => b.savedMs - a.savedMs)
      if (newest && (await touch(place(newest.key)))) return newest.key
    }
    return null
  }

  return {
    async restore({ key, fallbacks, path }) {
      const found = await find(key, fallbacks)
      if (found === null) return { key: null, asked: true, why: 'there is no entry with this key' }
      try {
        await bringTo(place(found), path)
        return { key: found, bytes: (await stat(path)).size }
      } catch (error) {
        await rm(path, { force: true })
        // it was there a moment ago
        if (errno(error) === 'ENOENT') return { key: null, asked: true, why: 'another run has just removed it' }
        const fault = writeError(error, path)
        if (fault instanceof BuildError && fault.code === 'disk-full') throw fault
        const why = `it cannot be read (${errno(error) || String(error)})`
        log.warn(`cache: ${found}: ${why}`)
        return { key: null, asked: true, why }
      }
    },
    async save({ key, path }) {
      try {
        return await save(key, path)
      } catch (error) {
        const fault = writeError(error, dir)
        if (!(fault instanceof BuildError)) throw fault
        log.warn(`cache: ${key} is not saved: ${fault.message}`, fault.hint)
        return 'failed'
      }
    },
    async reject(key) {
      await rm(place(key), { force: true }).catch(() => {})
    },
  }
}

/** All entries of a directory, the last used first; none where there is no directory. Files of others are not seen. */
export async function listEntries(dir: string): Promise<StoredEntry[]> {
  const names = await readdir(dir).catch(() => [])
  const entries: StoredEntry[] = []
  for (const name of names) {
    const key = keyOfFile(name)
    if (key === null) continue
    const found = await stat(join(dir, name)).catch(() => null)
    if (!found?.isFile()) continue
    const { size, mtimeMs, atimeMs } = found
    entries.push({ key, bytes: size, savedMs: mtimeMs, usedMs: Math.max(atimeMs, mtimeMs) })
  }
  return entries.sort((a, b) => b.usedMs - a.usedMs)
}

/**
 * Removes the least recently used entries until the others fit, and what killed runs have left.
 * @param keep a key that stays in any case
 * @returns the entries that are gone
 */
export async function pruneEntries(dir: string, maxBytes: number, keep = ''): Promise<StoredEntry[]> {
  await removeLeftovers(dir, abandonedMs)
  const excess = excessOf(await listEntries(dir), maxBytes, keep)
  for (const { key } of excess) await rm(join(dir, fileNameOf(key)), { force: true })
  return excess
}

/** Which entries have to go. Pure. @param entries the last used first */
export function excessOf(entries: readonly StoredEntry[], maxBytes: number, keep: string): StoredEntry[] {
  let left = maxBytes - (entries.find(e => e.key === keep)?.bytes ?? 0)
  return entries.filter(({ key, bytes }) => {
    if (key === keep) return false
    left -= bytes
    return left < 0
  })
}

/** Notes the use of an entry; false where there is none. */
async function touch(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return false
  // somebody else's entry may be read all the same
  await utimes(path, new Date(), found.mtime).catch(() => {})
  return true
}

/** A name for a file that is whole, if nothing has that name yet; file systems without links have to do with a rename. */
async function appear(temporary: string, to: string): Promise<void> {
  try {
    await link(temporary, to)
  } catch (error) {
    if (errno(error) === 'EEXIST') throw error
    await rename(temporary, to)
  }
}

/** The same file under another name costs neither time nor room; nobody writes to what came. Else a copy. */
async function bringTo(from: string, to: string): Promise<void> {
  await rm(to, { force: true })
  await link(from, to).catch(() => copyFile(from, to, fsConstants.COPYFILE_FICLONE))
}
