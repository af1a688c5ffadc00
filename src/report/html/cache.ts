import { type CacheRow, cacheRows, keyGroups, savedTime } from '../cache-rows.ts'
import type { CacheReport } from '../schema.ts'
import { humanTime } from '../text.ts'
import { html, joined, type Markup } from './markup.ts'
import { badge, code, type Section, scrolling, type Tone } from './parts.ts'

const results: Readonly<Record<CacheRow['result'], readonly [Tone, string]>> = {
  exact: ['good', 'restored'],
  partial: ['warn', 'an older one'],
  miss: ['mute', 'not there'],
  skipped: ['mute', 'not asked'],
  new: ['mute', 'new'],
}

/** What the cache gave and took, entry by entry; what that saved, as far as it can be estimated. */
export function cachePart(cache: readonly CacheReport[], rows: number): Section {
  const all = cacheRows(cache)
  if (all.length === 0) return { id: 'cache', title: 'Cache', body: null }
  const gained = savedTime(cache)
  const table = html`<table><caption>Entries of the cache</caption>
<thead><tr>${['Entry', 'Result', 'Restored', 'Reused', 'Saved', 'Why'].map(t => html`<th scope="col">${t}`)}</thead>
<tbody>${all.slice(0, rows).map(rowOf)}</tbody></table>`
  const body = html`${gained > 0 && html`<p>About ${humanTime(gained)} saved: an estimate, from the build that compiled all of it.</p>`}
${scrolling('Entries of the cache', table)}
${all.length > rows && html`<p>… and ${all.length - rows} more in report.json</p>`}`
  return { id: 'cache', title: 'Cache', body }
}

function rowOf({ id, result, restored, reused, saved, failed, why }: CacheRow): Markup {
  const [tone, word] = results[result]
  return html`<tr><th scope="row">${code(id)}<td>${badge(tone, word)}<td>${restored || '–'}<td>${reused || '–'}<td>${failed ? badge('warn', saved) : saved || '–'}<td class="why">${why}
`
}

/** What the keys are made of. */
export function keysPart(cache: readonly CacheReport[], rows: number): Section {
  const groups = keyGroups(cache).slice(0, rows)
  const body = html`${groups.map(({ ids, ingredients }) => {
    const names = joined(ids.map(code), ', ')
    const table = html`<table><caption>${names}</caption><thead><tr><th scope="col">Ingredient<th scope="col">Value</thead>
<tbody>${ingredients.map(({ name, value, changed }) => html`<tr><th scope="row">${code(name)}${changed && html` ${badge('warn', 'another one')}`}<td>${code(value)}`)}</tbody></table>`
    return scrolling(`Key of ${ids.join(', ')}`, table)
  })}`
  return { id: 'keys', title: 'Keys of the cache', folded: true, body: groups.length === 0 ? null : body }
}
