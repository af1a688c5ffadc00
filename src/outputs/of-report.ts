import { join, relative } from 'node:path'
import { outputDirs } from '../report/outcome.ts'
import type { Report } from '../report/schema.ts'
import type { OutputName } from './table.ts'

/** Outputs of an action; what is not there is left as it is. */
export type Outputs = Readonly<Partial<Record<OutputName, string>>>

/**
 * What a build (or the legs put together) hands to the steps after it. Pure.
 * @param workspace paths are relative to it: the directory in which steps start
 * @param uploaded names of the artifacts that the service has taken
 */
export function reportOutputs(report: Report, workspace: string, uploaded: readonly string[]): Outputs {
  const dir = outputDirs(report)[0]
  const artifacts = report.artifacts.filter(a => a.verified)
  const path = (name: string) => (dir === undefined ? '' : relative(workspace, join(dir, name)))
  return {
    artifacts: JSON.stringify(
      artifacts.map(({ name, path, target, sha256, size, verified }) => ({
        name,
        path,
        target,
        sha256,
        size,
        verified,
      })),
    ),
    'artifact-names': uploaded.join('\n'),
    checksums: report.files.some(f => f.verified) ? path('SHA256SUMS') : '',
    report: path('report.json'),
    verified: String(report.verified),
    'cache-hit': String(hasHelped(report.cache)),
  }
}

/**
 * A result that came back makes everything else needless. Else all must have come that was asked for, but for what is
 * another one with every commit; a toolchain that might not be asked for had to be downloaded. Pure.
 */
function hasHelped(rows: Report['cache']): boolean {
  const kindOf = ({ id }: Report['cache'][number]) => id.slice(0, id.indexOf(' '))
  if (rows.some(row => kindOf(row) === 'result' && row.hit === 'exact')) return true
  const asked = rows.filter(row => row.saved === undefined && !['result', 'rust-own'].includes(kindOf(row)))
  return asked.every(row => row.hit === 'exact' || (row.hit === 'skipped' && kindOf(row) !== 'toolchain'))
}

/** The same for the legs of a matrix: there is an index of what they gave, and nothing of one machine. Pure. */
export function collectedOutputs(report: Report, workspace: string, names: readonly string[]): Outputs {
  const { 'cache-hit': _, ...common } = reportOutputs(report, workspace, names)
  const dir = outputDirs(report)[0]
  const index = report.verified && dir !== undefined ? relative(workspace, join(dir, 'index.json')) : ''
  return { ...common, index, checksums: report.verified ? (common.checksums ?? '') : '' }
}
