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
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal
  /** Hands over the results: files, outputs, summary. */
  publish(report: Report): Promise<void>
}
