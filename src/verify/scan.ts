import { setImmediate } from 'node:timers/promises'
import type { ByteSource } from '../elf/reader.ts'

/** Bytes to look for while the file is read. */
export interface Needle {
  readonly id: string
  readonly bytes: Buffer
  /** Whether it counts outside of what the program loads too (debug information names paths). */
  readonly anywhere: boolean
  /** Whether a place counts, given the bytes around it (missing at the ends of a range). */
  readonly counts?: (before: number | undefined, after: number | undefined) => boolean
}

/** The first place of a needle that counts. */
export interface Hit {
  readonly id: string
  /** Bytes from the start of the file. */
  readonly offset: number
  /** The text that it stands in. */
  readonly text: string
}

/** A part of a file, in bytes from its start. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** What one pass over the bytes gives. */
export interface Scan {
  /** Null when it was not wanted. */
  readonly sha256: string | null
  readonly hits: readonly Hit[]
}

const chunkSize = 1 << 18
/** Pieces between two turns of everything else that this process does. */
const turnEvery = 32
/** Bytes shown around a hit; also kept from one piece to the next, so that no hit is cut. */
const context = 256
/** Buffers that are not in use: a directory of programs is read with the memory of one. */
const spare: Buffer[] = []

/**
 * Reads ranges of a file in pieces of 256 KiB, looks for needles and hashes it in the same pass; without a digest it ends
 * with the last needle. It blocks: one piece from the system's cache is faster than a hop to another thread, and between
 * pieces signals and progress have their turn.
 * @param ranges in order, without overlap; a hit lies in one of them as a whole
 * @param options `hashed`: whether the digest of the ranges is wanted; `deadline`: `performance.now()` to give up after
 * @returns `changed` when the file ended earlier: it changed meanwhile; `late` when the time was over
 */
export async function scan(
  source: ByteSource,
  ranges: readonly Range[],
  needles: readonly Needle[],
  options: { readonly hashed: boolean; readonly deadline: number | null },
): Promise<Scan | 'changed' | 'late'> {
  // OpenSSL takes longer to load than a file to judge.
  const hash = options.hashed ? (await import('node:crypto')).createHash('sha256') : null
  const longest = needles.reduce((most, n) => Math.max(most, n.bytes.length), 0)
  const keep = needles.length === 0 ? 0 : longest + 2 * context
  const room = chunkSize + keep
  const known = spare.pop()
  const buffer = known && known.length >= room ? known : Buffer.allocUnsafeSlow(room)
  const hits = new Map<string, Hit>()
  let pieces = 0
  for (const { from, to } of ranges) {
    let kept = 0
    for (let done = from; done < to && (hash !== null || hits.size < needles.length); pieces++) {
      if (pieces % turnEvery === turnEvery - 1) await setImmediate()
      if (options.deadline !== null && performance.now() > options.deadline) return 'late'
      const got = source.read(buffer.subarray(kept, kept + Math.min(chunkSize, to - done)), done)
      if (got <= 0) return 'changed'
      hash?.update(buffer.subarray(kept, kept + got))
      const piece = buffer.subarray(0, kept + got)
      const start = done - kept
      done += got
      for (const needle of needles) {
        if (hits.has(needle.id)) continue
        const hit = find(needle, piece, start, start > from, done === to)
        if (hit) hits.set(needle.id, hit)
      }
      const rest = Math.min(keep, piece.length)
      buffer.copyWithin(0, piece.length - rest, piece.length)
      kept = rest
    }
  }
  if (spare.length === 0) spare.push(buffer)
  return { sha256: hash?.digest('hex') ?? null, hits: needles.flatMap(n => hits.get(n.id) ?? []) }
}

/** @param more whether bytes of the same range come before the piece */
function find(needle: Needle, piece: Buffer, start: number, more: boolean, last: boolean): Hit | null {
  const { bytes, id, counts } = needle
  // A hit close to the end waits for the next piece, which shows what follows it.
  const until = last ? piece.length : piece.length - bytes.length - context
  for (let at = piece.indexOf(bytes); at >= 0 && at <= until; at = piece.indexOf(bytes, at + 1)) {
    const before = at === 0 && more ? 0 : piece[at - 1]
    if (!counts || counts(before, piece[at + bytes.length])) return { id, offset: start + at, text: around(piece, at) }
  }
  return null
}

const isText = (byte: number | undefined) => byte !== undefined && byte >= 0x20 && byte !== 0x7f

/** The readable text from a place on, with a little of what is before it. */
function around(piece: Buffer, at: number): string {
  let from = at
  while (from > 0 && at - from < 40 && isText(piece[from - 1])) from--
  let to = at
  while (to < piece.length && to - at < context && isText(piece[to])) to++
  return piece.toString('utf8', from, to)
}
