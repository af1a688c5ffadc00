import { plainLine } from '../exec/plain.ts'
import type { FileReport, Finding, Verdict } from './schema.ts'
import type { Style } from './style.ts'
import { count } from './text.ts'

/**
 * What there is to say about judged files: one line for a file that is as demanded, and for one that is not each finding with its evidence,
 * the symbols behind its floor and what to do.
 */
export function verdictText(files: readonly FileReport[], style: Style): string {
  return files.flatMap(f => fileLines(f, style, '')).join('\n')
}

/** The last line of the verdict, which `--quiet` prints alone. */
export function verdictLine({ files, verified }: Pick<Verdict, 'files' | 'verified'>, style: Style): string {
  const good = files.filter(f => f.verified).length
  if (verified) return style.green(`✓ verified: ${count(files.length, 'file')}`)
  return style.red(
    `✗ not verified: ${files.length === 0 ? 'no file was judged' : `${good} of ${count(files.length, 'file')} passed`}`,
  )
}

function fileLines(file: FileReport, style: Style, indent: string): string[] {
  const path = style.bold(plainLine(file.path))
  const what = [file.target ?? file.arch, file.linkage, requirement(file)].filter(w => w !== null && w !== '')
  const where = file.runsOn.length > 0 ? `runs on ${file.runsOn.join(', ')}` : ''
  const head = `${file.verified ? style.green('✓') : style.red('✗')} ${path}: ${plainLine([...what, where].filter(Boolean).join(', '))}`
  const findings = file.findings.filter(f => f.severity !== 'info') // --json has them too
  const reasons = file.verified ? [] : file.explanations.map(e => `  ${style.dim('because')} ${explain(e)}`)
  const below = file.payload.flatMap(p => fileLines(p, style, `${indent}  `))
  return [...[head, ...findings.flatMap(f => findingLines(f, style)), ...reasons].map(l => indent + l), ...below]
}

/** `needs glibc 2.34`: what the machine must have; nothing for a static file. */
function requirement({ floor }: FileReport): string {
  if (floor.glibc !== null) return `needs glibc ${floor.glibc}`
  return floor.musl === null ? '' : `needs musl ${floor.musl}`
}

/** `GLIBC_2.34 from libc.so.6: __libc_start_main, …`. */
function explain({ version, library, symbols }: FileReport['explanations'][number]): string {
  const shown = symbols.slice(0, 5).join(', ')
  const more = symbols.length > 5 ? ` and ${symbols.length - 5} more` : ''
  return plainLine(`${version} (${library}) is needed for ${shown || 'the file as a whole'}${more}`)
}

const colors = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<
  Finding['severity'],
  keyof Style
>

function findingLines(finding: Finding, style: Style): string[] {
  const evidence = finding.evidence === '' ? '' : style.dim(` (${plainLine(finding.evidence)})`)
  const head = `  ${style[colors[finding.severity]](`${finding.severity}[${finding.id}]`)}: ${plainLine(finding.message)}${evidence}`
  return finding.hint === '' ? [head] : [head, `    ${style.cyan('help')}: ${plainLine(finding.hint)}`]
}
