import { readLimits } from '../backends/container/limits.ts'
import { buildxExec } from '../build/container/buildx.ts'
import { noEngine } from '../build/container/engine.ts'
import { openContainer } from '../build/container/open.ts'
import type { JobResult, RunContext } from '../build/run.ts'
import { BuildError } from '../errors.ts'
import type { Run } from '../pipeline.ts'
import type { Job } from '../plan.ts'
import { projectOf } from './preflight.ts'

/** A container engine answers where a job needs one: said before anything is built. @throws BuildError `engine-missing` */
export async function checkEngine(run: Run, jobs: readonly Job[]): Promise<void> {
  if (!jobs.some(job => job.backend === 'container')) return
  const engine = await run.engine()
  if ('why' in engine) throw noEngine(engine)
}

/**
 * Does a job's work where its commands belong: in its container, else here. An image that cannot be had fails the job and
 * not the others.
 * @throws BuildError what `work` throws; `interrupted`
 */
export async function whereItRuns(
  run: Run,
  job: Job,
  work: (where: Pick<RunContext, 'exec' | 'image'>) => Promise<JobResult>,
): Promise<JobResult> {
  if (job.backend !== 'container') return work({ exec: run.exec })
  const { host, exec, request, timeline, machine } = run
  const engine = await run.engine()
  if ('why' in engine) throw noEngine(engine)
  const { log, signal } = host
  const { planned, subject } = projectOf(run, job)
  const context = { exec, env: request.env, log, signal, projectDir: planned.dir }
  const { container: spec } = job
  if (spec === undefined) {
    const { time } = readLimits(subject.loaded.inputs.limits, machine.cpus)
    return work({ exec: buildxExec(engine, time, context) })
  }
  const id = `${job.id}/image`
  const stage = { stage: 'toolchains', id, title: `builder image ${spec.image}`, job: job.id } as const
  const opened = await timeline
    .time(stage, () => openContainer({ ...job, container: spec }, engine, context))
    .catch(error => failed(job, error))
  if ('failures' in opened) return opened
  try {
    return await work({ exec: opened.exec, image: { path: opened.path } })
  } finally {
    const used = await opened.close()
    if (used !== null) log.info(`${job.id}: ${used} in its container`)
  }
}

function failed(job: Job, error: unknown): JobResult {
  if (!(error instanceof BuildError) || error.code === 'interrupted') throw error
  const { code, message, hint, lines } = error
  const { targets, id } = job
  const failure = { code, message, hint, job: id, targets: [...targets], step: null, command: null, lines: [...lines] }
  return { steps: [], failures: [failure], failed: targets, messages: {} }
}
