import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { BuildError } from './errors.ts'
import type { Tree } from './project.ts'

/** Directories that never hold what a project is detected by: versions, dependencies, outputs, environments. */
const skipped = new Set([
  ...['.git', '.hg', '.svn', '.jj', 'node_modules', 'vendor', 'third_party', 'target', 'dist', '.portable-build'],
  ...['.venv', 'venv', '__pycache__', '.cache', '.idea', '.vscode'],
])

/** A look is a look: what lies deeper, or beyond so many files, does not say what the project is. */
const most = { files: 20_000, depth: 12, bytes: 1024 * 1024 }

/**
 * Looks at a directory. Links are not followed, so a loop of links is no loop; a subdirectory that cannot be read is
 * passed over.
 * @param skip absolute paths to leave out (the output directory)
 * @throws BuildError `unreadable-project` when the directory itself is missing, no directory, or may not be read
 */
export function readTree(dir: string, skip: readonly string[] = []): Tree {
  const root = resolve(dir)
  const files: string[] = []
  const left = new Set(skip.map(path => resolve(path)))
  walk(root, 0)
  files.sort()
  const known = new Set(files)
  return { root, files, read: path => (known.has(path) ? readText(join(root, path)) : null) }

  function walk(at: string, depth: number): void {
    for (const entry of entriesOf(at, at === root)) {
      if (files.length >= most.files) return
      const path = join(at, entry.name)
      if (entry.isFile()) files.push(relative(root, path))
      else if (entry.isDirectory() && depth < most.depth && !skipped.has(entry.name) && !left.has(path)) {
        walk(path, depth + 1)
      }
    }
  }
}

function entriesOf(dir: string, isRoot: boolean): Dirent[] {
  try {
    // Files first: a cap that is reached in a deep subdirectory must not hide the manifest beside it.
    return readdirSync(dir, { withFileTypes: true }).sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
  } catch (cause) {
    if (!isRoot) return []
    const code = (cause as NodeJS.ErrnoException).code
    const why = { ENOENT: 'does not exist', ENOTDIR: 'is not a directory', EACCES: 'may not be read by this user' }
    const said = why[code as keyof typeof why] ?? `cannot be read (${code})`
    throw new BuildError('unreadable-project', `${dir} ${said}`, { cause })
  }
}

function rank(entry: Dirent): number {
  return entry.isDirectory() ? 1 : 0
}

function readText(path: string): string | null {
  try {
    if (statSync(path).size > most.bytes) return null
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    return null
  }
}
