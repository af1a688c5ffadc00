import { access, rm } from 'node:fs/promises'
import { BuildError } from '../errors.ts'
import { plainLine } from '../exec/plain.ts'
import type { Exec, Outcome } from '../exec.ts'
import { ranOutOfMemory } from '../languages/python/said.ts'
import { compileErrors } from '../languages/rust/messages.ts'
import type { Step } from '../plan.ts'
import { copySources } from './copy.ts'
import { fetchFiles } from './fetch.ts'
import { makeDirectory } from './make-directory.ts'
import { watchObjects } from './watch.ts'
import { checkWheels } from './wheels.ts'

/** Lines of a failed tool that are shown. */
const shown = 40
/** Lines that are kept to find its errors among its warnings, and characters of each. */
const kept = 4000
const width = 2000
/** Output of which only the last lines matter is not kept as a whole. */
const tailBytes = 64 * 1024

/** What one step needs from its surroundings. */
export interface StepContext {
  readonly exec: Exec
  readonly signal: AbortSignal
  /** The whole environment of the command. */
  readonly env: Readonly<Record<string, string>>
  /** Gets each line that a person may want to see, cleaned. */
  readonly onLine: (line: string) => void
}

/** How a step ended: what its command said, or why it could not even start. */
export interface StepEnd {
  readonly ended: Outcome | BuildError
  readonly ok: boolean
  /** Lines of stdout of a `cargo-json` step; else empty. */
  readonly messages: readonly string[]
  /** What to show of a failure, cleaned. */
  readonly lines: readonly string[]
  /** What is left of the output of a failure, as it came; empty when it went well. */
  readonly output: readonly string[]
}

/**
 * Carries one step out: its directories, its copy of the sources, its command. A failure is a result.
 * @throws BuildError `interrupted`
 */
export async function runStep(step: Step, context: StepContext): Promise<StepEnd> {
  const isCargo = step.stdout === 'cargo-json'
  const tail: string[] = []
  const keep = (line: string, stream: 'stdout' | 'stderr') => {
    const isMessage = isCargo && stream === 'stdout' && line.startsWith('{')
    if (isMessage && !line.includes('"compiler-message"')) return
    tail.push(line.slice(0, isMessage ? line.length : width))
    if (tail.length > kept) tail.splice(0, kept / 2)
    if (!isMessage && line.trim() !== '') context.onLine(plainLine(line))
  }
  try {
    if (step.unless !== undefined && (await exists(step.unless))) return skipped(step.unless, context.onLine)
    await prepare(step, context)
    const ended = await execute(step, context, keep, tail)
    if (ended.code === 0 && step.wheels) await checkWheels(step.wheels, context.onLine, context.signal)
    const ok = ended.code === 0
    const messages = isCargo ? ended.stdout.split('\n') : []
    return ok ? { ended, ok, messages, lines: [], output: [] } : { ended, ok, messages, ...left(tail, isCargo) }
  } catch (error) {
    if (!(error instanceof BuildError) || error.code === 'interrupted') throw error
    return { ended: error, ok: false, messages: [], ...left(tail, isCargo) }
  }
}

async function prepare(step: Step, { signal, onLine }: StepContext): Promise<void> {
  const { fetch = [], fresh = [], mkdir: directories = [], copySources: copy } = step
  for (const directory of fresh) await rm(directory, { recursive: true, force: true })
  for (const directory of directories) await makeDirectory(directory)
  await fetchFiles(fetch, { signal, onLine })
  if (copy) await copySources({ ...copy, signal })
}

type OnLine = (line: string, stream: 'stdout' | 'stderr') => void

/** Runs the command; when memory runs out, with half of the jobs, until there is one. */
async function execute(step: Step, context: StepContext, keep: OnLine, tail: string[]): Promise<Outcome> {
  const { halve } = step
  let { argv } = step
  for (;;) {
    const stop = step.counts === undefined ? () => {} : watchObjects(step.counts, context.onLine)
    const ended = await context
      .exec({
        argv,
        cwd: step.cwd,
        env: context.env,
        signal: context.signal,
        onLine: keep,
        ...(step.stdout === 'cargo-json' ? {} : { maxBytes: tailBytes }),
      })
      .finally(stop)
    const fewer = halve === undefined || ended.code === 0 ? null : fewerJobs(argv, halve)
    if (fewer === null || !ranOutOfMemory(ended, tail)) return ended
    context.onLine(`memory ran out: it runs again with ${fewer.jobs} ${fewer.jobs === 1 ? 'job' : 'jobs'} at a time`)
    tail.length = 0
    argv = fewer.argv
  }
}

/** The same command with half of the jobs; null: there is one only. */
function fewerJobs(argv: readonly string[], option: string): { argv: string[]; jobs: number } | null {
  const jobs = Math.floor(Number(argv.find(a => a.startsWith(option))?.slice(option.length) ?? 1) / 2)
  return jobs < 1 ? null : { argv: argv.map(a => (a.startsWith(option) ? `${option}${jobs}` : a)), jobs }
}

/** What an earlier run made is there. */
function skipped(path: string, tell: (line: string) => void): StepEnd {
  tell(`it is here already: ${path}`)
  const ended = { code: 0, signal: null, stdout: '', stderr: '', ms: 0, timedOut: false }
  return { ended, ok: true, messages: [], lines: [], output: [] }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const left = (tail: readonly string[], isCargo: boolean) => ({ lines: lastLines(tail, isCargo), output: tail })

function lastLines(tail: readonly string[], isCargo: boolean): string[] {
  const errors = isCargo ? compileErrors(tail, shown) : []
  const lines = errors.length > 0 ? errors : tail.filter(line => !(isCargo && line.startsWith('{')))
  return lines.map(plainLine).slice(-shown)
}
