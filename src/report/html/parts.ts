import { html, type Markup } from './markup.ts'

/** How good something is; each has a colour, a sign and a word, so that no one is needed alone. */
export type Tone = 'good' | 'bad' | 'warn' | 'mute'

/** A part of the page; without a body it is left out. */
export interface Section {
  /** Name in links: `#runs-on`. */
  readonly id: string
  readonly title: string
  /** Said beside the title. */
  readonly note?: string
  /** Closed until the reader opens it. */
  readonly folded?: true
  readonly body: Markup | null
}

/** A word on a coloured ground with a sign before it. */
export function badge(tone: Tone, word: string): Markup {
  return html`<span class="b ${tone}">${word}</span>`
}

/** A foreign name; it may be broken anywhere. */
export function code(text: string): Markup {
  return html`<code>${text}</code>`
}

/** The items up to so many of them, and how many there are beside them. */
export function listed<T>(items: readonly T[], most: number, show: (item: T, i: number) => Markup): Markup[] {
  const shown = items.slice(0, most).map(show)
  const rest = items.length - most
  return rest > 0 ? [...shown, html`<li class="more">… and ${rest} more in report.json</li>`] : shown
}

/** Foreign lines as they are. */
export function lines(texts: readonly string[]): Markup {
  return html`<pre>${texts.map((line, i) => html`${i === 0 ? '' : lineEnd}${line}`)}</pre>`
}

const lineEnd = html`
`

/** A table that scrolls on its own where it is wider than the page; by keyboard too. */
export function scrolling(name: string, table: Markup): Markup {
  return html`<div class="scroll" role="region" aria-label="${name}" tabindex="0">${table}</div>`
}
