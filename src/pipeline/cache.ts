import type { Artifact } from '../build/output.ts'
import type { JobResult } from '../build/run.ts'
import { type ColdClock, coldClock } from '../cache/cold-run.ts'
import { type CacheCounts, withNumbers } from '../cache/counts.ts'
import type { Keeper, KeeperContext } from '../cache/keeper.ts'
import { makeKeepers } from '../cache/keepers.ts'
import type { CachePolicy } from '../cache/policy.ts'
import { type ResultKeeper, type ResultSubject, resultKeeper } from '../cache/result/keep.ts'
import { withKeepers } from '../cache/steps.ts'
import type { CacheStore } from '../cache/store.ts'
import { BuildError } from '../errors.ts'
import type { Run } from '../pipeline.ts'
import type { Job } from '../plan.ts'
import type { Subject } from '../planner.ts'
import type { CacheReport } from '../report/schema.ts'
import { projectOf } from './preflight.ts'
import type { KeptSources } from './sources.ts'
import type { RunStore } from './store.ts'

/** What is kept of one job across runs. */
interface KeptJob {
  /** With what its steps need for what they compile to be kept. */
  readonly job: Job
  /** Whether anything is kept. */
  readonly isKept: boolean
  /** Null: the result stands. A clause: it does not, the work directory is put right, and the job has to run again. */
  recover(result: JobResult): Promise<string | null>
  /** Begins to save what was compiled, beside whatever comes next. */
  save(result: JobResult): void
}

/** The cache of one run. */
export interface RunCache {
  tell(row: CacheReport): void
  /** The executables of a job from an earlier run, to be judged like any others; null: they have to be built. */
  result(job: Job): Promise<readonly Artifact[] | null>
  /** Keeps the executables of a job that was built: of all its targets, and verified. */
  saveResult(job: Job, built: readonly Artifact[]): void
  /** Brings back what the steps of a job can use. */
  prepare(job: Job): Promise<KeptJob>
  /** Waits until everything is saved; false: there was nothing to save. @throws BuildError `interrupted` */
  settle(): Promise<boolean>
  /** What the cache did, for the report. */
  rows(): CacheReport[]
}

/**
 * Gives a run its cache, and closes it at the end.
 * @param kept where entries are kept
 * @throws BuildError what `work` throws; `disk-full`, `cannot-write` when there is no place for packs on their way
 */
export async function withCache<T>(
  run: Run,
  kept: RunStore,
  sources: KeptSources,
  work: (cache: RunCache) => Promise<T>,
): Promise<T> {
  const scratch = kept.store === null ? '' : await kept.scratch()
  const entries = new RunEntries(run, kept, sources, scratch)
  try {
    return await work(entries)
  } finally {
    await entries.settle().catch(() => {}) // an interruption is thrown by whoever was interrupted
    await kept.close()
  }
}

/** What the executables of a job are made of beyond its plan. */
export function resultSubject({ plan }: Pick<Run, 'plan'>, { source, answers }: Subject): ResultSubject {
  return { source, answers, outputDirs: plan.projects.map(p => p.outputDir) }
}

/** The state of the cache while a run goes on. */
class RunEntries implements RunCache {
  readonly #run: Run
  readonly #store: CacheStore | null
  readonly #policy: CachePolicy
  readonly #sources: KeptSources
  readonly #scratch: string
  readonly #rows: CacheReport[] = []
  readonly #counts: CacheCounts[] = []
  readonly #counting: Promise<readonly CacheCounts[]>[] = []
  #settled: Promise<boolean> | null = null
  readonly #results = new Map<string, ResultKeeper>()
  /** By the id of the job. */
  readonly #clocks = new Map<string, ColdClock>()
  /** One after the other: packing holds a core, and what comes next is judged and started meanwhile. */
  #saving: Promise<void> = Promise.resolve()

  constructor(run: Run, { store, policy }: RunStore, sources: KeptSources, scratch: string) {
    this.#run = run
    this.#sources = sources
    this.#store = store
    this.#policy = policy
    this.#scratch = scratch
  }

  tell(row: CacheReport): void {
    this.#rows.push(row)
  }

