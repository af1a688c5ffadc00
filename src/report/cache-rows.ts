import type { CacheReport } from './schema.ts'
import { humanSize, humanTime } from './text.ts'

/** What became of one entry of the cache in a run: asked for, saved, or both. Plain texts, empty where there is nothing to say. */
export interface CacheRow {
  readonly id: string
  /** `new`: it was saved, and nobody had asked for it. */
  readonly result: CacheReport['hit'] | 'new'
  /** `4.1 MB in 0.3s`. */
  readonly restored: string
  /** `12 of 14 crates`. */
  readonly reused: string
  readonly saved: string
  readonly failed: boolean
  readonly why: string
}

/** The entries in the order of the run. */
export function cacheRows(cache: readonly CacheReport[]): CacheRow[] {
  return entriesOf(cache).map(({ id, asked, saved }) => {
    const came = asked?.hit === 'exact' || asked?.hit === 'partial'
    return {
      id,
      result: asked?.hit ?? 'new',
      restored: came ? transferred(asked) : '',
      reused: reusedText(asked),
      saved: saved === null ? '' : savedText(saved),
      failed: saved?.saved === 'failed',
      why: asked?.why ?? saved?.why ?? '',
    }
  })
}

/** The rows about one entry: it is asked for, and it is saved. */
interface Entry {
  readonly id: string
  readonly asked: CacheReport | null
  readonly saved: CacheReport | null
}

/** The jobs of several projects can have entries of one name: the rows of each are in the order of the jobs. */
function entriesOf(cache: readonly CacheReport[]): readonly Entry[] {
  const groups = Map.groupBy(cache, row => `${row.id}\n${row.leg ?? ''}`)
  return [...groups.values()].flatMap(rows => {
    const asked = rows.filter(r => r.saved === undefined)
    const saved = rows.filter(r => r.saved !== undefined)
    const longer = asked.length >= saved.length ? asked : saved
    return longer.map(({ id }, i) => ({ id, asked: asked[i] ?? null, saved: saved[i] ?? null }))
  })
}

const transferred = ({ bytes, ms }: CacheReport) => `${humanSize(bytes)} in ${humanTime(ms)}`.replaceAll(' ', '\u00a0')

function reusedText(row: CacheReport | null): string {
  if (row?.reused === undefined || row.compiled === undefined) return ''
  return `${row.reused} of ${row.reused + row.compiled} ${row.unit ?? ''}`.trimEnd()
}

function savedText(row: CacheReport): string {
  if (row.saved === 'saved') return transferred(row)
  if (row.saved === 'exists') return 'there already'
  return row.saved === 'failed' ? 'failed' : ''
}

/** What the run saved by its cache, milliseconds: an estimate, from the build that compiled all of it. */
export function savedTime(cache: readonly CacheReport[]): number {
  return cache.reduce((sum, row) => sum + (row.savedMs ?? 0), 0)
}

/** Entries whose keys are made of the same things. */
export interface KeyGroup {
  readonly ids: readonly string[]
  readonly ingredients: readonly { readonly name: string; readonly value: string; readonly changed: boolean }[]
}

/** What the keys are made of: entries with the same ingredients share a group. */
export function keyGroups(cache: readonly CacheReport[]): KeyGroup[] {
  const made = cache.filter(row => row.ingredients !== undefined && row.saved === undefined)
  return [...Map.groupBy(made, row => JSON.stringify(row.ingredients)).values()].map(rows => {
    const changed = new Set(rows.flatMap(r => r.changed ?? []))
    const ingredients = Object.entries(rows[0]?.ingredients ?? {})
    return {
      ids: [...new Set(rows.map(r => r.id))],
      ingredients: ingredients.map(([name, value]) => ({ name, value, changed: changed.has(name) })),
    }
  })
}
