import { BuildError, errorTable } from '../errors.ts'
import { nearest } from '../nearest.ts'

/** A value that is none of the choices. @param what the input or argument, as it was written */
export function notAChoice(what: string, value: string, choices: readonly string[]): BuildError {
  const guess = nearest(value, choices)
  return new BuildError('bad-input', `${what} cannot be ${JSON.stringify(value)}`, {
    hint: guess ? `Did you mean ${guess}?` : `It is one of ${choices.join(', ')}.`,
  })
}

/** A mistake as one line of several: its sentence, and what to do where that is more than what is always said. */
export function mistakeLines({ message, hint, code, lines }: BuildError): readonly string[] {
  if (lines.length > 0) return lines
  return [hint === errorTable[code].remedy ? message : `${message}. ${hint}`]
}

/** One error that lists every problem; a single one is the sentence itself. */
export function badInputs(problems: readonly string[]): BuildError {
  const [first = ''] = problems
  if (problems.length === 1) return new BuildError('bad-input', first)
  return new BuildError('bad-input', `${problems.length} inputs cannot be used`, { lines: problems })
}
