import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { writeElf } from '../support/elf-writer.ts'
import { cpioOf, debOf, type Packed, pythonTarOf, rpmOf, tarOf, xzOf, zipOf } from '../support/payload/archives.ts'
import {
  appImageOf,
  nuitkaPayload,
  nuitkaProgram,
  pyInstallerArchive,
  pyInstallerProgram,
} from '../support/payload/onefile.ts'
import { unpack } from '../support/payload/open.ts'
import { type Compressor, squashfsOf } from '../support/payload/squashfs.ts'

const noise = Buffer.from(Array.from({ length: 70_001 }, (_, i) => (i * i * 31 + (i >> 7)) & 0xff))
const files: Packed[] = [
  { path: 'tool', data: writeElf({ data: 'the program' }).bytes, mode: 0o755 },
  { path: 'data.txt', data: Buffer.from('text'), mode: 0o644 },
  { path: 'large', data: noise, mode: 0o600 },
  { path: 'empty', mode: 0o644 },
  { path: 'zeros', data: Buffer.alloc(9000), mode: 0o644 },
  { path: 'odd', data: Buffer.from('odd'), mode: 0o755 },
]
const link: Packed = { path: 'libtool.so', link: 'tool' }

/** What a reader must give: all of it, in this order. */
function expected(members: readonly Packed[], mode?: number) {
  return members.map(m =>
    m.link === undefined
      ? { path: m.path, kind: 'file', mode: mode ?? m.mode ?? 0o755, content: m.data ?? Buffer.alloc(0) }
      : { path: m.path, kind: 'link', mode: 0, content: Buffer.alloc(0) },
  )
}

const all = [...files, link]
const compressions = {
  '': (b: Buffer) => b,
  '.gz': (b: Buffer) => gzipSync(b),
  '.zst': (b: Buffer) => zstdCompressSync(b),
  '.xz': (b: Buffer) => xzOf([b]),
} as const
const suffixes = Object.keys(compressions) as (keyof typeof compressions)[]

describe('archives', () => {
  it.each(suffixes)('tar%s', async suffix => {
    expect(await unpack(compressions[suffix](pythonTarOf(all, 'gnu')))).toEqual({ kind: 'tar', members: expected(all) })
  })

  it.each(['ustar', 'gnu', 'pax'] as const)('tar with long names: %s', async variant => {
    const long = `${'directory/'.repeat(9)}${'n'.repeat(variant === 'ustar' ? 60 : 300)}`
    const members = [{ path: long, data: Buffer.from('x'), mode: 0o755 }, ...files]
    expect(await unpack(pythonTarOf(members, variant))).toEqual({ kind: 'tar', members: expected(members) })
  })

  it('tar with a name that is no ASCII', async () => {
    const members = [{ path: 'späce ✓', data: Buffer.from('x') }]
    expect(await unpack(pythonTarOf(members, 'pax'))).toEqual({ kind: 'tar', members: expected(members) })
  })

  it('several compressed streams one after the other are one', async () => {
    const tar = tarOf(all)
    const halves = [tar.subarray(0, 5000), tar.subarray(5000)]
    const joined = { gzip: halves.map(h => gzipSync(h)), zstd: halves.map(h => zstdCompressSync(h)) }
    for (const bytes of [Buffer.concat(joined.gzip), Buffer.concat(joined.zstd), xzOf(halves)]) {
      expect(await unpack(bytes)).toEqual({ kind: 'tar', members: expected(all) })
    }
  })

  it.each(['NONE', 'CRC32', 'SHA256'] as const)('xz whose blocks have the checksum %s', async check => {
    const bytes = xzOf([tarOf(all)], check)
    expect((await unpack(bytes)).members).toEqual(expected(all))
    if (check === 'NONE') return
    // Before the index and the footer stands the checksum of the last block.
    const index = (bytes.readUInt32LE(bytes.length - 8) + 1) * 4
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 12 - index - 1) ^ 1, bytes.length - 12 - index - 1)
    await expect(unpack(bytes)).rejects.toThrow('xz data')
  })

  it('xz that wants more memory than there is to give is refused', async () => {
    await expect(unpack(xzOf([tarOf(all)], 'CRC32', 1 << 28))).rejects.toThrow('more memory')
  })

  it.each(['stored', 'deflate'] as const)('zip, %s', async variant => {
    expect(await unpack(zipOf(all, variant))).toEqual({ kind: 'zip', members: expected(all) })
    expect(await unpack(zipOf(all, variant, true))).toEqual({ kind: 'zip', members: expected(all) })
  })

  it('one compressed file is named after its package', async () => {
    const [tool] = files
    const data = tool?.data ?? noise
    for (const [name, bytes] of [
      ['/dist/tool.gz', gzipSync(data)],
      ['tool.zst', zstdCompressSync(data)],
      ['tool.xz', xzOf([data])],
    ] as const) {
      expect((await unpack(bytes, name)).members).toEqual(expected([{ path: 'tool', data, mode: 0o755 }]))
    }
  })
})

describe('packages', () => {
  it.each(suffixes)('deb with data.tar%s: scripts too', async suffix => {
    const pack = compressions[suffix]
    const scripts = [{ path: './postinst', data: Buffer.from('#!/bin/sh\n') }]
    const inside = all.map(m => ({ ...m, path: `./${m.path}` }))
    const deb = debOf([
      [`control.tar${suffix}`, pack(tarOf(scripts))],
      [`data.tar${suffix}`, pack(tarOf(inside))],
    ])
    const members = expected([{ path: 'DEBIAN/postinst', data: Buffer.from('#!/bin/sh\n') }, ...all])
    expect(await unpack(deb)).toEqual({ kind: 'deb', members })
  })

  it.each(suffixes.filter(s => s !== ''))('rpm with cpio%s', async suffix => {
    const rpm = rpmOf(compressions[suffix](cpioOf(all.map(m => ({ ...m, path: `./${m.path}` })))))
    expect(await unpack(rpm)).toEqual({ kind: 'rpm', members: expected(all) })
  })
})

