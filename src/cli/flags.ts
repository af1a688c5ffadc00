import { type InputName, type InputRow, inputTable } from '../inputs/table.ts'

/** A flag of a command: an input of the table, or one that only the command line has. */
export interface Flag {
  /** Without the dashes. */
  readonly name: string
  /** What stands for the value in help; null for a flag without one. */
  readonly value: string | null
  readonly description: string
  readonly choices: readonly string[]
  /** Whether it is an input (a setting of the project) or a matter of this command alone. */
  readonly input: boolean
  /** An input that is true or false: `--name`, `--no-name`, `--name=false`. */
  readonly isSwitch: boolean
  /** How values given several times are put together; null: the last one counts. */
  readonly join: string | null
  /** An old or foreign name: it works, but help does not list it. */
  readonly hidden: boolean
  /** The value may look like a flag (`--args --features=x`). */
  readonly anyValue: boolean
}

/** Stand for the value of a switch that is on (off) by default: help shows `--[no-]name` (`--name`) instead. */
export const onSwitch = 'bool'
/** See {@link onSwitch}. */
export const offSwitch = 'on'

type Kind = InputRow['kind']

const values: Readonly<Record<Kind, string>> = {
  text: 'text',
  list: 'list',
  words: 'words',
  script: 'lines',
  switch: onSwitch,
  choice: 'choice',
  map: 'key=value',
}

const joins: Readonly<Record<Kind, string | null>> = {
  text: null,
  list: '\n',
  words: ' ',
  script: '\n',
  switch: null,
  choice: null,
  map: '\n',
}

/** The flags of some inputs: their names, then the aliases as hidden flags. */
export function inputFlags(names: readonly InputName[]): Flag[] {
  const shown = names.map(name => inputFlag(name, inputTable[name]))
  const hidden = names.flatMap(name =>
    inputTable[name].aliases.map(alias => ({ ...inputFlag(alias, inputTable[name]), hidden: true })),
  )
  return [...shown, ...hidden]
}

/** Choices longer than this stand in the description: one long term would push all others aside. */
const longChoices = 20

/** Every input, in the order of the table. */
export const allInputs = Object.keys(inputTable) as InputName[]

function inputFlag(name: string, row: InputRow): Flag {
  const isOff = row.kind === 'switch' && row.default === 'false'
  const standard = isOff ? undefined : (row.defaultText ?? row.default)
  const choices = row.choices?.join('|') ?? ''
  const isLong = choices.length > longChoices
  return {
    name,
    value: isOff ? offSwitch : isLong ? 'choice' : choices || values[row.kind],
    description: [
      row.description,
      ...(isLong ? [`One of ${choices.replaceAll('|', ', ')}.`] : []),
      ...(standard ? [`(default: ${standard})`] : []),
    ].join(' '),
    choices: row.kind === 'switch' ? ['true', 'false'] : (row.choices ?? []),
    input: true,
    isSwitch: row.kind === 'switch',
    join: joins[row.kind],
    hidden: false,
    anyValue: row.kind === 'words' || row.kind === 'script' || name === 'ldflags',
  }
}

/** A flag of the command line alone. */
export function ownFlag(name: string, value: string | null, description: string, join: string | null = null): Flag {
  return { name, value, description, choices: [], input: false, isSwitch: false, join, hidden: false, anyValue: false }
}
