import { type Dynamic, nameAt, tags } from './dynamic.ts'
import { type Header, sizesOf } from './header.ts'
import { limits } from './limits.ts'
import { ElfError, hex } from './problem.ts'
import { type Reader, Table } from './reader.ts'
import { locate, type Segment } from './segments.ts'

const machineS390 = 22
const machineMips = 8
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

/** The parts of a file that its loaded tables are read from. */
interface Image {
  readonly reader: Reader
  readonly header: Header
  readonly segments: readonly Segment[]
  readonly dynamic: Dynamic
}

/**
 * The undefined dynamic symbols with their versions; where a file has versions, only those that have one.
 * @param thorough also read the relocations for the number of symbols, which takes longer; it is done anyway where no
 *   hash table knows the number
 * @throws ElfError
 */
export function readImports(
  reader: Reader,
  header: Header,
  segments: readonly Segment[],
  dynamic: Dynamic,
  thorough: boolean,
): Import[] {
  const image = { reader, header, segments, dynamic }
  const address = dynamic.values.get(tags.symtab)
  if (address === undefined) return []
  const { symbol: size } = sizesOf(header)
  const { offset, room } = locate(segments, address)
  const count = Math.min(countSymbols(image, thorough), Math.floor(room / size))
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
      const version = versions === null ? unversioned : versions.u16(i * 2) & 0x7fff
      if (versions !== null && version <= unversioned) continue
      t ??= new Table(reader.bytes(offset + first * size, (last - first) * size), header)
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

function versionsOf({ reader, header, segments, dynamic }: Image, count: number): Table | null {
  const address = dynamic.values.get(tags.versym)
  if (address === undefined) return null
  const { offset, room } = locate(segments, address)
  if (count * 2 > room) throw new ElfError('malformed', 'the table of symbol versions is too short', hex(address))
  return new Table(reader.bytes(offset, count * 2), header)
}

/**
 * DT_SYMTAB has no length. The greatest number that another table knows is taken: DT_HASH, DT_MIPS_SYMTABNO,
 * DT_GNU_HASH (only defined symbols: useless when there are none), relocations.
 */
function countSymbols(image: Image, thorough: boolean): number {
  const { values } = image.dynamic
  const hash = values.get(tags.hash)
  const mips = image.header.machine === machineMips ? (values.get(tags.mipsSymbolCount) ?? 0) : 0
  const gnuHash = values.get(tags.gnuHash)
  const known = Math.max(hash === undefined ? 0 : chainCount(image, hash), mips)
  const defined = gnuHash === undefined ? 0 : gnuHashCount(image, gnuHash, thorough)
  if (!thorough && (known > 0 || defined > 0)) return Math.max(known, defined)
  return Math.max(known, defined, relocatedCount(image))
}

/** `nchain` of DT_HASH is the number of symbols; its words have 64 bits on s390x. */
function chainCount({ reader, header, segments }: Image, address: number): number {
  const width = header.machine === machineS390 && header.is64 ? 8 : 4
  const { offset, room } = locate(segments, address)
  if (room < 2 * width) throw new ElfError('malformed', 'the hash table is cut off', hex(address))
  const t = new Table(reader.bytes(offset, 2 * width), header)
  return width === 8 ? t.u64(8) : t.u32(4)
}

/**
 * The last symbol of the chain of the highest bucket, plus one; 0 when no symbol is in the table. Linkers put undefined
 * symbols before those of the table: that is all one needs of a large program, unless everything is wanted.
 */
function gnuHashCount({ reader, header, segments }: Image, address: number, thorough: boolean): number {
  const { offset, room } = locate(segments, address)
  const table = (from: number, length: number) => {
    if (from + length > room) throw new ElfError('malformed', 'the hash table is cut off', hex(address + from))
    return new Table(reader.bytes(offset + from, length), header)
  }
  const head = table(0, 16)
  const [buckets, first, bloomWords] = [head.u32(0), head.u32(4), head.u32(8)]
  if (first > 1 && !thorough) return first
  const bucketsAt = 16 + bloomWords * (header.is64 ? 8 : 4)
  let highest = 0
  for (let done = 0; done < buckets; done += chunk / 4) {
    const n = Math.min(chunk / 4, buckets - done)
    const t = table(bucketsAt + done * 4, n * 4)
    for (let i = 0; i < n; i++) highest = Math.max(highest, t.u32(i * 4))
  }
  if (highest < first || highest === 0) return 0
  const chainsAt = bucketsAt + buckets * 4
  for (let symbol = highest; symbol < limits.symbols; symbol++) {
    if ((table(chainsAt + (symbol - first) * 4, 4).u32(0) & 1) === 1) return symbol + 1
  }
  throw new ElfError('limit', 'too many dynamic symbols', hex(address))
}

/** The highest symbol that a relocation names, plus one. MIPS has other relocations, and a count of its own. */
function relocatedCount(image: Image): number {
  const { values } = image.dynamic
  if (image.header.machine === machineMips) return 0
  const { is64 } = image.header
  const [rel, rela] = is64 ? [16, 24] : [8, 12]
  const tables: [at: number | undefined, length: number | undefined, size: number][] = [
    [values.get(tags.rela), values.get(tags.relaSize), rela],
    [values.get(tags.rel), values.get(tags.relSize), rel],
    [values.get(tags.jmprel), values.get(tags.pltRelSize), values.get(tags.pltRel) === tags.rela ? rela : rel],
  ]
  return Math.max(0, ...tables.map(([at, length = 0, size]) => (at && length ? highestOf(image, at, length, size) : 0)))
}

function highestOf({ reader, header, segments }: Image, address: number, length: number, size: number): number {
  const { offset, room } = locate(segments, address)
  if (length > room) throw new ElfError('malformed', 'a relocation table is larger than its segment', hex(length))
  const count = Math.floor(length / size)
  if (count > limits.relocations) throw new ElfError('limit', 'too many relocations', String(count))
  const perChunk = Math.floor(chunk / size)
  let highest = -1
  for (let first = 0; first < count; first += perChunk) {
    const n = Math.min(perChunk, count - first)
    const t = new Table(reader.bytes(offset + first * size, n * size), header)
    for (let i = 0; i < n; i++) {
      // r_info: the symbol is its upper half with 64 bits, its upper 24 bits with 32.
      const at = i * size
      const symbol = header.is64 ? t.u32(at + (header.littleEndian ? 12 : 8)) : t.u32(at + 4) >>> 8
      if (symbol > highest) highest = symbol
    }
  }
  return highest + 1
}
