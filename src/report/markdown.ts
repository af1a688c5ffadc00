import { block, code, prose, table } from './markdown-text.ts'
import type { Failure, FileReport, Report, StepReport } from './schema.ts'
import { count, humanSize, humanTime } from './text.ts'

/**
 * `report.md`: the verdict and why, for people. Every text that comes from files, tools or the project is shown as it
 * is and cannot add markup.
 */
export function reportMarkdown(report: Report): string {
  return [
    ...heading(report),
    ...failuresSection(report.failures),
    ...filesSection(report.files),
    ...findingsSection(report.files),
    ...stepsSection(report.steps),
    ...section(
      'Notices',
      report.notices.map(n => `- ${prose(n)}`),
    ),
    '',
    `Made by ${report.tool.name} ${report.tool.version}; \`report.json\` has all of it as data.`,
    '',
  ].join('\n')
}

function heading({ project, files, failures, verified }: Report): string[] {
  const good = files.filter(f => f.verified).length
  const commit = project.commit === null ? '' : ` at commit ${code(project.commit.slice(0, 12))}`
  const lost = failures.length > 0 ? ` ${count(failures.length, 'failure')}.` : ''
  return [
    `# ${verified ? '✅' : '❌'} ${prose(project.name)}: ${verified ? 'verified' : 'not verified'}`,
    '',
    `${good} of ${count(files.length, 'executable')} verified${commit}.${lost}`,
  ]
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]
}

function filesSection(files: readonly FileReport[]): string[] {
  if (files.length === 0) return section('Artifacts', ['None.'])
  const titles = ['verdict', 'target', 'file', 'size', 'linkage', 'runs on', 'why', 'started']
  return [...section('Artifacts', table(titles, files.map(fileCells))), ...digests(files)]
}

function fileCells(file: FileReport): string[] {
  return [
    file.verified ? '✅' : '❌',
    code(file.target ?? file.arch ?? 'unknown'),
    code(file.path.split('/').at(-1) ?? file.path),
    file.size === null ? '' : humanSize(file.size),
    file.linkage,
    prose(file.runsOn.join(', ')),
    whyCell(file),
    startedCell(file),
  ]
}

/** Which symbols of which library are behind the floor; what a static file says for itself. */
function whyCell(file: FileReport): string {
  if (file.explanations.length === 0) {
    return file.linkage.startsWith('static') && file.needed.length === 0 ? 'needs no library' : ''
  }
  return file.explanations.slice(0, 3).map(explain).join('; ')
}

function explain(e: FileReport['explanations'][number]): string {
  const names = e.symbols.slice(0, 3).map(code).join(', ')
  const more = e.symbols.length > 3 ? ` and ${e.symbols.length - 3} more` : ''
  return `${code(e.version)} of ${code(e.library)}${names && `: ${names}${more}`}`
}

function startedCell(file: FileReport): string {
  const starts = file.smoke ?? []
  return starts.map(s => `${s.ok ? '✅' : '❌'} ${prose(s.where)}`).join(', ') || 'not here'
}

function digests(files: readonly FileReport[]): string[] {
  const known = files.flatMap(f => (f.sha256 === null ? [] : [`${f.sha256}  ${f.path}`]))
  return known.length === 0 ? [] : ['', '<details><summary>sha256</summary>', '', ...block(known), '', '</details>']
}

function findingsSection(files: readonly FileReport[]): string[] {
  return section(
    'Findings',
    files.flatMap(file =>
      file.findings.flatMap(f => [
        `- **${f.severity}** ${code(f.id)} in ${code(file.path)}: ${prose(f.message)}${f.evidence && ` (${code(f.evidence)})`}`,
        ...(f.hint ? [`  - ${prose(f.hint)}`] : []),
      ]),
    ),
  )
}

function failuresSection(failures: readonly Failure[]): string[] {
  return section(
    'Failures',
    failures.flatMap((f, i) => (i === 0 ? failureLines(f) : ['', ...failureLines(f)])),
  )
}

function failureLines(failure: Failure): string[] {
  const where = failure.targets.map(code).join(', ')
  return [
    `### ${code(failure.code)}${where && ` for ${where}`}`,
    '',
    prose(failure.message),
    ...(failure.lines.length > 0 ? ['', ...block(failure.lines)] : []),
    ...(failure.command ? ['', 'To run it by hand:', '', ...block([failure.command])] : []),
    ...(failure.hint ? ['', `**What to do:** ${prose(failure.hint)}`] : []),
  ]
}

/** Where the time went: one line per step, its start and its length, with a bar of the whole run. */
function stepsSection(steps: readonly StepReport[]): string[] {
  const end = Math.max(1, ...steps.map(s => s.startMs + s.ms))
  const rows = steps.map(s => [
    s.ok ? '✅' : '❌',
    code(s.job),
    prose(s.title),
    humanTime(s.startMs),
    humanTime(s.ms),
    `\`${bar(s, end)}\``,
  ])
  return section('Timeline', rows.length === 0 ? [] : table(['ok', 'job', 'step', 'start', 'time', 'when'], rows))
}

const barWidth = 24

function bar(step: StepReport, end: number): string {
  const from = Math.min(barWidth - 1, Math.floor((step.startMs / end) * barWidth))
  const length = Math.min(barWidth - from, Math.max(1, Math.round((step.ms / end) * barWidth)))
  return `${'·'.repeat(from)}${'█'.repeat(length)}${'·'.repeat(barWidth - from - length)}`
}
