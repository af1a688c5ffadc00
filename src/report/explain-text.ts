import { plainLine } from '../exec/plain.ts'
import type { Explained, Need } from '../verify/explain-query.ts'
import type { Style } from './style.ts'
import { count } from './text.ts'

/** Who needs what was asked for: by version and library, with where that version is and what to do. */
export function explainText({ query, needs, hint, nearest }: Explained, style: Style): string {
  if (needs.length === 0) {
    const guess = nearest === null ? '' : `\n  ${style.cyan('help')}: did you mean ${plainLine(nearest)}?`
    return `nothing needs ${plainLine(query)}${guess}`
  }
  const groups = Map.groupBy(needs, n => `${n.version ?? 'no version'}${n.library === null ? '' : ` of ${n.library}`}`)
  const lines = [...groups].flatMap(([title, group]) => groupLines(title, group, style))
  const files = new Set(needs.map(n => n.path)).size
  const help = hint === null ? [] : [`${style.cyan('help')}: ${plainLine(hint)}`]
  return [...lines, ...help, `${plainLine(query)} is needed by ${count(files, 'file')}`].join('\n')
}

const mostSymbols = 8

function groupLines(title: string, needs: readonly Need[], style: Style): string[] {
  const [first] = needs
  const where = (name: string, places: readonly string[] = []) =>
    places.length === 0 ? [] : [`  ${style.dim(name)} ${places.join(', ')}`]
  return [
    style.bold(plainLine(title)),
    ...where('is in    ', first?.since),
    ...where('is not in', first?.notOn),
    ...needs.map(
      need =>
        `  ${style.cyan(plainLine(need.path))}: ${symbolsOf(need)}${need.weak ? style.dim(' (the file starts without it)') : ''}`,
    ),
  ]
}

function symbolsOf({ symbols }: Need): string {
  const shown = symbols.slice(0, mostSymbols).map(s => plainLine(s.name) + (s.weak ? ' (weak)' : ''))
  const more = symbols.length > mostSymbols ? ` and ${symbols.length - mostSymbols} more` : ''
  return `${shown.join(', ') || 'the file as a whole'}${more}`
}
