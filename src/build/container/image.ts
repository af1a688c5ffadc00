import { engineFailure } from '../../backends/container/failures.ts'
import type { ContainerSpec } from '../../backends/container/spec.ts'
import { BuildError } from '../../errors.ts'
import type { Task } from '../../host.ts'
import { askEngine, type Engine, type EngineContext } from './engine.ts'

/** What a build must know of its image. */
export interface BuilderImage {
  /** `sha256:…`: what was built in, whatever its tag says tomorrow. */
  readonly id: string
  /** PATH of the image. */
  readonly path: string
}

/** A builder image has up to some gigabytes, ms. */
const pullMs = 30 * 60_000
const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/**
 * Makes sure that the engine has an image for a platform: a tag that is there for another one is not taken for it.
 * @throws BuildError `image-unavailable`, `image-unfit`, `digest-mismatch`, `disk-full`, `engine-failed`, `interrupted`
 */
export async function getImage(
  engine: Engine,
  spec: ContainerSpec,
  context: EngineContext,
  task: Pick<Task, 'update'>,
): Promise<BuilderImage> {
  const here = await inspect(engine, spec, context)
  if (here !== null) return here
  const argv = [engine.path, 'pull', '--platform', spec.platform, spec.image]
  const onLine = (line: string) => task.update(`pull ${spec.image}: ${line}`)
  const pulled = await askEngine(argv, context, { timeoutMs: pullMs, onLine })
  if (!pulled.ok) throw cannotGet(engine, spec, pulled.stderr || pulled.said)
  const got = await inspect(engine, spec, context)
  if (got !== null) return got
  throw new BuildError('image-unfit', `${spec.image} does not exist for ${spec.platform}`, {
    hint: 'The registry gave it for another platform. Images with the architecture in their names take `$arch`: `sdk-$arch:1`.',
  })
}

function cannotGet(engine: Engine, { image, platform }: ContainerSpec, said: string): BuildError {
  const known = engineFailure(said, { engine: engine.name, image, platform })
  const last = said.trim().split('\n').at(-1) ?? ''
  return known ?? new BuildError('image-unavailable', `${engine.name} cannot get ${image}: ${last}`)
}

/** Null: it is not here for the platform. Only newer engines can be asked for one of several platforms of a tag. */
async function inspect(engine: Engine, spec: ContainerSpec, context: EngineContext): Promise<BuilderImage | null> {
  const ask = (...more: readonly string[]) => askEngine([engine.path, 'image', 'inspect', ...more, spec.image], context)
  const read = ({ ok, said }: { ok: boolean; said: string }) => (ok ? readImage(said, spec.platform) : null)
  return read(await ask()) ?? (engine.name === 'docker' ? read(await ask('--platform', spec.platform)) : null)
}

/** Reads what `image inspect` says of one image; null: it is for another platform. Pure. */
export function readImage(json: string, platform: string): BuilderImage | null {
  const said = parse(json)
  const [os, arch, variant] = platform.split('/')
  if (said['Os'] !== os || said['Architecture'] !== arch) return null
  // engines say v8 for arm64 or nothing, and some nothing at all
  if (variant !== undefined && said['Variant'] && said['Variant'] !== variant) return null
  const config: unknown = said['Config']
  const env: unknown = config instanceof Object ? Reflect.get(config, 'Env') : null
  const set = (Array.isArray(env) ? env : []).find((e): e is string => typeof e === 'string' && e.startsWith('PATH='))
  return { id: String(said['Id']), path: set?.slice('PATH='.length) || defaultPath }
}

function parse(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    const [first]: unknown[] = Array.isArray(value) ? value : []
    return first instanceof Object ? { ...first } : {}
  } catch {
    return {}
  }
}
