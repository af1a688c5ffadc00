import {
  chmodSync,
  closeSync,
  fchmodSync,
  futimesSync,
  linkSync,
  lutimesSync,
  mkdirSync,
  openSync,
  symlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { PackMember } from './pack.ts'
import { secondsOf } from './times.ts'

type FileMember = Omit<Extract<PackMember, { type: 'file' }>, 'from'>
type OtherMember = Exclude<PackMember, { type: 'file' }>

/** A private directory into which a root is unpacked, before it is moved into place. */
export interface Stage {
  readonly dir: string
  /** @param content all of it, in order */
  file(member: FileMember, content: AsyncIterable<Buffer>): Promise<void>
  other(member: OtherMember): void
  /** Makes links and sets the times of directories, when all members are there and were found harmless. */
  finish(): void
}

/**
 * A stage in a new directory. Calls of the system wait here for their end (no promises): a file takes a handful, each
 * some microseconds, which is less than a trip to another thread and back, and decompression goes on meanwhile (measured
 * where packs are written: 6 s of CPU for 50,000 files instead of 16).
 * Nothing is written through a link, because links are made last; nothing is written over, because names are new (`wx`).
 * @param dir absolute, not there yet
 */
export function makeStage(dir: string): Stage {
  mkdirSync(dir, { mode: 0o700 })
  const made = new Set([dir])
  const links: OtherMember[] = []
  const directories: Extract<OtherMember, { type: 'directory' }>[] = []

  function make(path: string): void {
    if (made.has(path)) return
    make(dirname(path))
    mkdirSync(path, { mode: 0o755 })
    made.add(path)
  }

  return {
    dir,
    async file({ path, mode, mtimeNs }, content) {
      const at = join(dir, path)
      make(dirname(at))
      const file = openSync(at, 'wx', 0o600)
      try {
        for await (const piece of content) writeAll(file, piece)
        fchmodSync(file, mode)
        futimesSync(file, secondsOf(mtimeNs), secondsOf(mtimeNs))
      } finally {
        closeSync(file)
      }
    },
    other(member) {
      if (member.type !== 'directory') return void links.push(member)
      make(join(dir, member.path))
      directories.push(member)
    },
    finish() {
      for (const link of links) {
        const at = join(dir, link.path)
        make(dirname(at))
        if (link.type === 'hardlink') linkSync(join(dir, link.to), at)
        if (link.type !== 'symlink') continue
        symlinkSync(link.to, at)
        lutimesSync(at, secondsOf(link.mtimeNs), secondsOf(link.mtimeNs))
      }
      // what is made in a directory changes its time
      for (const { path, mode, mtimeNs } of directories) {
        const at = join(dir, path)
        chmodSync(at, mode)
        utimesSync(at, secondsOf(mtimeNs), secondsOf(mtimeNs))
      }
    },
  }
}

function writeAll(file: number, piece: Buffer): void {
  for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at)
}
