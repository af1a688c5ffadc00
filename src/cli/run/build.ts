import { exitCodes } from '../../errors.ts'
import { buildRun } from '../../pipeline.ts'
import { exitCodeOf } from '../../report/outcome.ts'
import type { Output } from '../output.ts'
import type { Invocation } from '../parse.ts'
import { onHost, requestOf } from './request.ts'
import { showReport } from './show.ts'

/** `build`: the whole flow; the table of executables (or the report) on stdout, failures on stderr. */
export async function build(invocation: Invocation, output: Output): Promise<number> {
  const { report, interrupted } = await onHost(invocation, async host => ({
    report: await buildRun(host, requestOf(invocation)),
    interrupted: host.signal.aborted,
  }))
  const sums = report.files.some(f => f.verified) ? ['SHA256SUMS'] : []
  showReport(report, output, invocation.options, ['report.html', 'report.md', 'report.json', 'junit.xml', ...sums])
  return interrupted ? exitCodes.interrupted : exitCodeOf(report)
}
