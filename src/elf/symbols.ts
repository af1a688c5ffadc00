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
/** Exports that are passed over at once, and their versions: a large program has tens of thousands of them in a row. */
const passed = 256
const stretch = Buffer.from(new Uint16Array(passed).fill(unversioned).buffer)

/** A symbol that the file expects of a library. */
interface Import {
  readonly name: string
  /** STB_WEAK: the program can do without. */
  readonly weak: boolean
  /** Number of its version need; 1 in a file without versions. */
  readonly version: number
}

/** The undefined dynamic symbols, in their order, and the same by the number of their version. */
export interface Imports {
  readonly all: readonly Import[]
  readonly byVersion: ReadonlyMap<number, readonly Import[]>
}

/** Of a file that expects nothing. */
export const noImports: Imports = { all: [], byVersion: new Map() }

/**
 * The undefined dynamic symbols with their versions; where a file has versions, only those that have one.
 * @param thorough also read the relocations for the number of symbols, which takes longer; it is done anyway where no
 *   hash table knows the number
 * @throws ElfError
 */
export function readImports(image: Image, thorough: boolean): Imports {
  const { reader, header, segments, dynamic } = image
  const address = dynamic.values.get(tags.symtab)
  if (address === undefined) return noImports
  const { symbol: size } = sizesOf(header)
  const { offset, room } = locate(segments, address)
  const count = countSymbols(image, thorough)
  if (count > Math.floor(room / size)) {
    throw new ElfError('malformed', 'the symbol table is larger than its segment', String(count))
  }
  if (count > limits.symbols) throw new ElfError('limit', 'too many dynamic symbols', String(count))
  const versions = versionsOf(image, count)
  const all: Import[] = []
  const byVersion = new Map<number, Import[]>()
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
    if (all.length === limits.imports) throw new ElfError('limit', 'too many imported symbols', String(count))
    const name = nameAt(reader, dynamic.strings, t.u32(at))
    const version = versions === null ? unversioned : (versions.numbers[i] ?? 0) & versionMask
    const entry = { name, weak: t.u8(at + (header.is64 ? 4 : 12)) >> 4 === weakBinding, version }
    all.push(entry)
    const group = byVersion.get(version)
    if (group) group.push(entry)
    else byVersion.set(version, [entry])
  }
  return { all, byVersion }
}

/** The next symbol that has a version; most of a large program are its own exports, and are not even read. */
function nextVersioned(versions: Versions | null, from: number, count: number): number {
  if (versions === null) return from
  const { numbers, bytes } = versions
  let i = from
  while (i < count && ((numbers[i] ?? 0) & versionMask) <= unversioned) {
    const isPassed = i % 64 === 0 && i + passed <= count && stretch.compare(bytes, i * 2, (i + passed) * 2) === 0
    i += isPassed ? passed : 1
  }
  return i
}

/** The number of each symbol's version, and the same as bytes in the order of this machine. */
interface Versions {
  readonly numbers: Uint16Array
  readonly bytes: Buffer
}

function versionsOf({ reader, header, segments, dynamic }: Image, count: number): Versions | null {
  const address = dynamic.values.get(tags.versym)
  if (address === undefined) return null
  const { offset, room } = locate(segments, address)
  if (count * 2 > room) throw new ElfError('malformed', 'the table of symbol versions is too short', hex(address))
  const numbers = reader.halves(offset, count, header)
  return { numbers, bytes: Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength) }
}
