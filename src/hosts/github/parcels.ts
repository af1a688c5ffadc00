import { basename, join, resolve } from 'node:path'
import { isBare, transportNameOf } from '../../package/file-name.ts'
import { executableName } from '../../package/names.ts'
import type { Plan } from '../../plan.ts'
import { matrixOf } from '../../report/matrix.ts'
import { outputDirs } from '../../report/outcome.ts'
import type { FileReport, Report } from '../../report/schema.ts'
import { reportPrefix } from './legs.ts'

/** A file to upload. */
export interface Parcel {
  /** Of the artifact, and of the file for those who download it. */
  readonly name: string
  /** Absolute. */
  readonly path: string
  /** Null: a file of ours, hashed when it is sent. */
  readonly sha256: string | null
  /** `result`: verified. `failed`: kept to be looked into. `report`: what `collect` reads. */
  readonly kind: 'result' | 'failed' | 'report'
  /** An executable by itself travels in a tar, because the service keeps no exec bit. */
  readonly inTar: boolean
}

/**
 * What of a report is uploaded, in order. Pure.
 * @param options `leg`: this job does a part of the plan, and its report is one of several
 */
export function parcelsOf(
  report: Report,
  { workspace, keepFailed, leg }: { workspace: string; keepFailed: boolean; leg: boolean },
): Parcel[] {
  const results = report.artifacts
    .filter(a => a.verified)
    .map((artifact): Parcel => {
      const name = transportNameOf(artifact)
      const path = resolve(workspace, artifact.path)
      return { name, path, sha256: artifact.sha256, kind: 'result', inTar: isBare(artifact) }
    })
  const failed = keepFailed
    ? report.files.filter(f => !f.verified).flatMap(f => failedParcel(report, f, workspace))
    : []
  const dir = outputDirs(report)[0]
  if (!leg || dir === undefined) return [...results, ...failed]
  const own = { path: join(dir, 'report.json'), sha256: null, kind: 'report', inTar: false } as const
  return [...results, ...failed, { ...own, name: `${reportPrefix}${legName(report)}` }]
}

/** The leg of the matrix that has these jobs; jobs that were chosen by hand are named themselves. */
export function legName({ plan, jobs }: Pick<Report, 'plan' | 'jobs'>): string {
  const only = jobs.join(',')
  return matrixOf(plan as Plan).include.find(leg => leg.only === only)?.name ?? jobs.join('+')
}

/** Under a name that nobody takes for a result. */
function failedParcel(report: Report, file: FileReport, workspace: string): Parcel[] {
  const target = (report.plan as Plan).projects.flatMap(p => p.targets).find(t => t.name === file.target)
  if (target === undefined || file.sha256 === null) return []
  const siblings = report.files.filter(f => f.target === file.target)
  const base = siblings.length > 1 ? executableName(target.artifact, basename(file.path)) : target.artifact
  const path = resolve(workspace, file.path)
  return [{ name: `${base}-not-verified.tar`, path, sha256: file.sha256, kind: 'failed', inTar: true }]
}
