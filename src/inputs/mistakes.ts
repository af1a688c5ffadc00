import { BuildError } from '../errors.ts'
import { nearest } from '../nearest.ts'

/** A value that is none of the choices. @param what the input or argument, as it was written */
export function notAChoice(what: string, value: string, choices: readonly string[]): BuildError {
  const guess = nearest(value, choices)
  return new BuildError('bad-input', `${what} cannot be ${JSON.stringify(value)}`, {
    hint: guess ? `Did you mean ${guess}?` : `It is one of ${choices.join(', ')}.`,
  })
}

/** One error that lists every problem; a single one is the sentence itself. */
export function badInputs(problems: readonly string[]): BuildError {
  const [first = ''] = problems
  if (problems.length === 1) return new BuildError('bad-input', first)
  return new BuildError('bad-input', `${problems.length} inputs cannot be used`, { lines: problems })
}
