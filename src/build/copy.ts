import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  type Stats,
  symlinkSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { BuildError } from '../errors.ts'
import { errno, writeError } from './file-error.ts'
import { makeDirectory } from './make-directory.ts'
import { manifestName } from './manifest.ts'
import { writeWhole } from './write-file.ts'

/** Never part of a copy, at any depth: history, our own work, what package managers unpack. */
const skipped: readonly string[] = ['.git', '.hg', '.svn', '.portable-build', 'node_modules']

/** Entries between two looks at signals and progress: a wait for each of thousands of small files costs more than the copy. */
const breath = 64

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
    writing(inside(request.to, path), target => rmSync(target, { recursive: true, force: true }))
  }
  await writeWhole(listPath, JSON.stringify(done))
}

interface Copier extends CopyRequest {
  /** Everything copied, relative: `/src/main.c`. */
  readonly done: Bytes[]
}

async function copyDirectory(copier: Copier, path: Bytes): Promise<void> {
  const { from, to, signal, done } = copier
  await pause(signal)
  const source = inside(from, path)
  const [stat, read] = reading(source, () => [lstatSync(source), readdirSync(source, 'buffer')] as const)
  const names = read.map(name => name.toString('latin1')).sort()
  if (path !== '' && names.includes(manifestName)) return // an output directory of ours
  if (path !== '') replaceByDirectory(inside(to, path))
  const children = names.filter(name => !skipped.includes(name)).map(name => `${path}/${name}`)
  done.push(...children)
  const directories: Bytes[] = []
  for (const [index, child] of children.entries()) {
    if (index % breath === 0) await pause(signal)
    copyEntry(copier, child, directories)
  }
  for (const child of directories) await copyDirectory(copier, child)
  writing(inside(to, path), target => {
    chmodSync(target, (stat.mode & 0o777) | 0o700)
    lutimesSync(target, stat.atime, stat.mtimeMs / 1000)
  })
}

/** Copies a file or a link; a directory is only noted. */
function copyEntry(copier: Copier, path: Bytes, directories: Bytes[]): void {
  const source = inside(copier.from, path)
  const target = inside(copier.to, path)
  const stat = reading(source, () => lstatSync(source))
  if (stat.isDirectory()) directories.push(path)
  if (!stat.isFile() && !stat.isSymbolicLink()) return
  if (isSame(stat, source, target)) return
  writing(target, () => rmSync(target, { recursive: true, force: true }))
  if (stat.isSymbolicLink()) {
    const link = reading(source, () => readlinkSync(source, 'buffer'))
    writing(target, () => symlinkSync(link, target))
  } else {
    readable(source, stat)
    writing(target, () => copyFileSync(source, target, constants.COPYFILE_FICLONE))
    writing(target, () => chmodSync(target, (stat.mode & 0o777) | 0o600))
  }
  writing(target, () => lutimesSync(target, stat.atime, stat.mtimeMs / 1000))
}

/** Equal, not newer: a clock that is wrong here or was wrong there changes nothing. Times lose some digits on the way. */
function isSame(stat: Stats, source: Buffer, target: Buffer): boolean {
  const there = lstatSync(target, { throwIfNoEntry: false })
  if (there === undefined || Math.abs(there.mtimeMs - stat.mtimeMs) > 0.01) return false
  if (stat.isSymbolicLink()) {
    return there.isSymbolicLink() && readlinkSync(target, 'buffer').equals(readlinkSync(source, 'buffer'))
  }
  return there.isFile() && there.size === stat.size && (there.mode & 0o777) === ((stat.mode & 0o777) | 0o600)
}

/** Makes a directory whose parent is there; a file of that name gives way. */
function replaceByDirectory(target: Buffer): void {
  writing(target, () => {
    const there = lstatSync(target, { throwIfNoEntry: false })
    if (there?.isDirectory()) return
    rmSync(target, { force: true })
    mkdirSync(target)
  })
}

async function pause(signal: AbortSignal): Promise<void> {
  await setImmediate()
  if (signal.aborted) throw new BuildError('interrupted', 'interrupted while the sources were copied')
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
function readable(source: Buffer, stat: Stats): void {
  if ((stat.mode & 0o444) !== 0o444 && process.getuid?.() !== 0) {
    reading(source, () => accessSync(source, constants.R_OK))
  }
}

function reading<T>(path: Buffer, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new BuildError('unreadable-project', `${path} cannot be read (${errno(error)})`, { cause: error })
  }
}

function writing(path: Buffer, write: (path: Buffer) => void): void {
  try {
    write(path)
  } catch (error) {
    throw writeError(error, path.toString())
  }
}
