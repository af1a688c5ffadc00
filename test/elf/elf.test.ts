import { describe, expect, it } from 'vitest'
import { isBoundNow, isPie, readElf } from '../../src/elf/elf.ts'
import { ElfError } from '../../src/elf/problem.ts'
import { patched, sourceOf } from '../support/elf-source.ts'
import { type ElfSpec, writeElf } from '../support/elf-writer.ts'

const libc = (version: string) => ['libc.so.6', version] as const
const program: ElfSpec = {
  interpreter: '/lib64/ld-linux-x86-64.so.2',
  needed: ['libstdc++.so.6', 'libc.so.6'],
  imports: [
    { name: 'puts', version: libc('GLIBC_2.2.5') },
    { name: 'getrandom', weak: true, version: libc('GLIBC_2.25') },
    { name: '_Znwm', version: ['libstdc++.so.6', 'GLIBCXX_3.4'] },
  ],
}
const read = (spec: ElfSpec) => readElf(sourceOf(writeElf(spec).bytes))
const messages = (bytes: Buffer) => readElf(sourceOf(bytes)).problems.map(p => `${p.severity} ${p.message}`)

describe('reading a program', () => {
  const layouts = [true, false].flatMap(is64 => [true, false].map(littleEndian => ({ is64, littleEndian })))
  it.each(layouts)('gives the same facts in every layout: $is64 $littleEndian', layout => {
    const elf = read({ ...program, ...layout, machine: 8 })
    expect(elf.problems).toEqual([])
    expect(elf.interpreter).toBe('/lib64/ld-linux-x86-64.so.2')
    expect(elf.dynamic?.needed).toEqual(['libstdc++.so.6', 'libc.so.6'])
    expect(elf.needs.map(n => [n.library, n.version, n.weak])).toEqual([
      ['libc.so.6', 'GLIBC_2.2.5', false],
      ['libc.so.6', 'GLIBC_2.25', false],
      ['libstdc++.so.6', 'GLIBCXX_3.4', false],
    ])
    const versions = new Map(elf.needs.map(n => [n.index, n.version]))
    expect(elf.imports.all.map(i => [i.name, i.weak, versions.get(i.version)])).toEqual([
      ['puts', false, 'GLIBC_2.2.5'],
      ['getrandom', true, 'GLIBC_2.25'],
      ['_Znwm', false, 'GLIBCXX_3.4'],
    ])
  })

  it('reads names that are no ASCII, that are no text at all, and that end beyond what is read at once', () => {
    for (const name of ['libe.so', 'lib\u00e9.so', `lib${'x'.repeat(4000)}.so`]) {
      expect(read({ needed: [name] }).dynamic?.needed).toEqual([name])
    }
    const { bytes } = writeElf({ needed: ['lib_.so'] })
    bytes[bytes.indexOf('lib_.so') + 3] = 0xe9
    expect(readElf(sourceOf(bytes)).dynamic?.needed).toEqual(['lib\ufffd.so'])
    const many = Array.from({ length: 3000 }, (_, i) => ({ name: `function_${'x'.repeat(40)}_${i}` }))
    expect(read({ needed: ['libc.so'], imports: many }).imports.all.map(i => i.name)).toEqual(many.map(i => i.name))
  })

  it('refuses a name of more than 4096 bytes, wherever its table lies', () => {
    for (const length of [4095, 4096]) {
      const { problems } = read({ needed: ['libc.so'], imports: [{ name: 'x'.repeat(length) }] })
      expect(problems.map(p => p.message)).toEqual(length < 4096 ? [] : ['a name has no end'])
    }
  })

  it('finds the few symbols with a version among many that have none, in both byte orders', () => {
    const version = ['libc.so.6', 'GLIBC_2.17'] as const
    for (const place of [0, 62, 63, 64, 255, 256, 319, 320, 321, 998]) {
      const imports = Array.from({ length: 1000 }, (_, i) =>
        i === place || i === 999 ? { name: `wanted_${i}`, version } : { name: `own_${i}` },
      )
      for (const order of [{}, { littleEndian: false, machine: 21 }]) {
        const { all, byVersion } = read({ needed: ['libc.so.6'], imports, ...order }).imports
        expect(all.map(i => i.name)).toEqual([`wanted_${place}`, 'wanted_999'])
        expect(byVersion.get(2)).toEqual(all)
      }
    }
  })

  it('does not need section headers, and reads the same with them', () => {
    const sections = [{ name: '.comment', data: Buffer.from('GCC: 12\0GCC: 12\0zig\0') }]
    const [without, with_] = [read(program), read({ ...program, sections })]
    expect(without.sections).toEqual([])
    expect(without.comment).toBeNull()
    expect(with_.comment).toBe('GCC: 12, zig')
    expect(with_.needs).toEqual(without.needs)
    expect(with_.imports).toEqual(without.imports)
  })

  it('finds imports when the GNU hash table knows only defined symbols', () => {
    expect(read({ ...program, hash: 'gnu-empty' }).imports.all.map(i => i.name)).toEqual(['puts', 'getrandom', '_Znwm'])
    expect(read({ ...program, hash: 'none' }).imports.all).toHaveLength(3)
  })

  it('reads the 64-bit hash table of s390x', () => {
    const elf = read({ ...program, machine: 22, littleEndian: false })
    expect(elf.imports.all).toHaveLength(3)
    expect(elf.problems).toEqual([])
  })

  it('sees weak versions, PIE and binding', () => {
    const elf = read({ ...program, weakVersions: ['libc.so.6 GLIBC_2.25'], type: 3, flags1: 0x08000001 })
    expect(elf.needs.filter(n => n.weak).map(n => n.version)).toEqual(['GLIBC_2.25'])
    expect([isPie(elf), isBoundNow(elf)]).toEqual([true, true])
    expect([isPie(read(program)), isBoundNow(read(program))]).toEqual([false, false])
    expect(isBoundNow(read({ ...program, bindNow: true }))).toBe(true)
  })

  it('takes all undefined symbols of a file without versions', () => {
    expect(read({ needed: ['libc.so'], imports: [{ name: 'statx' }] }).imports.all).toEqual([
      { name: 'statx', weak: false, version: 1 },
    ])
  })
})

