import { plainLine } from '../exec/plain.ts'

/** Punctuation that means something in GitHub's and GitLab's Markdown; `_` only where it could start emphasis. */
const special = /[\\`*[\]<>|#~!&$@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g

/** A sentence that may hold foreign names, as Markdown that shows it as it is, on one line. */
export function prose(text: string): string {
  return oneLine(text).replace(special, '\\$&')
}

/** A foreign text as a code span: the fence is longer than any run of backticks in it. Fit for table cells. */
export function code(text: string): string {
  const line = oneLine(text)
  if (line === '') return ''
  const fence = '`'.repeat(longestRun(line) + 1)
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return `${fence}${space}${line.replaceAll('|', '\\|')}${space}${fence}`
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
  return [line(titles), `|${' --- |'.repeat(titles.length)}`, ...rows.map(line)]
}

function oneLine(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(plainLine)
    .join(' ')
    .trim()
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(m => m[0].length))
}
