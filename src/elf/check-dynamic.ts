import { type Dynamic, tags } from './dynamic.ts'
import type { Header } from './header.ts'
import { traitsOf } from './machines.ts'
import { ElfError, hex, type Problem } from './problem.ts'
import { locate, type Segment, segmentFlags, segmentTypes } from './segments.ts'

/** A table that the loader reads or calls: its address, its length and the size of its rows, each by tag. */
interface LoadedTable {
  readonly name: string
  readonly at: number
  readonly length?: number
  readonly row?: number
  /** Bytes of a row with 64 and with 32 bits. */
  readonly sizes?: readonly [number, number]
}

const loadedTables: readonly LoadedTable[] = [
  { name: 'DT_RELA', at: tags.rela, length: tags.relaSize, row: tags.relaRow, sizes: [24, 12] },
  { name: 'DT_REL', at: tags.rel, length: tags.relSize, row: tags.relRow, sizes: [16, 8] },
  { name: 'DT_RELR', at: tags.relr, length: tags.relrSize, row: tags.relrRow, sizes: [8, 4] },
  { name: 'DT_JMPREL', at: tags.jmprel, length: tags.pltRelSize },
  { name: 'DT_PREINIT_ARRAY', at: tags.preinitArray, length: tags.preinitArraySize },
  { name: 'DT_INIT_ARRAY', at: tags.initArray, length: tags.initArraySize },
  { name: 'DT_FINI_ARRAY', at: tags.finiArray, length: tags.finiArraySize },
]
const functions = [
  { name: 'DT_INIT', at: tags.init },
  { name: 'DT_FINI', at: tags.fini },
] as const
const hashTables = [tags.hash, tags.gnuHash, tags.mipsXhash] as const

/**
 * What the loaders demand of a dynamic table: glibc stops with an assertion or crashes on the rest (`elf_get_dynamic_info`,
 * `_dl_relocate_object`, `_dl_init`), and musl on a program without a hash table.
 */
export function checkDynamic(
  header: Header,
  segments: readonly Segment[],
  dynamic: Dynamic,
  interpreter: string | null,
): Problem[] {
  const { values } = dynamic
  const problems: Problem[] = []
  const say = (message: string, evidence: string, severity: Problem['severity'] = 'error') =>
    problems.push({ kind: 'malformed', severity, message, evidence })
  if (dynamic.needed.includes('')) say('a library is needed that has no name', 'DT_NEEDED')
  if (!values.has(tags.symtab)) say('the dynamic table names no symbol table', 'DT_SYMTAB')
  if (values.has(tags.verneed) && !values.has(tags.versym)) say('versions are needed, but of no symbol', 'DT_VERSYM')
  if (interpreter !== null && !hashTables.some(tag => values.has(tag))) {
    const severity = interpreter.includes('ld-musl') ? 'error' : 'warning'
    say('symbols have no hash table', 'DT_HASH, DT_GNU_HASH', severity)
  }
  for (const table of loadedTables) {
    const wrong = problemOf(table, header, segments, values)
    if (wrong !== null) say(wrong, table.name)
  }
  const kind = values.get(tags.pltRel)
  const { relocations, descriptors } = traitsOf(header)
  const named = (values.get(tags.pltRelSize) ?? 0) > 0
  if (named && relocations !== null && kind !== relocations) {
    say('relocations of functions have a layout that the loader does not take', `DT_PLTREL ${kind ?? 'missing'}`)
  }
  for (const { name, at } of functions) {
    const address = values.get(at)
    if (address === undefined || descriptors) continue
    if (!isCode(segments, address)) say('a function to call is not in an executable segment', `${name} ${hex(address)}`)
  }
  return problems
}

function problemOf(
  { at, length, row, sizes }: LoadedTable,
  header: Header,
  segments: readonly Segment[],
  values: ReadonlyMap<number, number>,
): string | null {
  const address = values.get(at)
  const bytes = length === undefined ? 0 : values.get(length)
  if (address === undefined) return (bytes ?? 0) > 0 ? 'a table has a size but no address' : null
  if (bytes === undefined) return 'a table has no size'
  const expected = sizes?.[header.is64 ? 0 : 1]
  if (row !== undefined && values.get(row) !== expected) return 'rows of a table have a wrong size'
  if (bytes === 0) return null
  if (expected !== undefined && bytes % expected !== 0) return 'a table ends within a row'
  try {
    return bytes > locate(segments, address).room ? 'a table is larger than its segment' : null
  } catch (error) {
    if (error instanceof ElfError) return error.message
    throw error
  }
}

/** The lowest bit of an address may say which instructions follow (Thumb). */
function isCode(segments: readonly Segment[], address: number): boolean {
  return segments.some(
    s =>
      s.type === segmentTypes.load &&
      (s.flags & segmentFlags.execute) !== 0 &&
      address >= s.vaddr &&
      address < s.vaddr + s.filesz,
  )
}
