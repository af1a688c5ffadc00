import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { errno, writeError } from '../build/file-error.ts'
import { BuildError } from '../errors.ts'
import { extractDebData } from './deb.ts'
import { type Gate, type Member, makeGate } from './members.ts'
import { unpackZip } from './unzip.ts'
import { decompressXz, type Runner } from './xz.ts'

/** An archive on disk and what of it is wanted. */
export interface Archive {
  readonly path: string
  /** Its published name: says the format (`.whl`, `.deb`, `.tar.xz`) and stands in messages. */
  readonly name: string
  /** The directory in it whose content is the toolchain. */
  readonly root: string
}

/**
 * Unpacks an archive into a new directory. Nothing is written outside `to` (and `<to>.tar*`, `<to>.deb*`, for xz); permissions are 755 or 644, whatever the
 * archive says.
 * @throws BuildError `unsafe-archive`, `disk-full`, `cannot-write`, `interrupted`, `tool-missing` (no xz and no python3)
 */
export async function unpack(archive: Archive, to: string, runner: Runner): Promise<void> {
  const target = await makeWriter(makeGate(archive.name, archive.root), to, runner.signal)
  try {
    if (archive.name.endsWith('.whl')) await unpackZip(archive.path, target)
    else {
      const isDeb = archive.name.endsWith('.deb')
      const compressed = isDeb ? `${to}.deb-data` : archive.path
      if (isDeb) await extractDebData(archive.path, compressed, runner.signal)
      await decompressXz(compressed, `${to}.tar`, runner)
      await unpackTar(`${to}.tar`, target)
    }
    await target.finish()
  } catch (error) {
    if (runner.signal.aborted) throw new BuildError('interrupted', `interrupted while ${archive.name} was unpacked`)
    // a name that comes twice is the archive's fault, not the directory's
    const fault = errno(error) === 'EEXIST' ? error : writeError(error, to)
    if (fault instanceof BuildError) throw fault
    const why = error instanceof Error ? error.message : String(error)
    throw new BuildError('unsafe-archive', `${archive.name} cannot be unpacked: ${why}`, { cause: error })
  }
}

/** Puts members where the gate allows it. */
export interface Writer {
  /** False: the member is not wanted, and its content has not been read. */
  file(member: Member, executable: boolean, content: () => Promise<Readable | Buffer>): Promise<boolean>
  other(member: Member): void
  finish(): Promise<void>
}

async function makeWriter(gate: Gate, to: string, signal: AbortSignal): Promise<Writer> {
  const made = new Set<string>()
  const links: { path: string; to: string }[] = []
  await mkdir(to, { recursive: true })
  return {
    async file(member, executable, content) {
      signal.throwIfAborted()
      const place = gate.place(member)
      if (place === null) return false
      const path = join(to, place)
      if (!made.has(dirname(path))) {
        await mkdir(dirname(path), { recursive: true })
        made.add(dirname(path))
      }
      // `wx`: a name that comes twice is refused by the system, so that nothing is written through what is there
      const options = { flag: 'wx', mode: executable ? 0o755 : 0o644 }
      const data = await content()
      if (Buffer.isBuffer(data)) await writeFile(path, data, options)
      else await pipeline(data, createWriteStream(path, { flags: options.flag, mode: options.mode }), { signal })
      return true
    },
    other(member) {
      const place = gate.place(member)
      if (place !== null && member.kind === 'link') links.push({ path: join(to, place), to: member.detail ?? '' })
    },
    async finish() {
      gate.finish()
      for (const link of links) {
        await mkdir(dirname(link.path), { recursive: true })
        await symlink(link.to, link.path)
      }
    },
  }
}

async function unpackTar(path: string, writer: Writer): Promise<void> {
  const { extract } = await import('tar-stream')
  const tar = extract()
  const reading = pipeline(createReadStream(path), tar)
  reading.catch(() => {}) // the loop below meets the same error
  for await (const entry of tar) {
    const { name, type, linkname, mode } = entry.header
    if (type === 'file' || type === 'contiguous-file') {
      const member: Member = { name, kind: 'file' }
      const written = await writer.file(member, ((mode ?? 0) & 0o111) !== 0, async () => entry as unknown as Readable)
      if (!written) entry.resume()
      continue
    }
    if (type === 'directory') writer.other({ name, kind: 'directory' })
    else if (type === 'symlink') writer.other({ name, kind: 'link', detail: linkname ?? '' })
    else writer.other({ name, kind: 'other', detail: type === 'link' ? 'a hard link' : `a ${type}` })
    entry.resume()
  }
  await reading
}
