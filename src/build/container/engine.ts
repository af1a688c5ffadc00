import { onPath } from '../../doctor/probe.ts'
import { BuildError } from '../../errors.ts'
import type { Exec } from '../../exec.ts'
import { clientEnv } from '../../toolchains/context.ts'
import { lastLine } from '../../toolchains/xz.ts'

/** A container engine that answers. */
export interface Engine {
  readonly name: 'docker' | 'podman'
  readonly path: string
}

/** There is no engine; `said` is what the one that is installed answered. */
export interface NoEngine {
  readonly why: string
  readonly said: string
}

/** What engines are started with. */
export interface EngineContext {
  readonly exec: Exec
  /** Ours: it says where the engine is (`DOCKER_HOST`); containers get nothing of it. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
}

/** What makes each engine say that it can start something: Docker's client is nothing without its daemon. */
const engines = [
  { name: 'docker', ask: ['version', '--format', '{{.Server.Version}}'] },
  { name: 'podman', ask: ['info', '--format', '{{.Version.Version}}'] },
] as const

/** The programs that engines are started by. */
export const engineNames: readonly string[] = engines.map(engine => engine.name)

/** An engine that does not answer within this time is none, ms. */
const answerMs = 10_000

/** Looks for an engine that answers; else the reason. @throws BuildError `interrupted` */
export async function findEngine(context: EngineContext): Promise<Engine | NoEngine> {
  const silent: string[] = []
  let said = ''
  for (const { name, ask } of engines) {
    const path = await onPath(name, context.env)
    if (path === null) continue
    const answer = await askEngine([path, ...ask], context)
    if (answer.ok) return { name, path }
    silent.push(name)
    said ||= answer.said
  }
  const why = silent.length > 0 ? `${silent.join(' and ')} does not answer` : 'there is no docker or podman'
  return { why, said }
}

/** How an engine's client answered: its output where it went well, else its last line. */
export interface Answer {
  readonly ok: boolean
  readonly said: string
  /** All that it wrote to stderr. */
  readonly stderr: string
}

/**
 * Asks an engine's client.
 * @param options by default it has ten seconds, and the run's own signal ends it @throws BuildError `interrupted`
 */
export async function askEngine(
  argv: readonly string[],
  { exec, env, signal }: EngineContext,
  options: { readonly timeoutMs?: number; readonly onLine?: (line: string) => void } = {},
): Promise<Answer> {
  const { timeoutMs = answerMs, onLine } = options
  const outcome = await exec({
    ...{ argv, cwd: '/', env: clientEnv(env), timeoutMs, maxBytes: 1 << 16, signal },
    ...(onLine && { onLine }),
  })
  const { stderr } = outcome
  if (outcome.timedOut) return { ok: false, said: `no answer within ${timeoutMs / 1000} s`, stderr }
  return { ok: outcome.code === 0, said: outcome.code === 0 ? outcome.stdout.trim() : lastLine(outcome), stderr }
}

/** Why nothing can be built in a container here. */
export function noEngine({ why, said }: NoEngine): BuildError {
  if (/permission denied/i.test(said)) {
    return new BuildError('engine-missing', 'this user may not use the container engine', {
      hint: 'Add the user to the group of its socket (`sudo usermod -aG docker "$USER"`, then log in again), or use rootless Docker or podman.',
      lines: [said],
    })
  }
  return new BuildError('engine-missing', `the build asks for a container, and ${why}`, {
    lines: said === '' ? [] : [said],
  })
}
