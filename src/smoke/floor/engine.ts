import { mountText } from '../../backends/container/argv.ts'
import { askEngine, type Engine, type EngineContext } from '../../build/container/engine.ts'

/** An image has tens of megabytes, ms. */
const pullMs = 120_000

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
  const present = await askEngine([engine.path, 'image', 'inspect', ...format, image], context)
  if (present.ok && present.said === platform) return null
  const pulled = await askEngine([engine.path, 'pull', '--quiet', '--platform', platform, image], context, {
    timeoutMs: pullMs,
  })
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
    ...['--mount', mountText({ source: start.path, target: start.program, writable: false }), start.image],
  ]
}
