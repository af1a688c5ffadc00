import { elfHash } from '../../src/elf/versions.ts'
import { Writer } from './byte-writer.ts'

/** A symbol that the file imports; `version` is `[library, version]`. */
interface WrittenImport {
  readonly name: string
  readonly weak?: boolean
  readonly version?: readonly [library: string, version: string]
}

/** What to write; every field has a sensible value for a small x86-64 program. */
export interface ElfSpec {
  readonly is64?: boolean
  readonly littleEndian?: boolean
  readonly machine?: number
  readonly flags?: number
  /** e_type: 2 executable (default), 3 dynamic. */
  readonly type?: number
  readonly osAbi?: number
  readonly interpreter?: string
  /** A dynamic table is written when this is set (even empty) or anything below needs one. */
  readonly needed?: readonly string[]
  readonly soname?: string
  readonly runpath?: string
  readonly rpath?: string
  /** More dynamic entries, before DT_NULL. */
  readonly dynamic?: readonly (readonly [tag: number, value: number])[]
  readonly flags1?: number
  readonly bindNow?: boolean
  readonly imports?: readonly WrittenImport[]
  /** Marked VER_FLG_WEAK: `<library> <version>`. */
  readonly weakVersions?: readonly string[]
  readonly hash?: 'sysv' | 'gnu-empty' | 'none'
  /** PT_GNU_STACK flags; null writes none. */
  readonly stack?: number | null
  readonly relro?: boolean
  /** p_align of the loaded segments. */
  readonly align?: number
  /** p_flags of the first loaded segment. */
  readonly codeFlags?: number
  readonly notes?: readonly { readonly owner: string; readonly type: number; readonly data: Buffer }[]
  /** Bytes in the first loaded segment. */
  readonly data?: Buffer | string
  /** Sections that are not loaded; with none there are no section headers. */
  readonly sections?: readonly { readonly name: string; readonly data: Buffer; readonly type?: number }[]
}

/** A written file with the places of its tables, for tests that damage them. */
export interface WrittenElf {
  readonly bytes: Buffer
  readonly at: Readonly<
    Record<'segments' | 'dynamic' | 'verneed' | 'versym' | 'symtab' | 'strtab' | 'hash' | 'data', number>
  >
  /** Address minus offset of the second segment, where the tables are. */
  readonly bias: number
}

