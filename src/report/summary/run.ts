import { gantt } from '../gantt.ts'
import { block, prose } from '../markdown-text.ts'
import type { Report, StepReport } from '../schema.ts'
import { listed, type Section } from './section.ts'

/** Where the time went. */
export function timelineSection(steps: readonly StepReport[]): Section {
  if (steps.length === 0) return { title: 'Timeline', lines: [] }
  return { title: 'Timeline', lines: ['```mermaid', ...gantt(steps), '```'] }
}

/** What the plan wants to be known. */
export function noticesSection(notices: readonly string[]): Section {
  return { title: 'Notices', lines: listed(notices, n => [`- ${prose(n)}`]) }
}

/** The digests of what is handed over and of the executables in it, as `SHA256SUMS` writes them. */
export function digestsSection({ artifacts, files }: Pick<Report, 'artifacts' | 'files'>): Section {
  const all = new Map([...artifacts, ...files].flatMap(f => (f.sha256 === null ? [] : [[f.path, f.sha256] as const])))
  const sums = [...all].map(([path, sha256]) => `${sha256}  ${path.replace(/[\r\n]/g, ' ')}`)
  return { title: 'Digests', folded: true, lines: sums.length === 0 ? [] : block(sums) }
}
