import type { StoredEntry } from '../cache/stores/directory.ts'
import { readKey } from '../cache/words.ts'
import { plainLine } from '../exec/plain.ts'
import type { Style } from './style.ts'
import { count, displayWidth, humanAge, humanSize, pad, shorten } from './text.ts'

/** How to print. */
interface Look {
  readonly style: Style
  readonly columns: number
  /** ms since 1970. */
  readonly now: number
}

/** The entries of a cache directory as a table, the last used first; under it how many there are, and where. */
export function storedText(entries: readonly StoredEntry[], dir: string, { style, columns, now }: Look): string {
  const titles = ['entry', 'size', 'saved', 'used']
  const rows = entries.map(({ key, bytes, savedMs, usedMs }) => {
    const read = readKey(key)
    const name = plainLine(read === null ? key : `${read.kind} ${read.name}`)
    return [name, humanSize(bytes), humanAge(now - savedMs), humanAge(now - usedMs)]
  })
  const widths = titles.map((title, i) => Math.max(displayWidth(title), ...rows.map(r => displayWidth(r[i] ?? ''))))
  const others = widths.slice(1).reduce((sum, w) => sum + w + 2, 2)
  const first = Math.min(widths[0] ?? 0, Math.max(12, columns - others))
  const line = (cells: readonly string[]) =>
    cells.map((c, i) => (i === 0 ? pad(shorten(c, first), first) : pad(c, widths[i] ?? 0, 'left'))).join('  ')
  const total = entries.reduce((sum, e) => sum + e.bytes, 0)
  const end = `${count(entries.length, 'entry')}, ${humanSize(total)} in ${plainLine(dir)}`
  if (rows.length === 0) return `The cache is empty: nothing in ${plainLine(dir)}`
  return [style.dim(`  ${line(titles)}`), ...rows.map(r => `  ${line(r)}`), '', `  ${style.dim(end)}`].join('\n')
}

/** What was removed and what is left. */
export function prunedText(removed: readonly StoredEntry[], left: readonly StoredEntry[], style: Style): string {
  const sum = (entries: readonly StoredEntry[]) => humanSize(entries.reduce((bytes, e) => bytes + e.bytes, 0))
  const stay = `${count(left.length, 'entry')} (${sum(left)}) stay`
  if (removed.length === 0) return `Nothing had to go: ${stay}`
  return `${style.green('✓')} ${count(removed.length, 'entry')} removed, ${sum(removed)}; ${stay}`
}
