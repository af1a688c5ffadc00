import { createHash } from 'node:crypto'
import { html, type Markup, verbatim } from './markup.ts'
import type { Section } from './parts.ts'
import { style } from './style.ts'

/** What a page says before everything else. */
export interface Head {
  readonly good: boolean
  /** Title of the tab. */
  readonly title: string
  readonly verdict: string
  readonly facts: readonly Markup[]
  /** The figures below it, by name. */
  readonly figures: readonly (readonly [name: string, value: string])[]
  readonly footer: string
}

/** The hash by which the page's own style sheet, and nothing else, is let in. */
const styleHash = createHash('sha256').update(style).digest('base64')

/** Nothing is fetched, run or sent, whatever a file's name says; the icon is in the page itself. */
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'`

/** A whole page that needs nothing beside it, without scripts: the verdict, then the parts that have a body. */
export function page(head: Head, sections: readonly Section[]): string {
  const shown = sections.filter(s => s.body !== null)
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${verbatim(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${head.title}</title>
<link rel="icon" href="${iconOf(head.good)}">
<style>${verbatim(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<div class="verdict ${head.good ? 'good' : 'bad'}"><svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="11"/><path d="${signOf(head.good)}"/></svg>
<h1>${head.verdict}</h1>
<p>${head.facts.map((fact, i) => html`${i > 0 && ' · '}${fact}`)}</p></div>
<dl class="figures">${head.figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>
<nav aria-label="On this page"><ul>${shown.map(s => html`<li><a href="#${s.id}">${s.title}</a></li>`)}</ul></nav>
<main id="content" tabindex="-1">
${shown.map(sectionOf)}</main>
<footer><p>${head.footer}</p></footer>
</body>
</html>
`
  return markup
}

function sectionOf({ id, title, note, folded, body }: Section): Markup {
  const heading = html`${title}${note !== undefined && html` <small>${note}</small>`}`
  const label = verbatim(`${id}-title`)
  if (!folded) {
    return html`<section id="${id}" aria-labelledby="${label}"><h2 id="${label}">${heading}</h2>
${body}</section>
`
  }
  return html`<section id="${id}" aria-labelledby="${label}"><h2 id="${label}">${heading}</h2><details><summary>Show</summary>
${body}</details></section>
`
}

const signOf = (good: boolean) => (good ? 'M7 12.5l3.3 3.4L17 8.7' : 'M8 8l8 8M16 8l-8 8')

/** The verdict as the icon of the tab. */
function iconOf(good: boolean): Markup {
  const color = good ? '%231a7f37' : '%23cf222e'
  const sign = `%3Cpath d='${signOf(good)}' stroke='white' stroke-width='2.5' fill='none'/%3E`
  return verbatim(
    `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Ccircle cx='12' cy='12' r='12' fill='${color}'/%3E${sign}%3C/svg%3E`,
  )
}
