import { type Attributes, readAttributes } from './attributes.ts'
import { checkDynamic } from './check-dynamic.ts'
import { checkSegments } from './check-segments.ts'
import { type Dynamic, readDynamic, tags } from './dynamic.ts'
import { type GoBuild, readGoBuild } from './go.ts'
import { elfTypes, type Header, readHeader } from './header.ts'
import { limits } from './limits.ts'
import { readLinked } from './linked.ts'
import { checkMipsAbi } from './mips.ts'
import { type Notes, readNotes } from './notes.ts'
import { ElfError, type Problem } from './problem.ts'
import { type ByteSource, Reader } from './reader.ts'
import { type Dependencies, readDependencies } from './rust.ts'
import { checkSections, readSections, type Section, sectionBytes } from './sections.ts'
import { readInterpreter, readSegments, type Segment } from './segments.ts'
import { type Imports, noImports, readImports } from './symbols.ts'
import { checkImports, readVersionDefinitions, readVersionNeeds, type VersionNeed } from './versions.ts'

/** All that is known of an ELF file, as plain data. Where `problems` has an error, the rest may be incomplete. */
export interface Elf {
  readonly header: Header
  readonly segments: readonly Segment[]
  /** PT_INTERP. */
  readonly interpreter: string | null
  readonly dynamic: Dynamic | null
  readonly needs: readonly VersionNeed[]
  readonly imports: Imports
  readonly notes: Notes
  readonly sections: readonly Section[]
  /** Functions of libdl that are linked into a file without a loader. */
  readonly linked: readonly string[]
  readonly attributes: Attributes
  readonly go: GoBuild | null
  readonly dependencies: Dependencies | null
  /** Text of `.comment`: the compilers that took part. */
  readonly comment: string | null
  readonly problems: readonly Problem[]
}

const noNotes: Notes = { buildId: null, goBuildId: null, kernel: null, isaLevel: null, package: null }

/**
 * Reads everything that a file with the ELF magic says, in the order that the kernel and the loader do: header,
 * segments, dynamic table; sections only as extra evidence.
 * @throws ElfError only when not even the header can be read; all else is in `problems`
 */
export function readElf(source: ByteSource): Elf {
  const reader = new Reader(source, performance.now() + limits.time)
  try {
    return readAll(reader)
  } finally {
    reader.release()
  }
}

function readAll(reader: Reader): Elf {
  const header = readHeader(reader)
  const problems: Problem[] = []
  // A part that cannot be read is a problem of its own; the others still say what they can.
  const attempt = <T>(part: () => T, otherwise: T): T => {
    try {
      return part()
    } catch (error) {
      if (!(error instanceof ElfError)) throw error
      problems.push({ kind: error.kind, severity: 'error', message: error.message, evidence: error.evidence })
      return otherwise
    }
  }
  const finished = header.type === elfTypes.executable || header.type === elfTypes.dynamic
  const segments = attempt(() => readSegments(reader, header), [])
  if (finished) problems.push(...checkSegments(segments, header, reader.size))
  problems.push(...checkSections(header, reader.size))
  const sections = attempt(() => readSections(reader, header), [])
  const interpreter = attempt(() => readInterpreter(reader, segments), null)
  const dynamic = attempt(() => readDynamic(reader, header, segments, problems), null)
  const walked = dynamic ? attempt(() => readVersionNeeds(reader, header, segments, dynamic, problems), null) : null
  const needs = walked ?? []
  const thorough = needs.some(n => n.weak)
  const imports = dynamic
    ? attempt(() => readImports({ reader, header, segments, dynamic }, thorough), noImports)
    : noImports
  if (dynamic && finished) {
    const defined = attempt(() => readVersionDefinitions(reader, header, segments, dynamic), new Set<number>())
    problems.push(...checkDynamic(header, segments, dynamic, interpreter))
    if (walked) problems.push(...checkImports(imports, walked, defined))
  }
  attempt(() => checkMipsAbi(reader, header, segments), undefined)
  return {
    header,
    segments,
    sections,
    linked: interpreter === null ? attempt(() => readLinked(reader, header, sections), []) : [],
    dynamic,
    needs,
    interpreter,
    imports,
    notes: attempt(() => readNotes(reader, header, segments, problems), noNotes),
    attributes: attempt(() => readAttributes(reader, header, sections), new Map()),
    go: attempt(() => readGoBuild(reader, segments, sections), null),
    dependencies: attempt(() => readDependencies(reader, sections), null),
    comment: attempt(() => readComment(reader, sections), null),
    problems,
  }
}

/** Texts one after the other, each with an end. */
function readComment(reader: Reader, sections: readonly Section[]): string | null {
  const bytes = sectionBytes(reader, sections, '.comment', limits.string)
  const texts = bytes
    ?.toString('utf8')
    .split('\0')
    .filter(text => text !== '')
  return texts && texts.length > 0 ? [...new Set(texts)].join(', ') : null
}

/** Whether the file says that it is a position-independent executable (DF_1_PIE). */
export function isPie(elf: Elf): boolean {
  return hasBit(elf.dynamic?.values.get(tags.flags1), 0x08000000)
}

/** Whether all symbols are bound at the start: DT_BIND_NOW, DF_BIND_NOW or DF_1_NOW. */
export function isBoundNow(elf: Elf): boolean {
  const values = elf.dynamic?.values
  return values?.has(tags.bindNow) === true || hasBit(values?.get(tags.flags), 8) || hasBit(values?.get(tags.flags1), 1)
}

/** Whether code is changed while it is loaded: DT_TEXTREL or DF_TEXTREL. */
export function hasTextRelocations(elf: Elf): boolean {
  return elf.dynamic?.values.has(tags.textrel) === true || hasBit(elf.dynamic?.values.get(tags.flags), 4)
}

function hasBit(value: number | undefined, bit: number): boolean {
  return value !== undefined && Number.isFinite(value) && Math.floor(value / bit) % 2 === 1
}
