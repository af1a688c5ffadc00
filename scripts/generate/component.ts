import { stringify } from 'yaml'
import {
  type ComponentInput,
  componentInputs,
  defaultOf,
  itemPattern,
  type RunnerArch,
  runnerArchs,
  sharedInputs,
  tagsVariable,
} from '../../src/inputs/component.ts'
import { variableOf } from '../../src/inputs/names.ts'
import { type InputRow, inputTable } from '../../src/inputs/table.ts'
import { tool } from '../../src/tool.ts'
import { type Pin, pinFile } from '../release/pin.ts'
import { code, replaceSection, table } from './markdown.ts'
import { fillSections } from './workflows.ts'

const template = 'templates/gitlab/template.yml'
const startScript = 'templates/gitlab/start.sh'

const input = (name: string) => `$[[ inputs.${name} ]]`
/** A value that is no text becomes one when something stands beside it; readers trim it. */
const asText = (name: string) => `'${input(name)} '`
const thisVersion = `${tool.name}@${tool.version}`
const archNames = Object.keys(runnerArchs) as RunnerArch[]

/** templates/gitlab/template.yml with its sections filled. @throws Error when an own input has the name of a shared one */
export function componentFile(read: (path: string) => string): { path: string; content: string } {
  const own = ownInputs(read)
  const twice = Object.keys(own).filter(name => (sharedInputs as readonly string[]).includes(name))
  if (twice.length > 0) throw new Error(`inputs of the component and of the table: ${twice.join(', ')}`)
  const sections = {
    inputs: () => [...Object.entries(own).flatMap(ownSpec), ...sharedInputs.flatMap(name => sharedSpec(name))],
    variables: () => [...Object.entries(own).flatMap(ownVariable), ...sharedInputs.map(sharedVariable)],
    start: () => ['- |', ...start(read(startScript)).map(line => (line === '' ? '' : `  ${line}`))],
    elsewhere: () => archNames.flatMap(elsewhere),
    native: () => archNames.flatMap(native),
    needs: () => archNames.map(arch => `- { job: '${input('name')}-build-${arch}', optional: true }`),
  }
  return { path: template, content: fillSections(read(template), sections) }
}

function ownInputs(read: (path: string) => string): Readonly<Record<string, ComponentInput>> {
  const pin: Pin = JSON.parse(read(pinFile))
  const integrity = pin.version === tool.version && pin.integrity ? ` ${pin.integrity}` : ''
  return componentInputs(`${thisVersion}${integrity}`)
}

function spec(name: string, fields: Readonly<Record<string, unknown>>): string[] {
  return stringify({ [name]: fields }, { lineWidth: 0 })
    .trimEnd()
    .split('\n')
}

function ownSpec([name, { description, type, default: value }]: [string, ComponentInput]): string[] {
  return spec(name, { description, type, default: value })
}

/** A choice without a default may be left open; GitLab's options must hold the default. */
function sharedSpec(name: keyof typeof inputTable): string[] {
  const row: InputRow = inputTable[name]
  const usual = row.defaultText && !row.default ? ` Default: ${row.defaultText}.` : ''
  const value = defaultOf(row)
  const common = { description: `${row.description}${usual}` }
  if (row.kind === 'switch') return spec(name, { ...common, type: 'boolean', default: value === 'true' })
  const options = row.choices ? { options: row.default ? row.choices : ['', ...row.choices] } : {}
  return spec(name, { ...common, type: 'string', ...options, default: value })
}

function ownVariable([name, { variable, type }]: [string, ComponentInput]): string[] {
  return variable === null ? [] : [line(variable, type === 'array' ? asText(name) : input(name))]
}

function sharedVariable(name: keyof typeof inputTable): string {
  const row: InputRow = inputTable[name]
  return line(variableOf(name), row.kind === 'switch' ? asText(name) : input(name))
}

const line = (variable: string, value: string) =>
  `${variable}: { value: ${value.startsWith("'") ? value : `'${value}'`}, expand: false }`

/** Without what only shellcheck and readers of the file need. */
function start(text: string): string[] {
  return text.trimEnd().split('\n').slice(3)
}

/** What an architecture's own runners build is left to them. */
function elsewhere(arch: RunnerArch): string[] {
  return [`- if: $${tagsVariable(arch)} != "[] " && $PB_LEG =~ /${itemPattern(arch)}/`, '  when: never']
}

function native(arch: RunnerArch): string[] {
  return [
    `${input('name')}-build-${arch}:`,
    `  extends: .${input('name')}-leg`,
    `  tags: ${input(`runner-tags-${arch}`)}`,
    '  rules:',
    `    - if: $${tagsVariable(arch)} == "[] " || $PB_LEG !~ /${itemPattern(arch)}/`,
    '      when: never',
    `    - ${input('rules')}`,
  ]
}

/** The pipeline of the README, as a block of Markdown: the file that the suite `gitlab` runs. */
export function pipelineExample(read: (path: string) => string): string {
  return `\`\`\`yaml\n${read('examples/gitlab/.gitlab-ci.yml').trimEnd()}\n\`\`\``
}

/** docs/gitlab.md with its tables: what the component has of its own. */
export function gitlabPage(page: string, read: (path: string) => string): string {
  // without the digest of the package, of which the page is a part
  const rows = Object.entries(componentInputs(thisVersion)).map(([name, own]) => [
    code(name),
    own.type,
    name === 'rules'
      ? 'see the template'
      : code(typeof own.default === 'string' ? own.default : JSON.stringify(own.default)),
    own.description,
  ])
  const filled = replaceSection(page, 'inputs', table(['input', 'type', 'default', 'meaning'], rows))
  return replaceSection(filled, 'example', pipelineExample(read))
}