/** Writes a small but complete ELF file, the way linkers do: code segment, data segment with the dynamic tables. */
export function writeElf(spec: ElfSpec = {}): WrittenElf {
  const is64 = spec.is64 ?? true
  const little = spec.littleEndian ?? true
  const make = () => new Writer(is64, little)
  const align = spec.align ?? 0x1000
  const type = spec.type ?? 2
  const base = type === 3 ? 0 : 0x400000
  const headerSize = is64 ? 64 : 52
  const segmentSize = is64 ? 56 : 32
  const hasDynamic =
    spec.needed !== undefined ||
    spec.imports !== undefined ||
    spec.soname !== undefined ||
    spec.dynamic !== undefined ||
    spec.flags1 !== undefined ||
    spec.runpath !== undefined ||
    spec.rpath !== undefined

  const notes = make()
  for (const n of spec.notes ?? []) {
    const owner = Buffer.from(`${n.owner}\0`)
    notes.u32(owner.length).u32(n.data.length).u32(n.type).raw(owner).align(4).raw(n.data).align(4)
  }
  // Loaders find a position-independent program by PT_PHDR.
  const self = type === 3 && spec.interpreter !== undefined
  const count =
    2 +
    (self ? 1 : 0) +
    (spec.interpreter === undefined ? 0 : 1) +
    (hasDynamic ? 1 : 0) +
    (notes.length > 0 ? 1 : 0) +
    (spec.stack === null ? 0 : 1) +
    ((spec.relro ?? hasDynamic) ? 1 : 0)
  const interpAt = headerSize + count * segmentSize
  const interp = Buffer.from(spec.interpreter === undefined ? '' : `${spec.interpreter}\0`)
  const notesAt = Math.ceil((interpAt + interp.length) / 8) * 8
  const dataAt = notesAt + notes.length
  const data = Buffer.from(spec.data ?? 'code and constants')
  const codeEnd = dataAt + data.length
  const rwAt = Math.ceil(codeEnd / 16) * 16
  const bias = base + align
  const tables = writeTables(spec, hasDynamic, rwAt, bias, make)
  const rwEnd = rwAt + tables.bytes.length

  const segments = make()
  const segment = (t: number, f: number, offset: number, vaddr: number, size: number, a: number) =>
    is64
      ? segments.u32(t).u32(f).u64(offset).u64(vaddr).u64(vaddr).u64(size).u64(size).u64(a)
      : segments.u32(t).u32(offset).u32(vaddr).u32(vaddr).u32(size).u32(size).u32(f).u32(a)
  if (self) segment(6, 4, headerSize, base + headerSize, count * segmentSize, 8)
  if (spec.interpreter !== undefined) segment(3, 4, interpAt, base + interpAt, interp.length, 1)
  segment(1, spec.codeFlags ?? 5, 0, base, codeEnd, align)
  segment(1, 6, rwAt, bias + rwAt, tables.bytes.length, align)
  if (hasDynamic) segment(2, 6, tables.at.dynamic, bias + tables.at.dynamic, tables.dynamicSize, 8)
  if (notes.length > 0) segment(4, 4, notesAt, base + notesAt, notes.length, 4)
  if (spec.stack !== null) segment(0x6474e551, spec.stack ?? 6, 0, 0, 0, 16)
  if (spec.relro ?? hasDynamic) segment(0x6474e552, 4, rwAt, bias + rwAt, tables.bytes.length, 1)

  const { sections, headers, shnum, shoff } = writeSections(spec, rwEnd, make)
  const header = make()
    .u8(0x7f, 0x45, 0x4c, 0x46, is64 ? 2 : 1, little ? 1 : 2, 1, spec.osAbi ?? 0, ...Array<number>(8).fill(0))
    .u16(type)
    .u16(spec.machine ?? 62)
    .u32(1)
    .word(base + dataAt)
    .word(headerSize)
    .word(shoff)
    .u32(spec.flags ?? 0)
    .u16(headerSize)
    .u16(segmentSize)
    .u16(count)
    .u16(shnum === 0 ? 0 : is64 ? 64 : 40)
    .u16(shnum)
    .u16(shnum === 0 ? 0 : shnum - 1)
  const body = make().raw(header.bytes()).raw(segments.bytes()).raw(interp).align(8).raw(notes.bytes()).raw(data)
  const bytes = body.align(16).raw(tables.bytes).raw(sections).raw(headers).bytes()
  return { bytes, bias, at: { ...tables.at, segments: headerSize, data: dataAt } }
}

