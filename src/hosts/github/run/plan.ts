import { exitCodes } from '../../../errors.ts'
import { planRun } from '../../../pipeline.ts'
import { matrixOf } from '../../../report/matrix.ts'
import { planText } from '../../../report/plan-text.ts'
import { githubHost, noCaching } from '../host.ts'
import { mask } from '../masks.ts'
import { setOutputs } from '../outputs.ts'
import type { Asked } from '../session.ts'
import { hostSettings, requestOf } from '../settings.ts'

/** `plan`: says what would be built and gives the matrix for it. Returns the exit code. @throws BuildError as planRun */
export async function plan(asked: Asked): Promise<number> {
  const { log, style, places, verbose } = asked
  const request = requestOf(asked)
  const { secrets } = await hostSettings(request, asked.inputs.own)
  mask(asked, secrets)
  const { plan: whole } = await planRun(githubHost(asked, noCaching, publishNothing), request)
  const jobs = whole.jobs.filter(j => request.only === undefined || request.only.includes(j.id))
  const chosen = { ...whole, jobs }
  log.print(planText(chosen, { style, toolsDir: places.toolsDir, verbose }))
  const outputs = {
    matrix: JSON.stringify(matrixOf(chosen)),
    plan: JSON.stringify(chosen),
    targets: JSON.stringify([...new Set(jobs.flatMap(j => j.targets))]),
  }
  await setOutputs(outputs)
  return exitCodes.done
}

async function publishNothing(): Promise<void> {
  throw new Error('a plan has no report')
}
