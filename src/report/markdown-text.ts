import { plainLine } from '../exec/plain.ts'

/** Punctuation that means something in GitHub's and GitLab's Markdown; `_` only where it could start emphasis. */
const special = /[\\`*[\]<>|#~!&$@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g

/**
 * A sentence that may hold foreign names, as Markdown that shows it as it is, on one line. Services make links of what looks
 * like a person, an issue or an address even where it is escaped; an empty comment in it is what keeps them from it.
 */
export function prose(text: string): string {
  return oneLine(text)
    .replace(special, '\\$&')
    .replace(/\\([@#])(?=\w)/g, '\\$1<!-- -->')
    .replace(/:\/\//g, ':<!-- -->//')
    .replace(/www\./gi, '$&<!-- -->')
    .replace(/^(?=[-+=])/, '\\')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
}

/**
 * A foreign text as a code span: the fence is longer than any run of backticks in it. With a `|` it is HTML, because in a
 * table's cell no span can hold `\\|`: readers do not agree on what the backslashes escape.
 */
export function code(text: string): string {
  const line = oneLine(text)
  if (line === '') return ''
  if (line.includes('|')) return `<code>${entities(line)}</code>`
  const fence = '`'.repeat(longestRun(line) + 1)
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return `${fence}${space}${line}${space}${fence}`
}

/** Foreign lines as a fenced block that they cannot end. */
export function block(lines: readonly string[]): string[] {
  const clean = lines.map(plainLine)
  const fence = '`'.repeat(Math.max(3, ...clean.map(l => longestRun(l) + 1)))
  return [`${fence}text`, ...clean, fence]
}

/** A table with as many columns as titles; cells are Markdown already. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(c => c || '–').join(' | ')} |`
  return [`| ${titles.join(' | ')} |`, `|${' --- |'.repeat(titles.length)}`, ...rows.map(line)]
}

function oneLine(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(plainLine)
    .join(' ')
    .trim()
}

/** Nothing in it is Markdown, HTML or the name of a person. */
function entities(line: string): string {
  return line.replace(/[^\p{L}\p{N} ]/gu, c => `&#${c.codePointAt(0)};${c === '@' ? '<!-- -->' : ''}`)
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(m => m[0].length))
}
