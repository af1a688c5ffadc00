import { pageUrl } from '../../tool.ts'
import { findingTable, pageOf } from '../../verify/findings.ts'
import { baseName } from '../file-facts.ts'
import { allFiles } from '../match-files.ts'
import type { Change, Finding } from '../schema.ts'
import { count } from '../text.ts'
import { type Anchored, anchorOf } from './anchors.ts'
import { html, type Markup } from './markup.ts'
import { badge, code, listed, type Section, type Tone } from './parts.ts'

/** A finding with the file that it is about. */
interface Found {
  readonly finding: Finding
  /** The anchor of the file, or of its package. */
  readonly id: string
  /** How the file is called: of a packed one with its package. */
  readonly name: string
  readonly target: string | null
}

const tones: Readonly<Record<Finding['severity'], Tone>> = { error: 'bad', warning: 'warn', info: 'mute' }

/** So many files of one finding are seen at once; the others are behind a fold. */
const mostSeen = 10

/** What verify holds against the files, the worst first: each kind once, with what to do, and the files that have it. */
export function findingsPart(files: readonly Anchored[], rows: number): Section {
  return { id: 'findings', title: 'Findings', ...groupsPart(files, ['error', 'warning'], rows) }
}

/** What verify has to say that stops nothing. */
export function remarksPart(files: readonly Anchored[], rows: number): Section {
  return { id: 'remarks', title: 'Remarks', folded: true, ...groupsPart(files, ['info'], rows) }
}

function groupsPart(files: readonly Anchored[], severities: readonly Finding['severity'][], rows: number) {
  const all = files.flatMap(foundIn)
  const groups = severities.flatMap(severity => [
    ...Map.groupBy(
      all.filter(f => f.finding.severity === severity),
      f => f.finding.id,
    ).values(),
  ])
  const note = String(groups.reduce((sum, g) => sum + g.length, 0))
  return { note, body: groups.length === 0 ? null : html`${groups.map(g => groupOf(g, rows))}` }
}

function foundIn({ file, id }: Anchored): Found[] {
  return allFiles([file]).flatMap(each =>
    each.findings.map(finding => ({ finding, id, name: baseName(each.path), target: each.target ?? each.arch })),
  )
}

function groupOf(found: readonly Found[], rows: number): Markup {
  const [first] = found
  if (!first) return html``
  const { id, severity } = first.finding
  const hints = [...new Set(found.map(f => f.finding.hint))].filter(h => h !== '').slice(0, 5)
  const seen = found.slice(0, mostSeen)
  const rest = found.slice(mostSeen)
  return html`<article class="card ${tones[severity]}" id="${anchorOf(first.finding)}"><h3>${badge(tones[severity], severity)} ${titleOf(id)} ${linkOf(id)}</h3>
${hints.map(h => html`<p class="hint">${h}</p>`)}<ul class="found">${seen.map(foundItem)}</ul>
${rest.length > 0 && html`<details><summary>${count(rest.length, 'more')}</summary><ul class="found">${listed(rest, rows, foundItem)}</ul></details>`}</article>
`
}

function titleOf(id: string): string {
  return Object.hasOwn(findingTable, id) ? findingTable[id as keyof typeof findingTable].title : id
}

/** The id leads to its page. */
function linkOf(id: string): Markup {
  const page = pageOf(id)
  return page === null ? code(id) : html`<a class="id" href="${pageUrl(page)}" rel="noreferrer">${id}</a>`
}

function foundItem({ finding, id, name, target }: Found): Markup {
  const { message, evidence } = finding
  return html`<li><a href="#${id}">${name}${target !== null && html` (${target})`}</a>: ${message}${evidence !== '' && html` ${code(evidence)}`}</li>
`
}

/** What got worse since a baseline. */
export function worsePart(worse: readonly Change[], rows: number): Section {
  const items = listed(worse, rows, c => html`<li>${badge('bad', c.kind)} ${code(c.path)}: ${c.message}</li>`)
  const body = worse.length === 0 ? null : html`<ul class="found card bad">${items}</ul>`
  return { id: 'worse', title: 'Worse than the baseline', note: String(worse.length), body }
}
