import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { execArgs, type Mount, type Owner, startArgs } from '../../backends/container/argv.ts'
import { engineFailure } from '../../backends/container/failures.ts'
import { bytesText } from '../../backends/container/limits.ts'
import type { ContainerSpec } from '../../backends/container/spec.ts'
import {
  exceeded,
  outOfMemory,
  outOfTime,
  peakText,
  readUsage,
  tooManyProcesses,
  type Usage,
  usageScript,
} from '../../backends/container/usage.ts'
import { BuildError } from '../../errors.ts'
import type { Command, Exec, Outcome } from '../../exec.ts'
import { clientEnv } from '../../toolchains/context.ts'
import { type Answer, askEngine, type Engine, type EngineContext } from './engine.ts'

/** What to start a container for. */
export interface SessionRequest {
  readonly engine: Engine
  readonly spec: ContainerSpec
  /** Held by this run alone: the container has its name from it. */
  readonly workDir: string
  readonly mounts: readonly Mount[]
  readonly owner: Owner
}

/** A container in which the commands of a job run, one after the other. */
export interface Session {
  /** Runs commands in the container; their programs, directories and environment are the container's. */
  readonly exec: Exec
  /** Removes the container, whatever goes on in it. @returns the most that it used, for people; null: not known */
  close(): Promise<string | null>
}

/** Label of our containers: `docker ps --filter label=…` finds what a machine that lost its power has left. */
const label = 'io.github.portable-build.work'
/** A container is there or gone within this time, ms. */
const patienceMs = 60_000

/**
 * Starts a container that waits for commands.
 * @throws BuildError `image-unfit`, `engine-missing`, `engine-failed`, `interrupted`; its commands also `limit-exceeded`,
 *   `tool-missing`
 */
export async function openSession(request: SessionRequest, context: EngineContext): Promise<Session> {
  const { engine, spec, workDir, mounts, owner } = request
  // runners in containers share an engine, and the paths of their checkouts: no run removes the container of another
  const digest = createHash('sha256').update(`${hostname()}\n${workDir}`).digest('hex')
  const name = `portable-build-${digest.slice(0, 16)}`
  const argv = [engine.path, ...startArgs({ spec, name, labels: { [label]: workDir }, mounts, owner })]
  const remove = () => removeContainer(engine, name, context)
  try {
    let started = await askEngine(argv, context, { timeoutMs: patienceMs })
    if (!started.ok && /already in use/.test(started.stderr)) {
      // of a run that was killed: the work directory is ours now
      await remove()
      started = await askEngine(argv, context, { timeoutMs: patienceMs })
    }
    if (!started.ok) throw cannotStart(request, started.stderr || started.said)
    return new ContainerSession(request, context, name)
  } catch (error) {
    await remove()
    throw error
  }
}

function cannotStart({ engine, spec }: SessionRequest, said: string): BuildError {
  const { image, platform } = spec
  const known = engineFailure(said, { engine: engine.name, image, platform })
  const last = said.trim().split('\n').at(-1) ?? ''
  return known ?? new BuildError('engine-failed', `${engine.name} cannot start ${image}: ${last}`)
}

/** Also after an interruption: its signal must not keep the container alive. */
async function removeContainer(engine: Engine, name: string, context: EngineContext): Promise<void> {
  const argv = [engine.path, 'rm', '--force', '--volumes', name]
  const lasting = { ...context, signal: new AbortController().signal }
  await askEngine(argv, lasting, { timeoutMs: patienceMs }).catch(() => {}) // the engine is gone, and so is the container
}

class ContainerSession implements Session {
  readonly #request: SessionRequest
  readonly #context: EngineContext
  readonly #name: string
  readonly #deadline: number
  #usage: Usage = readUsage('')

  constructor(request: SessionRequest, context: EngineContext, name: string) {
    this.#request = request
    this.#context = context
    this.#name = name
    this.#deadline = performance.now() + request.spec.limits.time * 1000
  }

  readonly exec: Exec = async command => {
    const left = this.#deadline - performance.now()
    if (left <= 0) throw outOfTime(this.#request.spec.limits)
    const before = this.#usage
    const outcome = await this.#context.exec(this.#inside(command, Math.min(left, command.timeoutMs ?? left)))
    if (outcome.timedOut && performance.now() >= this.#deadline) throw outOfTime(this.#request.spec.limits)
    if (outcome.code === 0) return outcome
    if (!(await this.#look())) throw await this.#whyGone()
    const problem =
      exceeded(before, this.#usage, this.#request.spec.limits) ?? notThere(command, outcome, this.#request)
    if (problem !== null) throw problem
    return outcome
  }

  async close(): Promise<string | null> {
    if (!this.#context.signal.aborted) await this.#look().catch(() => false) // interrupted just now
    await removeContainer(this.#request.engine, this.#name, this.#context)
    return this.#usage.memoryPeak === null ? null : peakText(this.#usage, this.#request.spec.limits)
  }

  /** Reads what the kernel has counted until now; false: the container answers no more. @throws BuildError `interrupted` */
  async #look(): Promise<boolean> {
    const { ok, said } = await this.#ask('exec', this.#name, '/bin/sh', '-c', usageScript)
    if (ok) this.#usage = readUsage(said)
    return ok
  }

  #ask(...args: readonly string[]): Promise<Answer> {
    // a shell under QEMU, on a machine that compiles, takes its time: that it is slow does not mean that it is gone
    return askEngine([this.#request.engine.path, ...args], this.#context, { timeoutMs: patienceMs })
  }

  #inside(command: Command, timeoutMs: number): Command {
    const { args, env } = execArgs(this.#name, command, clientEnv(this.#context.env))
    return { ...command, argv: [this.#request.engine.path, ...args], cwd: '/', env, timeoutMs }
  }

  async #whyGone(): Promise<BuildError> {
    if (performance.now() >= this.#deadline) return outOfTime(this.#request.spec.limits)
    const { engine, spec } = this.#request
    const state = await this.#ask('inspect', '--format', '{{.State.OOMKilled}} {{.State.Running}}', this.#name)
    const [oom, running] = state.said.split(' ')
    if (oom === 'true') return outOfMemory(bytesText(spec.limits.memory))
    // it is there and starts nothing
    if (running === 'true') return tooManyProcesses(spec.limits)
    const logs = await this.#ask('logs', '--tail', '5', this.#name)
    const said = `${logs.said}\n${logs.stderr}\n${state.stderr}`
    const known = engineFailure(said, { engine: engine.name, image: spec.image, platform: spec.platform })
    return known ?? new BuildError('engine-failed', `the container of ${spec.image} ended before the build did`)
  }
}

/** What the engine says where it could not even start the command; null: the command itself has failed. */
function notThere({ argv }: Command, { code, stderr }: Outcome, { spec }: SessionRequest): BuildError | null {
  if ((code !== 126 && code !== 127) || !/OCI runtime|executable file|crun:|runc:/i.test(stderr)) return null
  return new BuildError('tool-missing', `${argv[0]} is not in ${spec.image}`, {
    hint: 'Use an image that has it, or build one with a Dockerfile (`dockerfile`).',
  })
}
