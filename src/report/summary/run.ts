import { gantt } from '../gantt.ts'
import { block, code, prose } from '../markdown-text.ts'
import type { CacheReport, Report, StepReport } from '../schema.ts'
import { humanSize, humanTime } from '../text.ts'
import { listed, longTable, type Section } from './section.ts'

const results: Readonly<Record<CacheReport['hit'], string>> = {
  exact: '✅ restored',
  partial: '🟡 an older one',
  miss: '➖ not there',
  skipped: '➖ not asked',
}

/** What the cache gave, entry by entry. */
export function cacheSection(cache: readonly CacheReport[]): Section {
  if (cache.length === 0) return { title: 'Cache', lines: [] }
  const titles = ['entry', 'result', 'size', 'time', 'why']
  const cells = ({ id, hit, bytes, ms, why }: CacheReport) => {
    const measured = hit === 'exact' || hit === 'partial'
    return [code(id), results[hit], measured ? humanSize(bytes) : '', measured ? humanTime(ms) : '', prose(why)]
  }
  return { title: 'Cache', lines: longTable(titles, cache, cells) }
}

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
