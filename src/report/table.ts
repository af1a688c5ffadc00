import { plainLine } from '../exec/plain.ts'
import type { FileReport, Report } from './schema.ts'
import type { Style } from './style.ts'
import { count, displayWidth, humanSize, pad, shorten } from './text.ts'

/** One line of the table: an artifact, or a target that got none. */
export interface TableRow {
  readonly project: string
  readonly target: string
  readonly file: string
  /** Bytes; null where there is no file. */
  readonly size: number | null
  readonly linkage: string
  readonly runsOn: string
  readonly started: string
  readonly ok: boolean
  /** Why not, in a few words; empty when it is. */
  readonly why: string
}

/** The rows of a finished run: a line for each artifact, then one for each target that failed before it had any. */
export function tableRows(report: Report): TableRow[] {
  const project = report.project.name
  const files = report.files.map(file => fileRow(project, file))
  const built = new Set(report.files.map(f => f.target))
  const lost = report.failures.flatMap(f =>
    f.targets
      .filter(t => !built.has(t))
      .map((target): TableRow => {
        return { project, target, file: '', size: null, linkage: '', runsOn: '', started: '', ok: false, why: f.code }
      }),
  )
  return [...files, ...lost.filter((row, i) => lost.findIndex(r => r.target === row.target) === i)]
}

function fileRow(project: string, file: FileReport): TableRow {
  const errors = file.findings.filter(f => f.severity === 'error')
  return {
    project,
    target: file.target ?? file.arch ?? '',
    file: file.path.split('/').at(-1) ?? file.path,
    size: file.size,
    linkage: file.linkage,
    runsOn: file.runsOn.join(', '),
    started: startedText(file),
    ok: file.verified,
    why: file.verified ? '' : [...new Set(errors.map(f => f.id))].join(', ') || 'not verified',
  }
}

/** Where a file was started, in a few words: `here`, `qemu-aarch64 cortex-a53`, `glibc 2.31`, `not here`. */
function startedText(file: FileReport): string {
  const starts = file.smoke ?? []
  if (starts.length === 0) return 'not here'
  const failed = starts.find(s => !s.ok)
  if (failed) return `failed: ${failed.where}`
  // of an old system the version is what counts; the report has its name and how it was emulated
  return starts.map(s => (s.where === file.arch ? 'here' : s.where.replace(/ \(.*/, ''))).join(', ')
}

interface Column {
  readonly title: string
  readonly cell: (row: TableRow) => string
  readonly side?: 'left'
}

const columns: readonly Column[] = [
  { title: 'project', cell: r => r.project },
  { title: 'target', cell: r => r.target },
  { title: 'file', cell: r => r.file || '–' },
  { title: 'size', cell: r => (r.size === null ? '–' : humanSize(r.size)), side: 'left' },
  { title: 'linkage', cell: r => r.linkage || '–' },
  { title: 'started', cell: r => r.started || '–' },
  { title: 'runs on', cell: r => r.runsOn || '–' },
]

/**
 * The table that a run ends in, as lines: a tick or a cross, what was built, how it is linked, where it was started and
 * where it runs, the verdict. Only the last column is cut where the terminal is narrow.
 */
export function tableLines(rows: readonly TableRow[], style: Style, width: number): string[] {
  const shown = columns.filter(c => c.title !== 'project' || new Set(rows.map(r => r.project)).size > 1)
  const cells = rows.map(row => shown.map(c => plainLine(row.ok || c.title !== 'runs on' ? c.cell(row) : row.why)))
  const widths = shown.map((c, i) => Math.max(displayWidth(c.title), ...cells.map(line => displayWidth(line[i] ?? ''))))
  const fixed = widths.slice(0, -1).reduce((sum, w) => sum + w + 2, 2)
  const last = Math.max(12, width - fixed)
  const layout = (line: readonly string[]) =>
    line.map((cell, i) => (i === shown.length - 1 ? shorten(cell, last) : pad(cell, widths[i] ?? 0, shown[i]?.side)))
  const head = style.dim(`  ${layout(shown.map(c => c.title)).join('  ')}`.trimEnd())
  const body = rows.map((row, i) => {
    const texts = layout(cells[i] ?? [])
    const painted = texts.map((text, c) => paint(shown[c]?.title ?? '', row, style)(text))
    return `${row.ok ? style.green('✓') : style.red('✗')} ${painted.join('  ')}`.trimEnd()
  })
  return [head, ...body]
}

function paint(title: string, row: TableRow, style: Style): (text: string) => string {
  if (title === 'target') return style.bold
  if (title === 'runs on') return row.ok ? style.green : style.red
  if (title === 'started' && row.started.startsWith('failed')) return style.red
  return title === 'size' || title === 'project' ? style.dim : text => text
}

/** The one sentence that a run ends with; `--quiet` prints it alone. */
export function summaryLine(rows: readonly TableRow[], verified: boolean, style: Style): string {
  const good = rows.filter(r => r.ok).length
  const targets = new Set(rows.filter(r => r.ok).map(r => r.target)).size
  if (verified && good === rows.length && good > 0) {
    return `${style.green('✓ verified')}: ${count(good, 'executable')} for ${count(targets, 'target')}`
  }
  if (rows.length === 0) return `${style.red('✗ not verified')}: nothing was built`
  return `${style.red('✗ not verified')}: ${good} of ${count(rows.length, 'executable')} passed`
}
