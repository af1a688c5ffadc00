import { buildFailure } from '../../backends/container/build-failures.ts'
import { outOfTime } from '../../backends/container/usage.ts'
import type { Command, Exec } from '../../exec.ts'
import { clientEnv } from '../../toolchains/context.ts'
import type { Engine, EngineContext } from './engine.ts'

/** Lines of a build that are kept to find out why it failed; BuildKit says it at the end. */
const kept = 400

/**
 * Runs the `docker buildx build` of a job by the engine that is here, and everything else as it is. BuildKit gets of our
 * environment what its arguments name.
 * @param time seconds that all of the job may take
 * @returns an Exec that throws also `limit-exceeded`, and what {@link buildFailure} makes of a failure
 */
export function buildxExec(engine: Engine, time: number, { exec, env }: EngineContext): Exec {
  const deadline = performance.now() + time * 1000
  return async command => {
    if (command.argv[0] !== 'docker') return exec(command)
    const said: string[] = []
    const onLine: Command['onLine'] = (line, stream) => {
      said.push(line)
      if (said.length > kept) said.splice(0, kept / 2)
      command.onLine?.(line, stream)
    }
    const outcome = await exec({
      ...{ ...command, argv: argvFor(engine, command.argv), onLine },
      env: clientEnv(env, { SOURCE_DATE_EPOCH: command.env['SOURCE_DATE_EPOCH'] ?? '' }),
      timeoutMs: Math.max(1, deadline - performance.now()),
    })
    if (outcome.timedOut) throw outOfTime({ time })
    const given = (flag: string) => command.argv[command.argv.indexOf(flag) + 1] ?? ''
    const act = { engine: engine.name, dockerfile: given('--file'), platform: given('--platform') }
    const problem = buildFailure(said.join('\n'), outcome, act)
    if (problem !== null) throw problem
    return outcome
  }
}

/** podman builds Dockerfiles with the same words, but for how progress is shown. Source: podman-build(1). */
function argvFor(engine: Engine, [, , , ...rest]: readonly string[]): string[] {
  if (engine.name === 'docker') return [engine.path, 'buildx', 'build', ...rest]
  const at = rest.indexOf('--progress')
  return [engine.path, 'build', ...rest.filter((_, i) => at < 0 || (i !== at && i !== at + 1))]
}
