import { exitCodes } from '../../../errors.ts'
import { planRun } from '../../../pipeline.ts'
import { matrixOf } from '../../../report/matrix.ts'
import { planText } from '../../../report/plan-text.ts'
import { githubHost, mask } from '../host.ts'
import { setOutputs } from '../outputs.ts'
import type { Asked } from '../session.ts'
import { hostSettings, requestOf } from '../settings.ts'

/** `plan`: says what would be built and gives the matrix for it. Returns the exit code. @throws BuildError as planRun */
export async function plan(asked: Asked): Promise<number> {
  const { log, style, places, verbose } = asked
  const request = requestOf(asked)
  const { secrets } = await hostSettings(request, asked.inputs.own)
  await mask(asked.env, secrets)
  const { plan: whole } = await planRun(githubHost(asked, null, publishNothing), request)
  const jobs = whole.jobs.filter(j => request.only === undefined || request.only.includes(j.id))
  const chosen = { ...whole, jobs }
  log.print(planText(chosen, { style, toolsDir: places.toolsDir, verbose }))
  await setOutputs({
    matrix: JSON.stringify(matrixOf(chosen)),
    plan: JSON.stringify(chosen),
    targets: JSON.stringify([...new Set(jobs.flatMap(j => j.targets))]),
  })
  return exitCodes.done
}

async function publishNothing(): Promise<void> {
  throw new Error('a plan has no report')
}
