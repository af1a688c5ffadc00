import type { Job, Step } from '../plan.ts'

/** Needs no quotes in any shell, at any place of a command. */
const safe = /^[A-Za-z0-9_@%+=:,./-]+$/
/** Would act on the terminal that shows it: all of C0 but line feed and tab, DEL, C1, marks that turn text around. */
const control = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/

/**
 * The line that runs a step by hand, from any directory: `cd DIR && env A=b PATH=…:"$PATH" program …`. Only the
 * environment that differs from the user's is part of it. For sh; text with control characters needs bash (`$'…'`).
 */
export function commandLine(
  step: Pick<Step, 'argv' | 'cwd' | 'env'>,
  { path, passEnv }: Pick<Job, 'path' | 'passEnv'>,
): string {
  const given = Object.entries(passEnv).filter(([, value]) => value !== '') // the others are in the user's own
  const { PATH: ownPath, ...rest } = { ...Object.fromEntries(given), ...step.env }
  const env = Object.entries(rest).map(([name, value]) => `${name}=${quote(value)}`)
  if (ownPath !== undefined) env.push(`PATH=${quote([...path, ownPath].join(':'))}`)
  else if (path.length > 0) env.push(`PATH=${quote(`${path.join(':')}:`)}"$PATH"`)
  const prefix = env.length > 0 ? ['env', ...env] : []
  return `cd ${quote(step.cwd)} && ${[...prefix, ...step.argv.map(quote)].join(' ')}`
}

/** One word for a shell that stays the text that it is. */
export function quote(text: string): string {
  if (safe.test(text)) return text
  if (control.test(text))
    return `$'${text.replace(/[\\']/g, '\\$&').replace(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, escapeByte)}'`
  return `'${text.replaceAll("'", `'\\''`)}'`
}

function escapeByte(char: string): string {
  const bytes = [...Buffer.from(char)]
  return bytes.map(byte => `\\${byte.toString(8).padStart(3, '0')}`).join('')
}
