import { describe, expect, it } from 'vitest'
import { readElf } from '../../src/elf/elf.ts'
import { sourceOf } from '../support/elf-source.ts'
import { type ElfSpec, type WrittenElf, writeElf } from '../support/elf-writer.ts'

const program: ElfSpec = {
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  needed: ['libc.so.6'],
  imports: [
    { name: 'puts', version: ['libc.so.6', 'GLIBC_2.2.5'] },
    { name: 'stat', version: ['libc.so.6', 'GLIBC_2.33'] },
  ],
}
const pie: ElfSpec = { ...program, type: 3, flags1: 0x08000001 }
const errors = (bytes: Buffer) =>
  readElf(sourceOf(bytes))
    .problems.filter(p => p.severity === 'error')
    .map(p => p.message)

/** Changes a field of the first program header of a type; `field` as in Elf64_Phdr. */
const fields = { type: 0, offset: 8, vaddr: 16, filesz: 32, memsz: 40, align: 48 } as const
function segment(spec: ElfSpec, type: number, field: keyof typeof fields, value: number): Buffer {
  const { bytes } = writeElf(spec)
  for (let i = 0; i < bytes.readUInt16LE(56); i++) {
    const at = 64 + i * 56
    if (bytes.readUInt32LE(at) !== type) continue
    if (field === 'type') bytes.writeUInt32LE(value, at)
    else bytes.writeBigUInt64LE(BigInt(value), at + fields[field])
    return bytes
  }
  throw new Error(`no segment ${type}`)
}

/** Changes the value of a dynamic entry, or its tag into one that nobody looks at. */
function entry(written: WrittenElf, tag: number, value: number | null): Buffer {
  const { bytes, at } = written
  for (let i = at.dynamic; ; i += 16) {
    if (bytes.readBigUInt64LE(i) !== BigInt(tag)) continue
    if (value === null) bytes.writeBigUInt64LE(0x6ffffeffn, i)
    else bytes.writeBigUInt64LE(BigInt(value), i + 8)
    return bytes
  }
}

const [load, phdr, tls, relro] = [1, 6, 7, 0x6474e552]

