import type { Row } from '../doctor/doctor.ts'
import { plainLine } from '../exec/plain.ts'
import type { Style } from './style.ts'
import { count, displayWidth, pad } from './text.ts'

const sections = ['machine', 'programs', 'toolchains', 'emulators'] as const satisfies readonly Row['section'][]

/** What the doctor found, by section: a mark, a name, what is there, and under it how to get what is not. */
export function doctorText(rows: readonly Row[], style: Style): string {
  const names = Math.max(0, ...rows.map(r => displayWidth(plainLine(r.name))))
  const blocks = sections.flatMap(section => {
    const mine = rows.filter(r => r.section === section)
    return mine.length === 0 ? [] : [[style.bold(section), ...mine.flatMap(r => rowLines(r, names, style))].join('\n')]
  })
  return [...blocks, lastLine(rows, style)].join('\n\n')
}

function rowLines(row: Row, names: number, style: Style): string[] {
  const marks = {
    ok: style.green('✓'),
    'will-install': style.cyan('↓'),
    optional: style.dim('·'),
    missing: style.red('✗'),
  } as const satisfies Record<Row['state'], string>
  const line = `${marks[row.state]} ${pad(plainLine(row.name), names)}  ${plainLine(row.detail)}`.trimEnd()
  const shown = row.state === 'optional' ? style.dim(line) : line
  if (row.hint === null) return [`  ${shown}`]
  return [`  ${shown}`, `    ${' '.repeat(names)}  ${style.dim(plainLine(row.hint))}`]
}

function lastLine(rows: readonly Row[], style: Style): string {
  const missing = rows.filter(r => r.state === 'missing')
  if (missing.length > 0) {
    return style.red(`✗ ${count(missing.length, 'thing')} missing: ${missing.map(r => plainLine(r.name)).join(', ')}`)
  }
  const coming = rows.filter(r => r.state === 'will-install').map(r => plainLine(r.name))
  return style.green(`✓ ready${coming.length > 0 ? `; a build installs ${coming.join(' and ')}` : ''}`)
}
