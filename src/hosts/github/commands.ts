import { plainLine } from '../../exec/plain.ts'

/** Properties of a workflow command; a value that is not there is left out. */
export type Properties = Readonly<Record<string, string | number | null | undefined>>

/**
 * A workflow command as the runner reads it from a line of output: `::name key=value,key=value::text`. Whatever a text
 * holds, it stays one line and one command. Source: actions/runner, ActionCommand.cs (the escapes of version 2).
 */
export function commandLine(name: string, properties: Properties, text: string): string {
  const given = Object.entries(properties).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const list = given.map(([key, value]) => `${key}=${escapeProperty(plainLine(String(value)))}`).join(',')
  return `::${name}${list === '' ? '' : ` ${list}`}::${escapeText(
    text
      .split(/\r\n|\n|\r/)
      .map(plainLine)
      .join('\n'),
  )}`
}

/** The command that hides a text: the text as it is, because no other one would be found in the log. */
export function maskLine(secret: string): string {
  return `::add-mask::${escapeText(secret).replaceAll('\r', '%0D')}`
}

/** The percent sign first; of the line ends only `\n` is left. */
function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/**
 * One line of any text as output that is no command: the runner takes `::name::` at the start of a line (after white
 * space) and `##[name]` anywhere in it. A backslash shows where one was disarmed; control characters are out.
 */
export function harmlessLine(line: string): string {
  return disarmed(plainLine(line))
}

/** As {@link harmlessLine} for a line whose colours are ours. */
export function disarmed(line: string): string {
  return line.replace(/^(\s*(?:\x1b\[[0-9;]*m\s*)*)::/, '$1\\::').replaceAll('##[', '##\\[')
}
