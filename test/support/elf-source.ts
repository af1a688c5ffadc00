import type { ByteSource } from '../../src/elf/reader.ts'

/** A file in memory. */
export function sourceOf(bytes: Buffer): ByteSource {
  return { size: bytes.length, read: (target, at) => bytes.copy(target, 0, at, at + target.length) }
}

/** A copy with some bytes changed. */
export function patched(bytes: Buffer, at: number, ...values: number[]): Buffer {
  const copy = Buffer.from(bytes)
  values.forEach((value, i) => {
    copy[at + i] = value
  })
  return copy
}