describe('what the kernel and the loaders refuse', () => {
  it('nothing of what is written without damage', () => {
    for (const spec of [program, pie, {}, { ...program, hash: 'gnu-empty' as const }]) {
      expect(errors(writeElf(spec).bytes)).toEqual([])
    }
  })

  const structures: [what: string, bytes: Buffer, message: RegExp][] = [
    ['PIE without PT_PHDR', segment(pie, phdr, 'type', 0), /PT_PHDR is missing/],
    ['PT_PHDR elsewhere', segment(pie, phdr, 'vaddr', 0x1040), /PT_PHDR is not where/],
    ['a page at zero', segment({}, load, 'vaddr', 0), /where nothing may be mapped/],
    ['above the address space', segment({}, load, 'vaddr', 2 ** 47), /outside of the address space/],
    ['more memory than there is', segment({}, load, 'memsz', 2 ** 41), /1 TiB/],
    ['segments out of order', segment({}, load, 'vaddr', 0x900000), /not in the order/],
    ['protected range in nowhere', segment(program, relro, 'vaddr', 0x900000), /range to protect/],
    ['DT_SYMTAB missing', entry(writeElf(program), 6, null), /no symbol table/],
    ['DT_VERSYM missing', entry(writeElf(program), 0x6ffffff0, null), /but of no symbol/],
    ['rows of relocations', entry(writeElf(program), 9, 25), /rows of a table/],
    ['rows of relocations unsaid', entry(writeElf(program), 9, null), /rows of a table/],
    ['relocations without length', entry(writeElf(program), 8, null), /no size/],
    ['relocations that are cut', entry(writeElf(program), 8, 47), /within a row/],
    ['relocations beyond the segment', entry(writeElf(program), 8, 24 * 4000), /larger than its segment/],
    ['relocations in nowhere', entry(writeElf(program), 7, 0x900000), /outside of what the file loads/],
    [
      'rows of DT_JMPREL',
      writeElf({
        ...program,
        dynamic: [
          [2, 24],
          [23, 0x401200],
          [20, 17],
        ],
      }).bytes,
      /layout/,
    ],
    ['DT_INIT among the data', writeElf({ ...program, dynamic: [[12, 0x401300]] }).bytes, /executable segment/],
    [
      'DT_INIT_ARRAY in nowhere',
      writeElf({
        ...program,
        dynamic: [
          [25, 0x900000],
          [27, 8],
        ],
      }).bytes,
      /outside/,
    ],
    ['a library without name', writeElf({ ...program, needed: ['libc.so.6', ''] }).bytes, /has no name/],
    [
      'musl without hash table',
      writeElf({ ...pie, interpreter: '/lib/ld-musl-x86_64.so.1', hash: 'none' }).bytes,
      /no hash/,
    ],
  ]
  it.each(structures)('%s', (_what, bytes, message) => {
    expect(errors(bytes).join('\n')).toMatch(message)
  })

  it('a template of thread-local storage that is not in the file’s memory', () => {
    const outside = segment({ ...program, relro: true }, relro, 'type', tls)
    expect(errors(outside)).toEqual([])
    const at = outside.indexOf(Buffer.from([7, 0, 0, 0]), 64)
    outside.writeBigUInt64LE(0x900000n, at + fields.vaddr)
    expect(errors(outside)).toEqual(['thread-local storage is not in a loaded segment'])
  })

  it('a segment of zeros within a page that the file does not have', () => {
    const { bytes } = writeElf({})
    // The second program header: no bytes in the file, an offset of 8 TiB.
    bytes.writeBigUInt64LE(bytes.readBigUInt64LE(64 + 56 + fields.offset) + 2n ** 43n, 64 + 56 + fields.offset)
    bytes.writeBigUInt64LE(0n, 64 + 56 + fields.filesz)
    expect(errors(bytes)).toEqual(['the file is cut off'])
  })

  it('but zeros behind the end of the file, within its last page, are mapped', () => {
    const { bytes } = writeElf({})
    const second = 64 + 56
    for (const field of [fields.offset, fields.vaddr]) {
      const start = bytes.readBigUInt64LE(second + field)
      bytes.writeBigUInt64LE(start - (start % 0x1000n) + 0xfe8n, second + field)
    }
    bytes.writeBigUInt64LE(0n, second + fields.filesz)
    expect(bytes.length).toBeLessThan(0xfe8)
    expect(errors(bytes)).toEqual([])
  })

  it('an entry point in data, or within an instruction', () => {
    expect(errors(writeElf({ codeFlags: 4 }).bytes)).toEqual(['the entry point is not in an executable segment'])
    const { bytes } = writeElf({ machine: 183, align: 0x10000 })
    bytes.writeBigUInt64LE(bytes.readBigUInt64LE(24) + 2n, 24)
    expect(errors(bytes)).toEqual(['the entry point is not at an instruction'])
    expect(errors(writeElf({ machine: 21, littleEndian: false, align: 0x10000, codeFlags: 4 }).bytes)).toEqual([])
  })

  it('a symbol whose version nothing describes', () => {
    const { bytes, at } = writeElf(program)
    bytes.writeUInt16LE(9, at.versym + 4)
    expect(errors(bytes)).toEqual(['a symbol has a version that nothing describes'])
  })

  it('hash tables that lead out of themselves', () => {
    const sysv = writeElf(program)
    sysv.bytes.writeUInt32LE(0xffff, sysv.at.hash)
    expect(errors(sysv.bytes)).toEqual(['the hash table is cut off'])
    const gnu = writeElf({ ...program, hash: 'gnu-empty' })
    gnu.bytes.writeUInt32LE(3, gnu.at.hash + 8)
    expect(errors(gnu.bytes)[0]).toMatch(/power of two/)
  })
})

describe('the ABI flags of MIPS', () => {
  it('have version 0 and their whole length', () => {
    const flags = Buffer.alloc(24)
    flags.set([32, 2, 1, 1, 0, 5], 2)
    const spec: ElfSpec = {
      ...{ is64: false, machine: 8, flags: 0x1000, align: 0x10000, needed: [], relro: false },
      notes: [{ owner: '', type: 0, data: Buffer.alloc(0) }],
      data: flags,
    }
    const { bytes, at } = writeElf(spec)
    // The note segment becomes the one of the flags.
    const header = bytes.indexOf(Buffer.from([4, 0, 0, 0]), at.segments)
    bytes.writeUInt32LE(0x70000003, header)
    bytes.writeUInt32LE(at.data, header + 4)
    bytes.writeUInt32LE(24, header + 16)
    expect(errors(bytes)).toEqual([])
    bytes.writeUInt16LE(1, at.data)
    expect(errors(bytes)).toEqual(['the MIPS ABI flags have an unknown layout'])
    bytes.writeUInt32LE(23, header + 16)
    expect(errors(bytes)).toEqual(['the MIPS ABI flags are cut off'])
  })
})
