import { type Dirent, globSync } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hasMagic } from '../elf/header.ts'
import { openRegular, type Refusal, refuseError } from './open.ts'

/** What the arguments of `verify` stand for. */
export interface Expansion {
  /** Paths to judge, as one would type them; sorted, each once. */
  readonly files: readonly string[]
  /** Directories that could not be read, and why: their content is not verified. */
  readonly unreadable: readonly { readonly path: string; readonly refusal: Refusal }[]
  /** Files of directories that are no ELF. */
  readonly skipped: number
  /** Arguments that stand for nothing. */
  readonly unmatched: readonly string[]
}

/** What was gathered so far, changed in place. */
interface Found {
  readonly files: Set<string>
  readonly unreadable: Map<string, Refusal>
  readonly skipped: Set<string>
}

/**
 * Finds the files: a path that exists is that file or directory, whatever characters it has; else it is a pattern
 * (`*`, `?`, `[…]`, `{a,b}`, `**`). Directories give the ELF files below them; links to directories are not followed.
 */
export async function expand(args: readonly string[]): Promise<Expansion> {
  const found: Found = { files: new Set(), unreadable: new Map(), skipped: new Set() }
  const unmatched: string[] = []
  for (const arg of args) {
    const before = found.files.size + found.unreadable.size
    const matched = await expandOne(arg, found)
    // The same file named twice is a match; a directory without ELF is none.
    if (!matched && found.files.size + found.unreadable.size === before) unmatched.push(arg)
  }
  return {
    files: [...found.files].sort(),
    unreadable: [...found.unreadable]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, refusal]) => ({ path, refusal })),
    skipped: found.skipped.size,
    unmatched,
  }
}

/** Whether the argument stands for at least one file. */
async function expandOne(arg: string, found: Found): Promise<boolean> {
  const kind = await kindOf(arg)
  if (kind === 'directory') return walk(arg, found, new Set())
  if (kind !== 'missing') {
    found.files.add(arg)
    return true
  }
  let matched = false
  for (const path of globSync(arg).sort()) {
    // `**` matches the directories and the files in them; other patterns stand for the directory itself.
    const isDirectory = (await kindOf(path)) === 'directory'
    if (isDirectory && arg.includes('**')) continue
    if (isDirectory) matched = (await walk(path, found, new Set())) || matched
    else {
      found.files.add(path)
      matched = true
    }
  }
  return matched
}

async function kindOf(path: string): Promise<'directory' | 'other' | 'missing'> {
  try {
    return (await stat(path)).isDirectory() ? 'directory' : 'other'
  } catch (error) {
    const { evidence } = refuseError(error)
    // What is there but cannot be looked at is named, so that judging says why.
    return evidence === 'ENOENT' || evidence === 'ENOTDIR' ? 'missing' : 'other'
  }
}

async function walk(dir: string, found: Found, seen: Set<string>): Promise<boolean> {
  let entries: Dirent[]
  try {
    entries = await readdir(dir, { withFileTypes: true })
  } catch (error) {
    found.unreadable.set(dir, refuseError(error))
    return true
  }
  let matched = false
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(dir, entry.name)
    if (entry.isDirectory()) matched = (await walk(path, found, seen)) || matched
    else if (await isCandidate(path, entry, seen)) {
      found.files.add(path)
      matched = true
    } else found.skipped.add(path)
  }
  return matched
}

/** ELF files, once under their real name, and files that cannot be read: nobody knows what those are. */
async function isCandidate(path: string, entry: Dirent, seen: Set<string>): Promise<boolean> {
  if (!entry.isFile() && !entry.isSymbolicLink()) return false
  const opened = await openRegular(path)
  if ('reason' in opened) {
    // A link into nothing and a link to something else are no files; a file without permission is.
    return entry.isFile()
  }
  try {
    const start = Buffer.alloc(4)
    await opened.handle.read(start, 0, 4, 0)
    if (!hasMagic(start)) return false
    const real = await realpath(path)
    if (seen.has(real)) return false
    seen.add(real)
    return true
  } finally {
    await opened.handle.close()
  }
}
