import { code, prose, table } from '../markdown-text.ts'
import type { CacheReport } from '../schema.ts'
import { humanSize, humanTime } from '../text.ts'
import { listed, longTable, type Section } from './section.ts'

/** The rows about one entry: it is asked for, and it is saved. */
interface Entry {
  readonly id: string
  readonly asked: CacheReport | null
  readonly saved: CacheReport | null
}

const results: Readonly<Record<CacheReport['hit'], string>> = {
  exact: '✅ restored',
  partial: '🟡 an older one',
  miss: '➖ not there',
  skipped: '➖ not asked',
}

const titles = ['entry', 'result', 'restored', 'reused', 'saved', 'why']

/** What the cache gave and took, entry by entry; what that saved, as far as it can be estimated. */
export function cacheSection(cache: readonly CacheReport[]): Section {
  if (cache.length === 0) return { title: 'Cache', lines: [] }
  const entries = entriesOf(cache)
  const gained = cache.reduce((sum, row) => sum + (row.savedMs ?? 0), 0)
  return {
    title: 'Cache',
    lines: [
      ...(gained > 0
        ? [`About ${humanTime(gained)} saved: an estimate, from the build that compiled all of it.`, '']
        : []),
      ...longTable(titles, entries, cellsOf),
    ],
  }
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

function cellsOf({ id, asked, saved }: Entry): readonly string[] {
  const came = asked?.hit === 'exact' || asked?.hit === 'partial'
  return [
    code(id),
    asked === null ? '➖ new' : results[asked.hit],
    came ? transferred(asked) : '',
    reusedText(asked),
    saved === null ? '' : savedText(saved),
    prose(asked?.why ?? saved?.why ?? ''),
  ]
}

const transferred = ({ bytes, ms }: CacheReport) => `${humanSize(bytes)} in ${humanTime(ms)}`.replaceAll(' ', '\u00a0')

function reusedText(row: CacheReport | null): string {
  if (row?.reused === undefined || row.compiled === undefined) return ''
  return `${row.reused} of ${row.reused + row.compiled} ${row.unit ?? ''}`.trimEnd()
}

function savedText(row: CacheReport): string {
  if (row.saved === 'saved') return transferred(row)
  if (row.saved === 'exists') return 'there already'
  return row.saved === 'failed' ? '⚠️ failed' : ''
}

/** What the keys are made of: entries with the same ingredients share a table. */
export function keysSection(cache: readonly CacheReport[]): Section {
  const made = cache.filter(row => row.ingredients !== undefined && row.saved === undefined)
  const groups = [...Map.groupBy(made, row => JSON.stringify(row.ingredients)).values()]
  const lines = listed(groups, rows => {
    const changed = new Set(rows.flatMap(r => r.changed ?? []))
    const cells = Object.entries(rows[0]?.ingredients ?? {}).map(([name, value]) => [
      changed.has(name) ? `${code(name)} (another one)` : code(name),
      code(value),
    ])
    const names = [...new Set(rows.map(r => r.id))].map(code).join(', ')
    return [`Of ${names}:`, '', ...table(['ingredient', 'value'], cells), '']
  })
  return { title: 'Keys', folded: true, lines }
}
