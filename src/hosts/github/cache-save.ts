import { copyFile, link, mkdtemp, realpath, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { errno } from '../../build/file-error.ts'
import type { TransferLimits } from '../../cache/transfer.ts'
import { BuildError } from '../../errors.ts'
import type { Exec } from '../../exec.ts'
import { entryPath } from './cache-entry.ts'
import { type NextStep, type Saving, savingOf, stepOf } from './cache-said.ts'

type Env = Readonly<Record<string, string | undefined>>

/** When saving is not worth waiting for. */
export interface SavingLimits extends TransferLimits {
  /** One call of the service, with what its client tries again, ms. */
  readonly callMs: number
}

/** An entry to save, and what is needed for it. */
interface SavingJob {
  readonly key: string
  readonly path: string
  readonly env: Env
  readonly limits: SavingLimits
  readonly exec: Exec
  /** The program that is a client of the cache when `save-cache KEY` follows: Node and the action's entry. */
  readonly program: readonly string[]
  readonly signal: AbortSignal
}

/** All that the client, its `tar` and its `zstd` get to see. */
const passed =
  /^(PATH|HOME|TMPDIR|LANG|(https?|no)_proxy|HTTPS?_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|GITHUB_SERVER_URL|ACTIONS_(CACHE_URL|CACHE_SERVICE_V2|CACHE_MODE|RESULTS_URL|RUNTIME_TOKEN))$/

/**
 * Saves a file as an entry through `@actions/cache`, in a process of its own: the client takes paths relative to the
 * working directory and the workspace, which is to hold one file here and nothing else; it writes annotations for what is
 * no matter of the user; it cannot be stopped, and neither can the `tar` that it starts; a process can.
 * @throws BuildError `interrupted`
 */
export async function saveEntry(job: SavingJob): Promise<Saving> {
  let dir: string | null = null
  try {
    const { size } = await stat(job.path)
    dir = await privateDir(job.env)
    await sameFile(job.path, join(dir, entryPath))
    return await runClient(job, dir, size)
  } catch (error) {
    if (error instanceof BuildError && error.code === 'interrupted') throw error
    return { kind: 'trouble', why: error instanceof BuildError ? error.message : errno(error) || String(error) }
  } finally {
    if (dir !== null) await rm(dir, { recursive: true, force: true }).catch(() => {})
  }
}

/** The client puts the directory into a command line without quotes, and compares it with what the system calls it. */
async function privateDir(env: Env): Promise<string> {
  const temp = await realpath(env['RUNNER_TEMP'] || tmpdir())
  return mkdtemp(join(/[\s"\\]/.test(temp) ? await realpath(tmpdir()) : temp, 'portable-build-save-'))
}

/** Without a copy where the file system has both; a symbolic link would be saved as one. */
async function sameFile(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to))
}

async function runClient({ key, env, limits, exec, program, signal }: SavingJob, dir: string, bytes: number) {
  const stop = new AbortController()
  const wholeMs = limits.stallMs + (bytes / limits.slowest) * 1000
  const waits: Readonly<Record<NextStep, { readonly ms: number; readonly why: string }>> = {
    answer: { ms: limits.callMs, why: `the cache service did not answer in ${limits.callMs / 1000} s` },
    progress: { ms: limits.stallMs, why: `nothing was sent for ${limits.stallMs / 1000} s` },
    transfer: { ms: wholeMs, why: `it was slower than ${limits.slowest / 1e6} MB/s` },
  }
  const lines: string[] = []
  let last = ''
  let timer: NodeJS.Timeout | undefined
  const wait = (next: NextStep) => {
    clearTimeout(timer)
    timer = setTimeout(() => stop.abort(waits[next].why), waits[next].ms)
  }
  const onLine = (line: string) => {
    lines.push(line)
    const step = stepOf(line)
    if (step === null || step.said === last) return
    last = step.said
    wait(step.next)
  }
  wait('transfer') // it packs
  const own = Object.entries(env).filter((e): e is [string, string] => e[1] !== undefined && passed.test(e[0]))
  try {
    const { code, timedOut } = await exec({
      argv: [...program, 'save-cache', key],
      cwd: dir,
      env: { ...Object.fromEntries(own), GITHUB_WORKSPACE: dir, RUNNER_TEMP: dir },
      onLine,
      signal: AbortSignal.any([signal, stop.signal]),
      timeoutMs: 2 * wholeMs + 2 * limits.callMs,
    })
    return timedOut ? ({ kind: 'trouble', why: waits.transfer.why } as const) : savingOf(lines, code)
  } catch (error) {
    if (signal.aborted || !stop.signal.aborted) throw error
    return { kind: 'trouble', why: String(stop.signal.reason) } as const
  } finally {
    clearTimeout(timer)
  }
}
