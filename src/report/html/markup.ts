import { plainLine } from '../../exec/plain.ts'

/** A piece of a page. Only {@link html} makes one, and that escapes whatever is not one already. */
export interface Markup {
  readonly markup: string
}

/** What can stand in a template; lists are put together, null and false are nothing. */
type Part = Markup | string | number | null | false | readonly Part[]

/**
 * A template of HTML: texts that are put into it are shown as they are and can add no markup, neither between tags nor in
 * a quoted attribute; control characters and marks that turn or hide text are written out.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.map((text, i) => text + (i < parts.length ? markupOf(parts[i] ?? null) : '')).join('') }
}

/** Pieces with something between them. */
export function joined(parts: readonly Part[], between: string): Markup {
  return { markup: parts.map(markupOf).join(markupOf(between)) }
}

/** Our own text, as it is: a style sheet. */
export function verbatim(text: string): Markup {
  return { markup: text }
}

function markupOf(part: Part): string {
  if (part === null || part === false) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map(markupOf).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What is shown as it is: most texts. */
const harmless = /^[\w ./:,()+=-]*$/

function escaped(text: string): string {
  if (harmless.test(text)) return text
  const line = plainLine(text.toWellFormed())
  const kept = text.endsWith(' ') ? `${line} ` : line
  return kept.replace(/[&<>"']/g, char => entities[char] ?? char)
}
