import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { collectArtifacts } from '../build/collect.ts'
import type { Artifact } from '../build/output.ts'
import { runJob } from '../build/run.ts'
import { BuildError } from '../errors.ts'
import type { Run } from '../pipeline.ts'
import type { Job, PlannedProject } from '../plan.ts'
import type { FileReport } from '../report/schema.ts'
import { smokeFindings } from '../smoke/findings.ts'
import { smokeFile } from '../smoke/smoke.ts'
import { judgeFile } from '../verify/judge.ts'
import { withFindings } from '../verify/outcome.ts'
import { secretsOf } from '../verify/secrets.ts'
import type { JobOutcome, Judged } from './outcome.ts'
import { projectOf } from './preflight.ts'

/** Builds one job and judges what came out. @throws BuildError `interrupted`, and what concerns the whole run */
export async function buildJob(run: Run, job: Job): Promise<JobOutcome> {
  const { host, exec, request, startedAt } = run
  const { planned } = projectOf(run, job)
  const dirs = { project: planned.dir, request: resolve(request.dir) }
  const result = await runJob(job, { host, exec, env: request.env, dirs, startedAt })
  const { artifacts, failures } = await collectArtifacts(job, result)
  const judged: Judged[] = []
  for (const artifact of rename(artifacts, planned.binName)) {
    if (host.signal.aborted) throw new BuildError('interrupted', 'the run was interrupted')
    judged.push({ artifact, job: job.id, file: await judge(run, planned, job, artifact) })
  }
  return { steps: result.steps, failures: [...result.failures, ...failures], judged }
}

/** Reads the bytes, then starts the file: what does not start is not verified, whatever its bytes say. */
async function judge(run: Run, planned: PlannedProject, job: Job, artifact: Artifact): Promise<FileReport> {
  const { exec, machine, host, floors } = run
  const target = planned.targets.find(t => t.name === artifact.target)
  if (!target) throw new Error(`${artifact.target} is no target of the plan`)
  const forbiddenPaths = [planned.dir, job.workDir, homedir()].filter(path => path.length > 1)
  const secrets = secretsOf(target.policy.secrets ?? [], run.request.env)
  const read = await judgeFile(artifact.path, target.policy, { digest: 'always', forbiddenPaths, secrets })
  if (planned.smoke.when === 'off' || !read.verified) return read
  const { command, when } = planned.smoke
  const cpu = target.policy.cpu ?? null
  const mirror = projectOf(run, job).subject.loaded.inputs.mirrors['debian'] ?? null
  const floor = { setting: planned.smoke.floor, promised: target.policy.floor.glibc, mirror, floors }
  const result = await smokeFile({
    path: artifact.path,
    file: read,
    machine,
    command,
    cpu,
    floor,
    exec,
    signal: host.signal,
  })
  return withFindings({ ...read, smoke: [...result.smokes] }, smokeFindings(result, when))
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
