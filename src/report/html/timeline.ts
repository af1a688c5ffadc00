import type { StepReport } from '../schema.ts'
import { endOf, longestSteps, sectionOf } from '../steps.ts'
import { humanTime } from '../text.ts'
import { html, type Markup } from './markup.ts'
import { badge, type Section } from './parts.ts'

/** More bars than this cannot be read: the longest steps stay. */
const mostBars = 120

/** Distances of ticks, milliseconds; the first that gives at most five of them is taken. */
const distances = [100, 200, 500]
  .flatMap(d => [d, d * 10])
  .concat([10, 20, 30, 60, 120, 300, 600, 1800, 3600].map(s => s * 1000))

/** Where the time went: a bar for each step, grouped by job. Places are shares of the width, so it fits every page. */
export function timelinePart(steps: readonly StepReport[]): Section {
  const end = endOf(steps)
  if (steps.length === 0 || end <= 0) return { id: 'timeline', title: 'Timeline', body: null }
  const shown = longestSteps(steps, mostBars)
  const ticks = ticksOf(end)
  const groups = Map.groupBy(shown, sectionOf)
  const rest = steps.length - shown.length
  const body = html`${gridOf(ticks, end)}<table class="timeline"><caption>Steps of the run, from its start</caption>
<thead><tr><th scope="col">Step<th scope="col" class="time">Took<th scope="col" class="bar"><span class="hidden">From when to when</span>${axisOf(ticks, end)}</thead>
${[...groups].map(([name, group]) => groupOf(name, group, end))}</table>
${rest > 0 && html`<p>… and ${rest} shorter ones in report.json</p>`}`
  return { id: 'timeline', title: 'Timeline', note: humanTime(end), body }
}

function ticksOf(end: number): number[] {
  const distance = [...distances].sort((a, b) => a - b).find(d => end / d <= 5) ?? end / 4
  return Array.from({ length: Math.floor(end / distance) }, (_, i) => (i + 1) * distance)
}

/** A share of the whole as SVG takes it. */
const share = (ms: number, end: number) => `${Math.round((Math.min(Math.max(ms, 0), end) / end) * 10_000) / 100}%`

/** The lines of the ticks, drawn once and used in each row. */
function gridOf(ticks: readonly number[], end: number): Markup {
  const paths = ticks.map(t => html`<line x1="${share(t, end)}" x2="${share(t, end)}" y1="0" y2="100%"/>`)
  return html`<svg class="hidden" aria-hidden="true"><defs><g id="grid">${paths}</g></defs></svg>`
}

function axisOf(ticks: readonly number[], end: number): Markup {
  const labels = ticks.map(
    t =>
      html`<text x="${share(t, end)}" y="12" text-anchor="${t > end * 0.9 ? 'end' : 'middle'}">${tickText(t)}</text>`,
  )
  return html`<svg aria-hidden="true"><text x="0" y="12">0</text>${labels}</svg>`
}

function tickText(ms: number): string {
  if (ms < 60_000) return `${ms / 1000}s`
  const minutes = ms / 60_000
  return Number.isInteger(minutes) ? `${minutes} min` : humanTime(ms)
}

function groupOf(name: string, steps: readonly StepReport[], end: number): Markup {
  return html`<tbody><tr><th colspan="3" scope="rowgroup">${name || 'run'}
${steps.map(step => rowOf(step, end))}</tbody>`
}

function rowOf({ title, startMs, ms, ok, stage }: StepReport, end: number): Markup {
  const kind = ok ? (stage ?? 'build') : 'failed'
  return html`<tr><th scope="row">${title}${!ok && html` ${badge('bad', 'failed')}`}<td class="time">${humanTime(ms)}<td class="bar"><svg aria-hidden="true"><use href="#grid"/><rect class="${kind}" x="${share(startMs, end)}" width="${share(ms, end)}"/></svg>
`
}
