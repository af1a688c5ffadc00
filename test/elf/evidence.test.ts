import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { attributeTags } from '../../src/elf/attributes.ts'
import { readElf } from '../../src/elf/elf.ts'
import { Writer } from '../support/byte-writer.ts'
import { sourceOf } from '../support/elf-source.ts'
import { type ElfSpec, writeElf } from '../support/elf-writer.ts'

const read = (spec: ElfSpec) => readElf(sourceOf(writeElf(spec).bytes))

describe('notes', () => {
  const kernel = new Writer(true, true).u32(0).u32(3).u32(2).u32(0).bytes()
  const property = new Writer(true, true).u32(0xc0008002).u32(4).u32(7).u32(0).bytes()

  it('gives build id, kernel and the x86-64 level', () => {
    const notes = [
      { owner: 'GNU', type: 3, data: Buffer.from('c0ffee', 'hex') },
      { owner: 'GNU', type: 1, data: kernel },
      { owner: 'GNU', type: 5, data: property },
      { owner: 'Go', type: 4, data: Buffer.from('abc/def') },
    ]
    expect(read({ notes }).notes).toEqual({
      buildId: 'c0ffee',
      goBuildId: 'abc/def',
      kernel: '3.2.0',
      isaLevel: 3,
      package: null,
    })
  })

  it('a note that is larger than its segment ends the reading with a warning', () => {
    const { bytes } = writeElf({ notes: [{ owner: 'GNU', type: 3, data: Buffer.from('abcd') }] })
    const at = bytes.indexOf('GNU\0')
    bytes.writeUInt32LE(5000, at - 8)
    const elf = readElf(sourceOf(bytes))
    expect(elf.notes.buildId).toBeNull()
    expect(elf.problems).toEqual([expect.objectContaining({ severity: 'warning', kind: 'malformed' })])
  })
})

describe('attributes of processors', () => {
  const section = (vendor: string, body: Buffer) => {
    const block = Buffer.concat([Buffer.from([1]), new Writer(true, true).u32(body.length + 5).bytes(), body])
    const name = Buffer.from(`${vendor}\0`)
    const length = new Writer(true, true).u32(4 + name.length + block.length).bytes()
    return Buffer.concat([Buffer.from('A'), length, name, block])
  }

  it('reads the ARM CPU and float ABI, past texts and compatibility', () => {
    const body = Buffer.concat([
      ...[Buffer.from([5]), Buffer.from('cortex-a7\0'), Buffer.from([32, 1]), Buffer.from('gnu\0')],
      Buffer.from([6, 10, 28, 1, 0x81, 0x01, 7]),
    ])
    const data = section('aeabi', body)
    const { attributes } = read({ is64: false, machine: 40, sections: [{ name: '.ARM.attributes', data }] })
    expect(attributes.get(attributeTags.armCpu)).toBe(10)
    expect(attributes.get(attributeTags.armFloatArguments)).toBe(1)
  })

  it('reads the RISC-V instruction set', () => {
    const data = section('riscv', Buffer.concat([Buffer.from([4, 16, 5]), Buffer.from('rv64i2p1_v1p0\0')]))
    const { attributes } = read({ machine: 243, sections: [{ name: '.riscv.attributes', data }] })
    expect(attributes.get(attributeTags.riscvIsa)).toBe('rv64i2p1_v1p0')
  })

  it('damaged attributes are no attributes', () => {
    for (const data of [
      Buffer.from('A'),
      Buffer.from('A\xff\xff\xff\xff'),
      Buffer.from('Axxxxaeabi'),
      Buffer.alloc(64, 1),
    ]) {
      const elf = read({ machine: 40, is64: false, sections: [{ name: '.ARM.attributes', data }] })
      expect(elf.attributes.size).toBe(0)
      expect(elf.problems).toEqual([])
    }
  })
})

