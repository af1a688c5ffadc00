/** A part of the summary that can be left out as a whole. */
export interface Section {
  readonly title: string
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
