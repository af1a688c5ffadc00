import { tags } from '../../src/elf/dynamic.ts'

/** Random numbers of a seed (mulberry32): the same mutants on every machine. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** A field of a file: where it is and how many bytes it has. */
interface Field {
  readonly at: number
  readonly width: number
}

/** A file to make mutants of, with the fields that its structures have. */
export interface Specimen {
  readonly name: string
  readonly bytes: Buffer
  readonly little: boolean
  /** Fields by the structure that they are of: each structure gets as many mutants. */
  readonly fields: readonly (readonly Field[])[]
  /** Places of whole entries (program headers, dynamic entries), to swap and copy. */
  readonly entries: readonly (readonly { readonly at: number; readonly length: number }[])[]
}

type Random = ReturnType<typeof randomOf>

/** Finds the fields of a whole file by its own headers; a second reader, and a trusting one: for files without damage. */
export function specimenOf(name: string, bytes: Buffer): Specimen {
  const is64 = bytes[4] === 2
  const little = bytes[5] === 1
  const u16 = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const u32 = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const u64 = (at: number) => Number(little ? bytes.readBigUInt64LE(at) : bytes.readBigUInt64BE(at))
  const word = (at: number) => (is64 ? u64(at) : u32(at))
  const w = is64 ? 8 : 4
  const table = (at: number, count: number, size: number) =>
    Array.from({ length: Math.max(0, Math.min(count, 200)) }, (_, i) => ({ at: at + i * size, length: size }))
  const fieldsOf = (rows: readonly { at: number }[], widths: readonly number[]) =>
    rows.flatMap(({ at }) => {
      let place = at
      return widths.map(width => {
        const field = { at: place, width }
        place += width
        return field
      })
    })

  const ident = Array.from({ length: 16 }, (_, at) => ({ at, width: 1 }))
  const header = [...ident, ...fieldsOf([{ at: 16 }], [2, 2, 4, w, w, w, 4, 2, 2, 2, 2, 2, 2])]
  const [phoff, shoff] = [word(24 + w), word(24 + 2 * w)]
  const rest = 24 + 3 * w
  const segments = table(phoff, u16(rest + 8), is64 ? 56 : 32)
  const sections = shoff === 0 ? [] : table(shoff, u16(rest + 12), is64 ? 64 : 40)
  const loads = segments.filter(s => u32(s.at) === 1)
  const offsetOf = (address: number) => {
    for (const { at } of loads) {
      const [offset, vaddr, size] = is64
        ? [u64(at + 8), u64(at + 16), u64(at + 32)]
        : [u32(at + 4), u32(at + 8), u32(at + 16)]
      if (address >= vaddr && address < vaddr + size) return address - vaddr + offset
    }
    return null
  }
  const dynamicHeader = segments.find(s => u32(s.at) === 2)
  const dynamicAt = dynamicHeader ? word(dynamicHeader.at + (is64 ? 8 : 4)) : 0
  const dynamicSize = dynamicHeader ? word(dynamicHeader.at + (is64 ? 32 : 16)) : 0
  const dynamic = table(dynamicAt, Math.floor(dynamicSize / (2 * w)), 2 * w)
  const placeOf = (tag: number) => {
    const entry = dynamic.find(d => word(d.at) === tag)
    return entry ? offsetOf(word(entry.at + w)) : null
  }
  const words = (at: number | null, count: number, width = 4) =>
    at === null ? [] : fieldsOf(table(at, count, width), [width]).filter(f => f.at + width <= bytes.length)
  const structures = [
    header,
    header,
    fieldsOf(segments, is64 ? [4, 4, 8, 8, 8, 8, 8, 8] : [4, 4, 4, 4, 4, 4, 4, 4]),
    fieldsOf(segments, is64 ? [4, 4, 8, 8, 8, 8, 8, 8] : [4, 4, 4, 4, 4, 4, 4, 4]),
    fieldsOf(dynamic, [w, w]),
    fieldsOf(dynamic, [w, w]),
    fieldsOf(sections, is64 ? [4, 4, 8, 8, 8, 8, 4, 4, 8, 8] : [4, 4, 4, 4, 4, 4, 4, 4, 4, 4]),
    words(placeOf(tags.verneed), 24, 2),
    words(placeOf(tags.versym), 20, 2),
    words(placeOf(tags.symtab), 30, 4),
    words(placeOf(tags.hash) ?? placeOf(tags.gnuHash), 12, 4),
    words(placeOf(tags.strtab), 60, 1),
    ...segments
      .filter(s => [4, 3, 7, 0x6474e553, 0x70000003].includes(u32(s.at)))
      .map(s => words(word(s.at + (is64 ? 8 : 4)), 16, 4)),
  ].filter(fields => fields.length > 0)
  return { name, bytes, little, fields: structures, entries: [segments, dynamic, sections].filter(e => e.length > 1) }
}

