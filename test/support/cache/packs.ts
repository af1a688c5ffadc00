import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { zstdCompressSync } from 'node:zlib'
import { type Header, pack } from 'tar-stream'
import { digestFrame, headFrame, layout, type WrittenHead } from '../../../src/cache/pack/layout.ts'
import { listMembers } from '../../../src/cache/pack/list.ts'
import type { PackHead } from '../../../src/cache/pack/pack.ts'
import { checkPack } from '../../../src/cache/pack/read.ts'
import { unpack } from '../../../src/cache/pack/unpack.ts'
import { writePack } from '../../../src/cache/pack/write.ts'

/** A signal that nobody raises. */
export const calm = new AbortController().signal

/** A head; every part can be another one. */
export const headWith = (parts: Partial<PackHead> = {}): PackHead => ({
  schema: 1,
  kind: 'rust-hot',
  key: 'portable-build-rust-hot-job-1-2',
  ingredients: { target: 'x86_64-linux-musl', rustc: '1.95.0' },
  facts: { sources: 3 },
  ...parts,
})

/** Packs a directory as the root `t`. */
export async function packTree(dir: string, path: string, head: PackHead = headWith()) {
  return writePack({ path, head, members: await listMembers({ dir, root: 't' }), signal: calm })
}

/** Checks a pack as what `headWith` says, and unpacks its root `t`. */
export async function unpackTree(path: string, to: string, signal: AbortSignal = calm) {
  const pack = await checkPack(path, headWith(), calm)
  return unpack({ pack, roots: { t: to }, signal })
}

/** A member as somebody writes it who means no good. */
export type Forged = Partial<Header> & { readonly name: string; readonly content?: string }

/** A pack with a fitting digest that our writer would never write. */
export async function forgePack(
  dir: string,
  members: readonly Forged[],
  head: Partial<WrittenHead> = {},
): Promise<string> {
  const tar = pack()
  for (const { content = '', ...header } of members) {
    if ((header.type ?? 'file') === 'file') tar.entry({ mode: 0o644, mtime: new Date(0), ...header }, content)
    else tar.entry({ mode: 0o755, mtime: new Date(0), ...header })
  }
  tar.finalize()
  const content = members.reduce((sum, m) => sum + (m.content?.length ?? 0), 0)
  const whole = { ...headWith(), members: members.length, content, ...head }
  return seal(dir, headFrame(whole), zstdCompressSync(await buffer(tar)))
}

/** Puts frames together under a digest that fits. */
export function seal(dir: string, ...frames: readonly Buffer[]): string {
  const path = join(dir, 'forged.pack')
  const body = Buffer.concat(frames)
  writeFileSync(path, Buffer.concat([body, digestFrame(createHash('sha256').update(body).digest())]))
  return path
}

/** Turns one bit of a file. */
export function flipBit(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 4
  writeFileSync(path, bytes)
}

/** Where the parts of a pack begin. */
export function partsOf(path: string): { archive: number; end: number; size: number } {
  const bytes = readFileSync(path)
  return { archive: 8 + bytes.readUInt32LE(4), end: bytes.length - layout.end, size: bytes.length }
}
