import { createHash } from 'node:crypto'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { EntryKind, Ingredients } from '../entry.ts'
import type { PackHead } from './pack.ts'
import { PackProblem } from './problem.ts'

/*
 * A pack is a Zstandard stream (RFC 8878) of three frames, which `zstd -dc --long=30 PACK | tar tv` lists:
 *
 *   skippable frame    the signature, and the head as compressed JSON
 *   frame              a tar archive in the pax format
 *   skippable frame    sha256 of everything before it
 *
 * So the head is read without the members, and a pack that was cut or damaged is known before anything is unpacked.
 */
const magic = { head: 0x184d2a50, digest: 0x184d2a51 }
const frameHeader = 8
const digestBytes = 32
const signature = Buffer.from('portable-build pack\n')

/** Sizes of the parts that are not the archive, bytes. */
export const layout = { start: frameHeader + signature.length, end: frameHeader + digestBytes } as const

/** A head as it stands in a pack: with what the members have to add up to. */
export interface WrittenHead extends PackHead {
  readonly members: number
  /** Bytes of all files. */
  readonly content: number
}

const MiB = 1024 * 1024
/** Heads hold lists of sources; this is room for some hundred thousand. */
const longestHead = { packed: 16 * MiB, plain: 128 * MiB }

/** What real packs stay far below (measured with compiled crates: 4 to 12 times the pack); what is above is made to fill disks. */
export function overLimits(head: WrittenHead, packBytes: number): string | null {
  if (head.content > 64 * MiB + 200 * packBytes) return 'it would unpack to more than 200 times its size'
  return head.members > 10_000 + packBytes ? 'it has more members than bytes' : null
}

/** The first frame; the same bytes for equal heads, in whatever order their ingredients came. */
export function headFrame(head: WrittenHead): Buffer {
  const { schema, kind, key, facts, members, content } = head
  const ingredients = Object.fromEntries(Object.entries(head.ingredients).sort(([a], [b]) => (a < b ? -1 : 1)))
  const json = JSON.stringify({ schema, kind, key, ingredients, members, content, facts })
  if (json.length > longestHead.plain) throw new PackProblem('its head would be too long')
  const packed = zstdCompressSync(json)
  if (packed.length > longestHead.packed) throw new PackProblem('its head would be too long')
  return frame(magic.head, Buffer.concat([signature, packed]))
}

/** The last frame. */
export function digestFrame(sha256: Buffer): Buffer {
  return frame(magic.digest, sha256)
}

function frame(kind: number, content: Buffer): Buffer {
  const header = Buffer.alloc(frameHeader)
  header.writeUInt32LE(kind, 0)
  header.writeUInt32LE(content.length, 4)
  return Buffer.concat([header, content])
}

/**
 * Where the head ends: the bytes of its frame.
 * @param start the first `layout.start` bytes of a file
 * @throws PackProblem for a file that is no pack
 */
export function headEnd(start: Buffer): number {
  const isPack =
    start.length === layout.start &&
    start.readUInt32LE(0) === magic.head &&
    start.subarray(frameHeader).equals(signature)
  const length = isPack ? start.readUInt32LE(4) : 0
  if (length <= signature.length) throw new PackProblem('it is no pack of portable-build')
  if (length > longestHead.packed + signature.length) throw new PackProblem('its head is too long')
  return frameHeader + length
}

/** The digest in a last frame. @throws PackProblem for a pack that was cut */
export function readDigest(end: Buffer): Buffer {
  const isWhole =
    end.length === layout.end && end.readUInt32LE(0) === magic.digest && end.readUInt32LE(4) === digestBytes
  if (!isWhole) throw new PackProblem('its end is missing')
  return end.subarray(frameHeader)
}

/** The head from what is between the first frame's signature and its end. @throws PackProblem */
export function readHead(packed: Buffer): WrittenHead {
  const head = parse(packed)
  const { schema, kind, key, ingredients, members, content, facts } = head
  if (!isCount(schema)) throw new PackProblem('its head makes no sense')
  const texts = typeof kind === 'string' && typeof key === 'string' && isTexts(ingredients)
  if (!texts || !isCount(members) || !isCount(content)) throw new PackProblem('its head makes no sense')
  // whoever reads it compares the kind with one that exists
  return { schema, kind: kind as EntryKind, key, ingredients, members, content, facts }
}

function parse(packed: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(zstdDecompressSync(packed, { maxOutputLength: longestHead.plain }).toString())
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch (error) {
    throw new PackProblem('its head cannot be read', error)
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isTexts(value: unknown): value is Ingredients {
  return typeof value === 'object' && value !== null && Object.values(value).every(v => typeof v === 'string')
}

/** The digest that packs are checked with. */
export const makeDigest = () => createHash('sha256')