function writeTables(spec: ElfSpec, hasDynamic: boolean, start: number, bias: number, make: () => Writer) {
  if (!hasDynamic) {
    const at = { dynamic: 0, verneed: 0, versym: 0, symtab: 0, strtab: 0, hash: 0 }
    return { bytes: Buffer.from('data'), dynamicSize: 0, at }
  }
  const { is64 } = make()
  const strings = make().u8(0)
  const known = new Map<string, number>()
  const text = (s: string) => {
    const at = known.get(s) ?? strings.length
    if (!known.has(s)) {
      known.set(s, at)
      strings.raw(Buffer.from(`${s}\0`))
    }
    return at
  }
  const imports = spec.imports ?? []
  const libraries = new Map<string, Map<string, number>>()
  let index = 2
  for (const [library, version] of imports.flatMap(i => (i.version ? [i.version] : []))) {
    const versions = libraries.get(library) ?? new Map<string, number>()
    if (!versions.has(version)) versions.set(version, index++)
    libraries.set(library, versions)
  }
  const symtab = make().raw(Buffer.alloc(is64 ? 24 : 16))
  const versym = make().u16(0)
  for (const i of imports) {
    const info = ((i.weak ? 2 : 1) << 4) | 2
    if (is64) symtab.u32(text(i.name)).u8(info, 0).u16(0).u64(0).u64(0)
    else symtab.u32(text(i.name)).u32(0).u32(0).u8(info, 0).u16(0)
    versym.u16(i.version ? (libraries.get(i.version[0])?.get(i.version[1]) ?? 1) : 1)
  }
  const verneed = make()
  ;[...libraries].forEach(([library, versions], n) => {
    const last = n === libraries.size - 1
    verneed
      .u16(1)
      .u16(versions.size)
      .u32(text(library))
      .u32(16)
      .u32(last ? 0 : 16 + 16 * versions.size)
    ;[...versions].forEach(([version, number], m) => {
      const weak = spec.weakVersions?.includes(`${library} ${version}`) ? 2 : 0
      verneed
        .u32(elfHash(version))
        .u16(weak)
        .u16(number)
        .u32(text(version))
        .u32(m === versions.size - 1 ? 0 : 16)
    })
  })
  const hash = make()
  const kind = spec.hash ?? 'sysv'
  const symbols = imports.length + 1
  const s390x = spec.machine === 22 && is64
  const hashWord = (n: number) => (s390x ? hash.u64(n) : hash.u32(n))
  if (kind === 'sysv') for (const n of [1, symbols, 0, ...Array<number>(symbols).fill(0)]) hashWord(n)
  if (kind === 'gnu-empty') hash.u32(1).u32(1).u32(1).u32(0).word(0).u32(0)
  // Relocations that name every symbol, as a program with calls has.
  const rela = make()
  for (let i = 1; is64 && i <= imports.length; i++) {
    rela
      .u64(bias)
      .u64(i * 2 ** 32 + 7)
      .u64(0)
  }

  const named: [number, number][] = (spec.needed ?? []).map(n => [1, text(n)])
  if (spec.soname !== undefined) named.push([14, text(spec.soname)])
  if (spec.rpath !== undefined) named.push([15, text(spec.rpath)])
  if (spec.runpath !== undefined) named.push([29, text(spec.runpath)])
  const parts = { symtab, versym, verneed, hash, rela, strtab: strings }
  const lengths = Object.values(parts).map(p => Math.ceil(p.length / 16) * 16)
  const names = Object.keys(parts)
  const offset = (name: string) => start + lengths.slice(0, names.indexOf(name)).reduce((a, b) => a + b, 0)
  const address = (name: string) => bias + offset(name)
  const entries: (readonly [number, number])[] = [
    ...named,
    [5, address('strtab')],
    [10, strings.length],
    [6, address('symtab')],
    [11, is64 ? 24 : 16],
    ...(kind === 'sysv' ? [[4, address('hash')] as const] : []),
    ...(kind === 'gnu-empty' ? [[0x6ffffef5, address('hash')] as const] : []),
    ...(rela.length > 0
      ? ([
          [7, address('rela')],
          [8, rela.length],
          [9, 24],
        ] as const)
      : []),
    ...(libraries.size > 0
      ? ([
          [0x6ffffff0, address('versym')],
          [0x6ffffffe, address('verneed')],
          [0x6fffffff, libraries.size],
        ] as const)
      : []),
    ...(spec.flags1 === undefined ? [] : [[0x6ffffffb, spec.flags1] as const]),
    ...(spec.bindNow ? [[24, 0] as const] : []),
    ...(spec.dynamic ?? []),
    [0, 0],
  ]
  const body = make()
  for (const part of Object.values(parts)) body.raw(part.bytes()).align(16)
  const dynamicAt = start + body.length
  for (const [tag, value] of entries) body.word(tag).word(value)
  const at = {
    dynamic: dynamicAt,
    ...{ verneed: offset('verneed'), versym: offset('versym'), symtab: offset('symtab') },
    ...{ strtab: offset('strtab'), hash: offset('hash') },
  }
  return { bytes: body.bytes(), dynamicSize: entries.length * (is64 ? 16 : 8), at }
}

function writeSections(spec: ElfSpec, start: number, make: () => Writer) {
  const wanted = spec.sections ?? []
  if (wanted.length === 0) return { sections: Buffer.alloc(0), headers: Buffer.alloc(0), shnum: 0, shoff: 0 }
  const names = make().u8(0)
  const body = make()
  const headers = make()
  const { is64 } = headers
  const header = (name: number, type: number, offset: number, size: number) =>
    is64
      ? headers.u32(name).u32(type).u64(0).u64(0).u64(offset).u64(size).u32(0).u32(0).u64(1).u64(0)
      : headers.u32(name).u32(type).u32(0).u32(0).u32(offset).u32(size).u32(0).u32(0).u32(1).u32(0)
  header(0, 0, 0, 0)
  for (const section of wanted) {
    header(names.length, section.type ?? 1, start + body.length, section.data.length)
    names.raw(Buffer.from(`${section.name}\0`))
    body.raw(section.data)
  }
  const namesAt = names.length
  names.raw(Buffer.from('.shstrtab\0'))
  header(namesAt, 3, start + body.length, names.length)
  body.raw(names.bytes()).align(8)
  return { sections: body.bytes(), headers: headers.bytes(), shnum: wanted.length + 2, shoff: start + body.length }
}
