import { createHash } from 'node:crypto'
import { plainLine } from '../exec/plain.ts'
import type { Diagnostic, Report } from './schema.ts'

/** An entry of GitLab's code quality report (docs of GitLab: "Code Quality report format"). */
interface Issue {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker'
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

const severities = { error: 'blocker', warning: 'minor' } as const

/**
 * What compilers said of lines of the project, as `gl-code-quality-report.json`: a merge request shows it beside the changes.
 * A fingerprint is of the file, the message and which of those that are alike it is, not of the line: what has only moved is
 * not new.
 * @param base directory that the run was asked for, relative to the root of the repository; empty when it is the root
 */
export function codeQuality({ failures }: Pick<Report, 'failures'>, base = ''): string {
  const all = failures.flatMap(f => f.diagnostics ?? [])
  const unique = [...new Map(all.map(d => [JSON.stringify(d), d])).values()]
  const seen = new Map<string, number>()
  const issues = unique.map((d): Issue => {
    const path = base === '' ? d.file : `${base}/${d.file}`
    const alike = JSON.stringify([path, d.severity, d.code, d.message])
    const before = seen.get(alike) ?? 0
    seen.set(alike, before + 1)
    return issueOf(d, path, fingerprintOf(`${alike}${before}`))
  })
  return `${JSON.stringify(issues, null, 2)}\n`
}

function issueOf({ severity, message, code, line }: Diagnostic, path: string, fingerprint: string): Issue {
  return {
    description: plainLine(message),
    check_name: code ?? `compile-${severity}`,
    fingerprint,
    severity: severities[severity],
    location: { path, lines: { begin: Math.max(1, line) } },
  }
}

function fingerprintOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40)
}
