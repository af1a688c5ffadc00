import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, renameSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { CorpusFile } from './facts.ts'
import { command, type Shelf } from './mirror.ts'

/** Unpacks packages, each into a directory of its own below `into`, if it is not there yet; returns them by package. */
export function unpack(packages: ReadonlyMap<string, string>, into: string): Map<string, string> {
  const dirs = [...packages].map(([name, deb]) => {
    const dir = join(into, name)
    if (!existsSync(dir)) {
      mkdirSync(`${dir}.part`, { recursive: true })
      command(['dpkg-deb', '-x', deb, `${dir}.part`])
      renameSync(`${dir}.part`, dir)
    }
    return [name, dir] as const
  })
  return new Map(dirs)
}

/**
 * The executables and shared libraries of unpacked packages, at most `most`: one of each package in turn, so that every
 * package has its say.
 */
export function pickFiles(shelf: Shelf, dirs: ReadonlyMap<string, string>, most: number): CorpusFile[] {
  const piles = [...dirs].map(([name, dir]) =>
    programsIn(dir).map(path => ({
      release: shelf.release,
      arch: shelf.arch,
      package: name,
      name: `/${relative(dir, path)}`,
      path,
    })),
  )
  const rounds = Math.max(0, ...piles.map(pile => pile.length))
  const inTurn = Array.from({ length: rounds }, (_, i) => piles.flatMap(pile => pile.slice(i, i + 1))).flat()
  return inTurn.slice(0, most)
}

/** ELF files of type ET_EXEC and ET_DYN below a directory; files of debug information only are neither. */
function programsIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !path.includes('/usr/lib/debug/') && isProgram(path))
    .sort()
}

/** Whether a file is an ELF file of type ET_EXEC or ET_DYN. */
export function isProgram(path: string): boolean {
  const start = Buffer.alloc(20)
  const file = openSync(path, 'r')
  try {
    if (readSync(file, start) < start.length || start.readUInt32BE(0) !== 0x7f454c46) return false
  } finally {
    closeSync(file)
  }
  const type = start[5] === 1 ? start.readUInt16LE(16) : start.readUInt16BE(16)
  return type === 2 || type === 3
}
