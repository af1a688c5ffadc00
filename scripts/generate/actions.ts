import { stringify } from 'yaml'
import { type ActionKind, type ActionRow, actionTable, type OwnInput } from '../../src/inputs/actions.ts'
import { type InputRow, inputSubjects, inputTable } from '../../src/inputs/table.ts'
import { outputTable } from '../../src/outputs/table.ts'
import { code, defaultOf, replaceSection, table } from './markdown.ts'

const header = '# Written by `npm run generate` from the tables in src/; do not edit by hand.\n'

/** What the marketplace shows of a description. */
const longest = 125

/** action.yml of the action and of each sub-action. @throws Error when a description is too long for the marketplace */
export function actionFiles(): { path: string; content: string }[] {
  return Object.values(actionTable).map(row => {
    if (row.description.length > longest)
      throw new Error(`${row.title}: more than ${longest} characters of description`)
    return {
      path: row.dir === '.' ? 'action.yml' : `${row.dir}/action.yml`,
      content: header + stringify(metadata(row), { lineWidth: 0 }),
    }
  })
}

/**
 * No input has a `default`: the runner hands defaults over as if they had been said, and then they would beat portable-build.yml.
 * Source: GitHub's metadata syntax for actions; what the runner does with it was read in its source (2.336).
 */
function metadata(row: ActionRow): object {
  const shared = row.inputs.filter(name => !Object.hasOwn(row.own, name))
  const inputs = [
    ...Object.entries(row.own).map(([name, own]) => [name, ownInput(own)]),
    ...shared.map(name => [name, { description: withDefault(inputTable[name]) }]),
    ...row.inputs.flatMap(name => (inputTable[name] as InputRow).aliases.map(alias => [alias, deprecated(name)])),
  ]
  return {
    name: row.title,
    description: row.description,
    author: 'The portable-build authors',
    branding: { icon: 'package', color: 'blue' },
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(row.outputs.map(name => [name, { description: outputTable[name] }])),
    runs: { using: 'node24', main: row.dir === '.' ? row.main : `../${row.main}` },
  }
}

function ownInput({ description, required }: OwnInput): object {
  return required ? { description, required } : { description }
}

function deprecated(name: string): object {
  return { description: `Another name of \`${name}\`.`, deprecationMessage: `This input is called \`${name}\`.` }
}

function withDefault(row: InputRow): string {
  const usual = defaultOf(row)
  return usual === '–' ? row.description : `${row.description} Default: ${usual}.`
}

/** docs/action.md with its tables: inputs by subject, what each action has of its own, outputs. */
export function actionPage(page: string): string {
  const subjects = inputSubjects.map(({ title, rows }) => {
    const cells = Object.entries(rows).map(([name, row]) => [code(name), defaultOf(row), row.description])
    return `### ${title}\n\n${table(['input', 'default', 'meaning'], cells)}`
  })
  const kinds: readonly ActionKind[] = ['plan', 'verify', 'collect']
  const withBuild = replaceSection(page, 'inputs', `${subjects.join('\n\n')}\n\n### Of one run\n\n${ownTable('build')}`)
  const withOutputs = replaceSection(withBuild, 'outputs', outputsTable('build'))
  return kinds.reduce((text, kind) => replaceSection(text, kind, kindTables(kind)), withOutputs)
}

/** Outputs of an action, as a table. */
export function outputsTable(kind: ActionKind): string {
  return table(
    ['output', 'what it is'],
    actionTable[kind].outputs.map(name => [code(name), outputTable[name]]),
  )
}

function ownTable(kind: ActionKind): string {
  const rows = Object.entries(actionTable[kind].own)
  return table(
    ['input', 'meaning'],
    rows.map(([name, own]) => [code(name), own.required ? `${own.description} Required.` : own.description]),
  )
}

function kindTables(kind: ActionKind): string {
  return `${ownTable(kind)}\n\n${outputsTable(kind)}`
}
