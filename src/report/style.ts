import { styleText } from 'node:util'

/** Colours of a text; each takes a text and returns it with or without escape codes. */
export interface Style {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  green(text: string): string
  yellow(text: string): string
  cyan(text: string): string
}

type Format = Parameters<typeof styleText>[0]

/** The colours, or texts as they are where none are wanted. */
export function styleFor(color: boolean): Style {
  const paint = (format: Format) => (text: string) =>
    color && text !== '' ? styleText(format, text, { validateStream: false }) : text
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint(['bold', 'red']),
    green: paint('green'),
    yellow: paint('yellow'),
    cyan: paint('cyan'),
  }
}

/** Whether a stream gets colours: `NO_COLOR` and `FORCE_COLOR` decide (no-color.org), then `TERM`, then what the stream is. */
export function wantsColor(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  const force = env['FORCE_COLOR']
  if (env['NO_COLOR'] && !force) return false
  if (force !== undefined) return force !== '0' && force !== 'false'
  return isTerminal && env['TERM'] !== 'dumb'
}
