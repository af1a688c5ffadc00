import type { Job, Plan } from '../plan.ts'

/** One leg of a CI matrix: `job` is what `--only` takes. */
export interface MatrixLeg {
  readonly job: string
  readonly project: string
  readonly backend: string
  /** Comma separated, as the input `targets` takes them. */
  readonly targets: string
  /** Label of a hosted runner that can do the job. */
  readonly runner: string
}

/** Hosted runners by architecture, for jobs that only a machine of their own architecture can do. */
const nativeRunners: Readonly<Record<string, string>> = { aarch64: 'ubuntu-24.04-arm' }

/** The plan's jobs as `strategy.matrix` takes them: `{"include": [...]}`. */
export function matrixOf(plan: Plan): { include: MatrixLeg[] } {
  const include = plan.jobs.map(job => ({
    job: job.id,
    project: job.project,
    backend: job.backend,
    targets: job.targets.join(','),
    runner: runnerOf(job),
  }))
  return { include }
}

function runnerOf(job: Job): string {
  const arch = job.targets[0]?.split('-')[0] ?? ''
  return (job.backend === 'native' ? nativeRunners[arch] : undefined) ?? 'ubuntu-latest'
}
