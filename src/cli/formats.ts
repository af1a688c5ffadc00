import { notAChoice } from '../inputs/mistakes.ts'
import type { Verdict } from '../report/schema.ts'
import { tool } from '../tool.ts'

/** What a verdict can be printed as. */
export const formats = ['text', 'json', 'junit', 'sarif', 'markdown', 'html'] as const

/** One of {@link formats}. */
export type Format = (typeof formats)[number]

/** The format that the flags ask for. @throws BuildError `bad-input` with the nearest one */
export function formatOf(options: Readonly<Record<string, string>>): Format {
  const said = options['format'] ?? (options['json'] ? 'json' : 'text')
  const format = formats.find(f => f === said)
  if (format === undefined) throw notAChoice('--format', said, formats)
  return format
}

/** Each format as a text; what makes one is loaded when it is asked for. */
const renderers: Readonly<Record<Exclude<Format, 'text'>, (verdict: Verdict) => Promise<string>>> = {
  json: async verdict => `${JSON.stringify(verdict, null, 2)}\n`,
  junit: async verdict => (await import('../report/junit.ts')).junit(verdict),
  sarif: async verdict => `${JSON.stringify((await import('../report/sarif.ts')).sarif(verdict, tool), null, 2)}\n`,
  html: async verdict => (await import('../report/html.ts')).verdictHtml(verdict),
  markdown: async verdict => (await import('../report/verdict-markdown.ts')).verdictMarkdown(verdict),
}

/** A verdict as a document. */
export function render(format: Exclude<Format, 'text'>, verdict: Verdict): Promise<string> {
  return renderers[format](verdict)
}
