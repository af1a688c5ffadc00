import { type Header, sizesOf } from './header.ts'
import { limits } from './limits.ts'
import type { Reader } from './reader.ts'
import { type Section, sectionTypes } from './sections.ts'

/** Functions of libdl that say whether a static program loads libraries itself. */
const wanted: readonly string[] = ['dlopen', 'dlinfo']

/**
 * Which functions of libdl are linked into the file: defined symbols of `.symtab`; a stripped file says nothing.
 * @throws ElfError what cannot be read
 */
export function readLinked(reader: Reader, header: Header, sections: readonly Section[]): string[] {
  const symbols = sections.find(s => s.type === sectionTypes.symbols)
  const names = sections.find(s => s.name === '.strtab')
  if (!symbols || !names || names.size > limits.names || names.offset + names.size > reader.size) return []
  const places = placesOf(reader.bytes(names.offset, names.size))
  const { symbol } = sizesOf(header)
  const count = Math.floor(symbols.size / symbol)
  if (places.size === 0 || count > limits.symbols || symbols.offset + symbols.size > reader.size) return []
  const t = reader.table(symbols.offset, count * symbol, header)
  const found = new Set<string>()
  for (let i = 0; i < count; i++) {
    const name = places.get(t.u32(i * symbol))
    // Of an undefined symbol st_shndx is 0.
    if (name !== undefined && t.u16(i * symbol + (header.is64 ? 6 : 14)) !== 0) found.add(name)
  }
  return [...found].sort()
}

/** Where the names stand: linkers let one be the end of another (`__libc_dlopen`). */
function placesOf(strings: Buffer): Map<number, string> {
  const places = new Map<number, string>()
  for (const name of wanted) {
    const text = Buffer.from(`${name}\0`)
    for (let at = strings.indexOf(text); at >= 0; at = strings.indexOf(text, at + 1)) places.set(at, name)
  }
  return places
}
