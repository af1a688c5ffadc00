import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { BuildError } from '../errors.ts'
import type { CacheReport } from '../report/schema.ts'
import { withColdRun } from './cold-run.ts'
import { type CacheEntry, cacheSchema, changedIngredients } from './entry.ts'
import type { KeeperContext } from './keeper.ts'
import type { PackMember } from './pack/pack.ts'
import { PackProblem } from './pack/problem.ts'
import { type CheckedPack, checkPack } from './pack/read.ts'
import { unpack } from './pack/unpack.ts'
import { writePack } from './pack/write.ts'
import type { SaveResult } from './store.ts'

/** What of a keeper's context is used here. */
type Context = Pick<KeeperContext, 'store' | 'scratch' | 'log' | 'signal' | 'tell' | 'clock'>

/** An entry to bring back, and where its roots go. */
export interface WantedRoots {
  readonly entry: CacheEntry
  /** Absolute directories by the names that the roots have in the pack; none: the pack is only fetched and checked. */
  readonly roots: Readonly<Record<string, string>>
  /**
   * Looks at what the pack says before anything is unpacked. Null: it will do. A clause for the report: it will not,
   * and that is nobody's fault.
   */
  readonly accept?: (facts: unknown) => string | null
}

/** What came. */
export interface BroughtEntry {
  /** Under which it was saved. */
  readonly key: string
  /** It is what was asked for, and not the nearest one. */
  readonly exact: boolean
  /** What the keeper noted when it saved; from a file that others can write, so it is checked before it is used. */
  readonly facts: unknown
  /** Stays in the scratch directory, to be unpacked once more if need be. */
  readonly pack: CheckedPack
}

/**
 * The one way in which keepers get an entry: asks the store, checks the pack, unpacks it, and tells one row. A pack that
 * is foreign, older, broken or poisoned is refused with one warning, and nothing of it is left behind.
 * @returns null when nothing was brought back
 * @throws BuildError `interrupted`, `disk-full` and no other
 */
export async function restoreEntry(context: Context, wanted: WantedRoots): Promise<BroughtEntry | null> {
  const { entry } = wanted
  const start = performance.now()
  const path = scratchPath(context, entry, 'in')
  const tell = (hit: CacheReport['hit'], bytes: number, why: string, changed?: readonly string[]) =>
    context.tell({
      ...rowOf(entry, start),
      ...{ hit, bytes, why },
      ...(changed === undefined ? {} : { changed: [...changed] }),
    })
  await rm(path, { force: true })
  const restored = await context.store.restore({ key: entry.key, fallbacks: entry.fallbacks, path })
  if (restored.key === null) {
    tell(restored.asked ? 'miss' : 'skipped', 0, restored.why)
    return null
  }
  const { key, bytes } = restored
  try {
    const pack = await checkPack(path, { kind: entry.kind, key }, context.signal)
    const refusal = wanted.accept?.(pack.head.facts) ?? null
    if (refusal !== null) {
      await rm(path, { force: true })
      tell('miss', bytes, refusal)
      return null
    }
    if (Object.keys(wanted.roots).length > 0) await unpack({ pack, roots: wanted.roots, signal: context.signal })
    const changed = changedIngredients(pack.head.ingredients, entry.ingredients)
    // a key may end with what tells entries of equal ingredients apart
    const exact = key === entry.key || changed.length === 0
    context.clock?.came(rowOf(entry, start).id, pack.head.facts, performance.now() - start)
    if (exact) tell('exact', bytes, 'everything that it is made of is the same')
    else tell('partial', bytes, `the nearest entry: ${changed.join(', ')} changed`, changed)
    return { key, exact, facts: pack.head.facts, pack }
  } catch (error) {
    await rm(path, { force: true })
    const why = reasonOf(error, context.signal)
    await context.store.reject?.(key)
    context.log.warn(`${key} came from the cache and is not used: ${why}`, 'The build goes on without it.')
    tell('miss', bytes, `not used: ${why}`)
    return null
  }
}

/** What goes into an entry. */
export interface SavedEntry {
  readonly entry: CacheEntry
  readonly members: readonly PackMember[]
  /** What the keeper wants to know before it unpacks, plain JSON. */
  readonly facts?: unknown
}

/**
 * The one way in which keepers save: packs the members, hands the pack to the store, and tells one row. What cannot be
 * packed is told as a warning, and not saved.
 * @throws BuildError `interrupted`, and no other
 */
export async function saveEntry(context: Context, { entry, members, facts }: SavedEntry): Promise<SaveResult> {
  const start = performance.now()
  const path = scratchPath(context, entry, 'out')
  const { kind, key, ingredients } = entry
  const done = (saved: SaveResult, bytes: number, why: string): SaveResult => {
    context.tell({ ...rowOf(entry, start), hit: 'skipped', bytes, why, saved })
    return saved
  }
  try {
    const known = withColdRun(facts ?? null, context.clock?.known() ?? null)
    const head = { schema: cacheSchema, kind, key, ingredients, facts: known }
    const stats = await writePack({ path, head, members, signal: context.signal })
    const saved = await context.store.save({ key, path })
    return done(saved, saved === 'saved' ? stats.bytes : 0, reasons[saved](stats.members))
  } catch (error) {
    // a full disk ends no build that is done already
    const why =
      error instanceof BuildError && error.code === 'disk-full' ? error.message : reasonOf(error, context.signal)
    context.log.warn(`${key} is not saved: ${why}`)
    return done('failed', 0, why)
  } finally {
    await rm(path, { force: true })
  }
}

const reasons: Readonly<Record<SaveResult, (members: number) => string>> = {
  saved: members => `${members} files and directories`,
  exists: () => 'an entry with this key is there already',
  'not-allowed': () => 'this run may not save',
  failed: () => 'the cache did not take it',
}

/** Tells the row of an entry that was not asked for. @param why one clause */
export function tellSkipped({ tell }: Pick<KeeperContext, 'tell'>, entry: CacheEntry, why: string): void {
  tell({ ...rowOf(entry, performance.now()), hit: 'skipped', bytes: 0, why })
}

/** Packs of one run lie side by side. */
function scratchPath({ scratch }: Context, { key }: CacheEntry, way: 'in' | 'out'): string {
  return join(scratch, `${encodeURIComponent(key).slice(0, 200)}.${way}.pack`)
}

function rowOf({ kind, name, key, ingredients }: CacheEntry, start: number) {
  return { id: `${kind} ${name}`, key, ms: Math.round(performance.now() - start), ingredients: { ...ingredients } }
}

/** One clause; a mistake of ours, an interruption and a full disk are thrown on. */
function reasonOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) throw new BuildError('interrupted', 'interrupted while the cache was used')
  if (error instanceof PackProblem) return error.message
  if (error instanceof BuildError && error.code === 'cannot-write') return error.message
  throw error
}
