import type { CacheReport } from '../report/schema.ts'
import { type CacheEntry, changedIngredients } from './entry.ts'

/** One ingredient that is not what it was; null: there was none, or is none. */
export interface ChangedIngredient {
  readonly name: string
  readonly before: string | null
  readonly now: string | null
}

/** An entry as a run now would ask for it, held against the last run. */
export interface ExplainedEntry {
  readonly kind: CacheEntry['kind']
  readonly name: string
  readonly key: string
  /** `new`: the last run did not ask for it, or did not write down what it asked for. */
  readonly state: 'same' | 'changed' | 'new'
  readonly changed: readonly ChangedIngredient[]
  readonly ingredients: CacheEntry['ingredients']
  /** What the last run got; null without one. */
  readonly last: { readonly hit: CacheReport['hit']; readonly why: string } | null
}

/** Says of each entry whether its key changed since the last run, and by what. Pure. @param before its rows */
export function explainEntries(before: readonly CacheReport[], now: readonly CacheEntry[]): readonly ExplainedEntry[] {
  return now.map(entry => {
    const { kind, name, key, ingredients } = entry
    const row = before.find(r => r.saved === undefined && r.id === `${kind} ${name}`)
    const last = row === undefined ? null : { hit: row.hit, why: row.why }
    const was = row?.ingredients
    const common = { kind, name, key, ingredients, last }
    if (was === undefined) return { ...common, state: 'new', changed: [] }
    const changed = changedIngredients(was, ingredients).map(name => ({
      ...{ name, before: was[name] ?? null },
      now: ingredients[name] ?? null,
    }))
    return { ...common, state: changed.length === 0 ? 'same' : 'changed', changed }
  })
}

/**
 * Of two long values only the words that are not in both: a list of twenty settings differs in one. Short values, and
 * such as differ in nothing but order, stay as they are. Pure.
 * @param most characters of a short one
 */
export function differingWords(before: string, now: string, most: number): { before: string; now: string } {
  if (before.length <= most && now.length <= most) return { before, now }
  const [was, is] = [before, now].map(text => text.split(/\s+/)) as [string[], string[]]
  const [gone, come] = [was.filter(w => !is.includes(w)), is.filter(w => !was.includes(w))]
  if (gone.length === 0 && come.length === 0) return { before, now }
  return { before: gone.join(' ') || '–', now: come.join(' ') || '–' }
}
