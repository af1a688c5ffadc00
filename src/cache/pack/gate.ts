import { parents, staysInside } from '../../toolchains/members.ts'
import { PackProblem } from './problem.ts'

/** A member as an archive tells of it. */
interface Told {
  readonly type: string
  readonly path: string
  /** Of links. */
  readonly to: string
}

/**
 * Decides which members may be in a pack, for the writer and for the reader: what is written can be read. Pure; one for
 * each pack, because links are judged by all of it. Refused: absolute paths, `.` and `..`, control characters, names that
 * come twice, devices, links that leave their root or go through another link, anything below a link or a file.
 */
export interface Gate {
  /** @throws PackProblem */
  pass(member: Told): void
  /** When all members are known. @throws PackProblem */
  finish(): void
}

const types: readonly string[] = ['file', 'directory', 'symlink', 'hardlink']
/** What Linux takes, bytes. */
const longest = { name: 255, path: 4000 }

/** A gate that nothing has passed. */
export function makeGate(): Gate {
  const files = new Set<string>()
  const directories = new Set<string>()
  const links = new Map<string, string>()
  const hardLinks = new Map<string, string>()
  const all = [files, directories, links, hardLinks]
  return {
    pass({ type, path, to }) {
      if (!types.includes(type)) throw refused(path, `is a ${type}`)
      checkPath(path)
      if (all.some(known => known.has(path))) throw refused(path, 'comes twice')
      if (type === 'file') files.add(path)
      else if (type === 'directory') directories.add(path)
      else if (type === 'symlink') links.set(path, to)
      else hardLinks.set(path, to)
    },
    finish() {
      for (const [path, to] of hardLinks) {
        // two roots may lie on two file systems, where they lie is not ours to know
        if (!files.has(to) || rootOf(to) !== rootOf(path)) {
          throw refused(path, `is a hard link to ${JSON.stringify(to)}, which is no file of its root`)
        }
      }
      const byRoot = Map.groupBy(links, ([path]) => rootOf(path))
      for (const [root, own] of byRoot) {
        const inside = new Map(own.map(([path, to]) => [below(path), to]))
        for (const [path, to] of own) {
          if (/[\x00-\x1f\x7f]/.test(to)) throw refused(path, 'links to a name with a control character')
          if (path !== root && staysInside(below(path), to, inside)) continue
          throw refused(path, `links out of its root, to ${JSON.stringify(to)}`)
        }
      }
      for (const path of all.flatMap(known => [...known.keys()])) {
        const over = parents(path).find(p => files.has(p) || links.has(p) || hardLinks.has(p))
        if (over !== undefined) throw refused(path, 'lies below what is no directory')
      }
    },
  }
}

/** The root of a member: the first part of its path. */
export function rootOf(path: string): string {
  const slash = path.indexOf('/')
  return slash < 0 ? path : path.slice(0, slash)
}

/** The path of a member in its root; empty for the root itself. */
export function below(path: string): string {
  return path.slice(rootOf(path).length + 1)
}

function checkPath(path: string): void {
  if (path.startsWith('/')) throw refused(path, 'has an absolute path')
  if (/[\x00-\x1f\x7f-\x9f]/.test(path)) throw refused(path, 'has a control character in its name')
  // what a name that is no UTF-8 becomes
  if (path.includes('\uFFFD')) throw refused(path, 'has a name that is no UTF-8')
  const parts = path.split('/')
  if (parts.some(part => part === '' || part === '.' || part === '..'))
    throw refused(path, 'climbs out of its directory')
  const tooLong = Buffer.byteLength(path) > longest.path || parts.some(part => Buffer.byteLength(part) > longest.name)
  if (tooLong) throw refused(path.slice(0, longest.name), 'has a name that is too long')
}

function refused(path: string, why: string): PackProblem {
  return new PackProblem(`a member ${why}: ${JSON.stringify(path)}`)
}
