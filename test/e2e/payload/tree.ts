import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { FileReport } from '../../../src/report/schema.ts'
import { sh } from '../support/shell.ts'

/** Programs of this machine, large and small, that every Debian has. */
const programs = ['/bin/sh', '/usr/bin/git', '/usr/bin/dpkg', '/usr/bin/tar']

/** Fills a directory with what a package has: programs, a library with its link, texts, a large file of zeros. */
export function makeTree(dir: string): string {
  mkdirSync(join(dir, 'usr/bin'), { recursive: true })
  mkdirSync(join(dir, 'usr/lib/empty'), { recursive: true })
  for (const path of programs) copyFileSync(realpathSync(path), join(dir, 'usr/bin', path.split('/').at(-1) ?? ''))
  const library = /=> (\S*libc\.so\.6) /.exec(sh(['ldd', '/bin/sh']))?.[1] ?? ''
  copyFileSync(realpathSync(library), join(dir, 'usr/lib/libfoo.so.1.2'))
  symlinkSync('libfoo.so.1.2', join(dir, 'usr/lib/libfoo.so.1'))
  cpSync('/etc/passwd', join(dir, 'usr/lib/text'))
  writeFileSync(join(dir, 'usr/lib/zeros'), Buffer.alloc(3_000_001))
  return dir
}

/** The sha256 of each ELF file below a directory, by its path from there. */
export function elfFiles(dir: string): Record<string, string> {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(e => e.isFile())
  const files = entries.map(e => join(e.parentPath, e.name)).sort()
  return Object.fromEntries(
    files.flatMap(path => {
      const bytes = readFileSync(path)
      const isElf = bytes.toString('latin1', 0, 4) === '\x7fELF'
      return isElf ? [[path.slice(dir.length + 1), createHash('sha256').update(bytes).digest('hex')]] : []
    }),
  )
}

/** The same of what was found inside a package. */
export function membersOf(report: FileReport): Record<string, string | null> {
  const members = report.payload.map(p => [p.path.replace(/^\.\//, ''), p.sha256] as const)
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)))
}
