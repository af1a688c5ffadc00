import { elfTypes, type Header, sizesOf } from './header.ts'
import { type Machine, machines, traitsOf } from './machines.ts'
import { hex, type Problem } from './problem.ts'
import { type Segment, segmentFlags, segmentTypes } from './segments.ts'

/** What the rules look at. */
interface Image {
  readonly header: Header
  readonly segments: readonly Segment[]
  /** PT_LOAD. */
  readonly loads: readonly Segment[]
  /** Bytes of the file. */
  readonly size: number
}

/**
 * The kernel maps ET_EXEC where it says, and no user may map the lowest pages (`vm.mmap_min_addr`, at least 32 KiB in
 * every distribution's kernel).
 */
const lowestAddress = 0x8000
/** Bytes of memory that no program asks for in its headers: 1 TiB. */
const mostMemory = 2 ** 40
/** Kernels of some architectures have pages of this size; linkers round protected ranges up to it. */
const largestPage = 0x10000
const smallestPage = 0x1000

const rules: readonly ((image: Image) => Problem[])[] = [
  count,
  sizes,
  alignments,
  addresses,
  order,
  single,
  entry,
  programHeaders,
  tls,
  relro,
]

/**
 * What the kernel (`fs/binfmt_elf.c`) and the loaders (glibc `elf/rtld.c`, `elf/dl-load.c`) demand of program headers.
 * @param size of the file, bytes
 */
export function checkSegments(segments: readonly Segment[], header: Header, size: number): Problem[] {
  const loads = segments.filter(s => s.type === segmentTypes.load)
  return rules.flatMap(rule => rule({ header, segments, loads, size }))
}

function malformed(message: string, evidence: string, severity: Problem['severity'] = 'error'): Problem {
  return { kind: 'malformed', severity, message, evidence }
}

function placeOf(s: Segment): string {
  return `segment ${hex(s.type)} at ${hex(s.offset)}`
}

/** Neither the kernel nor the loader knows the extended count of gABI (PN_XNUM): that is for core dumps. */
function count({ header, segments, loads }: Image): Problem[] {
  const problems = loads.length === 0 ? [malformed('no segment is loaded', `${segments.length} program headers`)] : []
  if (header.extended) problems.push(malformed('no kernel starts a file with an extended count of headers', 'PN_XNUM'))
  return problems
}

function sizes({ segments, size }: Image): Problem[] {
  const problems: Problem[] = []
  for (const s of segments) {
    const end = lastByte(s)
    if (end > size) {
      const evidence = `${placeOf(s)} needs ${end} of ${size} bytes`
      problems.push({ kind: 'truncated', severity: 'error', message: 'the file is cut off', evidence })
    }
    const mapped = s.type === segmentTypes.load || s.type === segmentTypes.tls
    if (mapped && s.filesz > s.memsz) {
      problems.push(malformed('a segment is larger in the file than in memory', placeOf(s)))
    }
  }
  return problems
}

/**
 * How much of the file a segment needs, bytes. Without bytes of its own, one that starts within a page still maps that
 * page of the file; the page may begin before the end of the file and the segment after it (klibc's `cat` for arm64).
 */
function lastByte(s: Segment): number {
  if (s.filesz > 0) return s.offset + s.filesz
  const within = s.type === segmentTypes.load && s.memsz > 0 && s.vaddr % smallestPage !== 0
  return within ? s.offset - (s.offset % smallestPage) + 1 : 0
}

function alignments({ segments }: Image): Problem[] {
  const problems: Problem[] = []
  for (const s of segments) {
    if (s.type !== segmentTypes.load && s.type !== segmentTypes.tls) continue
    if (s.align !== 0 && 2 ** Math.floor(Math.log2(s.align)) !== s.align) {
      problems.push(malformed('an alignment is not a power of two', placeOf(s)))
    } else if (s.type === segmentTypes.load && s.vaddr % Math.max(s.align, 1) !== s.offset % Math.max(s.align, 1)) {
      const evidence = `${placeOf(s)}, address ${hex(s.vaddr)}, alignment ${hex(s.align)}`
      problems.push(malformed('a segment is not aligned as it says', evidence))
    }
  }
  return problems
}

function addresses({ header, loads }: Image): Problem[] {
  const most = traitsOf(header).addressSpace
  const problems = loads
    .filter(s => s.vaddr + s.memsz > most)
    .map(s => malformed('a segment lies outside of the address space', `${placeOf(s)}, address ${hex(s.vaddr)}`))
  for (const s of loads) {
    if (header.type === elfTypes.executable && s.vaddr < lowestAddress) {
      problems.push(malformed('a segment lies where nothing may be mapped', `${placeOf(s)}, address ${hex(s.vaddr)}`))
    }
  }
  const memory = loads.reduce((sum, s) => sum + s.memsz, 0)
  if (problems.length > 0 || memory <= mostMemory) return problems
  return [
    { kind: 'limit', severity: 'error', message: 'the file asks for more than 1 TiB of memory', evidence: hex(memory) },
  ]
}

