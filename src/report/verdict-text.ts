import { plainLine } from '../exec/plain.ts'
import { allFiles } from './match-files.ts'
import type { Comparison, FileReport } from './schema.ts'
import type { Style } from './style.ts'
import { count, displayWidth, shorten } from './text.ts'
import { fileLines, hintLines } from './verdict-file-text.ts'
import { groupsOf, isGood, type Judged, placesOf, tally, whatOf } from './verdict-words.ts'

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
  const full = { ...look, hints: true }
  const goodLines = look.verbose
    ? good.flatMap(f => fileLines(f, full))
    : good.length > manyFiles
      ? groupLines(good, look)
      : good.map(f => goodLine(f, look))
  const worse = comparison ? comparisonLines(comparison, look.style) : []
  const legend = bad.length >= summedUp
  const lines = [...goodLines, ...bad.flatMap(f => fileLines(f, { ...full, hints: !legend }))]
  const end = legend
    ? [verdictHead(verdict, look.style), ...legendLines(files, look.style)]
    : [verdictLine(verdict, look.style)]
  return [...lines, ...worse, ...end].join('\n')
}

/** What there is to say about one file that is not as demanded. */
export function failedText(file: FileReport, style: Style): string {
  return fileLines(file, { style, verbose: false, hints: true }).join('\n')
}

/** The last line of the verdict, which `--quiet` prints alone; of many failed files it has the reasons by number. */
export function verdictLine(verdict: Judged, style: Style): string {
  const { files } = verdict
  const head = verdictHead(verdict, style)
  if (files.filter(f => !f.verified).length < summedUp) return head
  const numbers = tally(allFiles(files), 'error').map(t => `${t.id} in ${count(t.files, 'file')}`)
  return `${head}\n  ${style.dim(numbers.join(', '))}`
}

function verdictHead(verdict: Judged, style: Style): string {
  const { files, verified, comparison } = verdict
  const good = files.filter(f => f.verified).length
  if (isGood(verdict)) return style.green(`✓ verified: ${count(files.length, 'file')}`)
  if (verified) {
    const worse = count(comparison?.worse.length ?? 0, 'thing')
    return style.red(`✗ worse than the baseline: ${worse}; ${count(files.length, 'file')} verified`)
  }
  if (files.length === 0) return style.red('✗ not verified: no file was judged')
  return style.red(`✗ not verified: ${good} of ${count(files.length, 'file')} passed`)
}

/** What to do, once for each kind of error: a thousand files have few of them. */
function legendLines(files: readonly FileReport[], style: Style): string[] {
  const all = allFiles(files)
  return tally(all, 'error').flatMap(({ id, files: n }) => {
    const first = all.flatMap(f => f.findings).find(f => f.id === id && f.severity === 'error')
    return [`  ${style.red(id)} in ${count(n, 'file')}`, ...(first ? hintLines(first, style) : [])]
  })
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
  const rest = shorten(
    plainLine(text),
    Math.max(20, columns - displayWidth(path) - 4 - (ids === '' ? 0 : ids.length + 3)),
  )
  return `${style.green('✓')} ${style.bold(path)}: ${rest}${ids === '' ? '' : style.yellow(` [${ids}]`)}`
}

/** Where it was started, if that was asked for. */
function startedText({ smoke = [] }: FileReport): string {
  return smoke.length === 0 ? '' : `, started on ${smoke.map(s => s.where).join(' and ')}`
}

function groupLines(files: readonly FileReport[], { style }: VerdictLook): string[] {
  const lines = groupsOf(files).map(g => `${style.green('✓')} ${style.bold(count(g.files, 'file'))}: ${g.what}`)
  const warnings = tally(allFiles(files), 'warning').map(t => `${t.id} in ${count(t.files, 'file')}`)
  return warnings.length === 0 ? lines : [...lines, `  ${style.yellow('warnings')}: ${warnings.join(', ')}`]
}

function comparisonLines({ files, worse }: Comparison, style: Style): string[] {
  const head = `Compared with the baseline: ${count(files, 'file')} in both, ${count(worse.length, 'thing')} worse`
  const lines = worse.map(
    c => `  ${style.red(`worse[${c.kind}]`)} ${style.bold(plainLine(c.path))}: ${plainLine(c.message)}`,
  )
  return ['', head, ...lines, '']
}
