import { type ErrorCode, errorTable, exitCodes } from '../errors.ts'
import type { Report } from './schema.ts'

/**
 * The exit code of a finished run: 0 only when it is verified and nothing failed; 130 when it was interrupted; 3 (or 2)
 * when every failure is the environment's (the input's) and no build or check failed; else 1.
 */
export function exitCodeOf(report: Pick<Report, 'verified' | 'failures'>): number {
  const kinds = new Set(report.failures.map(f => kindOf(f.code)))
  if (kinds.has('interrupted')) return exitCodes.interrupted
  if (kinds.size === 0) return report.verified ? exitCodes.done : exitCodes.failed
  if (kinds.has('failed')) return exitCodes.failed
  return kinds.has('environment') ? exitCodes.environment : exitCodes.usage
}

function kindOf(code: string) {
  return code in errorTable ? errorTable[code as ErrorCode].kind : 'failed'
}

/** The output directories of a run, absolute: the report carries the plan as plain JSON. */
export function outputDirs({ plan }: Pick<Report, 'plan'>): string[] {
  const projects = (plan as { projects?: readonly { outputDir?: string }[] } | null)?.projects ?? []
  return [...new Set(projects.flatMap(p => p.outputDir ?? []))]
}
