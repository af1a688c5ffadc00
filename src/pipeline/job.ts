import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { collectArtifacts } from '../build/collect.ts'
import type { Artifact } from '../build/output.ts'
import { type JobResult, runJob } from '../build/run.ts'
import { BuildError } from '../errors.ts'
import type { Exec } from '../exec.ts'
import type { Run } from '../pipeline.ts'
import type { Job, PlannedProject, PlannedTarget } from '../plan.ts'
import type { Failure } from '../report/schema.ts'
import { smokeFindings } from '../smoke/findings.ts'
import { smokeFile } from '../smoke/smoke.ts'
import { judgeFile } from '../verify/judge.ts'
import { withFindings } from '../verify/outcome.ts'
import { secretsOf } from '../verify/secrets.ts'
import type { RunCache } from './cache.ts'
import { whereItRuns } from './container.ts'
import type { JobOutcome, Judged } from './outcome.ts'
import { projectOf } from './preflight.ts'

/** Builds one job, with what the cache has for it, and judges what came out. @throws BuildError what concerns the whole run */
export async function buildJob(run: Run, job: Job, cache: RunCache): Promise<JobOutcome> {
  const { host, timeline } = run
  const kept = await timeline.time(
    { stage: 'restore', id: `${job.id}/restore`, title: 'bring back what was compiled', job: job.id },
    () => cache.prepare(job),
    ({ isKept }) => isKept || null,
  )
  let result = await runSteps(run, kept.job)
  const why = await kept.recover(result)
  if (why === null) timeline.add(result.steps)
  else {
    host.log.info(`${job.id} is built once more: ${why}`)
    timeline.add(result.steps.map(s => ({ ...s, id: `${s.id}/first`, title: `${s.title} (of no use: ${why})` })))
    result = await runSteps(run, kept.job)
    timeline.add(result.steps)
  }
  kept.save(result)
  const { artifacts, failures } = await collectArtifacts(job, result)
  const outcome = await judgeJob(run, job, artifacts, [...result.failures, ...failures])
  const { judged } = outcome
  const isWhole = outcome.failures.length === 0 && judged.every(j => j.file.verified)
  if (isWhole && job.targets.every(t => judged.some(j => j.artifact.target === t))) cache.saveResult(job, artifacts)
  return outcome
}

async function runSteps(run: Run, job: Job): Promise<JobResult> {
  const { host, request, timeline } = run
  const dirs = { project: projectOf(run, job).planned.dir, request: resolve(request.dir) }
  return whereItRuns(run, job, where =>
    runJob(job, {
      ...where,
      host,
      exec: tellingHost(run, where.exec),
      env: request.env,
      dirs,
      startedAt: timeline.startedAt,
    }),
  )
}

/**
 * Reads the executables of a job and starts them, whoever has built them.
 * @param failures of the build @throws BuildError `interrupted`, `bad-input` for a name that several would get
 */
export async function judgeJob(
  run: Run,
  job: Job,
  artifacts: readonly Artifact[],
  failures: readonly Failure[] = [],
): Promise<JobOutcome> {
  const { planned } = projectOf(run, job)
  const read = await run.timeline.time(
    { stage: 'verify', id: `${job.id}/verify`, title: 'read the executables', job: job.id },
    () => readAll(run, job, rename(artifacts, planned.binName)),
    all => all.every(j => j.file.verified),
  )
  const judged: Judged[] = []
  for (const one of read) judged.push(await start(run, job, one))
  return { failures, judged }
}

/** Starts commands, and then lets the host do what it has to do anyway: it waits for them as long as they run. */
function tellingHost({ host }: Run, exec: Exec): Exec {
  return command => {
    const ended = exec(command)
    host.whileBuilding?.()
    return ended
  }
}

/** Judges the executables by their bytes. */
async function readAll(run: Run, job: Job, artifacts: readonly Artifact[]): Promise<Judged[]> {
  const { planned } = projectOf(run, job)
  const forbiddenPaths = [planned.dir, job.workDir, homedir()].filter(path => path.length > 1)
  const judged: Judged[] = []
  for (const artifact of artifacts) {
    refuseInterrupted(run)
    const { policy } = targetOf(planned, artifact)
    const secrets = secretsOf(policy.secrets ?? [], run.request.env)
    const file = await judgeFile(artifact.path, policy, { digest: 'always', forbiddenPaths, secrets })
    judged.push({ artifact, job: job.id, file })
  }
  return judged
}

/** Starts an executable whose bytes are as demanded: what does not start is not verified, whatever its bytes say. */
async function start(run: Run, job: Job, read: Judged): Promise<Judged> {
  refuseInterrupted(run)
  const { exec, machine, host, floors, timeline } = run
  const { planned, subject } = projectOf(run, job)
  const { command, when, floor: setting } = planned.smoke
  const { artifact, file } = read
  if (when === 'off' || !file.verified) return read
  const { policy } = targetOf(planned, artifact)
  const mirror = subject.loaded.inputs.mirrors['debian'] ?? null
  const floor = { setting, promised: policy.floor.glibc, mirror, floors }
  const place = { path: artifact.path, file, machine, exec, signal: host.signal }
  const { target, name } = artifact
  const id = `${job.id}/smoke/${target}/${name}`
  const result = await timeline.time(
    { stage: 'smoke', id, title: `start ${name} for ${target}`, job: job.id },
    () => smokeFile({ ...place, command, cpu: policy.cpu ?? null, floor }),
    ({ smokes }) => (smokes.length === 0 ? null : smokes.every(s => s.ok)),
  )
  return { ...read, file: withFindings({ ...file, smoke: [...result.smokes] }, smokeFindings(result, when)) }
}

function targetOf({ targets }: PlannedProject, { target }: Artifact): PlannedTarget {
  const planned = targets.find(t => t.name === target)
  if (!planned) throw new Error(`${target} is no target of the plan`)
  return planned
}

function refuseInterrupted({ host }: Run): void {
  if (host.signal.aborted) throw new BuildError('interrupted', 'the run was interrupted')
}

/** Gives the only executable of each target the name that was asked for. @throws BuildError `bad-input` for several */
function rename(artifacts: readonly Artifact[], name: string | null): readonly Artifact[] {
  if (name === null) return artifacts
  return artifacts.map(artifact => {
    const several = artifacts.filter(a => a.target === artifact.target)
    if (several.length === 1) return { ...artifact, name }
    throw new BuildError('bad-input', `bin-name: ${artifact.target} has ${several.length} executables`, {
      hint: `Choose one with \`bin\`: ${several.map(a => a.name).join(', ')}.`,
    })
  })
}
