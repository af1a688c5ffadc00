import { basename, relative } from 'node:path'
import { plainLine } from '../../exec/plain.ts'
import { cacheLine } from '../../report/cache-line.ts'
import { errorText } from '../../report/error-text.ts'
import { outputDirs } from '../../report/outcome.ts'
import type { Report } from '../../report/schema.ts'
import { summaryLine, tableLines, tableRows } from '../../report/table.ts'
import { humanSize } from '../../report/text.ts'
import { failedText } from '../../report/verdict-text.ts'
import { errorStyle, type Output } from '../output.ts'
import type { Invocation } from '../parse.ts'

/** Shows a report: what failed on stderr, the table of executables (or the report as JSON) on stdout. */
export function showReport(
  report: Report,
  output: Output,
  options: Invocation['options'],
  written: readonly string[],
): void {
  tellFailures(report)
  if (options['json']) output.json(report)
  else printTable(report, output, options['quiet'] === 'true' ? null : written)
}

function tellFailures(report: Report): void {
  const style = errorStyle()
  for (const failure of report.failures) process.stderr.write(`\n${errorText(failure, style)}\n`)
  const bad = report.files.filter(f => !f.verified)
  for (const file of bad) process.stderr.write(`\n${failedText(file, style)}\n`)
}

function printTable(report: Report, output: Output, written: readonly string[] | null): void {
  const rows = tableRows(report)
  const lines = tableLines(rows, output.style, output.columns)
  if (written !== null && rows.length > 0) output.print(['', ...lines, ''].join('\n'))
  output.print(summaryLine(rows, report.verified, output.style))
  if (written === null) return
  const archives = report.artifacts.filter(a => !a.files.includes(a.path))
  for (const { path, size } of archives) {
    output.print(`  ${plainLine(basename(path))}  ${output.style.dim(humanSize(size))}`)
  }
  const cached = cacheLine(report.cache)
  if (cached !== '') output.print(output.style.dim(`  cache: ${cached}`))
  for (const dir of outputDirs(report)) {
    const path = relative('', dir)
    output.print(output.style.dim(`  in ${path.startsWith('..') ? dir : path || '.'}, with ${written.join(', ')}`))
  }
}
