import { type CacheRow, cacheRows, keyGroups, savedTime } from '../cache-rows.ts'
import { code, prose, table } from '../markdown-text.ts'
import type { CacheReport } from '../schema.ts'
import { humanTime } from '../text.ts'
import { listed, longTable, type Section } from './section.ts'

const results: Readonly<Record<CacheRow['result'], string>> = {
  exact: '✅ restored',
  partial: '🟡 an older one',
  miss: '➖ not there',
  skipped: '➖ not asked',
  new: '➖ new',
}

const titles = ['entry', 'result', 'restored', 'reused', 'saved', 'why']

/** What the cache gave and took, entry by entry; what that saved, as far as it can be estimated. */
export function cacheSection(cache: readonly CacheReport[]): Section {
  if (cache.length === 0) return { title: 'Cache', lines: [] }
  const gained = savedTime(cache)
  return {
    title: 'Cache',
    lines: [
      ...(gained > 0
        ? [`About ${humanTime(gained)} saved: an estimate, from the build that compiled all of it.`, '']
        : []),
      ...longTable(titles, cacheRows(cache), cellsOf),
    ],
  }
}

function cellsOf({ id, result, restored, reused, saved, failed, why }: CacheRow): readonly string[] {
  return [code(id), results[result], restored, reused, failed ? `⚠️ ${saved}` : saved, prose(why)]
}

/** What the keys are made of: entries with the same ingredients share a table. */
export function keysSection(cache: readonly CacheReport[]): Section {
  const lines = listed(keyGroups(cache), ({ ids, ingredients }) => {
    const cells = ingredients.map(({ name, value, changed }) => [
      changed ? `${code(name)} (another one)` : code(name),
      code(value),
    ])
    return [`Of ${ids.map(code).join(', ')}:`, '', ...table(['ingredient', 'value'], cells), '']
  })
  return { title: 'Keys', folded: true, lines }
}
