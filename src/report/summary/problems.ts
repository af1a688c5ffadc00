import { block, code, prose } from '../markdown-text.ts'
import { allFiles } from '../match-files.ts'
import type { Diagnostic, Failure, FileReport, Finding } from '../schema.ts'
import { listed, type Section } from './section.ts'

/** Last lines of a tool that are shown; the report has more. */
const mostLines = 25

/** What failed before there was a file to judge: where, the tool's last lines, the command, what to do. */
export function failuresSection(failures: readonly Failure[]): Section {
  const lines = listed(failures, f => ['', ...failureLines(f)])
  return { title: 'Failures', lines: lines.slice(1) }
}

function failureLines({ code: id, targets, message, diagnostics = [], lines, command, hint }: Failure): string[] {
  const where = targets.map(code).join(', ')
  return [
    `${code(id)}${where && ` for ${where}`}: ${prose(message)}`,
    ...(diagnostics.length > 0 ? ['', ...diagnostics.map(diagnosticLine)] : []),
    ...(lines.length > 0 ? ['', ...block(lines.slice(-mostLines))] : []),
    ...(command ? ['', '<details><summary>Run it by hand</summary>', '', ...block([command]), '', '</details>'] : []),
    ...(hint ? ['', `💡 ${prose(hint)}`] : []),
  ]
}

function diagnosticLine({ severity, file, line, column, message }: Diagnostic): string {
  const place = [file, line, ...(column === null ? [] : [column])].join(':')
  return `- ${severity === 'error' ? '❌' : '⚠️'} ${code(place)} ${prose(message)}`
}

const marks = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const

/** What verify holds against the files, the worst first, with what to do. */
export function findingsSection(files: readonly FileReport[]): Section {
  const lines = (['error', 'warning'] as const).flatMap(severity => findingsOf(files, severity))
  return { title: 'Findings', lines }
}

/** What verify has to say that stops nothing. */
export function remarksSection(files: readonly FileReport[]): Section {
  return { title: 'Remarks', folded: true, lines: findingsOf(files, 'info') }
}

function findingsOf(files: readonly FileReport[], severity: Finding['severity']): string[] {
  const all = files.flatMap(file => allFiles([file]).flatMap(each => each.findings.map(f => ({ f, file: each }))))
  const wanted = all.filter(({ f }) => f.severity === severity)
  return listed(wanted, ({ f, file }) => findingLines(f, file))
}

function findingLines({ severity, id, message, evidence, hint }: Finding, { path, target }: FileReport): string[] {
  const where = target === null ? code(path) : `${code(path)} for ${code(target)}`
  return [
    `- ${marks[severity]} ${code(id)} in ${where}: ${prose(message)}${evidence === '' ? '' : ` (${code(evidence)})`}`,
    ...(hint === '' ? [] : [`  <br>💡 ${prose(hint)}`]),
  ]
}
