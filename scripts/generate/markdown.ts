import type { InputRow } from '../../src/inputs/table.ts'

/** A Markdown table; cells are made safe for one line of a table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

/** The text as code, or a dash for nothing. */
export function code(text: string): string {
  return text === '' ? '–' : `\`${text}\``
}

/**
 * Replaces what is between `<!-- generated: NAME -->` and `<!-- end -->`.
 * @throws Error when the page has no such section: a table that silently vanishes is worse than a failed run
 */
export function replaceSection(page: string, name: string, content: string): string {
  const start = `<!-- generated: ${name} -->`
  const from = page.indexOf(start)
  const to = page.indexOf('<!-- end -->', from)
  if (from < 0 || to < 0) throw new Error(`no section "${name}" to fill`)
  return `${page.slice(0, from + start.length)}\n${content}\n${page.slice(to)}`
}

/** The default of an input, as it is written; a dash where there is none. */
export function defaultOf(row: InputRow): string {
  return row.defaultText ?? code(row.default ?? '')
}
