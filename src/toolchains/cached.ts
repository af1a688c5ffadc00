import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchName } from '../arch.ts'
import { sha256OfFile } from '../build/hash.ts'
import { toolchainPrefix } from '../cache/policy.ts'
import type { CacheStore } from '../cache/store.ts'
import type { CacheReport } from '../report/schema.ts'
import type { Fetched } from './acquire.ts'
import { type Catalog, isPinned, type PinnedFile } from './catalog.ts'
import type { ToolContext } from './context.ts'
import type { ToolchainRef } from './toolchain.ts'

/** A pinned toolchain's place in the cache of the host. */
export interface CachedArchive {
  readonly key: string
  readonly cache: CacheStore
  /** What the entry may hold: the file as one of the sources serves it. */
  readonly files: readonly PinnedFile[]
}

/** Where to look for a toolchain before anything is downloaded; null for one whose digest is not known here. Pure. */
export function cachedArchive(
  ref: ToolchainRef,
  arch: ArchName,
  cache: CacheStore | null,
  pins: Catalog,
): CachedArchive | null {
  const hosts = pins[ref.name].hosts[arch]
  if (cache === null || !hosts || !isPinned(ref, pins)) return null
  const files = hosts.archive ? [hosts.archive, hosts.wheel] : [hosts.wheel]
  const digest = createHash('sha256')
    .update(files.map(f => `${f.sha256}\n`).join(''))
    .digest('hex')
  return { cache, files, key: `${toolchainPrefix}${ref.name}-${ref.version}-${arch}-${digest.slice(0, 16)}` }
}

/**
 * Brings a toolchain's archive back into `scratch`. What came is checked like a download: an entry is only as good as
 * whoever could write to the cache. Null: it has to be downloaded.
 * @throws BuildError `interrupted`, `disk-full`, `cannot-write`
 */
export async function restoreArchive(
  ref: ToolchainRef,
  { key, cache, files }: CachedArchive,
  scratch: string,
  context: Pick<ToolContext, 'log' | 'onCache'>,
): Promise<Fetched | null> {
  const path = join(scratch, 'cached')
  const start = performance.now()
  const restored = await cache.restore({ key, fallbacks: [], path })
  const tell = (hit: CacheReport['hit'], bytes: number, why: string) =>
    context.onCache?.({
      id: `toolchain ${ref.name}-${ref.version}`,
      key,
      hit,
      bytes,
      ms: Math.round(performance.now() - start),
      why,
    })
  if (restored.key === null) {
    tell(restored.asked ? 'miss' : 'skipped', 0, restored.why)
    return null
  }
  const sha256 = await sha256OfFile(path)
  const file = files.find(f => f.sha256 === sha256)
  if (file === undefined) {
    await rm(path, { force: true })
    context.log.warn(
      `the cache has another file than ${ref.name} ${ref.version} under its key: nothing of it is used (sha256 ${sha256})`,
      `Find out who could write it, and delete it: gh cache delete ${key}`,
    )
    tell('miss', restored.bytes, 'the entry was not the pinned file, and was not used')
    return null
  }
  tell('exact', restored.bytes, `sha256 of ${file.file} checked`)
  return { archive: { path, name: file.file, root: file.root }, file: file.file, sha256 }
}
