import { nearest } from '../nearest.ts'
import { type InputName, type InputRow, inputTable } from './table.ts'

/** The names of all inputs, in the order of the table. */
export const inputNames = Object.keys(inputTable) as InputName[]

const aliases: ReadonlyMap<string, InputName> = new Map(
  inputNames.flatMap(name => (inputTable[name] as InputRow).aliases.map((alias): [string, InputName] => [alias, name])),
)

/** The input that a name or alias means, or null. */
export function findInput(name: string): InputName | null {
  return inputNames.find(known => known === name) ?? aliases.get(name) ?? null
}

/** The known name (or one of `more`) that a mistyped one is most like, or null. */
export function suggestInput(name: string, more: readonly string[] = []): string | null {
  return nearest(name.replaceAll('_', '-'), [...inputNames, ...aliases.keys(), ...more])
}

/** How a door writes the name of an input in messages. */
export type Spell = (name: string) => string

/** As on a command line: `--glibc`. */
export const asFlag: Spell = name => `--${name}`

/** The environment variable of an input: `PORTABLE_BUILD_OUTPUT_DIR`. */
export function variableOf(name: string): string {
  return `PORTABLE_BUILD_${name.toUpperCase().replaceAll('-', '_')}`
}
