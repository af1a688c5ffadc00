import type { Job, Plan, PlannedProject } from '../plan.ts'

/** One leg of a CI matrix: what one machine does. All values are texts, as `strategy.matrix` carries them. */
export interface MatrixLeg {
  /** Unique in the matrix; safe in the name of an artifact. */
  readonly name: string
  /** Job ids with commas, as `--only` takes them. */
  readonly only: string
  /** Canonical names with commas. */
  readonly targets: string
  readonly project: string
  readonly backend: string
  /** JSON for `runs-on: ${{ fromJSON(matrix.runner) }}`: one label, or a list of them. */
  readonly runner: string
}

/** The name of the leg that does everything, where that is several projects. */
const everything = 'all'

/**
 * The plan's jobs as `strategy.matrix` takes them, a leg each; the jobs of projects with `distribute: never` share the
 * first leg.
 */
export function matrixOf(plan: Plan): { include: MatrixLeg[] } {
  const stays = (job: Job) => projectOf(plan, job)?.distribute === 'never'
  const together = plan.jobs.filter(stays)
  const alone = plan.jobs.filter(job => !stays(job)).map(job => legOf(job.id, [job]))
  if (together.length === 0) return { include: alone }
  const [only, ...others] = new Set(together.map(j => j.project))
  const base = others.length > 0 || only === undefined ? everything : (together[0]?.id ?? everything)
  return { include: [legOf(base, together), ...alone] }
}

function projectOf(plan: Plan, job: Job): PlannedProject | undefined {
  return plan.projects.find(p => p.targets.some(t => t.job === job.id))
}

function legOf(name: string, jobs: readonly Job[]): MatrixLeg {
  const each = (values: readonly string[]) => [...new Set(values)].join(',')
  return {
    name,
    only: each(jobs.map(j => j.id)),
    targets: each(jobs.flatMap(j => j.targets)),
    project: each(jobs.map(j => j.project)),
    backend: each(jobs.map(j => j.backend)),
    runner: runsOn(jobs),
  }
}

/** What only its own machine can do decides where all of a leg goes. */
function runsOn(jobs: readonly Job[]): string {
  const labels = (jobs.find(j => j.backend === 'native') ?? jobs[0])?.runner ?? []
  return JSON.stringify(labels.length === 1 ? labels[0] : labels)
}
