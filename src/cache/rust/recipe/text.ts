import { createHash } from 'node:crypto'
import { count } from '../../../report/text.ts'

/** Characters of a value that people still read at a glance; what is longer becomes a digest. */
const readable = 60

/** JSON that is the same for equal values: keys are sorted. Dates and big integers of TOML become texts. */
export function canonical(value: unknown): string {
  if (typeof value === 'bigint') return JSON.stringify(String(value))
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`)
    .join(',')}}`
}

/** The first 16 hexadecimal digits of the sha256 of a value's canonical JSON. */
export function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex').slice(0, 16)
}

/** Words of an ingredient as they are, or how many there are and their digest; `none` without any. */
export function wordsOrDigest(words: readonly string[], noun: string): string {
  if (words.length === 0) return 'none'
  const text = words.join(' ')
  return text.length <= readable ? text : `${words.length} ${noun}, ${digest(words)}`
}

/** A table of an ingredient as JSON, or its digest; nothing for an empty one. */
export function tableOrDigest(table: object): string {
  if (Object.keys(table).length === 0) return ''
  const text = canonical(table)
  return text.length <= readable ? text : digest(table)
}

/** How many there are and their digest in this order; `none` without any. */
export function counted(items: readonly unknown[], noun: string): string {
  return items.length === 0 ? 'none' : `${count(items.length, noun)}, ${digest(items)}`
}

/** Values in an order that does not depend on where they stood. */
export function sorted(values: readonly unknown[]): readonly string[] {
  return values.map(canonical).sort()
}
