import { closeSync, type Dirent, globSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
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

const magic = Buffer.alloc(4)

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
export function expand(args: readonly string[]): Expansion {
  const found: Found = { files: new Set(), unreadable: new Map(), skipped: new Set() }
  const unmatched: string[] = []
  for (const arg of args) {
    const before = found.files.size + found.unreadable.size
    const matched = expandOne(arg, found)
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
function expandOne(arg: string, found: Found): boolean {
  const kind = kindOf(arg)
  if (kind === 'directory') return walk(arg, found)
  if (kind !== 'missing') {
    found.files.add(arg)
    return true
  }
  let matched = false
  for (const path of globSync(arg).sort()) {
    // `**` matches the directories and the files in them; other patterns stand for the directory itself.
    const isDirectory = kindOf(path) === 'directory'
    if (isDirectory && arg.includes('**')) continue
    if (isDirectory) matched = walk(path, found) || matched
    else {
      found.files.add(path)
      matched = true
    }
  }
  return matched
}

/** Not asynchronous: a hop to another thread costs ten times as much, and a thousand files are a thousand of them. */
function kindOf(path: string): 'directory' | 'other' | 'missing' {
  try {
    return statSync(path).isDirectory() ? 'directory' : 'other'
  } catch (error) {
    const { evidence } = refuseError(error)
    // What is there but cannot be looked at is named, so that judging says why.
    return evidence === 'ENOENT' || evidence === 'ENOTDIR' ? 'missing' : 'other'
  }
}

/** Takes the ELF files of a tree; links last, so that a file is named by its own name where it has one there. */
function walk(root: string, found: Found): boolean {
  const links: string[] = []
  const seen = new Set<string>()
  let matched = walkDirectory(root, found, links, seen)
  for (const path of links) matched = take(path, false, found, seen) || matched
  return matched
}

function walkDirectory(dir: string, found: Found, links: string[], seen: Set<string>): boolean {
  let entries: Dirent[]
  try {
    entries = readdirSync(dir, { withFileTypes: true })
  } catch (error) {
    found.unreadable.set(dir, refuseError(error))
    return true
  }
  let matched = false
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(dir, entry.name)
    if (entry.isSymbolicLink()) links.push(path)
    else if (entry.isDirectory()) matched = walkDirectory(path, found, links, seen) || matched
    else matched = take(path, entry.isFile(), found, seen) || matched
  }
  return matched
}

function take(path: string, isFile: boolean, found: Found, seen: Set<string>): boolean {
  const wanted = isCandidate(path, isFile, seen)
  ;(wanted ? found.files : found.skipped).add(path)
  return wanted
}

/**
 * ELF files, once under their real name, and files that cannot be read: nobody knows what those are. Links into nothing,
 * pipes and devices are no files.
 */
function isCandidate(path: string, isFile: boolean, seen: Set<string>): boolean {
  const opened = openRegular(path)
  if ('reason' in opened) return isFile
  try {
    if (readSync(opened.fd, magic, 0, magic.length, 0) < magic.length || !hasMagic(magic)) return false
    const real = realpathSync.native(path)
    if (seen.has(real)) return false
    seen.add(real)
    return true
  } catch {
    return true
  } finally {
    closeSync(opened.fd)
  }
}
