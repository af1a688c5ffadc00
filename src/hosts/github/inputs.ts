import { BuildError } from '../../errors.ts'
import type { ActionRow } from '../../inputs/actions.ts'
import { badInputs, mistakeLines } from '../../inputs/mistakes.ts'
import { findInput, type Spell } from '../../inputs/names.ts'
import { type InputRow, inputTable } from '../../inputs/table.ts'
import { nearest } from '../../nearest.ts'

/** What a workflow gave an action under `with:`. */
export interface ActionInputs {
  /** Inputs of the table, by name or alias. */
  readonly flags: Readonly<Record<string, string>>
  /** Inputs that only the action has. */
  readonly own: Readonly<Record<string, string>>
}

/** As in a workflow: `input glibc`. */
export const asActionInput: Spell = name => `input ${name}`

const prefix = 'INPUT_'

/**
 * The inputs of an action, from the variables that the runner makes of `with:` and of the defaults of action.yml: upper
 * case, spaces become `_`, hyphens stay. A blank one is not given. Pure.
 * @throws BuildError `unknown-flag` that names every input which the action does not have: the runner only warns
 */
export function readActionInputs(row: ActionRow, env: Readonly<Record<string, string | undefined>>): ActionInputs {
  const flags: Record<string, string> = {}
  const own: Record<string, string> = {}
  const unknown: string[] = []
  for (const [variable, text] of Object.entries(env)) {
    if (!variable.startsWith(prefix) || text === undefined) continue
    const name = variable.slice(prefix.length).toLowerCase()
    const input = findInput(name)
    const isOwn = Object.hasOwn(row.own, name)
    if (!isOwn && (input === null || !row.inputs.includes(input))) unknown.push(name)
    else if (text.trim() !== '') (isOwn ? own : flags)[name] = text
  }
  if (unknown.length > 0) throw unknownInputs(unknown.sort(), row)
  const missing = Object.keys(row.own).filter(name => row.own[name]?.required && own[name] === undefined)
  if (missing.length > 0) throw missingInputs(missing, row)
  return { flags, own }
}

/** A switch that only an action has. @throws BuildError `bad-input` */
export function readSwitch(name: string, text: string | undefined): boolean {
  const value = text?.trim().toLowerCase() ?? 'false'
  if (value === 'true' || value === 'false') return value === 'true'
  throw new BuildError('bad-input', `${asActionInput(name)} is ${JSON.stringify(text)}, not true or false`)
}

/** Makes every check, then throws what they threw as one error that lists it all; else gives what they gave. */
export async function checkAll<T extends readonly unknown[]>(
  checks: {
    readonly [I in keyof T]: () => T[I] | Promise<T[I]>
  },
): Promise<T> {
  const results = await Promise.allSettled(checks.map(async check => check()))
  const mistakes = results.flatMap(r => (r.status === 'rejected' ? [r.reason] : []))
  const other = mistakes.find(m => !(m instanceof BuildError))
  if (other !== undefined || mistakes.length === 1) throw other ?? mistakes[0]
  if (mistakes.length > 1) throw badInputs(mistakes.flatMap(mistakeLines))
  return results.map(r => (r.status === 'fulfilled' ? r.value : undefined)) as unknown as T
}

/** Texts that are separated by commas or lines. */
export function readList(text: string | undefined): string[] {
  return (text ?? '')
    .split(/[,\n]/)
    .map(part => part.trim())
    .filter(part => part !== '')
}

function unknownInputs(unknown: readonly string[], row: ActionRow): BuildError {
  const known = [...Object.keys(row.own), ...row.inputs]
  const all = [...known, ...row.inputs.flatMap(name => (inputTable[name] as InputRow).aliases)]
  const guesses = unknown.map(name => ({ name, guess: nearest(name.replaceAll('_', '-'), all) }))
  const sayings = guesses.map(({ name, guess }) => (guess ? `${name} (did you mean ${guess}?)` : name))
  return new BuildError('unknown-flag', `${row.title} has no input ${sayings.join(', ')}`, {
    hint: guesses.every(g => g.guess)
      ? 'The runner only warns of it, and nothing would come of what it says.'
      : `Its inputs are ${known.sort().join(', ')}.`,
  })
}

function missingInputs(missing: readonly string[], row: ActionRow): BuildError {
  return new BuildError('bad-input', `${row.title} needs the input ${missing.join(', ')}`, {
    hint: missing.map(name => `${name}: ${row.own[name]?.description ?? ''}`).join('\n'),
  })
}
