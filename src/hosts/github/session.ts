import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { type ActionKind, type ActionRow, actionTable } from '../../inputs/actions.ts'
import { type Style, styleFor, wantsColor } from '../../report/style.ts'
import { listenTo } from '../signals.ts'
import { type ActionInputs, readActionInputs } from './inputs.ts'
import { type GithubLog, makeGithubLog } from './log.ts'
import { type GithubPlaces, githubPlaces } from './places.ts'

/** A step of a workflow that runs one of our actions. */
export interface Session {
  readonly row: ActionRow
  readonly env: NodeJS.ProcessEnv
  readonly log: GithubLog
  readonly style: Style
  readonly places: GithubPlaces
  /** Details are printed. */
  readonly verbose: boolean
  /** Aborted when the workflow is cancelled. */
  readonly signal: AbortSignal
  /** Gives the signals back and says nothing more. */
  close(): void
}

/** A session whose inputs are known by name; their values are not checked. */
export interface Asked extends Session {
  readonly inputs: ActionInputs
}

/**
 * Opens the log and listens: a cancelled workflow sends SIGINT, 7.5 s later SIGTERM, 2.5 s later it kills. Children have
 * ended before the second one.
 */
export function openSession(kind: ActionKind, env: NodeJS.ProcessEnv, write: (text: string) => void): Session {
  const style = styleFor(wantsColor(env, true))
  const verbose = isVerbose(env)
  const log = makeGithubLog({
    write: line => write(`${line}\n`),
    style,
    clock: () => performance.now(),
    token: randomUUID,
    verbose,
  })
  const { signal, release } = listenTo(
    ['SIGINT', 'SIGTERM'],
    name => log.info(`${name}: the workflow was cancelled, stopping`),
    () => log.close(),
  )
  return {
    row: actionTable[kind],
    env,
    log,
    style,
    verbose,
    places: githubPlaces(env, process.cwd(), tmpdir()),
    signal,
    close() {
      release()
      log.close()
    },
  }
}

/** Reads what was given. @throws BuildError `unknown-flag`; `bad-input` when something required is missing */
export function readSession(session: Session): Asked {
  return { ...session, inputs: readActionInputs(session.row, session.env) }
}

/** Before anything is checked: a nonsense value is told later, with all others. */
function isVerbose(env: NodeJS.ProcessEnv): boolean {
  return env['INPUT_VERBOSE']?.trim().toLowerCase() === 'true'
}
