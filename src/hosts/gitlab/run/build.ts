import { spawnCommand } from '../../../exec/spawn.ts'
import { buildRun, planRun } from '../../../pipeline.ts'
import type { Report } from '../../../report/schema.ts'
import type { GitlabHost } from '../../gitlab.ts'
import { jobsOf, type Leg } from '../legs.ts'
import { type ComponentJob, requestOf } from '../request.ts'

/** The job `build`: one leg of the plan, into a directory of its own. @throws BuildError as buildRun */
export async function build(host: GitlabHost, job: ComponentJob, leg: Leg): Promise<Report> {
  const request = requestOf(job, leg)
  if (job.legs.length === 1) return buildRun(host, request)
  const { plan } = await planRun(host, request)
  return buildRun(host, { ...request, only: jobsOf(leg, job.legs, plan) }, spawnCommand)
}
