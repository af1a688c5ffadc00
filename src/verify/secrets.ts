import { BuildError } from '../errors.ts'

/** A value that must not be in a file, and the name that reports call it by. */
export interface Secret {
  readonly name: string
  readonly value: string
}

/** A copy of plain data in which no text holds the value of a secret. */
export function masked<T>(data: T, secrets: readonly Secret[]): T {
  if (secrets.length === 0) return data
  const hide = (text: string) => secrets.reduce((rest, { value, name }) => rest.replaceAll(value, `<${name}>`), text)
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return hide(part)
    if (Array.isArray(part)) return part.map(walk)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]))
  }
  return walk(data) as T
}

/** Shorter values are found by chance: eight random bytes are in a file of 100 MB once in 10^11 times. */
const leastLength = 8

/**
 * The values of variables that are secrets, by the names of the variables.
 * @throws BuildError `bad-input` for a variable that is not set (a check that looks for nothing always passes) or too short
 */
export function secretsOf(names: readonly string[], env: Readonly<Record<string, string | undefined>>): Secret[] {
  return [...new Set(names)].map(name => {
    const value = env[name]?.trim() ?? ''
    if (value.length >= leastLength) return { name, value }
    throw new BuildError(
      'bad-input',
      value === ''
        ? `secrets: the variable ${name} is not set`
        : `secrets: the value of ${name} has less than ${leastLength} characters`,
      { hint: 'Name environment variables whose values must not be in the files; a short value is found by chance.' },
    )
  })
}
