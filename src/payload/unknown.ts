import type { Elf } from '../elf/elf.ts'
import type { ByteSource } from '../elf/reader.ts'
import { segmentTypes } from '../elf/segments.ts'
import { bytesAt } from './bytes.ts'
import { endsAsZip } from './zip.ts'

/** A kind of package that is recognized and not opened. */
export interface Unknown {
  /** What it is, for a sentence. */
  readonly name: string
  readonly evidence: string
}

/** What the recognizers look at: pieces that are cheap to read. */
interface Clues {
  readonly source: ByteSource
  readonly elf: Elf
  /** Bytes after the last segment or section: their first and their last ones. */
  readonly head: Buffer
  readonly tail: Buffer
}

const looked = 4096

/** Each with the place where its own loader looks. */
const kinds: readonly { readonly name: string; readonly is: (clues: Clues) => string | null }[] = [
  // postject puts the blob into a note (`node --experimental-sea-config`)
  { name: 'a Node.js single executable application', is: ({ source, elf }) => findNote(source, elf, 'NODE_SEA') },
  // denoland/deno `cli/standalone/binary.rs`: the data starts and ends with the mark
  { name: 'a program compiled by Deno', is: ({ head, tail }) => holds('d3n0l4nd', head, tail) },
  // oven-sh/bun `StandaloneModuleGraph.zig`: appended with a trailer, later a section of its own
  {
    name: 'a program compiled by Bun',
    is: ({ head, tail, elf }) => holds('\n---- Bun! ----\n', head, tail) ?? findSection(elf, '.bun'),
  },
  // indygreg/PyOxidizer `pyembed`: resources in a section of the linker's choice, named only where it is kept apart
  { name: 'a program made by PyOxidizer', is: ({ elf }) => findSection(elf, '.pyembed') },
  {
    name: 'a zip archive at its end (pex, shiv, zipapp)',
    is: ({ source, tail }) => (tail.length > 0 && endsAsZip(source) ? 'PK' : null),
  },
]

/** The kind of package that an executable carries without us being able to open it, or null. */
export function findUnknown(source: ByteSource, elf: Elf, trailing: number): Unknown | null {
  const length = Math.min(looked, source.size - trailing)
  const clues = {
    source,
    elf,
    head: bytesAt(source, trailing, length),
    tail: bytesAt(source, source.size - length, length),
  }
  for (const { name, is } of kinds) {
    const evidence = is(clues)
    if (evidence !== null) return { name, evidence }
  }
  return null
}

const scripts: readonly { readonly name: string; readonly is: (start: string, source: ByteSource) => boolean }[] = [
  { name: 'a self-extracting archive of makeself', is: start => /makeself/i.test(start) },
  { name: 'a script with a zip archive at its end (pex, shiv, zipapp)', is: (_, source) => endsAsZip(source) },
]

/** The kind of package that a script carries, or null. */
export function findUnknownScript(source: ByteSource, start: Buffer): Unknown | null {
  const text = start.toString('latin1')
  if (!text.startsWith('#!')) return null
  const found = scripts.find(s => s.is(text, source))
  return found ? { name: found.name, evidence: text.split('\n', 1)[0] ?? '' } : null
}

function holds(mark: string, ...places: readonly Buffer[]): string | null {
  return places.some(p => p.length > 0 && p.includes(mark)) ? mark.trim() : null
}

function findSection(elf: Elf, name: string): string | null {
  return elf.sections.some(s => s.name === name) ? name : null
}

/** A note whose owner's name starts like this: only the first of each segment is looked at, which is how it is injected. */
function findNote(source: ByteSource, elf: Elf, owner: string): string | null {
  for (const { type, offset, filesz } of elf.segments) {
    if (type !== segmentTypes.note || filesz < 12 + owner.length || offset + filesz > source.size) continue
    const found = bytesAt(source, offset + 12, owner.length).toString('latin1')
    if (found === owner) return owner
  }
  return null
}
