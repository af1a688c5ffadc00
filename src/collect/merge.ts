import type { Failure, Report, ReportedArtifact } from '../report/schema.ts'
import { tool } from '../tool.ts'
import type { Leg } from './legs.ts'
import type { LegPlan } from './plan.ts'

/** What a merged report is made of. */
export interface Merge {
  readonly legs: readonly Leg[]
  readonly failures: readonly Failure[]
  /** What collecting itself has to say. */
  readonly notices: readonly string[]
  /** With their paths where they are now; empty unless everything is right. */
  readonly artifacts: readonly ReportedArtifact[]
  /** Absolute; the plan of the merged report names no other. */
  readonly outputDir: string
}

/** One report of all legs; steps and cache entries say whose they are. Verified only when all legs are and nothing is wrong. Pure. */
export function mergeReports({ legs, failures, notices, artifacts, outputDir }: Merge): Report {
  const reports = legs.map(l => l.found.report)
  const [first] = legs
  const inLeg = <T>(rows: (report: Report) => readonly T[]) =>
    legs.flatMap(({ name, found }) => rows(found.report).map(row => ({ ...row, leg: name })))
  const plan = first?.found.plan
  return {
    schema: 1,
    tool: first?.found.report.tool ?? tool,
    project: first?.found.report.project ?? { name: '', language: '', commit: null },
    plan: {
      ...plan,
      projects: (plan?.projects ?? [nobody]).map((project, i) => ({
        ...project,
        outputDir,
        targets: project.targets.map((target, n) => doneBy(legs, i, n) ?? target),
      })),
      jobs: legs.flatMap(({ found }) => found.plan.jobs.filter(j => found.report.jobs.includes(j.id))),
    },
    jobs: reports.flatMap(r => r.jobs),
    policy: Object.assign({}, ...reports.map(r => r.policy)),
    files: reports.flatMap(r => r.files),
    artifacts: [...artifacts],
    cache: inLeg(r => r.cache),
    steps: inLeg(r => r.steps),
    failures: [...failures],
    notices: [...new Set([...reports.flatMap(r => r.notices), ...notices])],
    verified: failures.length === 0 && artifacts.length > 0,
  }
}

/** Where no leg has said what was built, the report has a place all the same. */
const nobody = { name: '', targets: [] as LegPlan['projects'][number]['targets'] }

/** The target as the leg planned it that built it: its machine decided how. */
function doneBy(legs: readonly Leg[], project: number, target: number) {
  return legs
    .map(({ found }) => ({ jobs: found.report.jobs, planned: found.plan.projects[project]?.targets[target] }))
    .find(({ jobs, planned }) => planned && jobs.includes(planned.job))?.planned
}