  async result(job: Job): Promise<readonly Artifact[] | null> {
    const context = this.#contextOf(job)
    if (context === null || this.#policy.restore !== 'all') return null
    const keeper = resultKeeper(context, resultSubject(this.#run, projectOf(this.#run, job).subject))
    this.#results.set(job.id, keeper)
    return keeper.restore()
  }

  saveResult(job: Job, built: readonly Artifact[]): void {
    const keeper = this.#results.get(job.id)
    if (keeper) this.#save(() => keeper.save(built))
  }

  async prepare(job: Job): Promise<KeptJob> {
    const context = this.#contextOf(job)
    const sets = context === null ? [] : await makeKeepers(context)
    const keepers = sets.flatMap(set => set.keepers)
    const clock = this.#clockOf(job)
    await Promise.all(keepers.map(keeper => keeper.restore()))
    return {
      job: withKeepers(job, sets),
      isKept: keepers.length > 0,
      recover: async result => {
        const refused = await this.#sources.distrust(result.failures.map(failure => failure.lines.join('\n')))
        if (refused !== null) {
          clock.ran(result)
          return refused
        }
        for (const keeper of keepers) {
          const why = (await keeper.recover?.(result)) ?? null
          if (why === null) continue
          clock.ran(result)
          return why
        }
        return null
      },
      save: result => {
        clock.ran(result)
        const counting = Promise.all(keepers.map(keeper => this.#count(keeper, result))).then(counts => counts.flat())
        this.#counting.push(counting)
        this.#save(async () => clock.counted(result, await counting))
        for (const keeper of keepers) this.#save(() => keeper.save(result))
      },
    }
  }

  settle(): Promise<boolean> {
    this.#settled ??= this.#settle()
    return this.#settled
  }

  async #settle(): Promise<boolean> {
    this.#save(() => this.#sources.save())
    await this.#saving
    for (const counts of await Promise.all(this.#counting)) this.#counts.push(...counts)
    if (this.#run.host.signal.aborted) throw new BuildError('interrupted', 'interrupted while the cache was saved')
    return this.rows().some(row => row.saved !== undefined)
  }

  rows(): CacheReport[] {
    const rows = [...this.#sources.rows(), ...this.#rows].sort((a, b) => a.id.localeCompare(b.id, 'en'))
    const saved = [...this.#clocks.values()].map(clock => clock.saved()).filter(found => found !== null)
    return withNumbers(rows, [...this.#counts, ...saved])
  }

  /** Numbers for people: a run does without them. */
  async #count(keeper: Keeper, result: JobResult): Promise<readonly CacheCounts[]> {
    try {
      return (await keeper.counts?.(result)) ?? []
    } catch (error) {
      this.#run.host.log.detail(`cache: nothing was counted: ${error instanceof Error ? error.message : String(error)}`)
      return []
    }
  }

  /** What is built is there: whatever becomes of saving it is told, and ends nothing. */
  #save(work: () => Promise<void>): void {
    const { log, signal } = this.#run.host
    if (!this.#policy.save) return
    this.#saving = this.#saving.then(async () => {
      if (signal.aborted) return
      await work().catch(error => {
        if (!signal.aborted)
          log.warn(`the cache is not saved: ${error instanceof Error ? error.message : String(error)}`)
      })
    })
  }

  #contextOf(job: Job): KeeperContext | null {
    const { host, exec, request } = this.#run
    if (this.#store === null) return null
    const { planned, subject } = projectOf(this.#run, job)
    return {
      ...{ job, planned, store: this.#store, exec, env: request.env },
      ...{ log: host.log, signal: host.signal, scratch: this.#scratch, tell: row => this.tell(row) },
      ...{ rustDepsCache: subject.loaded.inputs['rust-deps-cache'], policy: this.#policy, clock: this.#clockOf(job) },
    }
  }

  /** Of jobs of one project with the same targets, all are alike. */
  #clockOf(job: Job): ColdClock {
    const clock = this.#clocks.get(job.id) ?? coldClock([job.project, ...job.targets].join(' '))
    this.#clocks.set(job.id, clock)
    return clock
  }
}
