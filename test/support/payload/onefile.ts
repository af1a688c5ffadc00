import { crc32, deflateSync, zstdCompressSync } from 'node:zlib'
import { Writer } from '../byte-writer.ts'
import { writeElf } from '../elf-writer.ts'
import type { Packed } from './archives.ts'

/** A layout of Nuitka's onefile mode. */
export interface NuitkaLayout {
  readonly compress: boolean
  /** Each file is compressed by itself. */
  readonly archive: boolean
  readonly checksums: boolean
}

/** The payload as Nuitka's OnefileCompressor.py writes it, with the size at its end. */
export function nuitkaPayload(
  members: readonly Packed[],
  { compress, archive, checksums }: NuitkaLayout,
  little = true,
): Buffer {
  const entries = new Writer(true, little)
  for (const { path, data = Buffer.alloc(0), mode = 0o755, link } of members) {
    entries.raw(Buffer.from(`${path}\0`))
    if (link !== undefined) {
      entries.u8(2).raw(Buffer.from(`${link}\0`))
      continue
    }
    entries.u8(mode & 0o100 ? 1 : 0).u64(data.length)
    if (checksums) entries.u32(crc32(data) || 1)
    const stored = archive && compress ? zstdCompressSync(data) : data
    if (archive && compress) entries.u32(stored.length)
    entries.raw(stored)
  }
  entries.u8(0)
  const body = compress && !archive ? zstdCompressSync(entries.bytes()) : entries.bytes()
  const whole = Buffer.concat([Buffer.from(compress ? 'KAY' : 'KAX'), body])
  return Buffer.concat([whole, new Writer(true, little).u64(whole.length).bytes()])
}

/** The same after a program, or inside of its first segment, between other constants. */
export function nuitkaProgram(
  payload: Buffer,
  where: 'appended' | 'linked in',
  spec: Parameters<typeof writeElf>[0] = {},
): Buffer {
  if (where === 'appended') return Buffer.concat([writeElf(spec).bytes, payload])
  return writeElf({
    ...spec,
    data: Buffer.concat([Buffer.from('KAX is no payload, KAY neither\0'), payload, Buffer.from('more constants')]),
  }).bytes
}

/** An archive as PyInstaller's CArchiveWriter writes it: contents, table, cookie. Odd members are stored. */
export function pyInstallerArchive(members: readonly (Packed & { readonly type?: string })[]): Buffer {
  const contents: Buffer[] = []
  const table: Buffer[] = []
  let offset = 0
  for (const [i, { path, data = Buffer.alloc(0), type = 'b', link }] of members.entries()) {
    const stored = i % 2 === 0 ? deflateSync(data) : data
    const name = Buffer.from(`${path}\0`)
    const length = Math.ceil((18 + name.length) / 16) * 16
    const entry = Buffer.alloc(length)
    ;[length, offset, stored.length, data.length].forEach((value, at) => {
      entry.writeUInt32BE(value, at * 4)
    })
    entry.writeUInt8(i % 2 === 0 ? 1 : 0, 16)
    entry.write(link === undefined ? type : 'n', 17)
    name.copy(entry, 18)
    table.push(entry)
    contents.push(stored)
    offset += stored.length
  }
  const toc = Buffer.concat(table)
  const cookie = Buffer.alloc(88)
  cookie.write('MEI\x0c\x0b\x0a\x0b\x0e', 'latin1')
  ;[offset + toc.length + 88, offset, toc.length, 311].forEach((value, at) => {
    cookie.writeUInt32BE(value, 8 + at * 4)
  })
  cookie.write('libpython3.11.so.1.0', 24)
  return Buffer.concat([...contents, toc, cookie])
}

/** A program with the archive in the section `pydata`, or after its end. */
export function pyInstallerProgram(
  archive: Buffer,
  where: 'section' | 'appended',
  spec: Parameters<typeof writeElf>[0] = {},
): Buffer {
  if (where === 'section') return writeElf({ ...spec, sections: [{ name: 'pydata', data: archive }] }).bytes
  return Buffer.concat([writeElf(spec).bytes, archive])
}

/** A type 2 AppImage: the runtime with its mark, then the image. */
export function appImageOf(image: Buffer, type = 2, spec: Parameters<typeof writeElf>[0] = {}): Buffer {
  const runtime = Buffer.from(writeElf(spec).bytes)
  runtime.write(`AI${String.fromCharCode(type)}`, 8, 'latin1')
  return Buffer.concat([runtime, image])
}