describe('AppImage', () => {
  it.each(['gzip', 'xz', 'zstd', 'none'] satisfies Compressor[])('with %s', async compressor => {
    // Each block of xz is written by a Python of its own.
    const packed = compressor === 'xz' ? [...files.slice(0, 2), link] : all
    for (const long of [false, true]) {
      const { kind, members } = await unpack(appImageOf(squashfsOf(packed, compressor, long)))
      expect(kind).toBe('AppImage')
      const inside = expected(packed.map(m => ({ ...m, path: `bin/${m.path}` })))
      expect(members).toEqual([{ path: 'bin', kind: 'other', mode: 0, content: Buffer.alloc(0) }, ...inside])
    }
  })

  it('with a compressor that is not read says which', async () => {
    const image = squashfsOf(files)
    image.writeUInt16LE(5, 20)
    await expect(unpack(appImageOf(image))).rejects.toThrow('compressed with lz4')
    await expect(unpack(appImageOf(image, 1))).rejects.toThrow('type 1')
    await expect(unpack(appImageOf(Buffer.from('no image')))).rejects.toThrow('without its image')
  })
})

describe('Nuitka onefile', () => {
  const layouts = [true, false].flatMap(compress =>
    [true, false].flatMap(archive => [true, false].map(checksums => ({ compress, archive, checksums }))),
  )

  it.each(layouts)('%j', async layout => {
    const members = all.map(m => ({ ...m, mode: (m.mode ?? 0o755) & 0o100 ? 0o755 : 0o644 }))
    const payload = nuitkaPayload(members, layout)
    for (const where of ['appended', 'linked in'] as const) {
      const { kind, members: found } = await unpack(nuitkaProgram(payload, where))
      expect([kind, where]).toEqual(['Nuitka onefile', where])
      expect(found).toEqual(expected(members))
    }
  })

  it('in the byte order of a big endian machine', async () => {
    const payload = nuitkaPayload(files, { compress: true, archive: true, checksums: true }, false)
    const program = nuitkaProgram(payload, 'appended', { machine: 22, littleEndian: false })
    expect((await unpack(program)).members.map(m => m.path)).toEqual(files.map(f => f.path))
  })

  it('whose size lies is damaged, not absent', async () => {
    const payload = nuitkaPayload(files, { compress: true, archive: false, checksums: false })
    const longer = Buffer.concat([payload.subarray(0, -8), Buffer.alloc(8), payload.subarray(-8)])
    longer.writeUInt32LE(payload.length, longer.length - 8)
    await expect(unpack(nuitkaProgram(longer, 'appended'))).rejects.toThrow('Nuitka')
    await expect(unpack(nuitkaProgram(payload.subarray(0, -8), 'linked in'))).rejects.toThrow('Nuitka')
  })

  it('a program that only holds the letters is none', async () => {
    expect(await unpack(writeElf({ data: 'KAX tool\0 KAY' }).bytes)).toEqual({ kind: null, members: [] })
  })
})

describe('PyInstaller onefile', () => {
  const packed = [
    { path: 'app', data: Buffer.from('code'), type: 's' },
    ...files,
    { path: 'extra.so', data: noise, type: 'x' },
    link,
    { path: 'PYZ.pyz', data: Buffer.from('code'), type: 'z' },
  ]

  it.each(['section', 'appended'] as const)('%s', async where => {
    const { kind, members } = await unpack(pyInstallerProgram(pyInstallerArchive(packed), where))
    expect(kind).toBe('PyInstaller onefile')
    const inside = packed.filter(p => p.path !== 'app' && p.path !== 'PYZ.pyz')
    expect(members.filter(m => m.kind !== 'other')).toEqual(expected(inside, 0o755))
  })
})

describe('what is only recognized', () => {
  const program = writeElf().bytes
  const zip = zipOf(files)
  it.each([
    ['Deno', Buffer.concat([program, Buffer.from('d3n0l4nd'), noise])],
    ['Bun', Buffer.concat([program, noise, Buffer.from('\n---- Bun! ----\n'), Buffer.alloc(8)])],
    ['Bun', writeElf({ sections: [{ name: '.bun', data: Buffer.from('x') }] }).bytes],
    ['Node.js', writeElf({ notes: [{ owner: 'NODE_SEA_BLOB', type: 0, data: Buffer.from('blob') }] }).bytes],
    ['zip archive', Buffer.concat([program, zip])],
    ['makeself', Buffer.from('#!/bin/sh\n# This script was generated using Makeself 2.4.5\n')],
    ['pex', Buffer.concat([Buffer.from('#!/usr/bin/env python3\n'), zip])],
  ])('%s', async (name, bytes) => {
    const { kind, members } = await unpack(bytes)
    expect(kind).toContain(name)
    expect(members).toEqual([])
  })

  it('nothing is recognized in a plain program, a script or text', async () => {
    for (const bytes of [program, Buffer.from('#!/bin/sh\necho\n'), Buffer.from('text'), Buffer.alloc(0)]) {
      expect(await unpack(bytes)).toEqual({ kind: null, members: [] })
    }
  })
})
