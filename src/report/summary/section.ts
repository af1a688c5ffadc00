import { table } from '../markdown-text.ts'

/** The parts of a summary by what they are worth when there is no room for all of them. */
export const importance = [
  'Failures',
  'Artifacts',
  'Findings',
  'Runs on',
  'Cache',
  'Notices',
  'Timeline',
  'Remarks',
  'Digests',
  'Keys',
] as const

/** A part of the summary that can be left out as a whole. */
export interface Section {
  readonly title: (typeof importance)[number]
  /** Shown only when the reader opens it. */
  readonly folded?: true
  /** Markdown without the title; none: the section is not shown. */
  readonly lines: readonly string[]
}

/** Rows of one list; the JSON has all of them. */
const mostRows = 200

/** The lines of the first items, and how many there are beside them. */
export function listed<T>(items: readonly T[], lines: (item: T) => readonly string[]): string[] {
  const shown = items.slice(0, mostRows).flatMap(lines)
  return items.length > mostRows ? [...shown, '', `… and ${items.length - mostRows} more in \`report.json\`.`] : shown
}

/** A table of the first items, a row each, and how many there are beside them. */
export function longTable<T>(
  titles: readonly string[],
  items: readonly T[],
  cells: (item: T) => readonly string[],
): string[] {
  return [...table(titles, []), ...listed(items, item => table(titles, [cells(item)]).slice(2))]
}
