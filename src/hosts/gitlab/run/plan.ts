import { writeWhole } from '../../../build/write-file.ts'
import { planRun } from '../../../pipeline.ts'
import type { Plan } from '../../../plan.ts'
import type { GitlabHost } from '../../gitlab.ts'
import { legMatrix, tagLines } from '../legs.ts'
import { type ComponentJob, requestOf } from '../request.ts'

/**
 * The job `plan`: checks everything that can be wrong before a machine compiles, says which runners are asked for, and writes down which
 * legs there must be. @throws BuildError as planRun; `bad-input` for inputs of the component
 */
export async function plan(host: GitlabHost, job: ComponentJob): Promise<Plan> {
  const { plan: made } = await planRun(host, requestOf(job, null))
  await writeWhole(host.places.matrix, `${JSON.stringify(legMatrix(job.legs, made))}\n`)
  for (const line of tagLines(job.legs, job.env)) host.log.info(line)
  return made
}
