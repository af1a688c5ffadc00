import { type Dynamic, tags } from './dynamic.ts'
import type { Header } from './header.ts'
import { limits } from './limits.ts'
import { machines } from './machines.ts'
import { ElfError, hex } from './problem.ts'
import type { Reader } from './reader.ts'
import { locate, type Segment } from './segments.ts'

/** Bytes that are read at once of a long table. */
const piece = 1 << 16
/** Symbols of a chain that are read at first: few have more than ten. */
const usualChain = 32

/** The parts of a file that its loaded tables are read from. */
export interface Image {
  readonly reader: Reader
  readonly header: Header
  readonly segments: readonly Segment[]
  readonly dynamic: Dynamic
}

/**
 * DT_SYMTAB has no length. The greatest number that another table knows is taken: DT_HASH, DT_MIPS_SYMTABNO,
 * DT_GNU_HASH (only defined symbols: useless when there are none), relocations.
 * @param thorough also read the relocations, which takes longer; it is done anyway where no other table knows
 * @throws ElfError also for hash tables that would lead a loader out of them
 */
export function countSymbols(image: Image, thorough: boolean): number {
  const { values } = image.dynamic
  const hash = values.get(tags.hash)
  const gnuHash = values.get(tags.gnuHash)
  const mips = image.header.machine === machines.mips ? (values.get(tags.mipsSymbolCount) ?? 0) : 0
  const defined = gnuHash === undefined ? 0 : gnuHashCount(image, gnuHash)
  // lld gives s390x words of 32 bits, which glibc would misread; it looks at DT_GNU_HASH alone where that is.
  const isRead = hash !== undefined && !(hasWideWords(image.header) && gnuHash !== undefined)
  const chained = isRead ? chainCount(image, hash) : 0
  const known = Math.max(chained, mips, defined)
  return known > 0 && !thorough ? known : Math.max(known, relocatedCount(image))
}

/** The numbers of a table that is not read as a whole; `least` of them at first. */
function* wordsOf({ reader, header }: Image, offset: number, count: number, least: number): Generator<Uint32Array> {
  for (let done = 0, next = least; done < count; done += next, next = piece / 4) {
    yield reader.words(offset + done * 4, Math.min(next, count - done), header)
  }
}

const hasWideWords = (header: Header) => header.machine === machines.s390 && header.is64

/** `nchain` of DT_HASH is the number of symbols; its words have 64 bits on s390x. */
function chainCount({ reader, header, segments }: Image, address: number): number {
  const width = hasWideWords(header) ? 8 : 4
  const { offset, room } = locate(segments, address)
  const cutOff = () => new ElfError('malformed', 'the hash table is cut off', hex(address))
  if (room < 2 * width) throw cutOff()
  const t = reader.table(offset, 2 * width, header)
  const [buckets, chains] = width === 8 ? [t.u64(0), t.u64(8)] : [t.u32(0), t.u32(4)]
  if ((2 + buckets + chains) * width > room) throw cutOff()
  return chains
}

/** The last symbol of the chain of the highest bucket, plus one; 0 when no symbol is in the table. */
function gnuHashCount(image: Image, address: number): number {
  const { reader, header, segments } = image
  const { offset, room } = locate(segments, address)
  const within = (end: number) => {
    if (end > room) throw new ElfError('malformed', 'the hash table is cut off', hex(address + end))
  }
  within(16)
  const head = reader.table(offset, 16, header)
  const [buckets, first, bloomWords] = [head.u32(0), head.u32(4), head.u32(8)]
  // The loader takes the number as a mask.
  if (bloomWords === 0 || (bloomWords & (bloomWords - 1)) !== 0) {
    throw new ElfError('malformed', 'the filter of the hash table has no power of two', String(bloomWords))
  }
  const bucketsAt = 16 + bloomWords * (header.is64 ? 8 : 4)
  const chainsAt = bucketsAt + buckets * 4
  within(chainsAt)
  let highest = 0
  for (const words of wordsOf(image, offset + bucketsAt, buckets, piece / 4)) {
    highest = Math.max(highest, highestIn(words, first))
  }
  return highest === 0 ? 0 : chainEnd(image, address, chainsAt, highest, first)
}

/** The highest symbol that buckets name; 0 stands for an empty bucket. @throws ElfError for a symbol before the first */
function highestIn(buckets: Uint32Array, first: number): number {
  let highest = 0
  for (let i = 0; i < buckets.length; i++) {
    const symbol = buckets[i] ?? 0
    if (symbol > highest) highest = symbol
    if (symbol < first && symbol !== 0) {
      throw new ElfError('malformed', 'the hash table names a symbol before its first', `${symbol}, ${first}`)
    }
  }
  return highest
}

/** The symbol after the end of a chain: the lowest bit of its hash is set. */
function chainEnd(image: Image, address: number, chainsAt: number, from: number, first: number) {
  const { offset, room } = locate(image.segments, address)
  const most = Math.min(Math.floor((room - chainsAt) / 4) + first, limits.symbols)
  let symbol = from
  for (const words of wordsOf(image, offset + chainsAt + (from - first) * 4, most - from, usualChain)) {
    for (let i = 0; i < words.length; i++) {
      symbol++
      if (((words[i] ?? 0) & 1) === 1) return symbol
    }
  }
  if (most === limits.symbols) throw new ElfError('limit', 'too many dynamic symbols', hex(address))
  throw new ElfError('malformed', 'the hash table is cut off', hex(address))
}

/**
 * The highest symbol that a relocation names, plus one. MIPS has other relocations, and a count of its own. The first
 * rows name none where DT_RELACOUNT says how many are relative: the loader does not look at their symbols either.
 */
function relocatedCount(image: Image): number {
  const { values } = image.dynamic
  if (image.header.machine === machines.mips) return 0
  const [rel, rela] = image.header.is64 ? [16, 24] : [8, 12]
  const tables: [at: number | undefined, length: number | undefined, size: number, relative: number | undefined][] = [
    [values.get(tags.rela), values.get(tags.relaSize), rela, values.get(tags.relaCount)],
    [values.get(tags.rel), values.get(tags.relSize), rel, values.get(tags.relCount)],
    [values.get(tags.jmprel), values.get(tags.pltRelSize), values.get(tags.pltRel) === tags.rela ? rela : rel, 0],
  ]
  return Math.max(
    0,
    ...tables.map(([at, length = 0, size, relative = 0]) =>
      at && length ? highestOf(image, at, length, size, relative) : 0,
    ),
  )
}

function highestOf(
  { reader, header, segments }: Image,
  address: number,
  length: number,
  size: number,
  relative: number,
): number {
  const { offset, room } = locate(segments, address)
  if (length > room) throw new ElfError('malformed', 'a relocation table is larger than its segment', hex(length))
  const count = Math.floor(length / size)
  if (count > limits.relocations) throw new ElfError('limit', 'too many relocations', String(count))
  const perPiece = Math.floor(piece / size)
  let highest = -1
  for (let first = relative; first < count; first += perPiece) {
    const n = Math.min(perPiece, count - first)
    const t = reader.table(offset + first * size, n * size, header)
    for (let i = 0; i < n; i++) {
      // r_info: the symbol is its upper half with 64 bits, its upper 24 bits with 32.
      const at = i * size
      const symbol = header.is64 ? t.u32(at + (header.littleEndian ? 12 : 8)) : t.u32(at + 4) >>> 8
      if (symbol > highest) highest = symbol
    }
  }
  return highest + 1
}
