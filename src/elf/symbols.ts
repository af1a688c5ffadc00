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
/** The highest bit marks versions that are not the default. */
const versionMask = 0x7fff
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
  let t: Table | null = null
  let first = 0
  let past = 0
  // Symbol 0 is the empty one.
  for (let i = nextVersioned(versions, 1, count); i < count; i = nextVersioned(versions, i + 1, count)) {
    if (t === null || i >= past) {
      first = i - (i % perChunk)
      past = Math.min(first + perChunk, count)
      t = reader.table(offset + first * size, (past - first) * size, header)
    }
    const at = (i - first) * size
    // st_shndx 0 is "undefined".
    if (t.u16(at + (header.is64 ? 6 : 14)) !== 0) continue
    if (imports.length === limits.imports) throw new ElfError('limit', 'too many imported symbols', String(count))
    const name = nameAt(reader, dynamic.strings, t.u32(at))
    const version = versions === null ? unversioned : (versions[i] ?? 0) & versionMask
    imports.push({ name, weak: t.u8(at + (header.is64 ? 4 : 12)) >> 4 === weakBinding, version })
  }
  return imports
}

/** The next symbol that has a version; most of a large program are its own exports, and are not even read. */
function nextVersioned(versions: Uint16Array | null, from: number, count: number): number {
  if (versions === null) return from
  let i = from
  while (i < count && ((versions[i] ?? 0) & versionMask) <= unversioned) i++
  return i
}

function versionsOf({ reader, header, segments, dynamic }: Image, count: number): Uint16Array | null {
  const address = dynamic.values.get(tags.versym)
  if (address === undefined) return null
  const { offset, room } = locate(segments, address)
  if (count * 2 > room) throw new ElfError('malformed', 'the table of symbol versions is too short', hex(address))
  return reader.halves(offset, count, header)
}
