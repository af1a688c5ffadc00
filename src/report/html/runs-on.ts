import { type Compatibility, compatibilityOf, familyNames } from '../compatibility.ts'
import { baseName } from '../file-facts.ts'
import type { FileReport } from '../schema.ts'
import { reasonOf } from '../verdict-words.ts'
import type { Anchored } from './anchors.ts'
import { html, joined, type Markup } from './markup.ts'
import { code, listed, type Section, scrolling } from './parts.ts'

/** Reasons below the table. */
const mostReasons = 20

/** With more executables than this, those that start on the same systems share a row: nobody reads a thousand equal ones. */
const mostAlone = 40

/** The table of executables and distributions, and what decides where it does not say yes. */
export function runsOnPart(files: readonly Anchored[], rows: number): Section {
  const known = files.filter(({ file }) => file.runsOn.length > 0 || (file.notOn ?? []).length > 0)
  if (known.length === 0) return { id: 'runs-on', title: 'Runs on', body: null }
  const groups = known.length > mostAlone ? alikeOf(known) : known.map(each => [each])
  const table = html`<table class="matrix"><caption>The first release of each distribution that starts it</caption>
<thead><tr><th scope="col">Executable${familyNames.map(name => html`<th scope="col">${name}`)}</thead>
<tbody>${groups.slice(0, rows).map(group => rowOf(group, rows))}</tbody></table>`
  const body = html`${scrolling('Where each executable starts', table)}
${groups.length > rows && html`<p>… and ${groups.length - rows} more in report.json</p>`}
<p class="legend"><span class="y">starts</span> <span class="w">starts where the library is installed</span> <span class="n">too old, or another C library</span> <span class="q">depends on the distribution’s patches</span> <span class="u">not for this architecture</span></p>
${reasonsOf(known)}`
  return { id: 'runs-on', title: 'Runs on', body }
}

/** Executables of one target with the same answers. */
function alikeOf(files: readonly Anchored[]): readonly (readonly Anchored[])[] {
  const key = ({ file }: Anchored) => JSON.stringify([file.target, file.arch, compatibilityOf(file)])
  return [...Map.groupBy(files, key).values()]
}

function rowOf(group: readonly Anchored[], rows: number): Markup {
  const [first] = group
  if (!first) return html``
  const { file, id } = first
  const names = listed(group, rows, each => html`<li><a href="#${each.id}">${baseName(each.file.path)}</a>`)
  const name =
    group.length === 1
      ? html`<a href="#${id}">${baseName(file.path)}</a>`
      : html`<details><summary>${group.length} executables</summary><ul class="plain">${names}</ul></details>`
  return html`<tr><th scope="row">${name} <span>${file.target ?? file.arch ?? ''}</span>${compatibilityOf(file).map(cellOf)}
`
}

function cellOf(each: Compatibility): Markup {
  if (each.runs === 'no') return html`<td class="n">no`
  if (each.runs === 'depends') return html`<td class="q">patches`
  if (each.runs === 'unknown') return html`<td class="u">n/a`
  const releases = each.releases === '' ? 'all' : each.releases
  return each.libraries === '' ? html`<td class="y">${releases}` : html`<td class="w">${releases} with library`
}

/** What is behind a row: executables with the same reasons share a line. */
function reasonsOf(files: readonly Anchored[]): Markup | null {
  const groups = Map.groupBy(files, ({ file }) => reasonTexts(file).join('\n'))
  groups.delete('')
  const items = listed([...groups], mostReasons, ([reasons, alike]) => {
    const names = joined(alike.slice(0, 3).map(nameOf), ', ')
    const more = alike.length > 3 && ` and ${alike.length - 3} more`
    return html`<li>${names}${more}: ${joined(reasons.split('\n'), '; ')}</li>
`
  })
  return items.length === 0 ? null : html`<h3>Why</h3><ul class="found">${items}</ul>`
}

const nameOf = ({ file, id }: Anchored) =>
  html`<a href="#${id}">${baseName(file.path)}</a> ${code(file.target ?? file.arch ?? '')}`

function reasonTexts(file: FileReport): string[] {
  const { floor, notOn = [], explanations } = file
  const libraries = compatibilityOf(file).flatMap(c => (c.runs === 'yes' && c.libraries !== '' ? [c.libraries] : []))[0]
  return [
    ...(floor.glibc === null ? [] : [`needs glibc ${floor.glibc} or newer`]),
    ...(floor.musl === null ? [] : [`needs musl ${floor.musl} or newer`]),
    ...explanations.slice(0, 3).map(e => `because of ${reasonOf(e, 3)}`),
    ...(libraries === undefined ? [] : [`${libraries} must be installed`]),
    ...(notOn.length === 0 ? [] : [`too old: ${notOn.join(', ')}`]),
  ]
}