describe('doing as the loader does', () => {
  it('walks version needs by their links and says that the counts are wrong', () => {
    const { bytes, at } = writeElf(program)
    const entry = bytes.indexOf(Buffer.from([0xff, 0xff, 0xff, 0x6f]), at.dynamic)
    const noCount = patched(bytes, entry + 8, 0)
    const oneVersion = patched(bytes, at.verneed + 2, 1)
    for (const damaged of [noCount, oneVersion]) {
      expect(readElf(sourceOf(damaged)).needs).toHaveLength(3)
      expect(messages(damaged)).toEqual(['warning a count of versions is wrong'])
    }
  })

  it('refuses what the loader refuses: a hash that is not the name’s, a library that is not needed', () => {
    const { bytes, at } = writeElf(program)
    expect(messages(patched(bytes, at.verneed + 16, 1))).toEqual(['error the hash of a version is wrong'])
    expect(messages(patched(bytes, at.verneed, 2))).toEqual(['error a version need has an unknown layout'])
    const stranger = writeElf({ ...program, needed: ['libstdc++.so.6'] }).bytes
    expect(messages(stranger)).toEqual(['error versions are needed of a library that is not'])
  })

  it('ends when links lead out of the tables', () => {
    const { bytes, at } = writeElf({ ...program, is64: false, machine: 8 })
    // vna_next of the first entry: 2^32 - 16, which wraps around to the record itself in 32 bits.
    const loop = patched(bytes, at.verneed + 16 + 12, 0xf0, 0xff, 0xff, 0xff)
    expect(messages(loop)).toEqual(['error a version record lies outside its segment'])
  })

  it('takes the last of several string tables and says so', () => {
    const { at, bias } = writeElf(program)
    // One dynamic entry more moves nothing before it: the second table starts one byte later, so names lose a letter.
    const elf = read({ ...program, dynamic: [[5, bias + at.strtab + 1]] })
    expect(elf.dynamic?.needed).toEqual(['ibstdc++.so.6', 'ibc.so.6'])
    expect(elf.problems.map(p => p.message)).toContain('a dynamic tag is there twice')
  })

  it('does not read a table in the zero fill of a segment', () => {
    const { bytes, at } = writeElf(program)
    const dynamic = bytes.indexOf(Buffer.from([5, 0, 0, 0, 0, 0, 0, 0]), at.dynamic)
    const outside = Buffer.from(bytes)
    outside.writeUInt32LE(0x401000 + bytes.length, dynamic + 8)
    expect(messages(outside)).toEqual(['error a table lies outside of what the file loads'])
  })
})

