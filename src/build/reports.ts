import { type ReportFile, reportFiles, usualFiles } from '../report/files.ts'
import { outputDirs } from '../report/outcome.ts'
import type { Report } from '../report/schema.ts'
import { writeOutputFiles } from './output.ts'

/**
 * Writes what tells of a run into every output directory of the plan.
 * @param names which files; what every run writes, unless a host's service reads more
 * @param base directory that the run was asked for, relative to the root of the repository; empty when it is the root
 * @throws BuildError `cannot-write`, `disk-full`
 */
export async function writeReports(
  report: Report,
  names: readonly ReportFile[] = usualFiles,
  base = '',
): Promise<void> {
  const dirs = outputDirs(report)
  const files = dirs.length === 0 ? {} : await reportFiles(report, names, base)
  for (const dir of dirs) await writeOutputFiles(dir, files)
}
