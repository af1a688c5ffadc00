import { planRun } from '../../pipeline.ts'
import { matrixOf } from '../../report/matrix.ts'
import { planText } from '../../report/plan-text.ts'
import type { Output } from '../output.ts'
import type { Invocation } from '../parse.ts'
import { onHost, requestOf } from './request.ts'

/** `plan`: what a build would do, for people, as JSON, or as a CI matrix. */
export async function plan(invocation: Invocation, output: Output): Promise<number> {
  const request = requestOf(invocation)
  const { options } = invocation
  await onHost(invocation, async host => {
    const planned = (await planRun(host, request)).plan
    const jobs = planned.jobs.filter(j => request.only === undefined || request.only.includes(j.id))
    const chosen = { ...planned, jobs }
    if (options['matrix']) output.print(JSON.stringify(matrixOf(chosen)))
    else if (options['json']) output.json(chosen)
    else
      output.print(
        planText(chosen, { style: output.style, toolsDir: host.toolsDir, verbose: options['verbose'] === 'true' }),
      )
  })
  return 0
}
