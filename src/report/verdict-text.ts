import { plainLine } from '../exec/plain.ts'
import { pageOf } from '../verify/findings.ts'
import { allFiles } from './match-files.ts'
import type { Comparison, FileReport, Finding } from './schema.ts'
import type { Style } from './style.ts'
import { count, shorten } from './text.ts'
import { groupsOf, isGood, type Judged, placesOf, reasonOf, tally, whatOf } from './verdict-words.ts'

/** How a verdict is shown on a terminal. */
export interface VerdictLook {
  readonly style: Style
  /** Lines of verified files are cut here, so that each is one line. */
  readonly columns: number
  /** Everything about verified files too. */
  readonly verbose: boolean
}

/** So many verified files get a line each; more are counted by what they are. */
const manyFiles = 50

/** So many failed files are summed up by their findings. */
const summedUp = 5

/**
 * What there is to say about judged files: one line for a file that is as demanded, and for one that is not each finding with
 * its evidence, the symbols behind its floor and what to do; those come last, where they are read. Then what got worse, then
 * the verdict.
 */
export function verdictText(verdict: Judged, look: VerdictLook): string {
  const { files, comparison } = verdict
  const good = files.filter(f => f.verified)
  const bad = files.filter(f => !f.verified)
  const goodLines = look.verbose
    ? good.flatMap(f => fileLines(f, look, ''))
    : good.length > manyFiles
      ? groupLines(good, look)
      : good.map(f => goodLine(f, look))
  const worse = comparison ? comparisonLines(comparison, look.style) : []
  const lines = [...goodLines, ...bad.flatMap(f => fileLines(f, look, ''))]
  return [...lines, ...worse, verdictLine(verdict, look.style)].join('\n')
}

/** What there is to say about one file that is not as demanded. */
export function failedText(file: FileReport, style: Style): string {
  return fileLines(file, { style, columns: Number.POSITIVE_INFINITY, verbose: false }, '').join('\n')
}

/** The last line of the verdict, which `--quiet` prints alone; of failed files it has the reasons by number. */
export function verdictLine(verdict: Judged, style: Style): string {
  const { files, verified, comparison } = verdict
  const good = files.filter(f => f.verified).length
  if (isGood(verdict)) return style.green(`✓ verified: ${count(files.length, 'file')}`)
  if (verified) {
    const worse = count(comparison?.worse.length ?? 0, 'thing')
    return style.red(`✗ worse than the baseline: ${worse}; ${count(files.length, 'file')} verified`)
  }
  if (files.length === 0) return style.red('✗ not verified: no file was judged')
  const passed = style.red(`✗ not verified: ${good} of ${count(files.length, 'file')} passed`)
  if (files.length - good < summedUp) return passed
  return `${passed}\n  ${style.dim(tally(allFiles(files), 'error'))}`
}

/** `✓ server: x86_64, dynamic-glibc, glibc 2.25 (getrandom): Debian 10+, …` */
function goodLine(file: FileReport, { style, columns }: VerdictLook): string {
  const cause = file.explanations.find(e => e.version.startsWith('GLIBC_'))?.symbols[0]
  const places = placesOf(file)
  const warnings = [...new Set(allFiles([file]).flatMap(f => f.findings.filter(w => w.severity === 'warning')))]
  const ids = [...new Set(warnings.map(w => w.id))].join(', ')
  const packed = file.payload.length > 0 ? `, ${count(allFiles(file.payload).length, 'file')} inside` : ''
  const text = `${whatOf(file)}${cause ? ` (${cause})` : ''}${packed}${startedText(file)}${places === '' ? '' : `: ${places}`}`
  const path = plainLine(file.path)
  const rest = shorten(plainLine(text), Math.max(20, columns - path.length - 4 - (ids === '' ? 0 : ids.length + 3)))
  return `${style.green('✓')} ${style.bold(path)}: ${rest}${ids === '' ? '' : style.yellow(` [${ids}]`)}`
}

/** Where it was started, if that was asked for. */
function startedText({ smoke = [] }: FileReport): string {
  return smoke.length === 0 ? '' : `, started on ${smoke.map(s => s.where).join(' and ')}`
}

function groupLines(files: readonly FileReport[], { style }: VerdictLook): string[] {
  const lines = groupsOf(files).map(g => `${style.green('✓')} ${style.bold(count(g.files, 'file'))}: ${g.what}`)
  const warnings = tally(allFiles(files), 'warning')
  return warnings === '' ? lines : [...lines, `  ${style.yellow('warnings')}: ${warnings}`]
}

function fileLines(file: FileReport, look: VerdictLook, indent: string): string[] {
  const { style } = look
  const head = `${file.verified ? style.green('✓') : style.red('✗')} ${style.bold(plainLine(file.path))}: ${plainLine(whatOf(file))}`
  const findings = file.findings.filter(f => f.severity !== 'info' || look.verbose)
  const own = [...findings.flatMap(f => findingLines(f, file, style)), ...(look.verbose ? whereLines(file, style) : [])]
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

function findingLines(finding: Finding, file: FileReport, style: Style): string[] {
  const reasons = reasonLines(finding, file)
  const evidence = finding.evidence === '' || reasons.length > 0 ? '' : style.dim(` (${plainLine(finding.evidence)})`)
  const head = `${style[colors[finding.severity]](`${finding.severity}[${finding.id}]`)}: ${plainLine(finding.message)}${evidence}`
  const help = plainLine(finding.hint)
  const page = finding.severity === 'error' ? pageOf(finding.id) : null
  return [
    `  ${head}`,
    ...reasons.map(r => `    ${style.dim('because of')} ${plainLine(r)}`),
    ...(help === '' ? [] : [`    ${style.cyan('help')}: ${help}`]),
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

function comparisonLines({ files, worse }: Comparison, style: Style): string[] {
  const head = `Compared with the baseline: ${count(files, 'file')} in both, ${count(worse.length, 'thing')} worse`
  const lines = worse.map(
    c => `  ${style.red(`worse[${c.kind}]`)} ${style.bold(plainLine(c.path))}: ${plainLine(c.message)}`,
  )
  return ['', head, ...lines, '']
}
