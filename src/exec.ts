/** A command to run: argv, never a shell string. */
export interface Command {
  readonly argv: readonly string[]
  readonly cwd: string
  /** The whole environment of the child: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  /** Called for each line of output as it comes, escape codes kept. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void
  readonly stdin?: string
  /** Milliseconds; the process group is ended when they are over. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
  /** Keep at most this many bytes of each stream (default 64 MiB). */
  readonly maxBytes?: number
}

/** How a command ended. */
export interface Outcome {
  /** Exit status; null when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  readonly ms: number
  readonly timedOut: boolean
  /** A stream had more than `maxBytes`: what is kept is its beginning. */
  readonly truncated?: true
}

/** The only way to start a child process: in its own process group, which ends as a whole. */
export type Exec = (command: Command) => Promise<Outcome>
