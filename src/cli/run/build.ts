import { relative } from 'node:path'
import { exitCodes } from '../../errors.ts'
import { plainLine } from '../../exec/plain.ts'
import { buildRun } from '../../pipeline.ts'
import { errorText } from '../../report/error-text.ts'
import { exitCodeOf, outputDirs } from '../../report/outcome.ts'
import type { Report } from '../../report/schema.ts'
import { summaryLine, tableLines, tableRows } from '../../report/table.ts'
import { humanSize } from '../../report/text.ts'
import { failedText } from '../../report/verdict-text.ts'
import { errorStyle, type Output } from '../output.ts'
import type { Invocation } from '../parse.ts'
import { onHost, requestOf } from './request.ts'

/** `build`: the whole flow; the table of artifacts (or the report) on stdout, failures on stderr. */
export async function build(invocation: Invocation, output: Output): Promise<number> {
  const { report, interrupted } = await onHost(invocation, async host => ({
    report: await buildRun(host, requestOf(invocation)),
    interrupted: host.signal.aborted,
  }))
  tellFailures(report)
  if (invocation.options['json']) output.json(report)
  else printTable(report, output, invocation.options['quiet'] === 'true')
  return interrupted ? exitCodes.interrupted : exitCodeOf(report)
}

function tellFailures(report: Report): void {
  const style = errorStyle()
  for (const failure of report.failures) process.stderr.write(`\n${errorText(failure, style)}\n`)
  const bad = report.files.filter(f => !f.verified)
  for (const file of bad) process.stderr.write(`\n${failedText(file, style)}\n`)
}

function printTable(report: Report, output: Output, quiet: boolean): void {
  const rows = tableRows(report)
  const lines = tableLines(rows, output.style, output.columns)
  if (!quiet && rows.length > 0) output.print(['', ...lines, ''].join('\n'))
  output.print(summaryLine(rows, report.verified, output.style))
  if (quiet) return
  const archives = report.artifacts.filter(a => !a.files.includes(a.path))
  for (const { path, size } of archives) output.print(`  ${plainLine(path)}  ${output.style.dim(humanSize(size))}`)
  const files = ['report.md', 'report.json', ...(rows.some(r => r.ok) ? ['SHA256SUMS'] : [])].join(', ')
  for (const dir of outputDirs(report)) {
    const path = relative('', dir)
    output.print(output.style.dim(`  in ${path.startsWith('..') ? dir : path || '.'}, with ${files}`))
  }
}