/** Ascending addresses are gABI's rule; kernels before 5.18 took the last segment for the highest. */
function order({ loads }: Image): Problem[] {
  const after = (i: number) => loads[i + 1]
  if (loads.some((s, i) => s.vaddr > (after(i)?.vaddr ?? Number.POSITIVE_INFINITY))) {
    return [malformed('loaded segments are not in the order of their addresses', '')]
  }
  const overlap = loads.find((s, i) => s.vaddr + s.memsz > (after(i)?.vaddr ?? Number.POSITIVE_INFINITY))
  return overlap ? [malformed('loaded segments overlap', placeOf(overlap), 'warning')] : []
}

function single({ segments }: Image): Problem[] {
  const { interpreter, dynamic, programHeaders: self } = segmentTypes
  const many = (type: number) => segments.filter(s => s.type === type).length
  return [
    { type: interpreter, name: 'interpreters' },
    { type: dynamic, name: 'dynamic tables' },
    { type: self, name: 'descriptions of its program headers' },
    { type: segmentTypes.tls, name: 'templates of thread-local storage' },
  ].flatMap(({ type, name }) => (many(type) > 1 ? [malformed(`the file has several ${name}`, String(many(type)))] : []))
}

/** Where the program starts must be code from the file. Old POWER names a descriptor among its data instead. */
function entry({ header, segments, loads }: Image): Problem[] {
  const traits = traitsOf(header)
  const starts = header.type === elfTypes.executable || segments.some(s => s.type === segmentTypes.interpreter)
  if (!starts && header.entry === 0) return []
  const holder = loads.findLast(s => header.entry >= s.vaddr && header.entry < s.vaddr + s.memsz)
  if (!holder) return [malformed('the entry point is not in a loaded segment', hex(header.entry))]
  if (header.entry >= holder.vaddr + holder.filesz) {
    return [malformed('the entry point is not in the file', hex(header.entry))]
  }
  if (!traits.descriptors && (holder.flags & segmentFlags.execute) === 0) {
    return [malformed('the entry point is not in an executable segment', hex(header.entry))]
  }
  if (!isInstruction(header, traits)) return [malformed('the entry point is not at an instruction', hex(header.entry))]
  return []
}

/** The lowest bit tells the short instructions of ARM (Thumb) and MIPS. */
function isInstruction({ entry: at, machine }: Header, { instruction }: Machine): boolean {
  const short = (machine === machines.arm || machine === machines.mips) && at % 2 === 1
  return short || at % instruction === 0
}

/**
 * Start files and loaders find the program headers in memory, and the loader takes from PT_PHDR where a
 * position-independent program came to lie: before it reads PT_DYNAMIC, and only if it is there.
 */
function programHeaders({ header, segments, loads }: Image): Problem[] {
  const has = (type: number) => segments.some(s => s.type === type)
  const dynamic = has(segmentTypes.interpreter)
  if (!dynamic && !has(segmentTypes.tls)) return []
  const end = header.phoff + header.phnum * sizesOf(header).segment
  const holder = loads.find(s => s.offset <= header.phoff && end <= s.offset + s.filesz)
  if (!holder) return [malformed('the program headers are not in a loaded segment', hex(header.phoff))]
  const self = segments.findIndex(s => s.type === segmentTypes.programHeaders)
  const address = segments[self]?.vaddr
  if (address !== undefined && address !== header.phoff - holder.offset + holder.vaddr) {
    return [malformed('PT_PHDR is not where the program headers are', hex(address))]
  }
  const late = self < 0 || self > segments.findIndex(s => s.type === segmentTypes.dynamic)
  if (!dynamic || header.type !== elfTypes.dynamic || !late) return []
  return [malformed('PT_PHDR is missing or behind PT_DYNAMIC: the loader cannot tell where the program is', '')]
}

function tls({ segments, loads }: Image): Problem[] {
  const outside = segments.filter(
    s =>
      s.type === segmentTypes.tls &&
      s.filesz > 0 &&
      !loads.some(l => s.vaddr >= l.vaddr && s.vaddr + s.filesz <= l.vaddr + l.filesz),
  )
  return outside.map(s => malformed('thread-local storage is not in a loaded segment', placeOf(s)))
}

/** The loader protects the range when it has relocated; it gives up when there is nothing to protect. */
function relro({ segments, loads }: Image): Problem[] {
  const end = (s: Segment) => Math.ceil((s.vaddr + s.memsz) / largestPage) * largestPage
  const outside = segments.filter(
    s =>
      s.type === segmentTypes.gnuRelro &&
      s.memsz > 0 &&
      !loads.some(l => s.vaddr >= l.vaddr && s.vaddr < l.vaddr + l.memsz && s.vaddr + s.memsz <= end(l)),
  )
  return outside.map(s => malformed('the range to protect (PT_GNU_RELRO) is not in a loaded segment', placeOf(s)))
}
