import { writeFileSync } from 'node:fs'

/** What a small ELF file shall be. */
export interface ElfParts {
  /** ET_EXEC 2, ET_DYN 3, ET_REL 1. */
  readonly type?: number
  /** EM_X86_64 62, EM_AARCH64 183. */
  readonly machine?: number
  readonly interpreter?: string
  /** DF_1_PIE in a dynamic table. */
  readonly pie?: boolean
  /** Bytes to make two files differ. */
  readonly tail?: string
}

/**
 * Writes a 64-bit little-endian ELF file of header, program headers and nothing that runs (gABI "ELF Header").
 * @param mode permission bits
 */
export function writeElf(path: string, parts: ElfParts = {}, mode = 0o755): void {
  const { type = 2, machine = 62, interpreter, pie = false, tail = '' } = parts
  const interp = interpreter === undefined ? null : Buffer.from(`${interpreter}\0`)
  // DT_STRTAB, DT_STRSZ, DT_FLAGS_1, DT_NULL: two words each; the string table is one NUL behind it
  const dynamic = pie || interp ? 4 * 16 : 0
  const count = 1 + (interp ? 1 : 0) + (dynamic ? 1 : 0)
  const interpAt = 64 + count * 56
  const dynamicAt = Math.ceil((interpAt + (interp?.length ?? 0)) / 8) * 8
  const size = dynamicAt + dynamic + 8
  const base = type === 2 ? 0x400000 : 0
  const file = Buffer.alloc(size)
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
  file.writeUInt16LE(type, 16)
  file.writeUInt16LE(machine, 18)
  file.writeUInt32LE(1, 20)
  file.writeBigUInt64LE(BigInt(base + 64), 24)
  file.writeBigUInt64LE(64n, 32)
  file.writeUInt16LE(64, 52)
  file.writeUInt16LE(56, 54)
  file.writeUInt16LE(count, 56)
  let at = 64
  const segment = (kind: number, offset: number, length: number, align: number) => {
    file.writeUInt32LE(kind, at)
    file.writeUInt32LE(5, at + 4)
    const address = BigInt(base + offset)
    for (const [i, value] of [
      BigInt(offset),
      address,
      address,
      BigInt(length),
      BigInt(length),
      BigInt(align),
    ].entries()) {
      file.writeBigUInt64LE(value, at + 8 + i * 8)
    }
    at += 56
  }
  segment(1, 0, size, 0x1000)
  if (interp) {
    segment(3, interpAt, interp.length, 1)
    interp.copy(file, interpAt)
  }
  if (dynamic) {
    segment(2, dynamicAt, dynamic, 8)
    const entries = [5, base + dynamicAt + dynamic, 10, 8, 0x6ffffffb, pie ? 0x08000000 : 0, 0, 0]
    for (const [i, value] of entries.entries()) file.writeBigUInt64LE(BigInt(value), dynamicAt + i * 8)
  }
  writeFileSync(path, Buffer.concat([file, Buffer.from(tail)]), { mode })
}
