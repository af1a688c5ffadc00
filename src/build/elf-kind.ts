import { closeSync, constants, openSync, readSync } from 'node:fs'
import { type Elf, isPie, readElf } from '../elf/elf.ts'
import { elfTypes, hasMagic } from '../elf/header.ts'
import { ElfError } from '../elf/problem.ts'

/**
 * Whether a regular file is a program that one starts: ET_EXEC, or ET_DYN that has an interpreter or says that it is a
 * PIE; not an object, a core or a shared library. A damaged ELF file counts: it is for verify to refuse it, not for us
 * to overlook it.
 */
export function isProgram(path: string, size: number): boolean {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const start = new Uint8Array(4)
    if (readSync(file, start, 0, 4, 0) < 4 || !hasMagic(start)) return false
    return isStartable(
      readElf({ size, read: (target, position) => readSync(file, target, 0, target.length, position) }),
    )
  } catch (error) {
    if (error instanceof ElfError) return true
    throw error
  } finally {
    closeSync(file)
  }
}

function isStartable(elf: Elf): boolean {
  if (elf.header.type === elfTypes.executable) return true
  return elf.header.type === elfTypes.dynamic && (elf.interpreter !== null || isPie(elf))
}
