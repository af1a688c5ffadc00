import type { ByteSource } from '../elf/reader.ts'
import { type Section, sectionTypes } from '../elf/sections.ts'
import { constantSegments, type Segment, segmentTypes } from '../elf/segments.ts'
import type { Finding } from '../report/schema.ts'
import { finding } from './findings.ts'
import { type Hit, type Needle, type Range, scan } from './scan.ts'

/** When the report names the sha256; see {@link digestLimit}. */
export type DigestWish = 'auto' | 'always' | 'never'

/** What reading all bytes of a file gave. */
export interface Digest {
  readonly sha256: string | null
  readonly hits: readonly Hit[]
  readonly findings: readonly Finding[]
}

/** Bytes up to which `auto` reads a file as a whole for its sha256: everything above must stay a matter of milliseconds. */
const digestLimit = 256 << 20
/** Bytes that are searched at most without being asked to read everything. */
const searchLimit = 512 << 20

/** The parts of a file that may be searched; none of a file that is not ELF. */
export interface Parts {
  readonly segments: readonly Segment[]
  readonly sections: readonly Section[]
}

/** Bytes at the end of the constants where the C library has its own: linkers take it last. */
const lastConstants = 1 << 18

/**
 * Hashes the file and looks for needles, in one pass where both are wanted. What can only be a constant of the program is
 * looked for where constants are, unless all bytes are read anyway. A huge file is not read as a whole: only
 * what it loads is searched, and where that leaves something out, a finding says so.
 * @param needles to look for; with none and no digest wanted nothing is read
 * @param deadline `performance.now()` after which the search gives up, with a finding; not when a digest is wanted always
 */
export async function digestOf(
  source: ByteSource,
  { segments, sections }: Parts,
  needles: readonly Needle[],
  wish: DigestWish,
  deadline: number,
): Promise<Digest> {
  const hashed = wish === 'always' || (wish === 'auto' && source.size <= digestLimit)
  if (!hashed && needles.length === 0) return { sha256: null, hits: [], findings: [] }
  const partial = !hashed && source.size > searchLimit
  const ranges = hashed ? [{ from: 0, to: source.size }] : rangesToSearch(source.size, segments, needles)
  const bytes = ranges.reduce((sum, r) => sum + r.to - r.from, 0)
  if (partial && bytes > searchLimit) {
    return { sha256: null, hits: [], findings: [notSearched(`${bytes} loaded bytes`)] }
  }
  const options = { hashed, deadline: wish === 'always' ? null : deadline }
  const likely = hashed || needles.some(n => n.anywhere) ? [] : likelyRanges(ranges, sections)
  if (likely.length > 0) {
    const found = await scan(source, likely, needles, options)
    if (typeof found === 'object' && found.hits.length === needles.length) return { ...found, findings: [] }
  }
  const found = await scan(source, ranges, needles, options)
  if (found === 'changed') return { sha256: null, hits: [], findings: [fileChanged()] }
  if (found === 'late') return { sha256: null, hits: [], findings: [notSearched('the time is over')] }
  const rest = partial && needles.some(n => n.anywhere) ? [notSearched(`${source.size - bytes} bytes not loaded`)] : []
  return { ...found, findings: rest }
}

/** What is said of a file that is not the same at the end of reading as at its start. */
export function fileChanged(): Finding {
  return finding('unreadable', 'the file changed while it was read', 'size or time')
}

/** Not to have searched is not the same as not to have found. */
function notSearched(evidence: string): Finding {
  return finding('limit', 'the file is too large to search all of its bytes', evidence, {
    hint: 'Strip it, or verify it in the build that makes it: that reads every byte.',
  })
}

/** All of the file, unless it is huge; only its constants where nothing else is looked for. */
function rangesToSearch(size: number, segments: readonly Segment[], needles: readonly Needle[]): Range[] {
  if (size > searchLimit) return rangesOf(loaded(segments), size)
  if (needles.every(n => !n.anywhere)) return rangesOf(constantSegments(segments), size)
  return [{ from: 0, to: size }]
}

/**
 * Where a C library's texts are, if the sections tell the truth: all of them together are most often here. Nothing is when
 * most of the file would be read anyway.
 */
function likelyRanges(ranges: readonly Range[], sections: readonly Section[]): Range[] {
  const constants = sections.find(s => s.name === '.rodata' && s.type !== sectionTypes.noBits)
  if (!constants) return []
  const end = constants.offset + constants.size
  const from = Math.max(constants.offset, end - lastConstants)
  return ranges.some(r => r.from <= from && end <= r.to && r.to - r.from > 2 * lastConstants) ? [{ from, to: end }] : []
}

const loaded = (segments: readonly Segment[]) => segments.filter(s => s.type === segmentTypes.load && s.filesz > 0)

/** The parts of the file that are mapped, each byte once, in order. */
function rangesOf(segments: readonly Segment[], size: number): Range[] {
  const sorted = segments
    .map(s => ({ from: Math.min(s.offset, size), to: Math.min(s.offset + s.filesz, size) }))
    .sort((a, b) => a.from - b.from)
  const merged: { from: number; to: number }[] = []
  for (const range of sorted) {
    const last = merged.at(-1)
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else merged.push(range)
  }
  return merged
}
