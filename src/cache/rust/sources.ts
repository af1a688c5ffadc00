import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir, readlink, realpath, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { keepableNs, secondsOf } from '../pack/times.ts'
import type { Watched } from './facts.ts'
import { linkMark, type SourceTimes, type TimePlan } from './manifest.ts'

/** Files that are read at a time. */
const width = 16

/** Directories that hold nothing that is compiled: the history; what tools made, by the mark that they leave. */
const notSources: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', '.jj'])
const generatedMark = 'CACHEDIR.TAG'

/**
 * Reads everything below `roots` (files or directories; those that are not there are passed over), with digests.
 * @param skip absolute directories to leave out: work directories, where artifacts go
 * @param known what an earlier look found: a file with that time is not read again
 */
export async function readSources(
  roots: readonly string[],
  skip: readonly string[],
  known: SourceTimes = {},
): Promise<SourceTimes> {
  const found: Record<string, readonly [string, string]> = {}
  const files: { path: string; mtimeNs: bigint }[] = []
  const left = new Set(skip)
  const visit = async (path: string): Promise<void> => {
    const info = await lstat(path, { bigint: true }).catch(() => null)
    if (info === null || left.has(path)) return
    if (info.isFile()) files.push({ path, mtimeNs: info.mtimeNs })
    else if (info.isSymbolicLink()) found[path] = [linkMark + (await readlink(path)), String(info.mtimeNs)]
    else if (info.isDirectory()) {
      const names = (await readdir(path).catch(() => [])).sort()
      if (names.includes(generatedMark)) return
      const kept = names.filter(name => !notSources.has(name) && !left.has(join(path, name)))
      found[`${path}/`] = [digest(kept.join('\0')), String(info.mtimeNs)]
      for (const name of kept) await visit(join(path, name))
    }
  }
  for (const root of roots) await visit(root)
  await inParallel(files, async ({ path, mtimeNs }) => {
    const before = known[path]
    const sum = before?.[1] === String(mtimeNs) ? before[0] : await digestOf(path)
    if (sum !== null) found[path] = [sum, String(mtimeNs)]
  })
  return found
}

/** A source that vanishes while it is read is none. */
async function digestOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk)
    return hash.digest('hex')
  } catch {
    return null
  }
}

/** Digests of single files; of one that is not there or no file the digest is empty. */
export async function watch(paths: readonly string[]): Promise<Watched> {
  const found: Record<string, string> = {}
  await inParallel([...paths].sort(), async path => {
    found[path] = (await digestOf(path)) ?? ''
  })
  return found
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Carries a plan out.
 * @param from `newest`: see renewTimes; `within`: directories of the sources
 * @returns false where a link leads out of these to something else than it did: nobody can say how old that is
 */
export async function applyTimes(
  plan: TimePlan,
  { newest, within }: { readonly newest: bigint; readonly within: readonly string[] },
): Promise<boolean> {
  const isDirectory = (path: string) => path.endsWith('/')
  let known = true
  await inParallel(
    plan.unchanged.filter(u => !isDirectory(u.path)),
    setTime,
  )
  for (const path of plan.renewed.filter(p => !isDirectory(p))) {
    const files = await throughLinks(path, within)
    if (files === null) known = false
    await renewTimes(files ?? [], newest)
  }
  for (const each of plan.unchanged) if (isDirectory(each.path)) await setTime(each)
  await renewTimes(plan.renewed.filter(isDirectory), newest)
  return known
}

/**
 * Makes sources newer than `newest`, nanoseconds since 1970; now, where this machine's clock is not behind. What is not there
 * any more needs no time.
 */
export async function renewTimes(paths: readonly string[], newest: bigint): Promise<void> {
  const now = Math.max(Date.now() / 1000, Number(newest / 1_000_000_000n) + 2)
  for (const path of paths) await utimes(path, now, now).catch(() => undefined)
}

/** A link that leads elsewhere now: what it leads to may be old, and is new to whoever comes by this way. */
async function throughLinks(path: string, within: readonly string[]): Promise<readonly string[] | null> {
  const info = await lstat(path).catch(() => null)
  if (!info?.isSymbolicLink()) return [path]
  const real = await realpath(path).catch(() => null)
  if (real === null) return []
  const roots = await Promise.all(within.map(root => realpath(root).catch(() => root)))
  if (!roots.some(root => real.startsWith(`${root}/`))) return null
  return Object.keys(await readSources([real], [])).map(each => each.replace(/\/$/, ''))
}

/**
 * Gives sources times that can be set again to the nanosecond (see {@link keepableNs}): cargo compares some of them as text.
 * To be done before a build whose outputs are kept. Returns the sources as they are then.
 */
export async function settleTimes(sources: SourceTimes): Promise<SourceTimes> {
  const settled = Object.entries(sources).map(([path, [sum, mtimeNs]]) => {
    const own = sum.startsWith(linkMark) ? mtimeNs : String(keepableNs(BigInt(mtimeNs)))
    return [path, [sum, own]] as const
  })
  const changed = settled.filter(([path, [, mtimeNs]]) => sources[path]?.[1] !== mtimeNs)
  await inParallel(
    changed.map(([path, [, mtimeNs]]) => ({ path, mtimeNs: BigInt(mtimeNs) })),
    setTime,
  )
  return Object.fromEntries(settled)
}

/** Whoever may not set a time (a file of another user) has a build that takes longer, not a wrong one. */
async function setTime({ path, mtimeNs }: { readonly path: string; readonly mtimeNs: bigint }): Promise<void> {
  const seconds = secondsOf(mtimeNs)
  await utimes(path, seconds, seconds).catch(() => undefined)
}

async function inParallel<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await act(item)
  }
  await Promise.all(Array.from({ length: width }, worker))
}
