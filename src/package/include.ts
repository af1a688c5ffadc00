import { globSync, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import { BuildError } from '../errors.ts'
import type { FileMember } from './member.ts'

/** What is in a project's directory and no part of it. */
const never = ['.git', '.portable-build']

/** So many files are no mistake in a pattern any more. */
const most = 10_000

/**
 * The files that `include` names, by their paths in the project; a directory stands for everything below it. A link is
 * the file that it leads to, if that is in the project.
 * @param project absolute
 * @param skip absolute paths of directories to leave out: the output directory
 * @throws BuildError `bad-input` for a pattern or a link that leads out; `nothing-matched` for a pattern without files
 */
export function findIncluded(project: string, patterns: readonly string[], skip: readonly string[]): FileMember[] {
  const root = realpathSync(project)
  const out = [...never.flatMap(name => [join(project, name), join(root, name)]), ...skip]
  const found = new Map<string, FileMember>()
  for (const pattern of patterns) {
    const paths = match(project, pattern).filter(path => !isIn(path, out))
    const files = paths.flatMap(path => filesBelow(path, out))
    if (files.length === 0) {
      throw new BuildError('nothing-matched', `include: ${JSON.stringify(pattern)} matches no file of the project`, {
        hint: `It is looked for in ${project}.`,
      })
    }
    for (const path of files) found.set(path, memberOf(path, { project, root, out }))
    if (found.size > most) throw new BuildError('bad-input', `include: over ${most} files match`)
  }
  return [...found.values()]
}

function match(project: string, pattern: string): string[] {
  const parts = pattern.split('/')
  if (isAbsolute(pattern) || parts.includes('..') || /\p{Cc}/u.test(pattern)) {
    throw new BuildError('bad-input', `include: ${JSON.stringify(pattern)} is no pattern below the project`)
  }
  const literal = join(project, pattern)
  // A name is that file, whatever characters it has.
  return statOf(literal)
    ? [literal.replace(/\/+$/, '')]
    : globSync(pattern, { cwd: project }).map(p => join(project, p))
}

function statOf(path: string): Stats | null {
  try {
    return lstatSync(path)
  } catch {
    return null
  }
}

/** Links to directories are not followed: they can lead back. */
function filesBelow(path: string, out: readonly string[]): string[] {
  if (out.includes(path)) return []
  const stat = statOf(path)
  if (!stat?.isDirectory()) return [path]
  return readdirSync(path).flatMap(name => filesBelow(join(path, name), out))
}

const isIn = (path: string, dirs: readonly string[]) => dirs.some(dir => path === dir || path.startsWith(dir + sep))

interface Bounds {
  readonly project: string
  /** The project's directory with the links above it followed. */
  readonly root: string
  readonly out: readonly string[]
}

function memberOf(path: string, { project, root, out }: Bounds): FileMember {
  const name = relative(project, path).split(sep).join('/')
  const refuse = (why: string) => new BuildError('bad-input', `include: ${JSON.stringify(name)} ${why}`)
  if (/\p{Cc}/u.test(name)) throw refuse('has a control character in its name')
  try {
    const real = realpathSync(path)
    if (!real.startsWith(root + sep) || isIn(real, out)) throw refuse('is a link that leads out of the project')
    const stat = statSync(real)
    if (!stat.isFile()) throw refuse('is no file')
    return { kind: 'file', name, executable: (stat.mode & 0o111) !== 0, path: real, size: stat.size, sha256: null }
  } catch (error) {
    if (error instanceof BuildError) throw error
    throw refuse('cannot be read')
  }
}