describe("Go's build information", () => {
  const text =
    'path\tgithub.com/a/b/cmd/b\nmod\tgithub.com/a/b\tv1.2.3\th1:x=\nbuild\t-trimpath=true\nbuild\tCGO_ENABLED=0\nbuild\t-ldflags="-X main.v=1 \\"2\\""\n'
  const guarded = Buffer.concat([Buffer.alloc(16, 0x30), Buffer.from(text), Buffer.alloc(16, 0x39)])
  const counted = (bytes: Buffer) =>
    Buffer.concat([Buffer.from([(bytes.length & 0x7f) | 0x80, bytes.length >> 7]), bytes])
  const inline = Buffer.concat([
    ...[Buffer.from('\xff Go buildinf:\x08\x02', 'latin1'), Buffer.alloc(16)],
    ...[counted(Buffer.from('go1.26.8')), counted(guarded)],
  ])

  it('is read from its section: version, main package, settings', () => {
    expect(read({ sections: [{ name: '.go.buildinfo', data: inline }] }).go).toEqual({
      version: 'go1.26.8',
      path: 'github.com/a/b/cmd/b',
      mainVersion: 'v1.2.3',
      settings: { '-trimpath': 'true', CGO_ENABLED: '0', '-ldflags': '-X main.v=1 "2"' },
    })
  })

  it('is read from the data segment of a file without sections, also by pointers (before Go 1.18)', () => {
    // The writable segment starts with the string table here; its own bytes are replaced.
    for (const littleEndian of [true, false]) {
      const { bytes, bias } = writeElf({ littleEndian, sections: [{ name: '.pad', data: Buffer.alloc(256) }] })
      const load = 64 + 56
      const at = littleEndian ? Number(bytes.readBigUInt64LE(load + 8)) : Number(bytes.readBigUInt64BE(load + 8))
      const w = new Writer(true, littleEndian)
      const [versionAt, headerAt] = [at + 64, at + 32]
      w.raw(Buffer.from('\xff Go buildinf:\x08', 'latin1'))
        .u8(littleEndian ? 0 : 1)
        .u64(bias + headerAt)
        .u64(0)
      w.u64(bias + versionAt)
        .u64(6)
        .u64(0)
        .u64(0)
        .raw(Buffer.from('go1.17'))
      w.bytes().copy(bytes, at)
      for (const field of [32, 40]) {
        if (littleEndian) bytes.writeBigUInt64LE(256n, load + field)
        else bytes.writeBigUInt64BE(256n, load + field)
      }
      bytes.fill(0, 58, 64)
      expect(readElf(sourceOf(bytes)).go).toEqual({ version: 'go1.17', path: null, mainVersion: null, settings: {} })
    }
  })

  it('a lying length is no information, not a crash', () => {
    const lie = Buffer.from(inline)
    lie.fill(0xff, 32, 40)
    const elf = read({ sections: [{ name: '.go.buildinfo', data: lie }] })
    expect(elf.go).toBeNull()
    expect(elf.problems).toEqual([])
  })
})

describe('the list of crates', () => {
  const dependencies = (data: Buffer) => read({ sections: [{ name: '.dep-v0', data }] }).dependencies
  const packed = (value: unknown) => deflateSync(JSON.stringify(value))

  it('is counted when it has one root', () => {
    expect(dependencies(packed({ packages: [{ name: 'a', root: true }, { name: 'b' }] }))).toEqual({ packages: 2 })
    expect(read({}).dependencies).toBeNull()
  })

  it('is corrupt when it cannot be inflated, parsed, or has no root', () => {
    expect(dependencies(Buffer.from('nonsense'))).toHaveProperty('corrupt')
    expect(dependencies(packed({ packages: [{ name: 'a' }] }))).toEqual({ corrupt: '0 root packages' })
    expect(dependencies(packed([]))).toEqual({ corrupt: 'no list of packages' })
    expect(dependencies(deflateSync(Buffer.alloc(9 << 20)))).toHaveProperty('corrupt')
  })
})
