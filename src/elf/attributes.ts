import type { Header } from './header.ts'
import { limits } from './limits.ts'
import { type Reader, tableOf } from './reader.ts'
import { type Section, sectionBytes } from './sections.ts'

/** Attributes of the processor by tag: numbers and texts (ARM "Build Attributes", RISC-V psABI "Attributes"). */
export type Attributes = ReadonlyMap<number, number | string>

/** Tags that are read: CPU_arch, FP_arch, Advanced_SIMD_arch, ABI_VFP_args of ARM; the instruction set of RISC-V. */
export const attributeTags = { armCpu: 6, armFloat: 10, armSimd: 12, armFloatArguments: 28, riscvIsa: 5 } as const

const fileScope = 1
const armCompatibility = 32

const formats = [
  {
    section: '.ARM.attributes',
    vendor: 'aeabi',
    isText: (tag: number) => tag === 4 || tag === 5 || (tag > 32 && tag % 2 === 1),
  },
  { section: '.riscv.attributes', vendor: 'riscv', isText: (tag: number) => tag % 2 === 1 },
] as const

/** The attributes of the whole file; empty when there are none or when they make no sense: they are only evidence. */
export function readAttributes(reader: Reader, header: Header, sections: readonly Section[]): Attributes {
  for (const format of formats) {
    const bytes = sectionBytes(reader, sections, format.section, limits.attributes)
    if (bytes && bytes[0] === 0x41) return parse(bytes, header, format)
  }
  return new Map()
}

function parse(bytes: Buffer, header: Header, format: (typeof formats)[number]): Attributes {
  const t = tableOf(bytes, header)
  const attributes = new Map<number, number | string>()
  // 'A', then per vendor: length, name, and blocks of a scope: tag, length, attributes.
  for (let at = 1; at + 5 <= bytes.length; ) {
    const end = Math.min(at + t.u32(at), bytes.length)
    const name = textAt(bytes, at + 4, end)
    if (end <= at + 4) break
    let block = at + 4 + name.length + 1
    while (name === format.vendor && block + 5 <= end) {
      const size = t.u32(block + 1)
      if (size < 5) break
      if (bytes[block] === fileScope) readBlock(bytes, block + 5, Math.min(block + size, end), format, attributes)
      block += size
    }
    at = end
  }
  return attributes
}

function readBlock(
  bytes: Buffer,
  from: number,
  end: number,
  format: (typeof formats)[number],
  attributes: Map<number, number | string>,
): void {
  for (let at = from; at < end; ) {
    const tag = uleb(bytes, at, end)
    at = tag.next
    if (format.vendor === 'aeabi' && tag.value === armCompatibility) {
      at = uleb(bytes, at, end).next
      at += textAt(bytes, at, end).length + 1
    } else if (format.isText(tag.value)) {
      const text = textAt(bytes, at, end)
      attributes.set(tag.value, text)
      at += text.length + 1
    } else {
      const number = uleb(bytes, at, end)
      attributes.set(tag.value, number.value)
      at = number.next
    }
  }
}

/** One byte a character, so that its length is that in the file. */
function textAt(bytes: Buffer, at: number, end: number): string {
  const nul = bytes.indexOf(0, at)
  return bytes.toString('latin1', at, nul < 0 || nul > end ? end : nul)
}

/** A number in groups of 7 bits, lowest first; what is above 2^53 only has to end. */
function uleb(bytes: Buffer, at: number, end: number): { value: number; next: number } {
  let value = 0
  for (let i = at, scale = 1; i < end; i++, scale *= 128) {
    const byte = bytes[i] ?? 0
    value += (byte & 0x7f) * scale
    if (byte < 0x80) return { value, next: i + 1 }
  }
  return { value, next: end }
}
