import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { BuildError } from './errors.ts'
import type { Tree } from './project.ts'

/** Limits of one look: enough for every real project, and an end for a home directory given by mistake. */
const defaultLimits = { files: 20_000, depth: 12 }
/** Bytes. */
const maxText = 1024 * 1024

/** Directories that hold no sources of the project, by name. */
const skippedNames: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', '.portable-build', 'node_modules'])

/** Files whose presence says that their directory was made by a tool: https://bford.info/cachedir/, PEP 405. */
const generatedMarks: ReadonlySet<string> = new Set(['CACHEDIR.TAG', 'pyvenv.cfg'])

/** Dependencies that are checked in: only their own index (`vendor/modules.txt`) is of interest. */
const shallowNames: ReadonlySet<string> = new Set(['vendor'])

/**
 * Looks at a project directory: near files first, so that the limits cut off only what is deep. Links are not followed.
 * @param skip directories to leave out, absolute or relative to `dir`: where artifacts go
 * @throws BuildError `unreadable-project` when `dir` itself cannot be listed; what cannot be read below it is in `notices`
 */
export function readTree(dir: string, skip: readonly string[] = ['dist'], limits = defaultLimits): Tree {
  const root = resolve(dir)
  const skipped = new Set(skip.map(s => relative(root, resolve(root, s))))
  const files: string[] = []
  const notices: string[] = []
  let level = ['']
  for (let depth = 0; level.length > 0 && depth <= limits.depth && files.length <= limits.files; depth++) {
    const next: string[] = []
    for (const path of level) {
      const found = listDirectory(root, path, notices)
      files.push(...found.files)
      next.push(...found.dirs.filter(d => !skipped.has(d)))
    }
    level = next
  }
  if (files.length > limits.files) notices.push(`only the first ${limits.files} files were looked at`)
  else if (level.length > 0) notices.push(`directories more than ${limits.depth} deep were not looked at`)
  const kept = files.slice(0, limits.files).sort()
  const known = new Set(kept)
  return { root, files: kept, notices, read: path => (known.has(path) ? readText(join(root, path)) : null) }
}

/** The files of one directory and the directories to look at next, as paths relative to `root`. */
function listDirectory(root: string, path: string, notices: string[]): { files: string[]; dirs: string[] } {
  const nothing = { files: [], dirs: [] }
  const entries = list(root, path, notices)
  if (path !== '' && entries.some(e => e.isFile() && generatedMarks.has(e.name))) return nothing
  const at = (name: string) => (path === '' ? name : `${path}/${name}`)
  const isCargo = entries.some(e => e.name === 'Cargo.toml')
  const isShallow = shallowNames.has(path.slice(path.lastIndexOf('/') + 1))
  const dirs = entries.filter(
    e => e.isDirectory() && !isShallow && !skippedNames.has(e.name) && !(isCargo && e.name === 'target'),
  )
  return { files: entries.filter(e => e.isFile()).map(e => at(e.name)), dirs: dirs.map(e => at(e.name)).sort() }
}

function list(root: string, path: string, notices: string[]) {
  try {
    return readdirSync(join(root, path), { withFileTypes: true })
  } catch (error) {
    if (path !== '') {
      notices.push(`${path}/ was not looked at: ${reason(error)}`)
      return []
    }
    throw new BuildError('unreadable-project', `${root} cannot be read: ${reason(error)}`, { cause: error })
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  ENOTDIR: 'it is not a directory',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its links go in circles',
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return reasons[code] ?? code
}

/** The text of a small UTF-8 file, or null. A file that became a link or a pipe meanwhile is not opened. */
function readText(path: string): string | null {
  let file: number | null = null
  try {
    if (!statSync(path).isFile()) return null
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    if (fstatSync(file).size > maxText) return null
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch {
    return null
  } finally {
    if (file !== null) closeSync(file)
  }
}