describe('damaged files', () => {
  const { bytes, at } = writeElf(program)
  const damage: [what: string, bytes: Buffer, message: RegExp][] = [
    ['address near 2^64', patched(bytes, at.segments + 16, ...Array<number>(8).fill(0xff)), /above 2\^53/],
    ['alignment 3', patched(bytes, at.segments + 56 + 48, 3), /not a power of two/],
    ['address not congruent', patched(bytes, at.segments + 56 + 16, 0x10), /not aligned as it says/],
    ['larger in the file than in memory', patched(bytes, at.segments + 56 + 40, 1, 0), /larger in the file/],
    ['two interpreters', patched(bytes, at.segments + 4 * 56, 3, 0, 0, 0), /several interpreters/],
    ['interpreter without end', patched(bytes, 0x1c8 - 56 + 27, 0x41), /does not end in NUL/],
    ['no end of the dynamic table', patched(bytes, at.segments + 3 * 56 + 32, 16), /has no end/],
    ['entry outside', patched(bytes, 24, 1, 0, 0, 0), /entry point/],
    ['symbol name outside', patched(bytes, at.symtab + 24, 0xff, 0xff, 0xff), /outside the string table/],
  ]
  it.each(damage)('%s is malformed', (_what, damaged, message) => {
    const errors = readElf(sourceOf(damaged)).problems.filter(p => p.severity === 'error')
    expect(errors.map(p => p.message).join('\n')).toMatch(message)
    expect(errors.length).toBeGreaterThan(0)
  })

  const headers: [what: string, bytes: Buffer, kind: string][] = [
    ['class 3', patched(bytes, 4, 3), 'malformed'],
    ['byte order 0', patched(bytes, 5, 0), 'malformed'],
    ['version 2', patched(bytes, 20, 2), 'malformed'],
    ['header size', patched(bytes, 52, 63), 'malformed'],
    ['program header size', patched(bytes, 54, 55), 'malformed'],
    ['only the magic', bytes.subarray(0, 4), 'truncated'],
    ['half a header', bytes.subarray(0, 40), 'truncated'],
  ]
  it.each(headers)('a header with %s is refused', (_what, damaged, kind) => {
    expect(() => readElf(sourceOf(damaged))).toThrow(ElfError)
    expect(() => readElf(sourceOf(damaged))).toThrow(expect.objectContaining({ kind }))
  })

  it('PN_XNUM counts are read from section 0 and limited as the kernel does', () => {
    const { bytes: many } = writeElf({ sections: [{ name: '.x', data: Buffer.from('x') }] })
    const extended = patched(many, 56, 0xff, 0xff)
    const shoff = extended.readUInt32LE(40)
    extended.writeUInt32LE(70_000, shoff + 44)
    expect(messages(extended)[0]).toBe('error more program headers than the kernel accepts (64 KiB)')
    extended.writeUInt32LE(3, shoff + 44)
    expect(readElf(sourceOf(extended)).segments).toHaveLength(3)
  })

  it('a file that shrinks while it is read is truncated, not a crash', () => {
    const shrinking = { size: bytes.length, read: (target: Uint8Array) => target.length - 1 }
    expect(() => readElf(shrinking)).toThrow(expect.objectContaining({ kind: 'truncated' }))
  })

  it('one long name, referred to again and again, does not fill the memory', () => {
    const imports = Array.from({ length: 17_000 }, () => ({ name: 'x'.repeat(4000) }))
    const errors = read({ needed: ['libc.so'], imports }).problems
    expect(errors.map(p => p.kind)).toEqual(['limit'])
  })
})
