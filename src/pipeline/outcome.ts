import type { Artifact, Placed } from '../build/output.ts'
import type { Job, Plan } from '../plan.ts'
import type { CacheReport, Failure, FileReport, Report, ReportedArtifact, StepReport } from '../report/schema.ts'
import { printedPolicy } from '../verify/policies.ts'

/** An executable with its verdict. */
export interface Judged {
  readonly artifact: Artifact
  readonly job: string
  readonly file: FileReport
}

/** A judged executable, and its copy in the output directory if it is verified. */
export interface PlacedFile extends Judged {
  readonly copy: Placed | null
}

/** How one job ended. */
export interface JobOutcome {
  readonly failures: readonly Failure[]
  readonly judged: readonly Judged[]
}

/** Everything that came of the chosen jobs. */
export interface Results {
  readonly jobs: readonly Job[]
  /** Each entry of the host's cache that was asked for. */
  readonly cache: readonly CacheReport[]
  /** What took its time. */
  readonly steps: readonly StepReport[]
  readonly outcomes: readonly JobOutcome[]
  readonly packaged: {
    readonly files: readonly PlacedFile[]
    readonly artifacts: readonly ReportedArtifact[]
    readonly failures: readonly Failure[]
  }
}

/**
 * Puts the report together. It is verified only when every chosen job gave verified files for all of its targets and
 * nothing failed: a target that gave nothing is a failure of its own before this is called.
 */
export function makeReport(plan: Plan, { jobs, cache, steps, outcomes, packaged }: Results): Report {
  const failures = [...outcomes.flatMap(o => o.failures), ...packaged.failures]
  const files = packaged.files.map(p => p.file)
  const { projects } = plan
  const both = (values: readonly string[]) => [...new Set(values)].join(', ')
  return {
    schema: 1,
    tool: plan.tool,
    project: {
      name: both(projects.map(p => p.name)),
      language: both(projects.map(p => p.language)),
      commit: projects[0]?.commit ?? null,
    },
    plan,
    policy: Object.fromEntries(projects.flatMap(p => p.targets.map(t => [t.name, printedPolicy(t.policy)]))),
    jobs: jobs.map(j => j.id),
    files,
    artifacts: [...packaged.artifacts],
    cache: [...cache],
    steps: [...steps],
    failures,
    notices: [...plan.notices],
    verified: files.length > 0 && failures.length === 0 && files.every(f => f.verified),
  }
}
