import { onPath } from '../../doctor/probe.ts'
import type { Exec } from '../../exec.ts'
import { clientEnv } from '../../toolchains/context.ts'
import { lastLine } from '../../toolchains/xz.ts'

/** A container engine that answers. */
export interface Engine {
  readonly name: 'docker' | 'podman'
  readonly path: string
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

/** An engine that does not answer within this time is none, ms. */
const answerMs = 10_000
/** An image has tens of megabytes, ms. */
const pullMs = 120_000

/** Looks for an engine that answers; else the reason. @throws BuildError `interrupted` */
export async function findEngine(context: EngineContext): Promise<Engine | { readonly why: string }> {
  const silent: string[] = []
  for (const { name, ask } of engines) {
    const path = await onPath(name, context.env)
    if (path === null) continue
    if ((await run([path, ...ask], answerMs, context)).ok) return { name, path }
    silent.push(name)
  }
  return { why: silent.length > 0 ? `${silent.join(' and ')} does not answer` : 'there is no docker or podman' }
}

/**
 * Makes sure that the engine has an image for a platform: a tag that is there for another one is not taken for it.
 * Returns why not, or null. @throws BuildError `interrupted`
 */
export async function ensureImage(
  engine: Engine,
  image: string,
  platform: string,
  context: EngineContext,
): Promise<string | null> {
  const format = ['--format', '{{.Os}}/{{.Architecture}}']
  const present = await run([engine.path, 'image', 'inspect', ...format, image], answerMs, context)
  if (present.ok && present.said === platform) return null
  const pulled = await run([engine.path, 'pull', '--quiet', '--platform', platform, image], pullMs, context)
  return pulled.ok ? null : `${engine.name} cannot get ${image}: ${pulled.said}`
}

/** One program to start in a container. */
export interface ContainerStart {
  readonly image: string
  readonly platform: string
  /** The program on this machine, and in the container. */
  readonly path: string
  readonly program: string
  /** Name of the container. */
  readonly name: string
  readonly env: Readonly<Record<string, string>>
  /** Numeric user and group of this process. */
  readonly user: string
}

/**
 * The words before a program's own that start it in a container: no network, nothing to write but a small /tmp, no
 * rights, little memory, few processes. Pure. Source: `docker run --help`, podman-run(1).
 */
export function containerPrefix(engine: Engine, start: ContainerStart): string[] {
  // podman without root maps its user to the container's root
  const user = engine.name === 'docker' ? ['--user', start.user] : []
  const variables = Object.entries({ HOME: '/tmp', ...start.env }).flatMap(([k, v]) => ['--env', `${k}=${v}`])
  return [
    ...[engine.path, 'run', '--rm', '--name', start.name, '--pull', 'never', '--platform', start.platform],
    ...['--network', 'none', '--read-only', '--tmpfs', '/tmp:rw,exec,size=64m', '--workdir', '/tmp'],
    ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--security-opt', 'label=disable'],
    ...['--memory', '1g', '--memory-swap', '1g', '--pids-limit', '128', ...user, ...variables],
    ...['--mount', mount(start.path, start.program), start.image],
  ]
}

/** The value of `--mount` is a line of CSV: a path with a comma or a quote stands in quotes. Source: RFC 4180. */
function mount(source: string, target: string): string {
  const from = `source=${source}`
  const field = /[",\n\r]/.test(from) ? `"${from.replaceAll('"', '""')}"` : from
  return `type=bind,${field},target=${target},readonly`
}

async function run(
  argv: readonly string[],
  timeoutMs: number,
  { exec, env, signal }: EngineContext,
): Promise<{ ok: boolean; said: string }> {
  const outcome = await exec({ argv, cwd: '/', env: clientEnv(env), timeoutMs, maxBytes: 1 << 16, signal })
  if (outcome.timedOut) return { ok: false, said: `no answer within ${timeoutMs / 1000} s` }
  return { ok: outcome.code === 0, said: outcome.code === 0 ? outcome.stdout.trim() : lastLine(outcome) }
}
