import { dirname, join } from 'node:path'
import { BuildError } from '../errors.ts'
import type { Exec } from '../exec.ts'
import type { Host, Task } from '../host.ts'
import type { Job, Step } from '../plan.ts'
import type { Failure, StepReport } from '../report/schema.ts'
import { buildEnv, type ImagePlaces } from './environment.ts'
import { type Dirs, stepFailure } from './failure.ts'
import { makeDirectory } from './make-directory.ts'
import { runStep, type StepEnd } from './step.ts'
import { writeWhole } from './write-file.ts'

/** What a job needs from its surroundings. */
export interface RunContext {
  readonly host: Pick<Host, 'log' | 'signal'>
  readonly exec: Exec
  /** Our own environment; the build gets the harmless part of it and what the job's `passEnv` names. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly dirs: Dirs
  /** `performance.now()` when the run started. */
  readonly startedAt: number
  /** The commands run in a container, by `exec`; missing: on this machine. */
  readonly image?: ImagePlaces
}

/** How a job went. */
export interface JobResult {
  readonly steps: readonly StepReport[]
  readonly failures: readonly Failure[]
  /** Canonical names of the targets that failed; nothing of theirs is collected. */
  readonly failed: readonly string[]
  /** By step id: lines of stdout of the `cargo-json` steps, with those of their fallbacks. */
  readonly messages: Readonly<Record<string, readonly string[]>>
}

/**
 * Runs the steps of a job in order. A step that fails fails its targets: what follows for these alone is skipped,
 * everything else goes on, so that one target's error costs no other target's artifact.
 * @throws BuildError `interrupted`; `cannot-write`, `disk-full` when the job cannot even start; `bad-input` for a
 *   variable that a build must not get
 */
export async function runJob(job: Job, context: RunContext): Promise<JobResult> {
  const { image } = context
  // Here, the one of the questions before planning: what they fetched is there.
  const home = image ? join(job.workDir, 'home') : join(dirname(job.workDir), 'home')
  const env = buildEnv(context.env, job.passEnv, home, image ?? null)
  if (env['HOME'] === home) await makeDirectory(home)
  await prepare(job)
  const run = new JobRun(job, context, env)
  try {
    for (const [index, step] of job.steps.entries()) {
      await run.step(step)
      const later = new Set(job.steps.slice(index + 1).flatMap(s => targetsOf(job, s)))
      for (const target of job.targets) if (!later.has(target)) run.finish(target)
    }
  } catch (error) {
    run.stop(error)
    throw error
  }
  return run.result()
}

async function prepare(job: Job): Promise<void> {
  await makeDirectory(job.workDir)
  for (const file of job.files) await writeWhole(file.path, file.content, file.executable ? 0o755 : 0o644)
}

/** A step that names no target is for all of the job. */
function targetsOf(job: Job, step: Step): readonly string[] {
  return step.targets.length > 0 ? step.targets : job.targets
}

/** The state of a job while it runs. */
class JobRun {
  readonly #job: Job
  readonly #context: RunContext
  readonly #env: Readonly<Record<string, string>>
  readonly #steps: StepReport[] = []
  readonly #failures: Failure[] = []
  readonly #failed = new Set<string>()
  readonly #messages: Record<string, string[]> = {}
  /** Lines of progress by target; removed when they are finished. */
  readonly #tasks = new Map<string, Task>()

  constructor(job: Job, context: RunContext, env: Readonly<Record<string, string>>) {
    this.#job = job
    this.#context = context
    this.#env = env
  }

  async step(step: Step): Promise<void> {
    const alive = targetsOf(this.#job, step).filter(target => !this.#failed.has(target))
    if (alive.length === 0) return
    const end = await this.#carryOut(step, alive, step.id)
    if (end.ok) return
    // What could not even start (no program, no room) fails the same way a second time.
    const fallbacks = end.ended instanceof BuildError ? [] : (step.fallback ?? [])
    if (fallbacks.length > 0) this.#context.host.log.info(`${step.title} failed: each target is tried alone`)
    for (const alone of fallbacks) await this.#fallBack(alone, step.id)
    const covered = new Set(fallbacks.flatMap(alone => targetsOf(this.#job, alone)))
    const lost = alive.filter(target => !covered.has(target))
    if (lost.length > 0) this.#fail(step, lost, end)
  }

  async #fallBack(step: Step, messagesOf: string): Promise<void> {
    const alive = targetsOf(this.#job, step).filter(target => !this.#failed.has(target))
    if (alive.length === 0) return
    const end = await this.#carryOut(step, alive, messagesOf)
    if (!end.ok) this.#fail(step, alive, end)
  }

  async #carryOut(step: Step, targets: readonly string[], messagesOf: string): Promise<StepEnd> {
    const { host, exec, startedAt } = this.#context
    const start = performance.now()
    const tasks = targets.map(target => this.#task(target, step.title))
    const output = host.log.output(step.title)
    const path = [...this.#job.path, step.env['PATH'] ?? this.#env['PATH'] ?? '']
    const carriedOut = runStep(step, {
      exec,
      signal: host.signal,
      env: { ...this.#env, ...step.env, PATH: path.join(':') },
      onLine: line => {
        output.line(line)
        for (const task of tasks) task.update(`${step.title}: ${line}`)
      },
    })
    const end = await carriedOut.catch(error => {
      output.end(false)
      throw error
    })
    output.end(end.ok)
    if (step.stdout === 'cargo-json') {
      this.#messages[messagesOf] = [...(this.#messages[messagesOf] ?? []), ...end.messages]
    }
    this.#steps.push({
      id: step.id,
      title: step.title,
      job: this.#job.id,
      stage: 'build',
      startMs: Math.round(start - startedAt),
      ms: Math.round(performance.now() - start),
      ok: end.ok,
    })
    return end
  }

  #task(target: string, title: string): Task {
    const open = this.#tasks.get(target)
    if (open) {
      open.update(title)
      return open
    }
    const task = this.#context.host.log.task(target, title)
    this.#tasks.set(target, task)
    return task
  }

  #fail(step: Step, targets: readonly string[], end: StepEnd): void {
    const failure = stepFailure(this.#job, step, targets, end, this.#context.dirs)
    if (step.optional) {
      this.#context.host.log.warn(failure.message, 'It is optional: the build goes on.')
      return
    }
    this.#failures.push(failure)
    for (const target of targets) {
      this.#failed.add(target)
      this.#tasks.get(target)?.fail(failure.message)
      this.#tasks.delete(target)
    }
  }

  /** Nothing more will be done for this target. */
  finish(target: string): void {
    this.#tasks.get(target)?.done('built')
    this.#tasks.delete(target)
  }

  /** The run ends here: no line of progress stays open. */
  stop(error: unknown): void {
    const why = error instanceof BuildError && error.code === 'interrupted' ? 'interrupted' : 'stopped'
    for (const task of this.#tasks.values()) task.fail(why)
    this.#tasks.clear()
  }

  result(): JobResult {
    return { steps: this.#steps, failures: this.#failures, failed: [...this.#failed], messages: this.#messages }
  }
}
