import { fileNameOf } from '../../package/file-name.ts'
import { baseName, lostTargets, needsNothing, needsOf, startsOf } from '../file-facts.ts'
import { code, prose } from '../markdown-text.ts'
import type { FileReport, Report } from '../schema.ts'
import { humanSize } from '../text.ts'
import { longTable, type Section } from './section.ts'

/** What was built: a row for each executable and for each target that got none; then what is handed over. */
export function artifactsSection(report: Report): Section {
  const rows = [
    ...report.files.map(fileCells),
    ...lostTargets(report).map(l => ['❌', code(l.target), code(l.code), '', '', '', '']),
  ]
  if (rows.length === 0) return { title: 'Artifacts', lines: ['None.'] }
  const titles = ['', 'target', 'executable', 'size', 'linkage', 'needs', 'started']
  return { title: 'Artifacts', lines: [...longTable(titles, rows, row => row), ...handedOver(report.artifacts)] }
}

function handedOver(artifacts: Report['artifacts']): string[] {
  if (artifacts.length === 0) return []
  const titles = ['handed over', 'size', 'sha256']
  return ['', ...longTable(titles, artifacts, a => [code(fileNameOf(a)), unbroken(humanSize(a.size)), code(a.sha256)])]
}

function fileCells(file: FileReport): string[] {
  return [
    file.verified ? '✅' : '❌',
    code(file.target ?? file.arch ?? 'unknown'),
    code(baseName(file.path)),
    file.size === null ? '' : unbroken(humanSize(file.size)),
    file.linkage,
    needs(file),
    started(file),
  ]
}

/** What the machine must have. */
function needs(file: FileReport): string {
  const found = needsOf(file)
  if (found === null) return ''
  if (needsNothing(file)) return 'nothing'
  return [...found.libc.map(prose), ...found.libraries.slice(0, 4).map(code)].join(', ')
}

/** `402 kB` on one line, however narrow the column. */
const unbroken = (text: string) => text.replaceAll(' ', '\u00a0')

function started(file: FileReport): string {
  const starts = startsOf(file).map(s => `${s.ok ? '✅' : '❌'} ${prose(s.where)}`)
  return starts.join('<br>') || 'not here'
}
