import type { BuildError } from '../errors.ts'
import { plainLine } from '../exec/plain.ts'
import type { Style } from './style.ts'

/** What an error says, in one shape for a {@link BuildError} and for a failure of a report. */
export interface ErrorParts {
  readonly code: string
  readonly message: string
  readonly hint: string
  readonly lines: readonly string[]
  readonly command?: string | null
}

/**
 * An error as people read it on a terminal: `error[code]: sentence`, the lines that show it, the command to run by
 * hand, `help: what to do`. Text of tools and files is made harmless.
 */
export function errorText(error: ErrorParts, style: Style): string {
  const [sentence = '', ...more] = error.message.split('\n').map(plainLine)
  const bar = style.dim('|')
  const lines = [...more, ...error.lines.map(plainLine)].map(l => `  ${bar} ${l}`.trimEnd())
  const text = [`${style.red(`error[${error.code}]`)}${style.bold(`: ${sentence}`)}`, ...lines]
  if (error.command) text.push(`  ${style.cyan('run')}: ${plainLine(error.command)}`)
  const help = error.hint.split('\n').filter(l => l.trim() !== '')
  help.forEach((l, i) => {
    text.push(i === 0 ? `  ${style.cyan('help')}: ${plainLine(l)}` : `        ${plainLine(l)}`)
  })
  return text.join('\n')
}

/** An error as JSON: what `--json` prints when there is no report. */
export function errorJson(error: BuildError): { error: Omit<ErrorParts, 'command'> } {
  return { error: { code: error.code, message: error.message, hint: error.hint, lines: error.lines } }
}
