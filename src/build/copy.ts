import { constants, type Stats } from 'node:fs'
import {
  access,
  chmod,
  copyFile,
  lstat,
  lutimes,
  mkdir,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
} from 'node:fs/promises'
import { BuildError } from '../errors.ts'
import { errno, writeError } from './file-error.ts'
import { makeDirectory } from './make-directory.ts'
import { manifestName } from './manifest.ts'
import { writeWhole } from './write-file.ts'

/** Never part of a copy, at any depth: history, our own work, what package managers unpack. */
const skipped: readonly string[] = ['.git', '.hg', '.svn', '.portable-build', 'node_modules']

/** Files copied at a time. */
const parallel = 16

/** What to copy. */
export interface CopyRequest {
  readonly from: string
  readonly to: string
  readonly signal: AbortSignal
}

/** Names are bytes here: a source tree may hold names that are not UTF-8. One latin1 character is one byte. */
type Bytes = string

/**
 * Makes `to` a copy of the tree `from`: modes, times and links as they are (links are never followed, so a loop is
 * just a link), data shared where the file system can. A later copy replaces only what differs, so that what was
 * compiled stays; what an earlier copy brought and the source no longer has is removed. Sockets and devices are left out.
 * @throws BuildError `unreadable-project`, `disk-full`, `cannot-write`, `interrupted`
 */
export async function copySources(request: CopyRequest): Promise<void> {
  const listPath = `${request.to}.copied`
  const before = await readList(listPath)
  const done: Bytes[] = []
  await makeDirectory(request.to)
  try {
    await copyDirectory({ ...request, done }, '')
  } catch (error) {
    await writeWhole(listPath, JSON.stringify([...new Set([...before, ...done])])).catch(() => {})
    throw error
  }
  const now = new Set(done)
  for (const path of before.filter(p => !now.has(p))) {
    await writing(inside(request.to, path), target => rm(target, { recursive: true, force: true }))
  }
  await writeWhole(listPath, JSON.stringify(done))
}

interface Copier extends CopyRequest {
  /** Everything copied, relative: `/src/main.c`. */
  readonly done: Bytes[]
}

async function copyDirectory(copier: Copier, path: Bytes): Promise<void> {
  const { from, to, signal, done } = copier
  if (signal.aborted) throw new BuildError('interrupted', 'interrupted while the sources were copied')
  const source = inside(from, path)
  const [stat, read] = await reading(source, () => Promise.all([lstat(source), readdir(source, 'buffer')]))
  const names = read.map(name => name.toString('latin1')).sort()
  if (path !== '' && names.includes(manifestName)) return // an output directory of ours
  if (path !== '') await replaceByDirectory(inside(to, path))
  const children = names.filter(name => !skipped.includes(name)).map(name => `${path}/${name}`)
  done.push(...children)
  const directories: Bytes[] = []
  for (let i = 0; i < children.length; i += parallel) {
    const batch = children.slice(i, i + parallel)
    // All of a batch end before an error goes on: nothing writes behind the back of who cleans up.
    const ended = await Promise.allSettled(batch.map(child => copyEntry(copier, child, directories)))
    for (const end of ended) if (end.status === 'rejected') throw end.reason
  }
  for (const child of directories) await copyDirectory(copier, child)
  await writing(inside(to, path), async target => {
    await chmod(target, (stat.mode & 0o777) | 0o700)
    await lutimes(target, stat.atime, stat.mtimeMs / 1000)
  })
}

/** Copies a file or a link; a directory is only noted. */
async function copyEntry(copier: Copier, path: Bytes, directories: Bytes[]): Promise<void> {
  const source = inside(copier.from, path)
  const target = inside(copier.to, path)
  const stat = await reading(source, () => lstat(source))
  if (stat.isDirectory()) directories.push(path)
  if (!stat.isFile() && !stat.isSymbolicLink()) return
  if (await isSame(stat, source, target)) return
  await writing(target, () => rm(target, { recursive: true, force: true }))
  if (stat.isSymbolicLink()) {
    const link = await reading(source, () => readlink(source, 'buffer'))
    await writing(target, () => symlink(link, target))
  } else {
    await readable(source, stat)
    await writing(target, () => copyFile(source, target, constants.COPYFILE_FICLONE))
    await writing(target, () => chmod(target, (stat.mode & 0o777) | 0o600))
  }
  await writing(target, () => lutimes(target, stat.atime, stat.mtimeMs / 1000))
}

/** Equal, not newer: a clock that is wrong here or was wrong there changes nothing. Times lose some digits on the way. */
async function isSame(stat: Stats, source: Buffer, target: Buffer): Promise<boolean> {
  const there = await lstat(target).catch(() => null)
  if (there === null || Math.abs(there.mtimeMs - stat.mtimeMs) > 0.01) return false
  if (stat.isSymbolicLink()) {
    return there.isSymbolicLink() && (await readlink(target, 'buffer')).equals(await readlink(source, 'buffer'))
  }
  return there.isFile() && there.size === stat.size && (there.mode & 0o777) === ((stat.mode & 0o777) | 0o600)
}

/** Makes a directory whose parent is there; a file of that name gives way. */
async function replaceByDirectory(target: Buffer): Promise<void> {
  await writing(target, async () => {
    const there = await lstat(target).catch(() => null)
    if (there?.isDirectory()) return
    await rm(target, { force: true })
    await mkdir(target)
  })
}

async function readList(path: string): Promise<Bytes[]> {
  try {
    const list: unknown = JSON.parse(await readFile(path, 'utf8'))
    return Array.isArray(list) ? list.filter(isInside) : []
  } catch {
    return []
  }
}

function isInside(path: unknown): path is Bytes {
  return typeof path === 'string' && path.startsWith('/') && !path.split('/').includes('..')
}

function inside(root: string, path: Bytes): Buffer {
  return Buffer.concat([Buffer.from(root), Buffer.from(path, 'latin1')])
}

/** copyFile says EACCES for either end: ask for the source first. */
async function readable(source: Buffer, stat: Stats): Promise<void> {
  if ((stat.mode & 0o444) !== 0o444 && process.getuid?.() !== 0) {
    await reading(source, () => access(source, constants.R_OK))
  }
}

async function reading<T>(path: Buffer, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw new BuildError('unreadable-project', `${path} cannot be read (${errno(error)})`, { cause: error })
  }
}

async function writing(path: Buffer, write: (path: Buffer) => Promise<unknown>): Promise<void> {
  try {
    await write(path)
  } catch (error) {
    throw writeError(error, path.toString())
  }
}
