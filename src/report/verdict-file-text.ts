import { plainLine } from '../exec/plain.ts'
import { pageOf } from '../verify/findings.ts'
import type { FileReport, Finding } from './schema.ts'
import type { Style } from './style.ts'
import { count } from './text.ts'
import { placesOf, reasonOf, whatOf } from './verdict-words.ts'

/** How a file is shown. */
export interface FileLook {
  readonly style: Style
  /** Information and places too. */
  readonly verbose: boolean
  /** What to do, below each finding. */
  readonly hints: boolean
}

/** Everything about a file: what it is, what is wrong with it and in it, and what to do. */
export function fileLines(file: FileReport, look: FileLook, indent = ''): string[] {
  const { style } = look
  const head = `${file.verified ? style.green('✓') : style.red('✗')} ${style.bold(plainLine(file.path))}: ${plainLine(whatOf(file))}`
  const findings = file.findings.filter(f => f.severity !== 'info' || look.verbose)
  const own = [...findingsLines(findings, file, look), ...(look.verbose ? whereLines(file, style) : [])]
  // A package is as long as what is wrong in it.
  const inside = file.payload.filter(p => !p.verified || look.verbose)
  const below = inside.flatMap(p => fileLines(p, look, `${indent}  `))
  return [...[head, ...own].map(l => indent + l), ...below]
}

/** Where a file runs, where it does not, and what is in the way there. */
function whereLines(file: FileReport, style: Style): string[] {
  const line = (name: string, text: string) => (text === '' ? [] : [`  ${style.dim(name)} ${plainLine(text)}`])
  const reasons = file.explanations.map(e => reasonOf(e, 5))
  const depends = (file.dependsOn ?? []).join(', ')
  return [
    ...line('runs on', placesOf(file)),
    ...line('started', (file.smoke ?? []).map(s => `${s.ok ? '' : 'failed: '}${s.where}`).join('; ')),
    ...line('not on ', (file.notOn ?? []).join(', ')),
    ...line('depends', depends && `on the patches of the distribution: ${depends}`),
    ...reasons.flatMap((r, i) => line(i === 0 ? 'because' : '       ', r)),
  ]
}

const colors = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<
  Finding['severity'],
  keyof Style
>

/** So many findings of one kind are shown of one file. */
const mostAlike = 4

function findingsLines(findings: readonly Finding[], file: FileReport, { style, hints }: FileLook): string[] {
  const alike = Map.groupBy(findings, f => [f.severity, f.id, f.hint].join('\0'))
  return [...alike.values()].flatMap(group => {
    const [first] = group
    const more = group.length - mostAlike
    return [
      ...group.slice(0, mostAlike).flatMap(f => findingLines(f, file, style)),
      ...(more > 0 ? [`    ${style.dim(`and ${more} more of this kind`)}`] : []),
      ...(hints && first ? hintLines(first, style) : []),
    ]
  })
}

function findingLines(finding: Finding, file: FileReport, style: Style): string[] {
  const reasons = reasonLines(finding, file)
  const evidence = finding.evidence === '' || reasons.length > 0 ? '' : style.dim(` (${plainLine(finding.evidence)})`)
  const kind = style[colors[finding.severity]](`${finding.severity}[${finding.id}]`)
  return [
    `  ${kind}: ${plainLine(finding.message)}${evidence}`,
    ...reasons.map(r => `    ${style.dim('because of')} ${plainLine(r)}`),
  ]
}

/** What to do about a finding, and the page that says more. */
export function hintLines({ id, severity, hint }: Finding, style: Style): string[] {
  const page = severity === 'error' ? pageOf(id) : null
  return [
    ...(hint === '' ? [] : [`    ${style.cyan('help')}: ${plainLine(hint)}`]),
    ...(page === null ? [] : [`    ${style.dim(`see ${page}`)}`]),
  ]
}

/** So many versions of a floor are named; `--explain` knows all. */
const mostVersions = 4

/** The versions and symbols behind a floor, greatest first, in place of the evidence that lists them. */
function reasonLines(finding: Finding, file: FileReport): string[] {
  const series = finding.id.startsWith('floor-') ? /^[A-Z]+_/.exec(finding.evidence)?.[0] : undefined
  if (series === undefined) return []
  const reasons = file.explanations.filter(e => e.version.startsWith(series)).reverse()
  const more = reasons.length - mostVersions
  const shown = reasons.slice(0, mostVersions).map(r => reasonOf(r, 4))
  return more > 0 ? [...shown, `${count(more, 'older version')} too`] : shown
}
