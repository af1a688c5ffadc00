import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'

/** Bytes to look for while the file is hashed. */
export interface Needle {
  readonly id: string
  readonly bytes: Buffer
  /** Whether a place counts, given the bytes around it (missing at the ends of the file). */
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

/** What one pass over the bytes gives. */
export interface Scan {
  readonly sha256: string
  readonly hits: readonly Hit[]
}

const chunkSize = 1 << 20
/** Pieces between two turns of everything else that this process does. */
const turnEvery = 8
/** Bytes shown around a hit; also kept from one piece to the next, so that no hit is cut. */
const context = 256

/**
 * Hashes a file and looks for needles in the same pass, in pieces of 1 MiB.
 * @param read fills the buffer from a position and returns how many bytes there were. It blocks: one piece from the
 *   system's cache is faster than a hop to another thread, and between pieces signals and progress have their turn
 * @param size bytes that must be there
 * @returns null when the file ended earlier: it changed meanwhile
 */
export async function scan(
  read: (target: Uint8Array, position: number) => number,
  size: number,
  needles: readonly Needle[],
): Promise<Scan | null> {
  const hash = createHash('sha256')
  const longest = needles.reduce((most, n) => Math.max(most, n.bytes.length), 0)
  const keep = needles.length === 0 ? 0 : longest + 2 * context
  const buffer = Buffer.allocUnsafe(Math.min(size, chunkSize) + keep)
  const hits = new Map<string, Hit>()
  let kept = 0
  for (let done = 0, pieces = 0; done < size; pieces++) {
    if (pieces % turnEvery === turnEvery - 1) await setImmediate()
    const want = Math.min(chunkSize, size - done)
    const got = read(buffer.subarray(kept, kept + want), done)
    if (got <= 0) return null
    hash.update(buffer.subarray(kept, kept + got))
    const piece = buffer.subarray(0, kept + got)
    const start = done - kept
    done += got
    for (const needle of needles.filter(n => !hits.has(n.id))) {
      const hit = find(needle, piece, start, done === size)
      if (hit) hits.set(needle.id, hit)
    }
    const rest = Math.min(keep, piece.length)
    buffer.copyWithin(0, piece.length - rest, piece.length)
    kept = rest
  }
  return { sha256: hash.digest('hex'), hits: needles.flatMap(n => hits.get(n.id) ?? []) }
}

function find(needle: Needle, piece: Buffer, start: number, last: boolean): Hit | null {
  const { bytes, id, counts } = needle
  // A hit close to the end waits for the next piece, which shows what follows it.
  const until = last ? piece.length : piece.length - bytes.length - context
  for (let at = piece.indexOf(bytes); at >= 0 && at <= until; at = piece.indexOf(bytes, at + 1)) {
    const before = at === 0 && start > 0 ? 0 : piece[at - 1]
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
