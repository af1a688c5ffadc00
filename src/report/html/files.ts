import { baseName, type lostTargets, needsNothing, needsOf, startsOf } from '../file-facts.ts'
import type { FileReport, Report, Smoke } from '../schema.ts'
import { count, humanSize, humanTime } from '../text.ts'
import { reasonOf } from '../verdict-words.ts'
import { type Anchored, anchorOf } from './anchors.ts'
import { html, joined, type Markup } from './markup.ts'
import { badge, code, listed, type Section } from './parts.ts'

/** So many of those that are not verified are open from the start. */
const mostOpen = 5
/** So many are seen at once; the others are behind a fold, so that what follows is in reach. */
const mostSeen = 25
/** Members of a package. */
const mostMembers = 50

/** Every executable with what it is, what it needs and why, where it was started; then the targets that got none. */
export function filesPart(files: readonly Anchored[], lost: ReturnType<typeof lostTargets>, rows: number): Section {
  const item = ({ file, id }: Anchored, i = mostOpen) => fileItem(file, id, !file.verified && i < mostOpen)
  const rest = files.slice(mostSeen)
  const without = lost.map(
    ({ target, code: why }) =>
      html`<li class="file"><div class="row">${badge('bad', 'not built')}<b>no executable</b>${code(target)}<span>${why}</span></div></li>`,
  )
  const empty = files.length + lost.length === 0
  const body = empty
    ? html`<p>Nothing was built.</p>`
    : html`<ul class="files">${without}${files.slice(0, mostSeen).map(item)}</ul>
${rest.length > 0 && html`<details><summary>${count(rest.length, 'more executable')}</summary><ul class="files long">${listed(rest, rows, each => item(each))}</ul></details>`}`
  return { id: 'executables', title: 'Executables', note: String(files.length), body }
}

function fileItem(file: FileReport, id: string, open: boolean): Markup {
  const size = file.size === null ? '' : humanSize(file.size)
  return html`<li><details class="file" id="${id}"${open && html` open`}><summary class="row">${verdictBadge(file)}<b>${baseName(file.path)}</b><code>${file.target ?? file.arch ?? ''}</code><span>${size}</span><span>${file.kind ?? file.linkage}</span></summary>${factsOf(file)}</details></li>
`
}

function verdictBadge({ verified, findings }: FileReport): Markup {
  if (!verified) return badge('bad', 'not verified')
  return findings.some(f => f.severity === 'warning') ? badge('warn', 'verified') : badge('good', 'verified')
}

function factsOf(file: FileReport): Markup {
  const { path, sha256, arch, linkage, interpreter, explanations, runsOn, notOn = [], dependsOn = [] } = file
  const kinds = new Map(file.findings.map(f => [anchorOf(f), f.id]))
  return html`<dl>${[
    fact('Needs', needsText(file)),
    fact(
      'Because of',
      joined(
        explanations.slice(0, 6).map(e => reasonOf(e, 6)),
        '; ',
      ),
    ),
    fact('Runs on', joined(runsOn, ', ')),
    fact('Not on', joined(notOn, ', ')),
    fact('Depends on patches', joined(dependsOn, ', ')),
    fact('Started', startsText(file)),
    fact(
      'Findings',
      joined(
        [...kinds].map(([anchor, kind]) => html`<a href="#${anchor}">${kind}</a>`),
        ', ',
      ),
    ),
    fact('Is', joined([arch ?? '', linkage, interpreter ?? ''].filter(Boolean), ', ')),
    fact('Path', code(path)),
    fact('SHA-256', sha256 === null ? html`` : code(sha256)),
    fact('Inside', membersOf(file)),
  ]}</dl>`
}

function fact(name: string, value: Markup): Markup | null {
  return value.markup === '' ? null : html`<dt>${name}<dd>${value}`
}

function needsText(file: FileReport): Markup {
  const needs = needsOf(file)
  if (needs === null) return html``
  if (needsNothing(file)) return html`nothing`
  return joined([...needs.libc, ...needs.libraries.map(code)], ', ')
}

function startsText(file: FileReport): Markup {
  const short = startsOf(file)
  return joined(
    (file.smoke ?? []).map((s, i) => startOf(s, short[i]?.where ?? s.where)),
    ', ',
  )
}

function startOf({ ok, ms, output, where }: Smoke, short: string): Markup {
  if (ok) return html`${short} in ${humanTime(ms)}`
  return html`${badge('bad', 'failed')} ${where}${output !== undefined && html`: ${code(output)}`}`
}

function membersOf({ payload, skipped = 0 }: FileReport): Markup {
  if (payload.length === 0) return html``
  const members = listed(payload, mostMembers, m => html`<li>${verdictBadge(m)} ${code(m.path)} ${m.linkage}</li>`)
  return html`<ul class="plain">${members}${skipped > 0 && html`<li>${skipped} other files</li>`}</ul>`
}

/** What is handed over, with digests. */
export function handedOverPart(artifacts: Report['artifacts'], rows: number): Section {
  const items = listed(
    artifacts,
    rows,
    a => html`<li><b>${baseName(a.path)}</b> <span class="muted">${humanSize(a.size)}</span><br>${code(a.sha256)}</li>
`,
  )
  const body = artifacts.length === 0 ? null : html`<ul class="digests">${items}</ul>`
  return { id: 'handed-over', title: 'Handed over', note: String(artifacts.length), body }
}
