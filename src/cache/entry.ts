import { createHash } from 'node:crypto'

/** What an entry holds; the middle of its key. */
export type EntryKind =
  /** What cargo reads of the crates from outside when nothing of them is dirty; placeholders for the rest. */
  | 'rust-hot'
  /** The bytes that `rust-hot` leaves out. */
  | 'rust-cold'
  /** Outputs of the project's own crates, with the times of its sources. */
  | 'rust-own'
  /** Archives of crates, where nothing of ours keeps what is compiled of them. */
  | 'rust-sources'
  /** What sccache has kept of rustc's work. */
  | 'sccache'
  | 'go-modules'
  | 'go-build'
  | 'ccache'
  /** An interpreter of Python, compiled for a floor. */
  | 'python'
  /** What pip downloaded. */
  | 'python-packages'
  /** Answers of `configure`. */
  | 'autotools'
  /** C libraries and runtime that zig compiles before the first link. */
  | 'zig-runtime'
  /** Verified executables. */
  | 'result'

/** What a key is made of, by name: `target`, `floor`, `rustc`, `lock`, … A value is shown as it is, so it is short or a digest. */
export type Ingredients = Readonly<Record<string, string>>

/** One thing in the cache. */
export interface CacheEntry {
  readonly kind: EntryKind
  /** What it is for, as people read it: a job, a target. Unique together with the kind. */
  readonly name: string
  readonly ingredients: Ingredients
  readonly key: string
  /** Beginnings of keys that will do, the best first. */
  readonly fallbacks: readonly string[]
}

/** Raised when packs of an older layout must not be read. */
export const cacheSchema = 1

/**
 * Names an entry: `portable-build-<kind>-<name>-<digest of the ingredients>[-<suffix>]`. Pure.
 * @param near names of ingredients that an entry must share to serve as the nearest one; none: only the exact key will do
 */
export function cacheEntry(from: {
  readonly kind: EntryKind
  readonly name: string
  readonly ingredients: Ingredients
  readonly near?: readonly string[]
}): CacheEntry {
  const { kind, ingredients, near = [] } = from
  const name = from.name.replace(/[^A-Za-z0-9._-]+/g, '_').slice(0, 80)
  const coarse = Object.fromEntries(Object.entries(ingredients).filter(([key]) => near.includes(key)))
  const base = `portable-build-${kind}-${name}-${digestOf(coarse)}-`
  return {
    kind,
    name: from.name,
    ingredients,
    key: `${base}${digestOf(ingredients)}`,
    fallbacks: near.length > 0 ? [base] : [],
  }
}

/** Digest of ingredients in any order, 16 hexadecimal digits; the cache's schema is one of them. */
export function digestOf(ingredients: Ingredients): string {
  const sorted = Object.entries(ingredients).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256')
    .update(JSON.stringify([cacheSchema, sorted]))
    .digest('hex')
    .slice(0, 16)
}

/** Names of ingredients that differ between two entries of a kind, sorted. Pure. */
export function changedIngredients(before: Ingredients, now: Ingredients): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort()
  return names.filter(name => before[name] !== now[name])
}
