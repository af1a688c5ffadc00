import { rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { relative } from 'node:path'
import { checksums, keepStagedFiles, type StagedFile, writeOutputFiles } from '../build/output.ts'
import { BuildError, exitCodes } from '../errors.ts'
import { inTurns } from '../exec/in-turns.ts'
import { findIncluded } from '../package/include.ts'
import { type FileMember, MemberChanged } from '../package/member.ts'
import { type Packed, type PackedArtifact, packTarget } from '../package/pack.ts'
import type { Run } from '../pipeline.ts'
import type { Job, PlannedProject, PlannedTarget } from '../plan.ts'
import type { Failure, ReportedArtifact } from '../report/schema.ts'
import { finding } from '../verify/findings.ts'
import { withFindings } from '../verify/outcome.ts'
import type { JobOutcome, PlacedFile } from './outcome.ts'

/** The files with what packing had to say of them, what is handed over, and what could not be packed. */
export interface Packaged {
  readonly files: readonly PlacedFile[]
  readonly artifacts: readonly ReportedArtifact[]
  readonly failures: readonly Failure[]
}

/** What was done so far, changed in place. */
interface Work {
  readonly files: PlacedFile[]
  readonly artifacts: ReportedArtifact[]
  readonly failures: Failure[]
  /** By output directory. */
  readonly staged: Map<string, StagedFile[]>
}

/**
 * Makes one archive of each target of these jobs that is verified as a whole, beside its executables, and SHA256SUMS of
 * both. What is archived is what was judged: a file that is another one by now is a finding. All archives get their
 * names when all are written.
 * @throws BuildError `cannot-write`, `disk-full`, `interrupted`
 */
export async function packageAll(
  run: Run,
  jobs: readonly Job[],
  outcomes: readonly JobOutcome[],
  placed: readonly PlacedFile[],
): Promise<Packaged> {
  const parcels = parcelsOf(run, jobs, outcomes, placed)
  const work: Work = { files: [...placed], artifacts: [], failures: [], staged: new Map() }
  try {
    const results = await inTurns(parcels, availableParallelism(), parcel => pack(run, parcel))
    for (const [i, { project }] of parcels.entries()) keep(results[i], project, work)
    for (const [i, parcel] of parcels.entries()) enter(results[i], parcel, run, work)
    for (const [dir, staged] of work.staged) await keepStagedFiles(dir, staged)
  } catch (error) {
    for (const { temporary } of [...work.staged.values()].flat()) await rm(temporary, { force: true }).catch(() => {})
    throw error
  }
  await writeChecksums(run, work)
  return work
}

/** A target that is verified as a whole. */
interface Parcel {
  readonly project: PlannedProject
  readonly target: PlannedTarget
  readonly mine: readonly PlacedFile[]
  readonly include: () => readonly FileMember[]
}

function parcelsOf(
  { plan }: Run,
  jobs: readonly Job[],
  outcomes: readonly JobOutcome[],
  placed: readonly PlacedFile[],
): Parcel[] {
  const failed = outcomes.flatMap(o => o.failures)
  return plan.projects.flatMap(project => {
    const include = once(() => findIncluded(project.dir, project.packaging.include, [project.outputDir]))
    const targets = project.targets.filter(t => jobs.some(j => j.id === t.job))
    return targets.flatMap(target => {
      const mine = placed.filter(p => p.job === target.job && p.artifact.target === target.name)
      const isHurt = failed.some(f => f.job === target.job && f.targets.includes(target.name))
      return mine.length > 0 && !isHurt && mine.every(p => p.file.verified) ? [{ project, target, mine, include }] : []
    })
  })
}

async function pack({ host: { signal } }: Run, { project, target, mine, include }: Parcel): Promise<Packed> {
  const { packaging, outputDir, epoch } = project
  const included = packaging.archive === 'none' ? [] : include()
  return packTarget({ target, packaging, outputDir, executables: mine.map(memberOf), included, epoch, signal })
}

type Ended = PromiseSettledResult<Packed> | undefined

/** Notes what lies about under a temporary name, before anything can fail. */
function keep(ended: Ended, { outputDir }: PlannedProject, { staged }: Work): void {
  if (ended?.status === 'fulfilled') staged.set(outputDir, [...(staged.get(outputDir) ?? []), ...ended.value.staged])
}

/** Enters what a target gave, or why it gave nothing. @throws what concerns more than this target */
function enter(ended: Ended, { target, mine }: Parcel, { request }: Run, work: Work): void {
  try {
    if (ended?.status !== 'fulfilled') throw ended?.reason
    refuseTwins(ended.value.artifacts, target, work.artifacts)
    const row = (a: PackedArtifact): ReportedArtifact => ({
      ...{ name: a.name, path: relative(request.dir, a.path), target: target.name },
      ...{ sha256: a.sha256, size: a.size, verified: true },
      files: mine.filter(p => a.executables.includes(p.artifact.name)).map(p => p.file.path),
    })
    work.artifacts.push(...ended.value.artifacts.map(row))
  } catch (error) {
    tell(error, target, mine, work)
  }
}

/** Executables without an archive are named by themselves, and not before they are built: two can want one name. */
function refuseTwins(
  artifacts: readonly PackedArtifact[],
  target: PlannedTarget,
  others: readonly ReportedArtifact[],
): void {
  const taken = new Set(others.map(a => a.name.toLowerCase()))
  for (const { name } of artifacts) {
    if (taken.has(name.toLowerCase())) {
      throw new BuildError('same-artifact', `two executables would be handed over as ${name} (${target.name})`, {
        hint: 'Choose one of them with `bin`, or pack them: `archive: tar.gz`.',
      })
    }
    taken.add(name.toLowerCase())
  }
}

/** What concerns one target is told with it; what concerns the machine ends the run. */
function tell(error: unknown, target: PlannedTarget, mine: readonly PlacedFile[], work: Work): void {
  const culprit = error instanceof MemberChanged ? mine.find(p => p.copy?.path === error.member.path) : undefined
  if (culprit) {
    const file = withFindings(culprit.file, [finding('unreadable', 'the file changed before it was packed', '')])
    work.files[work.files.findIndex(p => p.copy === culprit.copy)] = { ...culprit, file }
    return
  }
  const known =
    error instanceof MemberChanged
      ? new BuildError('bad-input', `include: ${error.member.name} changed while it was packed`)
      : error
  if (!(known instanceof BuildError) || known.exitCode !== exitCodes.usage) throw error
  const { code, message, hint, lines } = known
  const nowhere = { step: null, command: null }
  work.failures.push({ code, message, hint, job: target.job, targets: [target.name], ...nowhere, lines: [...lines] })
}

function memberOf({ artifact, copy, file }: PlacedFile) {
  if (copy === null || file.sha256 === null || file.size === null) throw new Error(`${artifact.name} is not placed`)
  const { sha256, size } = file
  return { kind: 'file' as const, name: artifact.name, executable: true, path: copy.path, size, sha256 }
}

async function writeChecksums({ plan }: Run, { files, staged }: Work): Promise<void> {
  for (const dir of new Set(plan.projects.map(p => p.outputDir))) {
    const copies = files.flatMap(({ copy }) => (copy?.path === `${dir}/${copy?.relative}` ? [copy] : []))
    const sums = [...copies, ...(staged.get(dir) ?? [])]
    if (sums.length > 0) await writeOutputFiles(dir, { SHA256SUMS: checksums(sums) })
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
