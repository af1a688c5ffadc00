import { randomBytes } from 'node:crypto'
import { access, chmod, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeError } from '../build/file-error.ts'
import { lockWorkDir } from '../build/lock.ts'
import { BuildError } from '../errors.ts'
import { type Fetched, fetchFrom } from './acquire.ts'
import type { Failure } from './attempt.ts'
import { type CachedArchive, cachedArchive, restoreArchive } from './cached.ts'
import { type Catalog, catalog, isPinned } from './catalog.ts'
import { clientEnv, type ToolContext } from './context.ts'
import { isInstalled, writeMarker } from './marker.ts'
import { useProxy } from './proxy.ts'
import { sourcesOf } from './sources.ts'
import { type ToolchainRef, toolchainDir } from './toolchain.ts'
import { unpack } from './unpack.ts'
import type { Runner } from './xz.ts'

/**
 * Makes sure that a toolchain is in its directory below `toolsDir`, and returns that directory. Installed at once or not
 * at all: downloaded and unpacked beside it, checked, then renamed. Two runs at once: the second waits and uses it.
 * @throws BuildError `download-failed` or `digest-mismatch` (each source with its reason), `unsafe-archive`,
 *   `toolchain-refused`, `tool-missing`, `disk-full`, `cannot-write`, `interrupted`
 */
export async function installToolchain(ref: ToolchainRef, context: ToolContext): Promise<string> {
  const dir = toolchainDir(context.toolsDir, ref)
  const pins = context.catalog ?? catalog
  if (await isInstalled(dir, ref, context.arch, pins)) return dir
  const work = join(context.toolsDir, '.install', `${ref.name}-${ref.version}`)
  try {
    const lock = await lockWorkDir(work, context.log, context.signal)
    try {
      if (!(await isInstalled(dir, ref, context.arch, pins)))
        await installInto(dir, work, ref, { ...context, catalog: pins })
      return dir
    } finally {
      await lock.release()
    }
  } catch (error) {
    throw withPlace(error, dir)
  }
}

type Pinned = ToolContext & { readonly catalog: Catalog }

async function installInto(dir: string, work: string, ref: ToolchainRef, context: Pinned): Promise<void> {
  const scratch = join(work, 'scratch') // what a killed run left is there too
  await rm(scratch, { recursive: true, force: true })
  await mkdir(scratch, { recursive: true })
  const restoreProxy = await useProxy(context.env, context.log)
  const task = context.log.task(`${ref.name}-${ref.version}`, `installing ${ref.name} ${ref.version}`)
  const start = performance.now()
  try {
    const fresh = join(scratch, 'fresh')
    const cached = cachedArchive(ref, context.arch, context.cache ?? null, context.catalog)
    const kept = cached && (await restoreArchive(ref, cached, scratch, context))
    const fetched = kept ?? (await fetchAny(ref, { work, scratch, task }, context))
    const runner: Runner = { exec: context.exec, env: clientEnv(context.env), signal: context.signal }
    if (fetched.archive) {
      task.update(`unpacking ${fetched.archive.name}`)
      await unpack(fetched.archive, fresh, runner)
    } else await rename(fetched.dir, fresh)
    const selfTest = await prove(fresh, ref, context, text => task.update(text))
    const origin = { file: fetched.file, sha256: fetched.sha256, selfTest }
    await writeMarker(fresh, ref, context.arch, origin, context.catalog)
    await replace(dir, fresh, scratch)
    if (cached && !kept) await keepArchive(cached, fetched, context)
    if (fetched.part) await rm(fetched.part, { force: true })
    const seconds = `${Math.round((performance.now() - start) / 1000)} s${kept ? ', from the cache' : ''}`
    task.done(`${ref.name} ${ref.version} is installed (${seconds})`)
  } catch (error) {
    task.fail(`${ref.name} ${ref.version} is not installed`)
    throw error
  } finally {
    restoreProxy()
    await rm(scratch, { recursive: true, force: true }).catch(() => {})
  }
}

