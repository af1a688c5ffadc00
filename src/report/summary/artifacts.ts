import { fileNameOf } from '../../package/file-name.ts'
import { code, prose } from '../markdown-text.ts'
import type { FileReport, Report } from '../schema.ts'
import { humanSize } from '../text.ts'
import { longTable, type Section } from './section.ts'

/** What was built: a row for each executable and for each target that got none; then what is handed over. */
export function artifactsSection(report: Report): Section {
  const rows = [...report.files.map(fileCells), ...lostTargets(report).map(lostCells)]
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
function needs({ floor, needed, linkage }: FileReport): string {
  if (linkage === 'not-elf') return ''
  if (needed.length === 0 && linkage.startsWith('static')) return 'nothing'
  const libc = [floor.glibc === null ? '' : `glibc ${floor.glibc}`, floor.musl === null ? '' : `musl ${floor.musl}`]
  const others = needed.filter(
    name => !/^(libc|libm|libpthread|libdl|librt|ld-linux.*|ld|ld-musl.*|libc\.musl.*)\.so/.test(name),
  )
  return [...libc.filter(text => text !== '').map(prose), ...others.slice(0, 4).map(code)].join(', ')
}

/** `402 kB` on one line, however narrow the column. */
const unbroken = (text: string) => text.replaceAll(' ', '\u00a0')

/** Of an old system the version is what counts; the report has its name and how it was emulated. */
function started(file: FileReport): string {
  const starts = file.smoke ?? []
  return (
    starts
      .map(s => `${s.ok ? '✅' : '❌'} ${prose(s.where === file.arch ? 'here' : s.where.replace(/ \(.*/, ''))}`)
      .join('<br>') || 'not here'
  )
}

interface LostTarget {
  readonly target: string
  readonly code: string
}

function lostTargets({ files, failures }: Report): LostTarget[] {
  const built = new Set(files.map(f => f.target))
  const lost = new Map(failures.flatMap(f => f.targets.map(target => [target, f.code] as const)).reverse())
  return [...lost].reverse().flatMap(([target, why]) => (built.has(target) ? [] : [{ target, code: why }]))
}

function lostCells({ target, code: why }: LostTarget): string[] {
  return ['❌', code(target), code(why), '', '', '', '']
}

/** The name of a file without its directory. */
export function baseName(path: string): string {
  return path.split('/').at(-1) ?? path
}
