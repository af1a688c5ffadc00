import { reportMarkdown } from '../report/markdown.ts'
import { outputDirs } from '../report/outcome.ts'
import type { Report } from '../report/schema.ts'
import { writeOutputFiles } from './output.ts'

/** Writes `report.json` and `report.md` into every output directory of the plan. @throws BuildError `cannot-write`, `disk-full` */
export async function writeReports(report: Report): Promise<void> {
  const json = `${JSON.stringify(report, null, 2)}\n`
  const markdown = reportMarkdown(report)
  for (const dir of outputDirs(report)) {
    await writeOutputFiles(dir, { 'report.json': json, 'report.md': markdown })
  }
}
