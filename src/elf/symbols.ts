import { nameAt, tags } from './dynamic.ts'
import { sizesOf } from './header.ts'
import { limits } from './limits.ts'
import { ElfError, hex } from './problem.ts'
import type { Table } from './reader.ts'
import { locate } from './segments.ts'
import { countSymbols, type Image } from './symbol-count.ts'

const weakBinding = 2
/** VER_NDX_GLOBAL: no version of its own. */
const unversioned = 1
const chunk = 1 << 16

/** A symbol that the file expects of a library. */
export interface Import {
  readonly name: string
  /** STB_WEAK: the program can do without. */
  readonly weak: boolean
  /** Number of its version need; 1 in a file without versions. */
  readonly version: number
}

/**
 * The undefined dynamic symbols with their versions; where a file has versions, only those that have one.
 * @param thorough also read the relocations for the number of symbols, which takes longer; it is done anyway where no
 *   hash table knows the number
 * @throws ElfError
 */
export function readImports(image: Image, thorough: boolean): Import[] {
  const { reader, header, segments, dynamic } = image
  const address = dynamic.values.get(tags.symtab)
  if (address === undefined) return []
  const { symbol: size } = sizesOf(header)
  const { offset, room } = locate(segments, address)
  const count = countSymbols(image, thorough)
  if (count > Math.floor(room / size)) {
    throw new ElfError('malformed', 'the symbol table is larger than its segment', String(count))
  }
  if (count > limits.symbols) throw new ElfError('limit', 'too many dynamic symbols', String(count))
  const versions = versionsOf(image, count)
  const imports: Import[] = []
  const perChunk = Math.floor(chunk / size)
  // Symbol 0 is the empty one.
  for (let first = 0; first < count; first += perChunk) {
    const last = Math.min(first + perChunk, count)
    let t: Table | null = null
    for (let i = Math.max(first, 1); i < last; i++) {
      // Most symbols of a large program are its own exports: their version is 1, and they are not even read.
      const version = versions === null ? unversioned : (versions[i] ?? 0) & 0x7fff
      if (versions !== null && version <= unversioned) continue
      t ??= reader.table(offset + first * size, (last - first) * size, header)
      const at = (i - first) * size
      // st_shndx 0 is "undefined".
      if (t.u16(at + (header.is64 ? 6 : 14)) !== 0) continue
      if (imports.length === limits.imports) throw new ElfError('limit', 'too many imported symbols', String(count))
      const name = nameAt(reader, dynamic.strings, t.u32(at))
      imports.push({ name, weak: t.u8(at + (header.is64 ? 4 : 12)) >> 4 === weakBinding, version })
    }
  }
  return imports
}

function versionsOf({ reader, header, segments, dynamic }: Image, count: number): Uint16Array | null {
  const address = dynamic.values.get(tags.versym)
  if (address === undefined) return null
  const { offset, room } = locate(segments, address)
  if (count * 2 > room) throw new ElfError('malformed', 'the table of symbol versions is too short', hex(address))
  return reader.halves(offset, count, header)
}
