import { BuildError } from '../errors.ts'
import { plainLine } from '../exec/plain.ts'
import type { Exec, Outcome } from '../exec.ts'
import { compileErrors } from '../languages/rust/messages.ts'
import type { Step } from '../plan.ts'
import { copySources } from './copy.ts'
import { makeDirectory } from './make-directory.ts'

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
    await prepare(step, context.signal)
    const ended = await context.exec({
      argv: step.argv,
      cwd: step.cwd,
      env: context.env,
      signal: context.signal,
      onLine: keep,
      ...(isCargo ? {} : { maxBytes: tailBytes }),
    })
    const ok = ended.code === 0
    const messages = isCargo ? ended.stdout.split('\n') : []
    return ok ? { ended, ok, messages, lines: [], output: [] } : { ended, ok, messages, ...left(tail, isCargo) }
  } catch (error) {
    if (!(error instanceof BuildError) || error.code === 'interrupted') throw error
    return { ended: error, ok: false, messages: [], ...left(tail, isCargo) }
  }
}

async function prepare({ mkdir: directories = [], copySources: copy }: Step, signal: AbortSignal): Promise<void> {
  for (const directory of directories) await makeDirectory(directory)
  if (copy) await copySources({ ...copy, signal })
}

const left = (tail: readonly string[], isCargo: boolean) => ({ lines: lastLines(tail, isCargo), output: tail })

function lastLines(tail: readonly string[], isCargo: boolean): string[] {
  const errors = isCargo ? compileErrors(tail, shown) : []
  const lines = errors.length > 0 ? errors : tail.filter(line => !(isCargo && line.startsWith('{')))
  return lines.map(plainLine).slice(-shown)
}
