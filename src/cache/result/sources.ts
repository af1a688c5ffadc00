import { createHash } from 'node:crypto'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { sha256OfFile } from '../../build/hash.ts'
import { BuildError } from '../../errors.ts'

/** Everything that a build could read below a directory, as one digest; or why that cannot be said. */
export type SourceDigest = { readonly sha256: string; readonly files: number } | { readonly why: string }

/** Beyond these, looking costs more than it saves, and a directory is more than somebody's sources. */
const defaultLimits = { files: 50_000, bytes: 1 << 30 }

/** Files that are read at a time: enough to keep the disk busy. */
const atOnce = 16

/** What no build reads: version control, and our own work. */
const skippedNames: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', '.portable-build'])

/**
 * Reads all files below `root`: names, bytes, exec bits, links. Not only what is tracked: `go:embed` and `include_str!`
 * read what an earlier step of the workflow has made and git ignores.
 * @param isLeftOut says of an absolute path, of a directory too, that no build reads it: where our own results go
 * @throws BuildError `interrupted`
 */
export async function digestSources(
  root: string,
  isLeftOut: (path: string) => boolean,
  signal: AbortSignal,
  limits = defaultLimits,
): Promise<SourceDigest> {
  const found = await list(root, isLeftOut, limits)
  if ('why' in found) return found
  const lines: string[] = new Array(found.length)
  let next = 0
  const read = async () => {
    for (let i = next++; i < found.length; i = next++) {
      if (signal.aborted) throw new BuildError('interrupted', 'interrupted while the sources were read')
      const one = found[i]
      if (one)
        lines[i] = JSON.stringify([relative(root, one.path), one.kind, one.link ?? (await sha256OfFile(one.path))])
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, read))
  } catch (error) {
    if (error instanceof BuildError) throw error
    return { why: `a file could not be read: ${error instanceof Error ? error.message : String(error)}` }
  }
  return { sha256: createHash('sha256').update(lines.join('\n')).digest('hex'), files: found.length }
}

interface Found {
  readonly path: string
  readonly kind: 'file' | 'executable' | 'link'
  /** Where a link leads. */
  readonly link?: string
}

async function list(
  root: string,
  isLeftOut: (path: string) => boolean,
  limits: typeof defaultLimits,
): Promise<readonly Found[] | { why: string }> {
  const found: Found[] = []
  const waiting = [root]
  let bytes = 0
  for (let dir = waiting.pop(); dir !== undefined; dir = waiting.pop()) {
    for (const entry of await readdir(dir, { withFileTypes: true })) {
      const path = join(dir, entry.name)
      if (skippedNames.has(entry.name) || isLeftOut(path)) continue
      if (entry.isDirectory()) waiting.push(path)
      else if (entry.isSymbolicLink()) {
        const link = await readlink(path)
        if (!isBelow(root, resolve(dirname(path), link)))
          return { why: `${relative(root, path)} is a link to elsewhere` }
        found.push({ path, kind: 'link', link })
      } else if (entry.isFile()) {
        const { size, mode } = await lstat(path)
        bytes += size
        found.push({ path, kind: mode & 0o100 ? 'executable' : 'file' })
      }
      if (found.length > limits.files) return { why: `there are more than ${limits.files} files` }
      if (bytes > limits.bytes) return { why: `there is more than ${limits.bytes >> 20} MiB` }
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Whether a path is a directory or below it; lexical. */
export function isBelow(root: string, path: string): boolean {
  const way = relative(root, path)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}
