import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Writer } from '../byte-writer.ts'

/** A file (or link) to pack. */
export interface Packed {
  readonly path: string
  readonly data?: Buffer
  readonly mode?: number
  /** Target of a symbolic link. */
  readonly link?: string
}

const script = join(import.meta.dirname, 'archive.py')

const written = new Map<string, Buffer>()

/** Starting Python takes longer than all that it does: nothing is written twice. */
function python(spec: object): Buffer {
  const key = JSON.stringify(spec)
  const bytes = written.get(key) ?? start(key)
  written.set(key, bytes)
  return Buffer.from(bytes)
}

function start(input: string): Buffer {
  const { status, stdout, stderr } = spawnSync('python3', [script], { input, maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(stderr.toString())
  return stdout
}

const forPython = (members: readonly Packed[]) =>
  members.map(m => ({ ...m, mode: m.mode ?? 0o755, data: (m.data ?? Buffer.alloc(0)).toString('base64') }))

/** A tar archive by Python's tarfile. */
export function pythonTarOf(members: readonly Packed[], variant: 'ustar' | 'gnu' | 'pax'): Buffer {
  return python({ format: 'tar', variant, members: forPython(members) })
}

/** A plain tar archive, names up to 100 bytes, without starting Python. */
export function tarOf(members: readonly Packed[]): Buffer {
  const blocks = members.flatMap(({ path, data = Buffer.alloc(0), mode = 0o755, link }) => {
    const size = link === undefined ? data.length : 0
    const header = Buffer.alloc(512)
    header.write(path)
    header.write(`${mode.toString(8).padStart(7, '0')}\0`, 100)
    header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
    header.write(link === undefined ? '0' : '2', 156)
    header.write(link ?? '', 157)
    header.write('ustar\x0000', 257)
    sealTar(header)
    return [header, data.subarray(0, size), Buffer.alloc((512 - (size % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

/** Writes the checksum of the header at the start of a tar archive. */
export function sealTar(tar: Buffer): void {
  tar.write('        ', 148)
  const sum = tar.subarray(0, 512).reduce((a, b) => a + b, 0)
  tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
}

/** A zip archive by Python's zipfile. */
export function zipOf(members: readonly Packed[], variant: 'stored' | 'deflate' = 'deflate', zip64 = false): Buffer {
  return python({ format: 'zip', variant, zip64, members: forPython(members) })
}

/** An xz file of one stream for each part, by Python's lzma. @param window bytes */
export function xzOf(
  parts: readonly Buffer[],
  check: 'NONE' | 'CRC32' | 'CRC64' | 'SHA256' = 'CRC64',
  window = 1 << 20,
): Buffer {
  return python({ format: 'xz', window, check, parts: parts.map(p => p.toString('base64')) })
}

/** A Debian package of parts that are packed already: `data.tar.xz` and so on. */
export function debOf(parts: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
  const all = [['debian-binary', Buffer.from('2.0\n')] as const, ...parts]
  const members = all.map(([name, bytes]) => {
    const header = `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(bytes.length).padEnd(10)}\`\n`
    return Buffer.concat([Buffer.from(header), bytes, Buffer.from('\n'.repeat(bytes.length % 2))])
  })
  return Buffer.concat([Buffer.from('!<arch>\n'), ...members])
}

/** A cpio archive in the new ASCII format. */
export function cpioOf(members: readonly Packed[]): Buffer {
  const out = new Writer(true, true)
  for (const { path, data = Buffer.alloc(0), mode = 0o755, link } of [...members, { path: 'TRAILER!!!', mode: 0 }]) {
    const content = link === undefined ? data : Buffer.from(link)
    const type = link === undefined ? 0o100000 : 0o120000
    const fields = [0, type | mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, Buffer.byteLength(path) + 1, 0]
    out.raw(Buffer.from(`070701${fields.map(f => f.toString(16).padStart(8, '0')).join('')}`))
    out
      .raw(Buffer.from(`${path}\0`))
      .align(4)
      .raw(content)
      .align(4)
  }
  return out.bytes()
}

/** An RPM package around a compressed cpio archive: lead, a signature that needs filling up, a header. */
export function rpmOf(payload: Buffer): Buffer {
  const lead = Buffer.alloc(96)
  lead.writeUInt32BE(0xedabeedb)
  const header = (values: Buffer) =>
    new Writer(true, false).u32(0x8eade801).u32(0).u32(1).u32(values.length).raw(Buffer.alloc(16)).raw(values).bytes()
  const signature = header(Buffer.from('abc'))
  const filled = Buffer.concat([signature, Buffer.alloc((8 - (signature.length % 8)) % 8)])
  return Buffer.concat([lead, filled, header(Buffer.from('values')), payload])
}
