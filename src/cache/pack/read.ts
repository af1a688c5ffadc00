import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { cacheSchema, type EntryKind } from '../entry.ts'
import { headEnd, layout, makeDigest, overLimits, readDigest, readHead, type WrittenHead } from './layout.ts'
import { PackProblem } from './problem.ts'

/** A pack whose digest, schema and limits were checked: only such a pack is unpacked. */
export interface CheckedPack {
  readonly path: string
  readonly head: WrittenHead
  /** Of the whole file. */
  readonly bytes: number
  /** Where the archive is in it: first byte, and the one behind the last. */
  readonly archive: { readonly from: number; readonly to: number }
}

/** What a pack has to be. */
export interface Expected {
  readonly kind: EntryKind
  /** The key under which it came. */
  readonly key: string
}

/**
 * What a pack says of itself, read from its start alone; nothing of it is checked but its form.
 * @throws PackProblem
 */
export async function readPackHead(path: string): Promise<WrittenHead> {
  return withFile(path, async file => (await readStart(file)).head)
}

/**
 * Checks a pack as a whole: its form, its digest, and that it is what was asked for. The digest shows accidents; what
 * somebody has put there on purpose has a fitting one, and is stopped by what `unpack` refuses.
 * @throws PackProblem with what is wrong
 */
export async function checkPack(path: string, expected: Expected, signal: AbortSignal): Promise<CheckedPack> {
  return withFile(path, async file => {
    const { head, end } = await readStart(file)
    const { size } = await file.stat()
    if (head.schema !== cacheSchema) {
      throw new PackProblem(`it has the layout ${head.schema}, and this version reads ${cacheSchema}`)
    }
    if (head.kind !== expected.kind || head.key !== expected.key) {
      throw new PackProblem(`it says that it is ${JSON.stringify(head.key)} of kind ${JSON.stringify(head.kind)}`)
    }
    const to = size - layout.end
    if (to < end) throw new PackProblem('its end is missing')
    const wanted = readDigest(await readAt(file, to, layout.end))
    if (!(await digestOf(path, to, signal)).equals(wanted))
      throw new PackProblem('its digest does not fit: it is damaged')
    const excess = overLimits(head, size)
    if (excess !== null) throw new PackProblem(excess)
    return { path, head, bytes: size, archive: { from: end, to } }
  })
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path)
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

async function readStart(file: FileHandle): Promise<{ head: WrittenHead; end: number }> {
  const end = headEnd(await readAt(file, 0, layout.start))
  const packed = await readAt(file, layout.start, end - layout.start)
  if (packed.length < end - layout.start) throw new PackProblem('its end is missing')
  return { head: readHead(packed), end }
}

/** Up to `length` bytes; fewer at the end of the file. */
async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, at)
  return buffer.subarray(0, bytesRead)
}

async function digestOf(path: string, to: number, signal: AbortSignal): Promise<Buffer> {
  const digest = makeDigest()
  const stream = createReadStream(path, { end: to - 1, highWaterMark: 1024 * 1024, signal })
  for await (const piece of stream) digest.update(piece)
  return digest.digest()
}
