import { posix } from 'node:path'
import { BuildError } from '../errors.ts'

/** A member of an archive, as far as its safety goes. */
export interface Member {
  readonly name: string
  readonly kind: 'file' | 'directory' | 'link' | 'other'
  /** Where a symbolic link points; what it is for `other` (`a device`). */
  readonly detail?: string
}

/**
 * Decides which members of an archive are unpacked, and where to. Pure; one per archive, because links are remembered.
 * Refused: absolute paths, `..`, control characters, devices, hard links, symbolic links out of the toolchain or
 * through another link, anything below a link.
 */
export interface Gate {
  /** The path below the toolchain's directory, or null for a member outside `root`. @throws BuildError `unsafe-archive` */
  place(member: Member): string | null
  /** Checks the links that were placed, when all are known. @throws BuildError `unsafe-archive` */
  finish(): void
}

/**
 * @param archive name for messages
 * @param root the directory of the archive that holds the toolchain, with a slash at its end
 */
export function makeGate(archive: string, root: string): Gate {
  const links = new Map<string, string>()
  const placed = new Set<string>()
  const refuse = (name: string, why: string): never => {
    throw new BuildError('unsafe-archive', `${archive} has a member that ${why}: ${JSON.stringify(name)}`)
  }
  return {
    place(member) {
      const { name } = member
      if (name.startsWith('/') || /^[a-z]:/i.test(name)) refuse(name, 'has an absolute path')
      if (/[\x00-\x1f\x7f\\]/.test(name)) refuse(name, 'has a control character or a backslash in its name')
      if (name.split('/').includes('..')) refuse(name, 'climbs out of its directory')
      if (member.kind === 'other') refuse(name, `is ${member.detail ?? 'no file'}`)
      const path = posix.normalize(name).replace(/\/$/, '')
      const top = posix.normalize(root)
      if (!`${path}/`.startsWith(top) || `${path}/` === top) return null
      const inside = path.slice(top.length)
      if (member.kind === 'link') links.set(inside, member.detail ?? '')
      else placed.add(inside)
      return inside
    },
    finish() {
      for (const [link, to] of links) {
        if (placed.has(link)) refuse(link, 'is both a link and a file')
        if (!staysInside(link, to, links)) refuse(link, `links out of it, to ${JSON.stringify(to)}`)
      }
      for (const path of [...placed, ...links.keys()]) {
        if (parents(path).some(p => links.has(p))) refuse(path, 'lies below a link')
      }
    },
  }
}

/** The directories above a path, outermost first. */
export function parents(path: string): string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('/'))
}

/**
 * Walks the destination of a link step by step: it must not leave the root, and not pass through another link. Pure.
 * @param links all links of the root, path to destination
 */
export function staysInside(link: string, to: string, links: ReadonlyMap<string, string>): boolean {
  if (to === '' || to.startsWith('/')) return false
  const at = posix.dirname(link) === '.' ? [] : posix.dirname(link).split('/')
  const steps = to.split('/').filter(s => s !== '' && s !== '.')
  return steps.every((step, i) => {
    if (step === '..') return at.pop() !== undefined
    at.push(step)
    return i === steps.length - 1 || !links.has(at.join('/'))
  })
}
