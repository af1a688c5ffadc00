import { plainLine } from '../exec/plain.ts'
import { allFiles } from './match-files.ts'
import type { Diagnostic, Failure, FileReport, Report } from './schema.ts'

/** A message at a file and line, as CI services show it beside the sources. Plain text: the host escapes it for its log. */
export interface Annotation {
  readonly severity: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  /** Relative to the root of the repository. */
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

/**
 * What a report has to say, the most important first, because services show only the first of them: each line that a
 * compiler complained of, each failure that has no such line, then what is wrong with the files.
 * @param base directory that the run was asked for, relative to the root of the repository; empty when it is the root
 */
export function annotationsOf(report: Pick<Report, 'failures' | 'files'>, base = ''): Annotation[] {
  const { failures, files } = report
  const all = [
    ...failures.flatMap(f => (f.diagnostics ?? []).map(d => ofDiagnostic(d, base))),
    ...failures.filter(f => !f.diagnostics?.some(d => d.severity === 'error')).map(ofFailure),
    ...files.flatMap(file => allFiles([file]).flatMap(ofFile)),
  ]
  const unique = [...new Map(all.map(a => [JSON.stringify(a), a])).values()]
  return (['error', 'warning'] as const).flatMap(severity => unique.filter(a => a.severity === severity))
}

function ofDiagnostic({ severity, file, line, column, message, code }: Diagnostic, base: string): Annotation {
  return {
    severity,
    title: code === null ? `Compile ${severity}` : plain(code),
    message: plain(message),
    file: base === '' ? file : `${base}/${file}`,
    line,
    ...(column === null || column < 1 ? {} : { column }),
  }
}

function ofFailure({ code, message, hint, lines }: Failure): Annotation {
  return { severity: 'error', title: code, message: plain([message, ...lines.slice(-5), hint].join('\n')) }
}

function ofFile({ path, target, findings }: FileReport): Annotation[] {
  const where = target === null ? path : `${path} (${target})`
  return findings.flatMap(({ id, severity, message, evidence, hint }) => {
    if (severity === 'info') return []
    const text = `${where}: ${message}${evidence === '' ? '' : ` (${evidence})`}`
    return [{ severity, title: id, message: plain(`${text}\n${hint}`) }]
  })
}

function plain(text: string): string {
  return text.split('\n').map(plainLine).join('\n').trim()
}
