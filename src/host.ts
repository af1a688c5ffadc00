import type { CachePolicy } from './cache/policy.ts'
import type { CacheStore } from './cache/store.ts'
import type { Report } from './report/schema.ts'

/** What a run tells while it goes; stdout is never used, so that `--json` stays clean. */
export interface Log {
  info(text: string): void
  warn(text: string, hint?: string): void
  error(text: string, hint?: string): void
  /** Shown only with `--verbose` (tool output, cache ingredients). */
  detail(text: string): void
  /** Starts a line that is renewed in place on a terminal and printed at its start and end elsewhere. */
  task(name: string, title: string): Task
  /** What one step's tool writes: shown with `--verbose` on a terminal, a group of its own in a CI log. One at a time. */
  output(title: string): Output
}

/** The output of one step while it runs; foreign text, which a host must not take for commands. */
export interface Output {
  line(text: string): void
  end(ok: boolean): void
}

/** One line of progress: a target, a download. */
export interface Task {
  /** What is running now: the step and the last thing its tool said. */
  update(text: string): void
  done(text: string): void
  fail(text: string): void
}

/** Where the engine runs. */
export interface Host {
  readonly name: 'github' | 'gitlab' | 'local'
  readonly log: Log
  /** Directory of toolchains that survives between runs. */
  readonly toolsDir: string
  readonly cacheDir: string
  /** What is kept across machines; null where the directories above are all there is. */
  readonly cache: CacheStore | null
  /** What this run may do with any cache, the one above and another one that was asked for. */
  readonly cachePolicy: CachePolicy
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal
  /** Called when a command of the build has been started: now there is time to get ready for what comes after. */
  readonly whileBuilding?: () => void
  /** Hands over the results: files, outputs, summary. */
  publish(report: Report): Promise<void>
}
