import { type Engine, findEngine, type NoEngine } from './build/container/engine.ts'
import type { Artifact } from './build/output.ts'
import { spawnCommand } from './exec/spawn.ts'
import type { Exec } from './exec.ts'
import type { Host } from './host.ts'
import type { Spell } from './inputs/names.ts'
import { withCache } from './pipeline/cache.ts'
import { checkEngine } from './pipeline/container.ts'
import { backends, type Gathered, gather } from './pipeline/gather.ts'
import { buildJob, judgeJob } from './pipeline/job.ts'
import { withLocks } from './pipeline/locks.ts'
import { type JobOutcome, makeReport } from './pipeline/outcome.ts'
import { packageAll } from './pipeline/package.ts'
import { placeAll } from './pipeline/place.ts'
import { checkMachine, checkSecrets, checkTools, chooseJobs } from './pipeline/preflight.ts'
import { type KeptSources, keptSources } from './pipeline/sources.ts'
import { runStore } from './pipeline/store.ts'
import { makeTimeline, stages, type Timeline } from './pipeline/timeline.ts'
import { prepareToolchains } from './pipeline/toolchains.ts'
import type { Plan } from './plan.ts'
import { makePlan } from './planner.ts'
import type { Report } from './report/schema.ts'
import { type Floors, makeFloors } from './smoke/floor/floors.ts'

/** What a door asks for. */
export interface RunRequest {
  /** Directory of the project. */
  readonly dir: string
  /** Inputs given on the command line, by name or alias. */
  readonly flags: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Another file than `<dir>/portable-build.yml`. */
  readonly config?: string
  /** How messages write the name of a flag; default: `--name`. */
  readonly spell?: Spell
  /** Job ids to run; all when missing. */
  readonly only?: readonly string[]
}

/** A plan with what was gathered to make it. */
export interface PlannedRun extends Gathered {
  readonly plan: Plan
}

/** What every stage gets. */
export interface Run extends PlannedRun {
  readonly host: Host
  readonly request: RunRequest
  readonly exec: Exec
  /** Old systems to start the executables on. */
  readonly floors: Floors
  /** The container engine of this machine; asked once. @throws BuildError `interrupted` */
  readonly engine: () => Promise<Engine | NoEngine>
  /** Every stage that takes time says so here. */
  readonly timeline: Timeline
}

/**
 * Decides everything and starts nothing but questions (`go list`, `git`).
 * @throws BuildError what the user must settle first
 */
export async function planRun(
  host: Host,
  request: RunRequest,
  exec: Exec = spawnCommand,
  sources: KeptSources | null = null,
): Promise<PlannedRun> {
  const gathered = await gather(request, exec, host, sources)
  const plan = makePlan(gathered.subjects, gathered.machine, backends)
  chooseJobs(plan, request.only ?? [])
  return { ...gathered, plan }
}

/**
 * The whole flow. A build or a verification that fails is a report that says so; the artifacts of the targets that
 * passed are there. Only what concerns the run as a whole is thrown.
 * @throws BuildError wrong inputs, a missing tool, no network, a full disk, an interruption
 */
export async function buildRun(host: Host, request: RunRequest, exec: Exec = spawnCommand): Promise<Report> {
  const clock = () => performance.now()
  const timeline = makeTimeline(clock(), clock)
  // Modules that go needs to answer come from the cache, too.
  const open = runStore(host, request)
  const sources = keptSources(host, request, exec, open)
  const planned = await timeline.time(stages.plan, () => planRun(host, request, exec, sources))
  const { log, signal, toolsDir } = host
  const floors = makeFloors({ exec, env: request.env, log, signal, toolsDir })
  let asked: ReturnType<typeof findEngine> | null = null
  const engine = () => {
    asked ??= findEngine({ exec, env: request.env, signal })
    return asked
  }
  const run: Run = { ...planned, host, request, exec, floors, engine, timeline }
  const jobs = chooseJobs(run.plan, request.only ?? [])
  for (const notice of run.plan.notices) host.log.info(notice)

  // Everything that is missing is named at once, before anything is downloaded.
  checkMachine(jobs, run.machine)
  checkTools(run)
  await checkEngine(run, jobs)
  checkSecrets(run.plan, request.env)

  return withLocks(run, jobs, () =>
    withCache(run, open(run.subjects), sources, async cache => {
      // What an earlier run has made of the very same sources is not made again.
      const found = new Map<string, readonly Artifact[]>()
      for (const job of jobs) {
        // What a tag of an image stands for changes without a trace in the sources.
        const artifacts = job.backend === 'container' ? null : await cache.result(job)
        if (artifacts === null) continue
        host.log.info(`${job.id} was built before from the same sources: it is only judged`)
        found.set(job.id, artifacts)
      }

      // Compilers: from this machine, from the host's cache, or downloaded; by their sha256 in any case.
      const toBuild = jobs.filter(job => !found.has(job.id))
      await prepareToolchains(run, toBuild, row => cache.tell(row))

      // Restore what was compiled, build, find the executables, read their bytes, start those that can be started.
      const outcomes: JobOutcome[] = []
      for (const job of jobs) {
        const artifacts = found.get(job.id)
        outcomes.push(await (artifacts ? judgeJob(run, job, artifacts) : buildJob(run, job, cache)))
      }

      // Only what is verified reaches the output directory.
      const placed = await timeline.time(stages.place, () => placeAll(run, outcomes))

      // One archive for each verified target, of the bytes that were judged.
      const packaged = await timeline.time(stages.pack, () => packageAll(run, jobs, outcomes, placed))

      // Saving has begun when the build was done, also of one that failed: what is whole is worth keeping.
      await timeline.time(
        stages.save,
        () => cache.settle(),
        wasSaved => wasSaved || null,
      )

      const report = makeReport(run.plan, { jobs, cache: cache.rows(), steps: timeline.rows(), outcomes, packaged })
      await host.publish(report)
      return report
    }),
  )
}
