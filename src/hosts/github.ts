import { type BuildError, exitCodes } from '../errors.ts'
import { type ActionKind, actionTable } from '../inputs/actions.ts'
import { asBuildError, bugText, exitCodeFor } from '../report/thrown.ts'
import { setOutputs } from './github/outputs.ts'
import { type Asked, openSession, readSession, type Session } from './github/session.ts'
import { errorMarkdown, writeSummary } from './github/summary.ts'

/** What each action does; its parts are loaded when it is the one. */
const actions: Readonly<Record<ActionKind, (asked: Asked) => Promise<number>>> = {
  build: async asked => (await import('./github/run/build.ts')).build(asked),
  plan: async asked => (await import('./github/run/plan.ts')).plan(asked),
  verify: async asked => (await import('./github/run/verify.ts')).verify(asked),
  collect: async asked => (await import('./github/run/collect.ts')).collect(asked),
}

/**
 * Runs one of the actions as a step of a workflow: inputs from the environment, log and annotations on stdout, outputs and
 * summary through the runner's files. It never throws; `process.exitCode` is 0 only when all was done and is verified,
 * and otherwise what the command line would exit with.
 * @param name an action: `build`, `plan`, `verify`, `collect`
 */
export async function runAction(name: string): Promise<void> {
  process.exitCode = exitCodes.failed // whatever ends us: only a result says something else
  const kind = Object.hasOwn(actions, name) ? (name as ActionKind) : null
  if (kind === null) throw new Error(`there is no action ${name}`)
  const session = openSession(kind, process.env, text => void process.stdout.write(text))
  try {
    process.exitCode = await actions[kind](readSession(session))
  } catch (thrown) {
    process.exitCode = await tell(kind, thrown, session)
  } finally {
    session.close()
  }
}

/** An interruption hides what it broke; a mistake of ours shows its stack. Returns the exit code. */
async function tell(kind: ActionKind, thrown: unknown, session: Session): Promise<number> {
  const interrupted = session.signal.aborted
  const error = asBuildError(interrupted ? session.signal.reason : thrown)
  const { log } = session
  if (error === null) log.annotate('error', bugText(thrown), { title: session.row.title })
  else log.annotate('error', sentences(error), { title: `${session.row.title}: ${error.code}` })
  // what a later step asks with `if: always()`; a full disk may be why we are here
  await handOver(kind, error, session).catch(failure => log.warn(`the runner's files could not be written: ${failure}`))
  return exitCodeFor(error, interrupted)
}

function sentences({ message, lines, hint }: BuildError): string {
  return [message, ...lines.map(l => `  ${l}`), hint].join('\n')
}

async function handOver(kind: ActionKind, error: BuildError | null, { row, env }: Session): Promise<void> {
  if (actionTable[kind].outputs.includes('verified')) await setOutputs({ verified: 'false' })
  if (error !== null && error.code !== 'interrupted') await writeSummary(errorMarkdown(row.title, error), env)
}
