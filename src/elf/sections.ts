import { type Header, sizesOf } from './header.ts'
import { limits } from './limits.ts'
import { ElfError, type Problem } from './problem.ts'
import type { Reader } from './reader.ts'

/** `sh_type` values that say something about a finished program. */
export const sectionTypes = { nothing: 0, symbols: 2, noBits: 8 } as const

/** A section: extra evidence only, because programs run without any. Offsets and sizes in bytes. */
export interface Section {
  readonly name: string
  readonly type: number
  readonly offset: number
  readonly size: number
}

/**
 * Whether the file is shorter than the section table that its header promises: nothing needs the table to run the
 * program, but a file that was cut off within it is not the file that was built.
 */
export function checkSections(header: Header, size: number): Problem[] {
  const end = header.shoff + header.shnum * header.shentsize
  if (header.shoff === 0 || header.shentsize !== sizesOf(header).section || end <= size) return []
  const evidence = `section headers need ${end} of ${size} bytes`
  return [{ kind: 'truncated', severity: 'error', message: 'the file is cut off', evidence }]
}

/** The sections of a file; empty when it has none or when their table makes no sense (the loader never looks). */
export function readSections(reader: Reader, header: Header): Section[] {
  try {
    return read(reader, header)
  } catch (error) {
    if (error instanceof ElfError && error.kind !== 'limit') return []
    throw error
  }
}

function read(reader: Reader, header: Header): Section[] {
  const { section: size } = sizesOf(header)
  if (header.shoff === 0 || header.shentsize !== size || header.shnum > limits.sections) return []
  const t = reader.table(header.shoff, header.shnum * size, header)
  const [offset, length] = header.is64 ? [24, 32] : [16, 20]
  const nameRow = header.shstrndx * size
  if (header.shstrndx >= header.shnum) return []
  const names = reader.names(t.word(nameRow + offset), t.word(nameRow + length))
  const sections: Section[] = []
  for (let at = 0; at < header.shnum * size; at += size) {
    sections.push({
      name: reader.name(names, t.u32(at)),
      type: t.u32(at + 4),
      offset: t.word(at + offset),
      size: t.word(at + length),
    })
  }
  return sections
}

/** The bytes of a section, at most `most` of them; null when there is no such section or it has no bytes. */
export function sectionBytes(reader: Reader, sections: readonly Section[], name: string, most: number): Buffer | null {
  const found = sections.find(s => s.name === name && s.type !== sectionTypes.noBits && s.type !== sectionTypes.nothing)
  if (!found || found.size === 0 || found.offset >= reader.size) return null
  return reader.bytes(found.offset, Math.min(found.size, most, reader.size - found.offset))
}
