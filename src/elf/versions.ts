import { type Dynamic, nameAt, tags } from './dynamic.ts'
import type { Header } from './header.ts'
import { kept } from './kept.ts'
import { limits } from './limits.ts'
import { ElfError, hex, type Problem } from './problem.ts'
import type { Reader } from './reader.ts'
import { locate, type Segment } from './segments.ts'
import type { Imports } from './symbols.ts'

/** `vna_flags`: the loader only warns when such a version is missing. */
const weakFlag = 2

/** One version that a library must supply (Elf_Verneed and Elf_Vernaux, LSB "Symbol Versioning"). */
export interface VersionNeed {
  readonly library: string
  readonly version: string
  /** VER_FLG_WEAK. */
  readonly weak: boolean
  /** Its number in the table of symbol versions. */
  readonly index: number
}

/**
 * Walks the version needs as the loader does: by the links, not by the counts (glibc `_dl_check_map_versions`), and with
 * its demands: version 1, a hash that is the name's, a library that is in DT_NEEDED.
 * @throws ElfError
 */
export function readVersionNeeds(
  reader: Reader,
  header: Header,
  segments: readonly Segment[],
  dynamic: Dynamic,
  problems: Problem[],
): VersionNeed[] {
  const address = dynamic.values.get(tags.verneed)
  if (address === undefined) return []
  const { offset, room } = locate(segments, address)
  const end = offset + room
  const record = (at: number) => {
    if (at + 16 > end) throw new ElfError('malformed', 'a version record lies outside its segment', hex(at))
    return reader.table(at, 16, header)
  }
  const needs: VersionNeed[] = []
  const indexes = new Set<number>()
  let records = 0
  const warn = (evidence: string) =>
    problems.push({ kind: 'malformed', severity: 'warning', message: 'a count of versions is wrong', evidence })
  const count = (at: number) => {
    if (++records > limits.versions) throw new ElfError('limit', 'too many version needs', hex(at))
  }
  let files = 0
  const libraries = new Set(dynamic.needed)
  // Links are unsigned and added to the position: the walk only goes forward, so it ends at the segment's end.
  for (let at = offset, next = -1; next !== 0; at += next) {
    count(at)
    files++
    const need = record(at)
    if (need.u16(0) !== 1) throw new ElfError('malformed', 'a version need has an unknown layout', String(need.u16(0)))
    const library = kept(nameAt(reader, dynamic.strings, need.u32(4)))
    if (!libraries.has(library)) {
      throw new ElfError('malformed', 'versions are needed of a library that is not', library)
    }
    let versions = 0
    for (let aux = at + need.u32(8), link = -1; link !== 0; aux += link) {
      count(aux)
      versions++
      const t = record(aux)
      const version = kept(nameAt(reader, dynamic.strings, t.u32(8)))
      if (t.u32(0) !== elfHash(version)) throw new ElfError('malformed', 'the hash of a version is wrong', version)
      const index = t.u16(6) & 0x7fff
      // The loader would keep only one of them.
      if (indexes.has(index)) throw new ElfError('malformed', 'two versions have one number', `${version} ${index}`)
      indexes.add(index)
      needs.push({ library, version, weak: (t.u16(4) & weakFlag) !== 0, index })
      link = t.u32(12)
    }
    if (versions !== need.u16(2)) warn(`${library}: vn_cnt ${need.u16(2)}, ${versions} found`)
    next = need.u32(12)
  }
  const said = dynamic.values.get(tags.verneednum)
  if (said !== files) warn(`DT_VERNEEDNUM ${said ?? 'missing'}, ${files} found`)
  return needs
}

/**
 * The numbers of the versions that a library defines itself (Elf_Verdef), walked by the links as the loader does.
 * @throws ElfError
 */
export function readVersionDefinitions(
  reader: Reader,
  header: Header,
  segments: readonly Segment[],
  dynamic: Dynamic,
): ReadonlySet<number> {
  const defined = new Set<number>()
  const address = dynamic.values.get(tags.verdef)
  if (address === undefined) return defined
  const { offset, room } = locate(segments, address)
  for (let at = offset, next = -1, records = 1; next !== 0; at += next, records++) {
    if (records > limits.versions) throw new ElfError('limit', 'too many versions', hex(at))
    if (at + 20 > offset + room) throw new ElfError('malformed', 'a version lies outside its segment', hex(at))
    const t = reader.table(at, 20, header)
    if (t.u16(0) !== 1) throw new ElfError('malformed', 'a version has an unknown layout', String(t.u16(0)))
    defined.add(t.u16(4) & 0x7fff)
    next = t.u32(16)
  }
  return defined
}

/** Whether every import's version is one that a library must supply or the file itself has: the loader does not ask. */
export function checkImports(
  { byVersion }: Imports,
  needs: readonly VersionNeed[],
  defined: ReadonlySet<number>,
): Problem[] {
  const known = new Set(needs.map(n => n.index))
  for (const [version, imports] of byVersion) {
    if (version <= 1 || known.has(version) || defined.has(version)) continue
    const message = 'a symbol has a version that nothing describes'
    return [{ kind: 'malformed', severity: 'error', message, evidence: `${imports[0]?.name} ${version}` }]
  }
  return []
}

/** The hash of the gABI ("Hash Table"), over the bytes of the name. */
export function elfHash(name: string): number {
  let h = 0
  for (let i = 0; i < name.length; i++) {
    const byte = name.charCodeAt(i)
    if (byte > 0x7f) return hashBytes(Buffer.from(name))
    h = step(h, byte)
  }
  return h >>> 0
}

function hashBytes(bytes: Buffer): number {
  return bytes.reduce(step, 0) >>> 0
}

function step(before: number, byte: number): number {
  const h = (before << 4) + byte
  const high = h & 0xf0000000
  return (high === 0 ? h : h ^ (high >>> 24)) & ~high
}
