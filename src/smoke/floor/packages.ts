import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ArchName } from '../../arch.ts'
import { lockWorkDir } from '../../build/lock.ts'
import { BuildError } from '../../errors.ts'
import type { Exec } from '../../exec.ts'
import type { Log } from '../../host.ts'
import { fetchFrom } from '../../toolchains/acquire.ts'
import type { Failure } from '../../toolchains/attempt.ts'
import { clientEnv } from '../../toolchains/context.ts'
import { useProxy } from '../../toolchains/proxy.ts'
import type { Source } from '../../toolchains/sources.ts'
import type { PackagedSystem, PinnedPackage } from '../../toolchains/systems.ts'
import { unpack } from '../../toolchains/unpack.ts'

/** What getting packages needs from its run. */
export interface PackageContext {
  readonly exec: Exec
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: Log
  readonly signal: AbortSignal
  readonly toolsDir: string
}

/** Packages of one system and architecture. */
export interface PackageRequest {
  readonly system: PackagedSystem
  readonly arch: ArchName
  readonly names: readonly string[]
  /** The `mirrors` input for `debian`: a directory or the URL of an archive; null: the archives of the catalog. */
  readonly mirror: string | null
}

/** A few megabytes that take longer than this are not worth the wait for a start; the next run goes on from there, ms. */
const patienceMs = 30_000
/** Between attempts, ms at most: a build does not wait long for what it can do without. */
const pauseMs = 500

/**
 * Unpacks the libraries of packages into private directories below `toolsDir`, once, checked by sha256. Returns the
 * directories in the order of `names`; nothing is installed on this machine.
 * @throws BuildError `download-failed`, `digest-mismatch`, `unsafe-archive`, `tool-missing` (no xz and no python3),
 *   `disk-full`, `cannot-write`, `interrupted`
 */
export async function libraryDirs(request: PackageRequest, context: PackageContext): Promise<string[]> {
  const { system, arch, names } = request
  const home = join(context.toolsDir, `${slug(system.name)}-${arch}`)
  const wanted = names.map(name => {
    const pin = system.archs[arch]?.[name]
    if (!pin) throw new BuildError('download-failed', `${system.name} has no pinned package ${name} for ${arch}`)
    return { name, pin, dir: join(home, `${name}-${pin.sha256.slice(0, 16)}`) }
  })
  if (wanted.every(w => existsSync(w.dir))) return wanted.map(w => w.dir)
  const work = join(context.toolsDir, '.install', `${slug(system.name)}-${arch}`)
  const lock = await lockWorkDir(work, context.log, context.signal)
  try {
    for (const { name, pin, dir } of wanted) {
      if (!existsSync(dir)) await install(name, pin, dir, work, request, context)
    }
  } finally {
    await lock.release()
  }
  return wanted.map(w => w.dir)
}

async function install(
  name: string,
  pin: PinnedPackage,
  dir: string,
  work: string,
  request: PackageRequest,
  context: PackageContext,
): Promise<void> {
  const scratch = join(work, 'scratch')
  await rm(scratch, { recursive: true, force: true })
  await mkdir(scratch, { recursive: true })
  const title = `${name} of ${request.system.name} for ${request.arch}`
  const task = context.log.task(`${name}-${request.arch}`, `getting ${title}`)
  const patience = AbortSignal.timeout(patienceMs)
  const limited = { ...context, signal: AbortSignal.any([context.signal, patience]) }
  const restoreProxy = await useProxy(context.env, context.log)
  try {
    const archive = await fetchAny(pin, { work, scratch, task, pause }, request, limited)
    const fresh = join(scratch, 'fresh')
    await unpack({ ...archive, name: basename(pin.pool) }, fresh, {
      exec: context.exec,
      env: clientEnv(context.env),
      signal: limited.signal,
    })
    await mkdir(dirname(dir), { recursive: true })
    await rename(fresh, dir)
    if (archive.part) await rm(archive.part, { force: true })
    task.done(`${title} is here`)
  } catch (error) {
    task.fail(`${title} cannot be had`)
    if (!patience.aborted || context.signal.aborted) throw error
    throw new BuildError('download-failed', `packages of ${request.system.name} do not come in ${patienceMs / 1000} s`)
  } finally {
    restoreProxy()
    await rm(scratch, { recursive: true, force: true }).catch(() => {})
  }
}

type Desk = Parameters<typeof fetchFrom>[1]

async function fetchAny(pin: PinnedPackage, desk: Desk, request: PackageRequest, context: PackageContext) {
  const failures: Failure[] = []
  for (const source of packageSources(pin, request.system, request.mirror)) {
    const got = await fetchFrom(source, desk, { ...context, arch: request.arch, mirrors: {} })
    if (!Array.isArray(got) && got.archive !== null) {
      return { path: got.archive.path, root: pin.root, ...(got.part === undefined ? {} : { part: got.part }) }
    }
    if (Array.isArray(got)) failures.push(...got)
  }
  const code = failures.some(f => f.mismatch) ? 'digest-mismatch' : 'download-failed'
  const [first] = failures
  // what one architecture could not get, the next one will not: the message is for both
  const why = first ? ` (${first.where.replace(pin.pool, '')}: ${first.why})` : ''
  throw new BuildError(code, `packages of ${request.system.name} cannot be had${why}`, {
    hint: 'Check the network and the proxy, or set `mirrors: debian=<directory or URL of an archive>`.',
    lines: failures.map(f => `${f.where}: ${f.why}`),
  })
}

/**
 * Where a package can come from: the user's mirror alone when there is one (a machine that names it reaches nothing
 * else), else the archives. Pure. A directory may be an archive (`pool/…`) or hold the files themselves.
 */
export function packageSources(pin: PinnedPackage, system: PackagedSystem, mirror: string | null): readonly Source[] {
  const { sha256, bytes, root } = pin
  const file = { file: basename(pin.pool), sha256, bytes, root }
  if (mirror !== null && !/^https?:\/\//i.test(mirror)) {
    const path = mirror.replace(/^file:\/\//i, '')
    return [path, join(path, dirname(pin.pool))].map(at => ({ from: 'directory', path: at, files: [file] }))
  }
  const bases = mirror === null ? system.archives : [mirror]
  return [{ from: 'url', urls: bases.map(base => `${base.replace(/\/+$/, '')}/${pin.pool}`), file }]
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9.]+/g, '-')
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.min(ms, pauseMs), undefined, { signal }).catch(() => {
    throw new BuildError('interrupted', 'interrupted while waiting to try a download again')
  })
}
