import type { Artifact } from '../build/output.ts'
import type { Plan } from '../plan.ts'
import type { Failure, FileReport, Report, StepReport } from '../report/schema.ts'
import { printedPolicy } from '../verify/policies.ts'

/** An executable with its verdict. */
export interface Judged {
  readonly artifact: Artifact
  readonly job: string
  readonly file: FileReport
}

/** How one job ended. */
export interface JobOutcome {
  readonly steps: readonly StepReport[]
  readonly failures: readonly Failure[]
  readonly judged: readonly Judged[]
}

/**
 * Puts the report together. It is verified only when every chosen job gave verified files for all of its targets and
 * nothing failed: a target that gave nothing is a failure of its own before this is called.
 */
export function makeReport(plan: Plan, outcomes: readonly JobOutcome[], files: readonly FileReport[]): Report {
  const failures = outcomes.flatMap(o => o.failures)
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
    files: [...files],
    artifacts: [],
    cache: [],
    steps: outcomes.flatMap(o => [...o.steps]),
    failures: [...failures],
    notices: [...plan.notices],
    verified: files.length > 0 && failures.length === 0 && files.every(f => f.verified),
  }
}
