import { fileNameOf } from '../package/file-name.ts'
import { isArtifactName } from '../package/names.ts'
import type { Failure } from '../report/schema.ts'
import { legFailure } from './failure.ts'
import type { ExpectedLeg } from './matrix.ts'
import { identityOf } from './plan.ts'
import type { Gathered, LegReport } from './read.ts'

/** A leg with its report. */
export interface Leg {
  readonly name: string
  readonly found: LegReport
}

/** The legs that are there, in the order of the matrix, and everything that is wrong with them. */
export interface Matched {
  readonly legs: readonly Leg[]
  readonly failures: readonly Failure[]
}

/**
 * Holds the reports against the matrix: each leg once, all of one run, no name twice, each leg verified. A report belongs
 * to the leg whose jobs it says it has done. Pure.
 * @param expected null: every job of the plan must have been done by someone
 */
export function matchLegs(
  { reports, broken }: Pick<Gathered, 'reports' | 'broken'>,
  expected: readonly ExpectedLeg[] | null,
): Matched {
  const wanted = expected ?? legsOf(reports)
  const claimed = wanted.map(leg => ({ leg, found: reports.filter(r => sameJobs(r.report.jobs, leg.jobs)) }))
  const legs = claimed.flatMap(({ leg, found: [first] }) => (first ? [{ name: leg.name, found: first }] : []))
  const strays = reports.filter(r => !claimed.some(c => c.found.includes(r)))
  return {
    legs,
    failures: [
      ...broken.map(b => legFailure('wrong-leg', `${b.path} cannot be used: ${b.why}`)),
      ...claimed.flatMap(({ leg, found }) => countFailure(leg, found)),
      ...strays.map(r => legFailure('wrong-leg', `${r.path} is of no leg of the matrix (${r.report.jobs.join(', ')})`)),
      ...(wanted.length === 0 ? [legFailure('missing-leg', 'there is no report of any leg')] : []),
      ...disagreements(legs),
      ...legs.flatMap(ownFailures),
      ...namesTwice(legs),
    ],
  }
}

const sameJobs = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join()

/** Without a matrix: the legs are what reported, and each job of the plan that nobody did is a leg too. */
function legsOf(reports: readonly LegReport[]): ExpectedLeg[] {
  const sets = new Map(reports.map(r => [[...r.report.jobs].sort().join(), r.report.jobs]))
  const done = new Set(reports.flatMap(r => r.report.jobs))
  const missing = new Set(reports.flatMap(r => r.plan.jobs.map(j => j.id)).filter(id => !done.has(id)))
  return [...sets.values(), ...[...missing].map(id => [id])].map(jobs => ({ name: jobs.join('+'), jobs }))
}

function countFailure({ name }: ExpectedLeg, found: readonly LegReport[]): Failure[] {
  if (found.length === 1) return []
  if (found.length === 0) return [legFailure('missing-leg', `the leg ${name} gave no report`)]
  const lines = found.map(f => f.path)
  return [legFailure('wrong-leg', `the leg ${name} has ${found.length} reports that differ`, { lines })]
}

/** What every leg of one run has in common. */
const shared: readonly { readonly what: string; readonly of: (leg: Leg) => string }[] = [
  { what: 'version of portable-build', of: l => l.found.report.tool.version },
  { what: 'commit', of: l => l.found.report.project.commit ?? 'none' },
  { what: 'plan', of: l => identityOf(l.found.plan) },
]

function disagreements([first, ...others]: readonly Leg[]): Failure[] {
  if (!first) return []
  return others.flatMap(other => {
    const differs = shared.find(({ of }) => of(first) !== of(other))
    return differs
      ? [legFailure('wrong-leg', `the legs ${first.name} and ${other.name} have another ${differs.what}`)]
      : []
  })
}

/** What went wrong in a leg, and what it cannot have said of itself. */
function ownFailures({ name, found: { report } }: Leg): Failure[] {
  const bad = report.artifacts.filter(a => !isArtifactName(a.name) || !/^[0-9a-f]{64}$/.test(a.sha256) || !a.verified)
  const failures = [
    ...report.failures,
    ...bad.map(a =>
      legFailure('wrong-leg', `the leg ${name} hands over ${JSON.stringify(a.name)}, which is no verified artifact`),
    ),
  ]
  const empty = report.artifacts.length === 0 || report.files.length === 0
  const isGood = report.verified && !empty && report.files.every(f => f.verified)
  if (isGood || failures.length > 0) return failures
  return [
    legFailure('wrong-leg', `the leg ${name} is not verified`, {
      targets: [...new Set(report.files.flatMap(f => f.target ?? []))],
    }),
  ]
}

function namesTwice(legs: readonly Leg[]): Failure[] {
  const seen = new Map<string, string>()
  const failures: Failure[] = []
  for (const { name: leg, found } of legs) {
    for (const artifact of found.report.artifacts) {
      const key = fileNameOf(artifact).toLowerCase()
      const other = seen.get(key)
      const who = other === leg ? `the leg ${leg} hands over two` : `the legs ${other} and ${leg} both hand over`
      if (other !== undefined) failures.push(legFailure('wrong-leg', `${who} ${artifact.name}`))
      seen.set(key, leg)
    }
  }
  return failures
}
