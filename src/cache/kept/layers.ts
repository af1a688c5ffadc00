import { createHash } from 'node:crypto'
import { type CacheEntry, cacheEntry, type EntryKind, type Ingredients } from '../entry.ts'

/** Sizes of files by their path below the kept directory, bytes. A file with another size is another file. */
export type Sizes = ReadonlyMap<string, number>

/** What a run should save of a directory. */
export type Layer =
  | { readonly save: 'nothing'; readonly why: string }
  /** All of it, in a new pack that others build upon. */
  | { readonly save: 'base'; readonly files: Sizes }
  /** What the base lacks. */
  | { readonly save: 'changes'; readonly files: Sizes }

/** What both packs may hold together, over what is in use: beyond it, a new base is cheaper than what it drags along. */
const mostOverLive = 1.04

/** What of the files in use did not come back: it was made by this run. Pure. */
export function newFiles(from: Kept): readonly string[] {
  const known = (path: string) => from.changes.get(path) ?? from.base?.get(path)
  return [...from.live].filter(([path, size]) => known(path) !== size).map(([path]) => path)
}

/** What came back, and what there is. */
export interface Kept {
  /** Null: none was brought back. */
  readonly base: Sizes | null
  readonly changes: Sizes
  /** What this run has used. */
  readonly live: Sizes
}

/**
 * Decides what to save. A directory is kept in two packs: a base, which is large and stays, and the changes since, which
 * are small and new with each run; so that a changed line uploads what was compiled of it, and what nobody uses any more
 * is left behind before it is a twentieth of the whole. Nothing new: nothing is saved. Pure.
 */
export function chooseLayer(from: Kept): Layer {
  const { base, live } = from
  if (live.size === 0) return { save: 'nothing', why: 'nothing was compiled' }
  if (base === null) return { save: 'base', files: live }
  if (newFiles(from).length === 0) return { save: 'nothing', why: 'nothing new was compiled' }
  const files = new Map([...live].filter(([path, size]) => base.get(path) !== size))
  const isHeavy = total(base) + total(files) > mostOverLive * total(live)
  return isHeavy ? { save: 'base', files: live } : { save: 'changes', files }
}

const total = (sizes: Sizes): number => [...sizes.values()].reduce((sum, size) => sum + size, 0)

/** What the packs of a directory are named by. */
export interface KeptName {
  readonly kind: EntryKind
  /** Unique among those of the kind. */
  readonly name: string
  readonly ingredients: Ingredients
  /** Ingredients without which a pack does not serve. */
  readonly near: readonly string[]
}

/** The entry of the base: as wanted, it takes the newest of equal ingredients, then the newest that is near. Pure. */
export function baseEntry(from: KeptName): CacheEntry {
  return newestOf(cacheEntry(from))
}

/**
 * The entry of what was compiled since a base. Pure.
 * @param base key under which the base was saved
 * @param commit what is built, for the key alone
 */
export function changesEntry({ kind, name }: KeptName, base: string, commit: string | null): CacheEntry {
  const ingredients = { base, commit: commit ?? 'unknown' }
  return newestOf(cacheEntry({ kind, name: `${name} changes`, ingredients, near: ['base'] }))
}

/** Content is part of the keys that are saved: one of equal ingredients and another content is another entry. */
const newestOf = (entry: CacheEntry): CacheEntry => ({ ...entry, fallbacks: [`${entry.key}-`, ...entry.fallbacks] })

/** The key under which files are saved: equal files have an equal key, and are not uploaded twice. Pure. */
export function savedKey(entry: CacheEntry, files: Sizes): string {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  const digest = createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
  return `${entry.key}-${digest.slice(0, 12)}`
}
