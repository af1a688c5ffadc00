import { ElfError, hex } from './problem.ts'
import type { Layout, Reader } from './reader.ts'

/** `e_type` of the kinds of ELF that there are. */
export const elfTypes = { relocatable: 1, executable: 2, dynamic: 3, core: 4 } as const

/** The ELF header (gABI "ELF Header"): the fields that say something about a finished program. */
export interface Header extends Layout {
  readonly osAbi: number
  readonly abiVersion: number
  readonly type: number
  readonly machine: number
  readonly flags: number
  readonly entry: number
  readonly phoff: number
  readonly phnum: number
  /** Whether the number of program headers stands in section 0 (PN_XNUM). */
  readonly extended: boolean
  readonly shoff: number
  readonly shnum: number
  readonly shstrndx: number
  /** `e_shentsize`; sections are only read when it is right. */
  readonly shentsize: number
}

/** Bytes of the fixed structures, by class. */
export function sizesOf(layout: Layout): { header: number; segment: number; section: number; symbol: number } {
  return layout.is64
    ? { header: 64, segment: 56, section: 64, symbol: 24 }
    : { header: 52, segment: 32, section: 40, symbol: 16 }
}

/** Whether the file starts as an ELF file does. */
export function hasMagic(start: Uint8Array): boolean {
  return start[0] === 0x7f && start[1] === 0x45 && start[2] === 0x4c && start[3] === 0x46
}

/** Reads the header of a file that has the magic. @throws ElfError */
export function readHeader(reader: Reader): Header {
  const ident = reader.bytes(0, 16)
  const layout = readLayout(ident)
  const sizes = sizesOf(layout)
  const t = reader.table(0, sizes.header, layout)
  const word = layout.is64 ? 8 : 4
  // After e_ident, e_type, e_machine, e_version come three words: entry, phoff, shoff.
  const rest = 24 + 3 * word
  expect(t.u32(20) === 1 && ident[6] === 1, 'the ELF version is not 1', `${ident[6]}, ${t.u32(20)}`)
  expect(t.u16(rest + 4) === sizes.header, 'the header has a wrong size of its own', String(t.u16(rest + 4)))
  const phnum = t.u16(rest + 8)
  const header = {
    ...layout,
    osAbi: t.u8(7),
    abiVersion: t.u8(8),
    type: t.u16(16),
    machine: t.u16(18),
    entry: t.word(24),
    phoff: t.word(24 + word),
    shoff: t.word(24 + 2 * word),
    flags: t.u32(rest),
    phnum,
    extended: phnum === 0xffff,
    shentsize: t.u16(rest + 10),
    shnum: t.u16(rest + 12),
    shstrndx: t.u16(rest + 14),
  }
  if (phnum > 0) expect(t.u16(rest + 6) === sizes.segment, 'program headers have a wrong size', String(t.u16(rest + 6)))
  return extended(reader, header)
}

function readLayout(ident: Buffer): Layout {
  const [, , , , cls = 0, data = 0] = ident
  expect(cls === 1 || cls === 2, 'the class is neither 32 nor 64 bit', `EI_CLASS ${cls}`)
  expect(data === 1 || data === 2, 'the byte order is unknown', `EI_DATA ${data}`)
  return { is64: cls === 2, littleEndian: data === 1 }
}

/** Counts that do not fit into 16 bits are in section 0 (gABI: PN_XNUM, SHN_XINDEX). */
function extended(reader: Reader, header: Header): Header {
  if (header.shoff === 0) return header
  const sizes = sizesOf(header)
  const many = header.extended
  if (!many && (header.shentsize !== sizes.section || header.shoff + sizes.section > reader.size)) return header
  const t = reader.table(header.shoff, sizes.section, header)
  const [size, link, info] = header.is64 ? [32, 40, 44] : [20, 24, 28]
  return {
    ...header,
    phnum: many ? t.u32(info) : header.phnum,
    shnum: header.shnum === 0 ? Math.min(header.is64 ? t.u64OrInfinity(size) : t.u32(size), 0xffffffff) : header.shnum,
    shstrndx: header.shstrndx === 0xffff ? t.u32(link) : header.shstrndx,
  }
}

function expect(right: boolean, message: string, evidence: string): void {
  if (!right) throw new ElfError('malformed', message, evidence)
}

/** Short name of the class and machine, for messages about files that no row describes. */
export function describeMachine(header: Header): string {
  return `ELF${header.is64 ? 64 : 32} ${header.littleEndian ? 'LE' : 'BE'} machine ${header.machine} flags ${hex(header.flags)}`
}
