import { type ChildProcess, spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { BuildError } from '../errors.ts'
import type { Command, Exec, Outcome } from '../exec.ts'
import { endGroup, forgetGroup, watchGroup } from './group.ts'
import { type LineSplitter, splitLines } from './lines.ts'

/** Bytes of each stream that are kept unless the command says otherwise. */
const defaultMaxBytes = 64 * 1024 * 1024
/** A process that a finished command left behind may hold its pipes open: wait no longer than this for them, ms. */
const drainMs = 500

/**
 * Starts a child in a process group of its own and waits for its end. On abort and on timeout the whole group ends:
 * SIGTERM, after 5 s SIGKILL; only then the promise settles. A failing exit status is an outcome, not an error.
 * @throws BuildError `interrupted` on abort, `tool-missing` when the program cannot be started,
 *   `unreadable-project` when the working directory is not there
 */
export const spawnCommand: Exec = async command => {
  if (command.signal?.aborted) throw interrupted(command)
  const start = performance.now()
  const child = startChild(command)
  const ended = await new Promise<Ended>((resolve, reject) => watch(child, command, resolve, reject))
  return { ...ended, ms: Math.round(performance.now() - start) }
}

type Ended = Omit<Outcome, 'ms'>

function startChild(command: Command): ChildProcess {
  const [program = '', ...args] = command.argv
  try {
    return spawn(program, args, {
      cwd: command.cwd,
      env: { ...command.env },
      detached: true,
      stdio: [command.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    })
  } catch (error) {
    throw cannotStart(command, error)
  }
}

function watch(child: ChildProcess, command: Command, resolve: (e: Ended) => void, reject: (e: unknown) => void): void {
  const { pid } = child
  const stdout = keep(command, 'stdout', fail)
  const stderr = keep(command, 'stderr', fail)
  let timedOut = false
  let ending: Promise<void> | null = null
  let failure: unknown = null
  let exit: { code: number | null; signal: NodeJS.Signals | null } | null = null

  function end(): void {
    if (pid === undefined || ending !== null) return
    ending = endGroup(pid)
    // A process that not even SIGKILL ends (a dead network disk) must not hold us.
    void ending.then(() => setTimeout(() => void settle(), drainMs).unref())
  }
  function fail(error: unknown): void {
    failure ??= error
    end()
  }
  const abort = () => fail(interrupted(command))
  const timer =
    command.timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true
          end()
        }, command.timeoutMs)

  let drain: NodeJS.Timeout | undefined
  let settled = false
  async function settle(): Promise<void> {
    if (settled) return
    settled = true
    clearTimeout(timer)
    clearTimeout(drain)
    await ending
    command.signal?.removeEventListener('abort', abort)
    child.stdout?.destroy()
    child.stderr?.destroy()
    stdout.lines?.end()
    stderr.lines?.end()
    if (pid !== undefined) forgetGroup(pid)
    if (failure !== null) return reject(failure)
    const truncated = stdout.truncated() || stderr.truncated() ? { truncated: true as const } : {}
    resolve({
      code: exit?.code ?? null,
      signal: exit?.signal ?? null,
      stdout: stdout.text(),
      stderr: stderr.text(),
      timedOut,
      ...truncated,
    })
  }

  if (pid !== undefined) watchGroup(pid)
  command.signal?.addEventListener('abort', abort, { once: true })
  child.stdout?.on('data', stdout.take)
  child.stderr?.on('data', stderr.take)
  child.stdin?.on('error', () => {}) // it ended without reading: its exit status says the rest
  child.stdin?.end(command.stdin)
  child.once('error', error => {
    failure ??= cannotStart(command, error)
    void settle()
  })
  child.once('exit', (code, signal) => {
    exit = { code, signal }
    drain = setTimeout(() => void settle(), drainMs)
  })
  child.once('close', () => void settle())
}

interface Kept {
  readonly lines: LineSplitter | null
  take(chunk: Buffer): void
  text(): string
  truncated(): boolean
}

/** Keeps the first bytes of a stream and hands its lines on; an error of the receiver ends the command. */
function keep(command: Command, stream: 'stdout' | 'stderr', fail: (error: unknown) => void): Kept {
  const { onLine, maxBytes = defaultMaxBytes } = command
  const chunks: Buffer[] = []
  let size = 0
  let cut = false
  const lines = onLine
    ? splitLines(line => {
        try {
          onLine(line, stream)
        } catch (error) {
          fail(error)
        }
      })
    : null
  return {
    lines,
    take: chunk => {
      lines?.write(chunk)
      const part = chunk.subarray(0, Math.max(0, maxBytes - size))
      cut ||= part.length < chunk.length
      size += part.length
      if (part.length > 0) chunks.push(part)
    },
    text: () => Buffer.concat(chunks).toString('utf8'),
    truncated: () => cut,
  }
}

function interrupted(command: Command): BuildError {
  return new BuildError('interrupted', `interrupted while ${command.argv[0]} ran`, { cause: command.signal?.reason })
}

/** Node says ENOENT for the program and for the working directory alike. */
function cannotStart(command: Command, error: unknown): BuildError {
  const program = command.argv[0] ?? ''
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const cwd = statSync(command.cwd, { throwIfNoEntry: false })
  if (!cwd?.isDirectory()) {
    return new BuildError('unreadable-project', `${program} cannot start: ${command.cwd} is not a directory`, {
      cause: error,
    })
  }
  if (code === 'ENOENT') {
    return new BuildError('tool-missing', `${program} is not installed (not found on PATH)`, { cause: error })
  }
  if (code === 'EACCES') {
    return new BuildError('tool-missing', `${program} may not be executed by this user`, {
      hint: `Check the permissions of ${program} and whether its file system is mounted noexec.`,
      cause: error,
    })
  }
  const why = error instanceof Error ? error.message : String(error)
  return new BuildError('tool-missing', `${program} cannot be started: ${why}`, { cause: error })
}
