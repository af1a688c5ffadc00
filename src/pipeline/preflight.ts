import { BuildError } from '../errors.ts'
import type { Machine } from '../machine.ts'
import { nearest } from '../nearest.ts'
import type { PlannedRun } from '../pipeline.ts'
import type { Job, Plan, PlannedProject } from '../plan.ts'
import type { Subject } from '../planner.ts'
import { secretsOf } from '../verify/secrets.ts'

/** Names every program that is missing at once, before anything is downloaded or built. @throws BuildError `tool-missing` */
export function checkTools({ plan, subjects, machine }: PlannedRun): void {
  const missing = new Map<string, string>()
  // the plan of a project that is built in images calls no tools of this machine
  const here = subjects.filter((_, index) => plan.projects[index]?.tools.length !== 0)
  for (const { language, project, loaded } of here) {
    for (const { tool, get } of language.needs(project, loaded.inputs)) {
      if (!machine.tools[tool]) missing.set(tool, get)
    }
  }
  if (missing.size === 0) return
  const [[tool, get] = ['', '']] = missing
  if (missing.size === 1) throw new BuildError('tool-missing', `${tool} is not installed`, { hint: get })
  throw new BuildError('tool-missing', `${[...missing.keys()].join(', ')} are not installed`, {
    lines: [...missing].map(([name, how]) => `${name}: ${how}`),
  })
}

/** Every secret that will be looked for has a value. @throws BuildError `bad-input` */
export function checkSecrets(plan: Plan, env: NodeJS.ProcessEnv): void {
  secretsOf(
    plan.projects.flatMap(p => p.targets.flatMap(t => t.policy.secrets ?? [])),
    env,
  )
}

/** Every job can be done by this machine. @throws BuildError `wrong-machine` */
export function checkMachine(jobs: readonly Job[], machine: Machine): void {
  const foreign = jobs.filter(job => job.arch !== undefined && job.arch !== machine.arch)
  const [first] = foreign
  if (!first) return
  throw new BuildError(
    'wrong-machine',
    `${foreign.map(j => j.id).join(', ')}: only ${first.arch} machines can build it, and this one is ${machine.arch}`,
    {
      hint: `A freezer starts the Python of the target. \`plan --matrix\` gives it a runner of its own (${first.runner.join(', ')}); here, build the others with \`only\`, or leave the target out.`,
    },
  )
}

/** The jobs to run, in the plan's order. @throws BuildError `bad-input` for an id that the plan does not have */
export function chooseJobs(plan: Plan, only: readonly string[]): readonly Job[] {
  const ids = plan.jobs.map(job => job.id)
  for (const id of only) {
    if (ids.includes(id)) continue
    const guess = nearest(id, ids)
    throw new BuildError('bad-input', `the plan has no job ${JSON.stringify(id)}`, {
      hint: guess ? `Did you mean ${guess}?` : `Its jobs are ${ids.join(', ')}.`,
    })
  }
  return only.length === 0 ? plan.jobs : plan.jobs.filter(job => only.includes(job.id))
}

/** The project that a job builds, as planned and as gathered. */
export function projectOf({ plan, subjects }: PlannedRun, job: Job): { planned: PlannedProject; subject: Subject } {
  const index = plan.projects.findIndex(p => p.targets.some(t => t.job === job.id))
  const planned = plan.projects[index]
  const subject = subjects[index]
  if (!planned || !subject) throw new Error(`job ${job.id} belongs to no project of the plan`)
  return { planned, subject }
}
