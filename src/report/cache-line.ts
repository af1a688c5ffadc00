import type { CacheReport } from './schema.ts'
import { count, humanSize, humanTime } from './text.ts'

/**
 * What the cache did, in one line for the end of a run: `187 of 190 crates reused; 2 entries restored, 48.8 MB; 1 saved,
 * 5.0 MB; about 2m10s gained (estimate)`. Empty when it did nothing.
 */
export function cacheLine(cache: readonly CacheReport[]): string {
  const bytes = (rows: readonly CacheReport[]) => humanSize(rows.reduce((sum, r) => sum + r.bytes, 0))
  const restored = cache.filter(r => r.hit === 'exact' || r.hit === 'partial')
  const saved = cache.filter(r => r.saved === 'saved')
  const gained = cache.reduce((sum, r) => sum + (r.savedMs ?? 0), 0)
  const units = Map.groupBy(
    cache.filter(r => r.unit !== undefined),
    r => r.unit ?? 'files',
  )
  const parts = [
    ...[...units].map(([unit, rows]) => {
      const sum = (of: 'reused' | 'compiled') => rows.reduce((n, r) => n + (r[of] ?? 0), 0)
      return `${sum('reused')} of ${sum('reused') + sum('compiled')} ${unit} reused`
    }),
    ...(restored.length > 0 ? [`${count(restored.length, 'entry')} restored, ${bytes(restored)}`] : []),
    ...(saved.length > 0 ? [`${saved.length} saved, ${bytes(saved)}`] : []),
    ...(gained > 0 ? [`about ${humanTime(gained)} gained (estimate)`] : []),
  ]
  return parts.join('; ')
}
