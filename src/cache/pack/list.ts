import type { BigIntStats } from 'node:fs'
import { lstat, readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackMember } from './pack.ts'
import { PackProblem } from './problem.ts'

/** What of a directory goes into a pack, and under which name. */
export interface Listing {
  readonly dir: string
  /** First part of the members' paths: what the directory is called in the pack. */
  readonly root: string
  /**
   * Which of its entries are wanted; default: all. A directory that is not wanted is not looked into.
   * @param path below `dir`, with `/`
   */
  readonly wanted?: (path: string, isDirectory: boolean) => boolean
}

/**
 * The members that a directory gives, sorted by path, the directory itself first. Of files that are one on disk the
 * first is the file and the others are hard links to it. Sockets, fifos and devices are left out.
 * @throws PackProblem when the directory cannot be read
 */
export async function listMembers(listing: Listing): Promise<PackMember[]> {
  try {
    const found = await walk(listing, '', await lstat(listing.dir, { bigint: true }))
    found.sort((a, b) => (a.path < b.path ? -1 : 1))
    return withHardLinks(found)
  } catch (error) {
    throw new PackProblem(`a directory cannot be read: ${JSON.stringify(listing.dir)}`, error)
  }
}

interface Found {
  readonly path: string
  readonly at: string
  readonly stat: BigIntStats
  /** Of symbolic links. */
  readonly to: string
}

async function walk(listing: Listing, path: string, stat: BigIntStats): Promise<Found[]> {
  const { dir, root, wanted = () => true } = listing
  const at = join(dir, path)
  const found: Found[] = [{ path: path === '' ? root : `${root}/${path}`, at, stat, to: '' }]
  for (const name of await readdir(at)) {
    const below = path === '' ? name : `${path}/${name}`
    const child = join(dir, below)
    const own = await lstat(child, { bigint: true })
    if (!wanted(below, own.isDirectory())) continue
    if (own.isDirectory()) found.push(...(await walk(listing, below, own)))
    else if (own.isFile()) found.push({ path: `${root}/${below}`, at: child, stat: own, to: '' })
    else if (own.isSymbolicLink())
      found.push({ path: `${root}/${below}`, at: child, stat: own, to: await readlink(child) })
  }
  return found
}

function withHardLinks(found: readonly Found[]): PackMember[] {
  const first = new Map<string, string>()
  return found.map(({ path, at, stat, to }): PackMember => {
    const timed = { path, mode: Number(stat.mode & 0o777n), mtimeNs: stat.mtimeNs }
    if (stat.isDirectory()) return { type: 'directory', ...timed }
    if (stat.isSymbolicLink()) return { type: 'symlink', path, to, mtimeNs: stat.mtimeNs }
    const inode = `${stat.dev} ${stat.ino}`
    const known = first.get(inode)
    if (known !== undefined) return { type: 'hardlink', path, to: known }
    if (stat.nlink > 1n) first.set(inode, path)
    return { type: 'file', ...timed, from: at }
  })
}
