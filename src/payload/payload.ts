import type { Elf } from '../elf/elf.ts'
import { sizesOf } from '../elf/header.ts'
import type { ByteSource } from '../elf/reader.ts'
import { sectionTypes } from '../elf/sections.ts'
import { type Budget, Meter } from './budget.ts'
import { bytesAt, piecesOf } from './bytes.ts'
import { readDeb, startsDeb } from './deb.ts'
import { type Compression, compressionOf, decompress, isReadable } from './decode.ts'
import type { Member, MemberReader, Payload, PayloadKind } from './member.ts'
import { findNuitka, readNuitka } from './nuitka.ts'
import { unreadable } from './problem.ts'
import { findPyInstaller, readPyInstaller } from './pyinstaller.ts'
import { readRpm, startsRpm } from './rpm.ts'
import { imageAt, readSquashfs, startsSquashfs } from './squashfs.ts'
import { ByteStream, joined } from './stream.ts'
import { readTar, startsTar } from './tar.ts'
import { findUnknown, findUnknownScript, type Unknown } from './unknown.ts'
import { readZip, startsZip } from './zip.ts'

/** Bytes at the start that tell formats apart: a tar header and more. */
const startSize = 4096

/** Packages by their first bytes. */
const formats: readonly {
  readonly kind: PayloadKind
  readonly starts: (s: Buffer) => boolean
  readonly read: MemberReader
}[] = [
  { kind: 'zip', starts: startsZip, read: readZip },
  { kind: 'deb', starts: startsDeb, read: readDeb },
  { kind: 'rpm', starts: startsRpm, read: readRpm },
  { kind: 'tar', starts: startsTar, read: source => membersOfTar(piecesOf(source)) },
]

/** What is packed inside: readable members, or a kind that is only recognized. */
export type Opened = Payload | Unknown

/** Whether the members can be read. */
export function isPayload(opened: Opened): opened is Payload {
  return 'members' in opened
}

/**
 * Looks for a package inside a file, or a file that is one.
 * @param elf the file's structures when it is ELF, else null
 * @param name of the file: names the content of `tool.gz`
 * @returns null when nothing is packed in it
 * @throws PayloadError when something is and it makes no sense
 */
export function openPayload(source: ByteSource, elf: Elf | null, name: string, budget: Budget): Promise<Opened | null> {
  return elf ? openExecutable(source, elf, budget) : openPackage(source, name, budget)
}

function payloadOf(kind: PayloadKind, source: ByteSource, budget: Budget, read: MemberReader): Payload {
  const meter = new Meter(budget, source.size)
  return { kind, meter, members: () => read(source, meter), close: async () => {} }
}

/** Whether these are the first bytes of a package that is opened when it lies in another; `path` is its name there. */
export function looksPacked(start: Buffer, path: string): boolean {
  if (formats.some(f => f.starts(start))) return true
  return (
    compressionOf(start) !== null &&
    /\.(t?gz|tzst|txz|xz|zst|bz2|tbz2?)$/i.test(path) &&
    !/\.(\d|[a-z]+\.\d)\.gz$/.test(path)
  )
}

async function openPackage(source: ByteSource, name: string, budget: Budget): Promise<Opened | null> {
  const start = bytesAt(source, 0, Math.min(source.size, startSize))
  const format = formats.find(f => f.starts(start))
  if (format) return payloadOf(format.kind, source, budget, format.read)
  const compression = compressionOf(start)
  if (compression === null) return findUnknownScript(source, start)
  if (!isReadable(compression)) {
    throw unreadable(`the archive is compressed with ${compression}, which is not read`, compression)
  }
  return openCompressed(source, compression, name, budget)
}

/** A compressed tar archive, or one compressed file: its first bytes tell, and are not decompressed twice. */
async function openCompressed(
  source: ByteSource,
  compression: Compression,
  name: string,
  budget: Budget,
): Promise<Payload> {
  const meter = new Meter(budget, source.size)
  const stream = new ByteStream(decompress(compression, source, meter))
  const close = () => stream.close()
  try {
    const start = Buffer.from(await stream.upTo(512))
    const isTar = startsTar(start)
    const members = () => (isTar ? membersOfTar(joined(start, stream)) : only(name, joined(start, stream)))
    return { kind: isTar ? 'tar' : (compression as PayloadKind), meter, members, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function* membersOfTar(pieces: AsyncIterable<Buffer>): AsyncGenerator<Member> {
  const stream = new ByteStream(pieces)
  try {
    yield* readTar(stream)
  } finally {
    await stream.close()
  }
}

/** The one file of `tool.gz`: permissions and size are not kept. */
async function* only(name: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Member> {
  const path = (name.split('/').at(-1) ?? name).replace(/\.(gz|zst|xz)$/, '')
  yield { path, mode: 0o755, kind: 'file', size: 0, pieces: () => pieces }
}

const appImage = { at: 8, mark: 'AI', squashfs: 2 }

async function openExecutable(source: ByteSource, elf: Elf, budget: Budget): Promise<Opened | null> {
  const mark = bytesAt(source, 0, Math.min(source.size, 16)).subarray(appImage.at, appImage.at + 3)
  const trailing = endOf(elf, source.size)
  if (mark.toString('latin1', 0, 2) === appImage.mark) return openAppImage(source, mark[2] ?? 0, trailing, budget)
  const archive = findPyInstaller(source, elf, trailing)
  if (archive) return payloadOf('PyInstaller onefile', archive, budget, readPyInstaller)
  const nuitka = await findNuitka(source, elf)
  if (nuitka) return payloadOf('Nuitka onefile', nuitka.content, budget, (_, meter) => readNuitka(nuitka, meter))
  return findUnknown(source, elf, trailing)
}

/** Type 2: a squashfs image right after the program (AppImage specification). */
function openAppImage(source: ByteSource, type: number, at: number, budget: Budget): Payload {
  if (type !== appImage.squashfs)
    throw unreadable(`this is an AppImage of type ${type}, which is not read`, `type ${type}`)
  if (!startsSquashfs(bytesAt(source, at, Math.min(4, source.size - at)))) {
    throw unreadable('this is an AppImage without its image', `at ${at}`)
  }
  return payloadOf('AppImage', imageAt(source, at), budget, readSquashfs)
}

/** Where the last of segments, sections and section headers ends: what follows is no part of the program. */
function endOf({ header, segments, sections }: Elf, size: number): number {
  let end = Math.max(
    header.phoff + header.phnum * sizesOf(header).segment,
    header.shoff + header.shnum * header.shentsize,
  )
  for (const s of segments) end = Math.max(end, s.offset + s.filesz)
  for (const s of sections) {
    if (s.type !== sectionTypes.noBits && s.type !== sectionTypes.nothing) end = Math.max(end, s.offset + s.size)
  }
  return Math.min(end, size)
}