const extremes: readonly bigint[] = [
  ...[0n, 1n, 2n, 3n, 4n, 7n, 8n, 0x7fn, 0xffn, 0xffen, 0xfffn, 0x1000n, 0x1001n, 0x7fffn, 0xffffn, 0x10000n],
  ...[0x7fffffffn, 0x80000000n, 0xfffffff0n, 0xffffffffn, 0x100000000n, (1n << 47n) - 1n, 1n << 53n],
  ...[(1n << 63n) - 1n, 1n << 63n, (1n << 64n) - 16n, (1n << 64n) - 1n],
]

/** Makes a mutant: most times a few fields at the edges of what they can hold, else entries moved or the file cut. */
export function mutate(specimen: Specimen, random: Random): Buffer {
  const kind = random(20)
  if (kind === 0) return specimen.bytes.subarray(0, random(specimen.bytes.length))
  const bytes = Buffer.from(specimen.bytes)
  if (kind === 1) moveEntry(bytes, specimen, random)
  else if (kind === 2) noise(bytes, random)
  else for (let n = 1 + random(random(4) + 1); n > 0; n--) changeField(bytes, specimen, random)
  return bytes
}

function pick<T>(list: readonly T[], random: Random): T | undefined {
  return list[random(list.length)]
}

function changeField(bytes: Buffer, specimen: Specimen, random: Random): void {
  const field = pick(pick(specimen.fields, random) ?? [], random)
  if (!field || field.at + field.width > bytes.length) return
  const old = read(bytes, field, specimen.little)
  const other = pick(pick(specimen.fields, random) ?? [], random)
  const values = [
    pick(extremes, random) ?? 0n,
    old + BigInt(random(33) - 16),
    old ^ (1n << BigInt(random(field.width * 8))),
    BigInt(random(bytes.length + 16)),
    // The value of another field: tables that overlap, tags and types that are there twice.
    other && other.at + other.width <= bytes.length ? read(bytes, other, specimen.little) : 0n,
  ]
  write(bytes, field, specimen.little, pick(values, random) ?? 0n)
}

function moveEntry(bytes: Buffer, specimen: Specimen, random: Random): void {
  const list = pick(specimen.entries, random) ?? []
  const [a, b] = [pick(list, random), pick(list, random)]
  if (!a || !b || Math.max(a.at, b.at) + a.length > bytes.length) return
  const [first, second] = [a, b].map(({ at, length }) => Buffer.from(bytes.subarray(at, at + length)))
  if (!first || !second) return
  first.copy(bytes, b.at)
  if (random(2) === 0) second.copy(bytes, a.at)
}

function noise(bytes: Buffer, random: Random): void {
  for (let n = 1 + random(8); n > 0; n--) bytes[random(bytes.length)] = random(256)
}

function read(bytes: Buffer, { at, width }: Field, little: boolean): bigint {
  let value = 0n
  for (let i = 0; i < width; i++) value = (value << 8n) | BigInt(bytes[little ? at + width - 1 - i : at + i] ?? 0)
  return value
}

function write(bytes: Buffer, { at, width }: Field, little: boolean, value: bigint): void {
  let rest = BigInt.asUintN(width * 8, value)
  for (let i = 0; i < width; i++, rest >>= 8n) bytes[little ? at + i : at + width - 1 - i] = Number(rest & 0xffn)
}
