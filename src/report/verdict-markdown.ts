import { code, prose, table } from './markdown-text.ts'
import { allFiles } from './match-files.ts'
import type { Comparison, FileReport, Finding } from './schema.ts'
import { count, humanSize } from './text.ts'
import { groupsOf, isGood, type Judged, placesOf, reasonOf, tally } from './verdict-words.ts'

/** So many files get a row, or a section, each; a summary of CI has a limit of 1 MiB. */
const mostRows = 100

/** The verdict as Markdown for a summary or a comment: every text that comes from files is shown as it is and adds no markup. */
export function verdictMarkdown(verdict: Judged): string {
  const { files, comparison } = verdict
  const failed = files.filter(f => !f.verified)
  const good = files.length - failed.length
  return [
    `# ${titleOf(verdict, good)}`,
    ...(failed.length > 0
      ? [
          '',
          prose(
            tally(allFiles(files), 'error')
              .map(t => `${t.id} in ${count(t.files, 'file')}`)
              .join(', '),
          ),
        ]
      : []),
    ...comparisonSection(comparison),
    ...failedSection(failed),
    ...filesSection(files),
    '',
  ].join('\n')
}

function titleOf(verdict: Judged, good: number): string {
  const files = count(verdict.files.length, 'file')
  if (isGood(verdict)) return `✅ Verified: ${files}`
  return verdict.verified
    ? `❌ Worse than the baseline: ${files} verified`
    : `❌ Not verified: ${good} of ${files} passed`
}

function comparisonSection(comparison: Comparison | undefined): string[] {
  if (!comparison) return []
  const { worse, files } = comparison
  if (worse.length === 0) return ['', `Nothing is worse than in the baseline (${count(files, 'file')} compared).`]
  const rows = worse.slice(0, mostRows).map(c => [c.kind, code(c.path), prose(c.message)])
  return ['', '## Worse than the baseline', '', ...table(['what', 'file', 'how'], rows), ...more(worse.length)]
}

function failedSection(files: readonly FileReport[]): string[] {
  if (files.length === 0) return []
  const sections = files.slice(0, mostRows).flatMap(file => ['', ...failedLines(file)])
  return ['', '## What is wrong', ...sections, ...more(files.length)]
}

function failedLines(file: FileReport): string[] {
  const own = allFiles([file]).flatMap(f =>
    f.findings.filter(x => x.severity !== 'info').map(x => findingLine(x, f === file ? null : f.path)),
  )
  const reasons = file.explanations.map(e => `- because of ${prose(reasonOf(e, 6))}`)
  return [`### ${code(file.path)}`, '', ...own, ...reasons]
}

function findingLine(finding: Finding, inside: string | null): string {
  const where = inside === null ? '' : ` in ${code(inside)}`
  const evidence = finding.evidence === '' ? '' : ` (${code(finding.evidence)})`
  const hint = finding.hint === '' ? '' : ` *${prose(finding.hint)}*`
  return `- **${finding.severity}** ${code(finding.id)}${where}: ${prose(finding.message)}${evidence}.${hint}`
}

function filesSection(files: readonly FileReport[]): string[] {
  if (files.length === 0) return []
  const rows = files.length > mostRows ? groupRows(files) : files.map(fileRow)
  const titles =
    files.length > mostRows ? ['files', 'what'] : ['ok', 'file', 'for', 'linkage', 'size', 'runs on', 'because of']
  return ['', '## Files', '', ...table(titles, rows)]
}

const groupRows = (files: readonly FileReport[]) => groupsOf(files).map(g => [String(g.files), prose(g.what)])

function fileRow(file: FileReport): string[] {
  return [
    file.verified ? '✅' : '❌',
    code(file.path),
    code(file.target ?? file.arch ?? 'unknown'),
    file.linkage,
    file.size === null ? '' : humanSize(file.size),
    prose(placesOf(file)),
    prose(file.explanations.map(e => reasonOf(e, 3)).join('; ')),
  ]
}

const more = (n: number) => (n > mostRows ? ['', `… and ${n - mostRows} more; the JSON has all of them.`] : [])
