import type { Report } from './schema.ts'
import { summaryMarkdown } from './summary.ts'

/** `report.md`: the summary, whatever its length. */
export function reportMarkdown(report: Report): string {
  return summaryMarkdown(report, { maxBytes: Number.POSITIVE_INFINITY })
}
