import { collectedOutputs, reportOutputs } from '../../outputs/of-report.ts'
import { transportNameOf } from '../../package/file-name.ts'
import { annotationsOf } from '../../report/annotations.ts'
import { errorText } from '../../report/error-text.ts'
import type { Report } from '../../report/schema.ts'
import { summaryMarkdown } from '../../report/summary.ts'
import { summaryLine, tableLines, tableRows } from '../../report/table.ts'
import { failedText } from '../../report/verdict-text.ts'
import { setOutputs } from './outputs.ts'
import type { Asked, Session } from './session.ts'
import type { HostSettings } from './settings.ts'
import { nameSubjects } from './subjects.ts'
import { summaryBytes, writeSummary } from './summary.ts'
import { uploadAll, uploadCollected } from './uploads.ts'

/**
 * Hands a report over whose files are written: log and annotations, artifacts, the runner's own list of them, summary
 * and outputs. What the service did not take is told last, so that everything else is there.
 * @throws BuildError `upload-failed`, `interrupted`
 */
export async function handOver(report: Report, asked: Asked, settings: HostSettings): Promise<void> {
  const { log, env, places } = asked
  tell(report, asked)
  const { uploaded, failure } = await uploadAll(report, asked, settings)
  for (const left of await nameSubjects(report.artifacts, places.workspace, env)) log.warn(left)
  await writeSummary(summaryMarkdown(report, { maxBytes: summaryBytes }), env)
  await setOutputs(reportOutputs(report, places.workspace, uploaded))
  if (failure !== null) throw failure
}

/**
 * Hands over what the legs of a matrix gave together: checksums, index and report; each artifact is uploaded by its leg.
 * @throws BuildError as `uploadCollected`
 */
export async function handOverCollected(report: Report, asked: Asked): Promise<void> {
  const { log, env, places } = asked
  tell(report, asked)
  for (const left of await nameSubjects(report.artifacts, places.workspace, env)) log.warn(left)
  await writeSummary(summaryMarkdown(report, { maxBytes: summaryBytes }), env)
  const fromService = asked.inputs.own['path'] === undefined
  if (fromService) await uploadCollected(report, asked)
  const names = fromService ? report.artifacts.map(transportNameOf) : []
  await setOutputs(collectedOutputs(report, places.workspace, names))
}

/** The report in the log: what failed, what is not as demanded, the table; then the annotations of all that. */
function tell(report: Report, { log, style }: Session): void {
  for (const failure of report.failures) log.print(`\n${errorText(failure, style)}`)
  for (const file of report.files.filter(f => !f.verified)) log.print(`\n${failedText(file, style)}`)
  const rows = tableRows(report)
  const table = rows.length > 0 ? ['', ...tableLines(rows, style, Number.POSITIVE_INFINITY), ''] : []
  log.print([...table, summaryLine(rows, report.verified, style)].join('\n'))
  for (const { severity, message, ...where } of annotationsOf(report)) log.annotate(severity, message, where)
}
