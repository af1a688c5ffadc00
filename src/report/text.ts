import { stripVTControlCharacters } from 'node:util'

/** Takes two columns: East Asian wide and full-width forms, emoji (Unicode, EastAsianWidth.txt, rounded to blocks). */
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
/** Takes none: marks on the letter before, formatting characters. */
const empty = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Columns that a text takes on a terminal; escape codes of colours take none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of stripVTControlCharacters(text)) width += empty.test(char) ? 0 : wide.test(char) ? 2 : 1
  return width
}

/** A text without escape codes, cut to so many columns; what was cut shows as `…`. */
export function shorten(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let used = 1 // the ellipsis
  for (const char of text) {
    used += displayWidth(char)
    if (used > width) break
    kept += char
  }
  return width < 1 ? '' : `${kept}…`
}

/** Fills a text (that may have colours) with spaces to so many columns. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return side === 'right' ? text + space : space + text
}

/** Bytes as people read them: `812 B`, `1.4 MB` (decimal units, as file managers and package sites do). */
export function humanSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  for (; value >= 999.5 && unit < units.length - 1; unit++) value /= 1000
  return `${unit === 0 || value >= 99.95 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** Milliseconds as people read them: `0.4s`, `12s`, `3m05s`, `1h02m`. */
export function humanTime(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 9.95) return `${seconds.toFixed(1)}s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole}s`
  if (whole < 3600) return `${Math.floor(whole / 60)}m${String(whole % 60).padStart(2, '0')}s`
  return `${Math.floor(whole / 3600)}h${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')}m`
}

/** How long ago something was, in the largest unit: `just now`, `5 min ago`, `3 h ago`, `12 days ago`. */
export function humanAge(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ago`
  return `${Math.floor(minutes / 60 / 24)} days ago`
}

/** `1 file`, `2 files`; `1 entry`, `2 entries`. */
export function count(n: number, noun: string): string {
  return `${n} ${n === 1 ? noun : `${noun.replace(/(?<=[^aeiou])y$/, 'ie')}s`}`
}
