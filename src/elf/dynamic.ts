import type { Header } from './header.ts'
import { kept } from './kept.ts'
import { limits } from './limits.ts'
import { ElfError, hex, type Problem } from './problem.ts'
import type { Names, Reader } from './reader.ts'
import { locate, type Segment, segmentTypes } from './segments.ts'

/** `d_tag` (gABI "Dynamic Section", GNU and MIPS extensions). */
export const tags = {
  needed: 1,
  pltRelSize: 2,
  hash: 4,
  strtab: 5,
  symtab: 6,
  rela: 7,
  relaSize: 8,
  relaRow: 9,
  strsz: 10,
  init: 12,
  fini: 13,
  soname: 14,
  rpath: 15,
  rel: 17,
  relSize: 18,
  relRow: 19,
  pltRel: 20,
  textrel: 22,
  jmprel: 23,
  bindNow: 24,
  initArray: 25,
  finiArray: 26,
  initArraySize: 27,
  finiArraySize: 28,
  runpath: 29,
  flags: 30,
  preinitArray: 32,
  preinitArraySize: 33,
  relrSize: 35,
  relr: 36,
  relrRow: 37,
  gnuHash: 0x6ffffef5,
  depAudit: 0x6ffffefb,
  audit: 0x6ffffefc,
  versym: 0x6ffffff0,
  relaCount: 0x6ffffff9,
  relCount: 0x6ffffffa,
  flags1: 0x6ffffffb,
  verdef: 0x6ffffffc,
  verneed: 0x6ffffffe,
  verneednum: 0x6fffffff,
  mipsSymbolCount: 0x70000011,
  mipsXhash: 0x70000036,
  auxiliary: 0x7ffffffd,
  filter: 0x7fffffff,
} as const

/** Tags that bring a library in, each of them, beside DT_NEEDED. */
const auditTags: ReadonlySet<number> = new Set<number>([tags.auxiliary, tags.filter, tags.audit, tags.depAudit])
/** Loaders look at these only once, and the last one counts. */
const singleTags: ReadonlySet<number> = new Set<number>(
  Object.values(tags).filter(tag => tag !== tags.needed && !auditTags.has(tag)),
)

/** The dynamic table as the loader sees it: of several entries of one tag the last one counts. */
export interface Dynamic {
  /** Value by tag; Infinity for values above 2^53. */
  readonly values: ReadonlyMap<number, number>
  readonly needed: readonly string[]
  readonly soname: string | null
  readonly rpath: string | null
  readonly runpath: string | null
  /** Libraries that DT_AUDIT, DT_DEPAUDIT, DT_AUXILIARY and DT_FILTER bring in. */
  readonly audit: readonly string[]
  /** The loaded table of names. */
  readonly strings: Names
}

/** Reads PT_DYNAMIC; null for a file without one. Adds to `problems` what the loader tolerates. @throws ElfError */
export function readDynamic(
  reader: Reader,
  header: Header,
  segments: readonly Segment[],
  problems: Problem[],
): Dynamic | null {
  const segment = segments.find(s => s.type === segmentTypes.dynamic)
  if (!segment) return null
  const { offset, room } = locate(segments, segment.vaddr)
  if (offset !== segment.offset) {
    const evidence = `${hex(segment.offset)}, ${hex(offset)}`
    problems.push({
      kind: 'malformed',
      severity: 'warning',
      message: 'offset and address of the dynamic table differ',
      evidence,
    })
  }
  const { values, needed, audit, repeated } = readEntries(reader, header, offset, Math.min(room, segment.filesz))
  for (const tag of repeated) {
    problems.push({
      kind: 'malformed',
      severity: 'warning',
      message: 'a dynamic tag is there twice',
      evidence: hex(tag),
    })
  }
  const strings = readStrings(reader, values, segments)
  const all = (places: readonly number[]) => {
    if (places.length > limits.libraries) throw new ElfError('limit', 'too many libraries', String(places.length))
    return places.map(at => kept(nameAt(reader, strings, at)))
  }
  const last = (tag: number) => {
    const at = values.get(tag)
    return at === undefined ? null : nameAt(reader, strings, at)
  }
  return {
    values,
    strings,
    needed: all(needed),
    soname: last(tags.soname),
    rpath: last(tags.rpath),
    runpath: last(tags.runpath),
    audit: all(audit),
  }
}

interface Entries {
  /** The last value of each tag. */
  readonly values: Map<number, number>
  /** Where the names of libraries are in the table of names, in their order: DT_NEEDED, and those of {@link auditTags}. */
  readonly needed: number[]
  readonly audit: number[]
  /** Tags that are there twice and should not be. */
  readonly repeated: Set<number>
}

function readEntries(reader: Reader, header: Header, offset: number, length: number): Entries {
  const size = header.is64 ? 16 : 8
  const count = Math.min(Math.floor(length / size), limits.dynamicEntries + 1)
  const t = reader.table(offset, count * size, header)
  const entries: Entries = { values: new Map(), needed: [], audit: [], repeated: new Set() }
  for (let i = 0; i < count; i++) {
    const at = i * size
    const tag = header.is64 ? t.u64OrInfinity(at) : t.u32(at)
    if (tag === 0) return entries
    if (i === limits.dynamicEntries) throw new ElfError('limit', 'too many dynamic entries', String(count))
    const value = header.is64 ? t.u64OrInfinity(at + 8) : t.u32(at + 4)
    if (tag === tags.needed) entries.needed.push(value)
    else if (auditTags.has(tag)) entries.audit.push(value)
    const known = entries.values.size
    entries.values.set(tag, value)
    if (entries.values.size === known && singleTags.has(tag)) entries.repeated.add(tag)
  }
  throw new ElfError('malformed', 'the dynamic table has no end', hex(offset))
}

function readStrings(reader: Reader, values: ReadonlyMap<number, number>, segments: readonly Segment[]): Names {
  const address = values.get(tags.strtab)
  const length = values.get(tags.strsz)
  if (address === undefined) throw new ElfError('malformed', 'the dynamic table names no string table', 'DT_STRTAB')
  if (length === undefined) throw new ElfError('malformed', 'the string table has no size', 'DT_STRSZ')
  const { offset, room } = locate(segments, address)
  if (length > room) throw new ElfError('malformed', 'the string table is larger than its segment', hex(length))
  return reader.names(offset, length)
}

/** The name at an index of the loaded table of names. @throws ElfError `malformed` outside of it */
export function nameAt(reader: Reader, strings: Names, index: number): string {
  if (index >= strings.length) throw new ElfError('malformed', 'a name lies outside the string table', hex(index))
  return reader.name(strings, index)
}
