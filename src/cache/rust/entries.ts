import { createHash } from 'node:crypto'
import { type CacheEntry, cacheEntry, type Ingredients } from '../entry.ts'
import type { SourceTimes } from './manifest.ts'
import { nearIngredients } from './recipe.ts'

/** The crates from outside have a revision: what an entry lacks is compiled, and makes a better one under the same recipe. */
const revision = /-r(\d+)$/

/** The entry to ask for: the newest revision of the recipe, or of the nearest. Pure. */
export function hotEntry(name: string, recipe: Ingredients): CacheEntry {
  const entry = cacheEntry({ kind: 'rust-hot', name, ingredients: recipe, near: nearIngredients })
  return { ...entry, fallbacks: [`${entry.key}-r`, ...entry.fallbacks] }
}

/** Whether a key is one of the recipe itself. */
export function isOfRecipe(key: string, wanted: CacheEntry): boolean {
  return key.startsWith(`${wanted.key}-r`)
}

/** The entry to save: the revision after `before`, the first one for null. */
export function nextRevision(wanted: CacheEntry, before: string | null): CacheEntry {
  const last = before !== null && isOfRecipe(before, wanted) ? Number(revision.exec(before)?.[1] ?? 0) : 0
  return { ...wanted, key: `${wanted.key}-r${last + 1}`, fallbacks: [] }
}

/** What belongs to one entry of the crates from outside, and to no other. */
export function coldEntry(hot: Pick<CacheEntry, 'key' | 'name' | 'ingredients'>): CacheEntry {
  const { key, name, ingredients } = hot
  return { kind: 'rust-cold', name, ingredients, key: key.replace('-rust-hot-', '-rust-cold-'), fallbacks: [] }
}

/**
 * The entry of the project's own crates: any state of the sources will do, cargo compares them one by one.
 * @param compilation what they were linked with
 */
export function ownEntry(name: string, recipe: Ingredients, compilation: string, sources: SourceTimes): CacheEntry {
  const base = { ...recipe, compilation }
  const ingredients = { ...base, sources: digestOfSources(sources) }
  return cacheEntry({ kind: 'rust-own', name, ingredients, near: Object.keys(base) })
}

function digestOfSources(sources: SourceTimes): string {
  const hash = createHash('sha256')
  for (const path of Object.keys(sources).sort()) hash.update(`${path}\0${sources[path]?.[0]}\n`)
  return hash.digest('hex').slice(0, 16)
}