/** Saves what was downloaded for other machines; a directory of the user's is near enough to be asked each time. */
async function keepArchive({ key, cache }: CachedArchive, fetched: Fetched, context: Pinned): Promise<void> {
  if (fetched.archive === null || fetched.local) return
  const result = await cache.save({ key, path: fetched.archive.path })
  context.log.detail(`cache: ${key}: ${result}`)
}

/** Where an installation keeps its files: `work` survives an interruption, `scratch` does not. */
interface Places {
  readonly work: string
  readonly scratch: string
  readonly task: { update(text: string): void }
}

async function fetchAny(ref: ToolchainRef, places: Places, context: Pinned): Promise<Fetched> {
  const mirror = context.mirrors[ref.name]
  if (!isPinned(ref, context.catalog)) {
    context.log.warn(
      `${ref.name} ${ref.version} is not the pinned ${context.catalog[ref.name].version}: no sha256 of it is known here, so the Python index's own is used`,
      mirror === undefined ? undefined : `mirrors: ${ref.name}= is not used, because its file could not be checked.`,
    )
  }
  const failures: Failure[] = []
  for (const source of sourcesOf(ref, context.arch, mirror, Math.random, context.catalog)) {
    const got = await fetchFrom(source, { ...places, pause: context.pause ?? pause }, context)
    if (!Array.isArray(got)) return got
    failures.push(...got)
    for (const { where, why } of got) context.log.detail(`${ref.name}: ${where}: ${why}`)
    const swapped = got.find(f => f.mismatch)
    if (swapped) context.log.warn(`${swapped.where}: not the pinned file, nothing of it is used (${swapped.why})`)
  }
  const code = failures.some(f => f.mismatch) ? 'digest-mismatch' : 'download-failed'
  const what =
    code === 'digest-mismatch'
      ? 'has no source that serves the pinned file'
      : 'cannot be downloaded from any of its sources'
  throw new BuildError(code, `${ref.name} ${ref.version} ${what}`, {
    hint: `Check the network and the proxy, install python3 with pip, or set \`mirrors: ${ref.name}=<directory or URL>\` to a place that holds ${wantedFiles(ref, context)}.`,
    lines: failures.map(f => `${f.where}: ${f.why}`),
  })
}

function wantedFiles(ref: ToolchainRef, context: Pinned): string {
  const files = context.catalog[ref.name].hosts[context.arch]
  return [files?.archive?.file, files?.wheel.file].filter(f => f !== undefined).join(' or ')
}

/** The executable is there and may be executed; a version that nobody tested before has to pass the self-test. */
async function prove(
  dir: string,
  ref: ToolchainRef,
  context: Pinned,
  tell: (text: string) => void,
): Promise<readonly string[] | null> {
  const executable = join(dir, context.catalog[ref.name].executable)
  try {
    await access(executable)
  } catch (error) {
    throw new BuildError('unsafe-archive', `the archive of ${ref.name} ${ref.version} has no ${executable}`, {
      cause: error,
    })
  }
  await chmod(executable, 0o755)
  if (isPinned(ref, context.catalog) || ref.name !== 'zig') return null
  const { testZig } = await import('./selftest.ts')
  return testZig(executable, { ...context, tell })
}

/** Puts `fresh` at `dir`; what is there (another pin's files, a half from elsewhere) goes away afterwards. */
async function replace(dir: string, fresh: string, scratch: string): Promise<void> {
  const old = join(scratch, `old-${randomBytes(4).toString('hex')}`)
  await rename(dir, old).catch(error => {
    if (error?.code !== 'ENOENT') throw error
  })
  await rename(fresh, dir)
}

function withPlace(error: unknown, dir: string): unknown {
  const fault = writeError(error, dir)
  if (fault instanceof BuildError && fault.code === 'cannot-write') {
    return new BuildError('cannot-write', fault.message, {
      hint: 'Set PORTABLE_BUILD_TOOLS_DIR to a directory that this user may write.',
      cause: error,
    })
  }
  return fault
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {
    throw new BuildError('interrupted', 'interrupted while waiting to try a download again')
  })
}
