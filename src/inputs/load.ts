import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { BuildError } from '../errors.ts'
import { type FileInputs, readConfig } from './file.ts'
import type { Inputs, LoadedInputs, Origin, Setting } from './inputs.ts'
import { badInputs } from './mistakes.ts'
import { asFlag, findInput, inputNames, type Spell, suggestInput, variableOf } from './names.ts'
import { type InputName, type InputRow, inputTable } from './table.ts'
import { readValue } from './values.ts'

/** What a door got. */
export interface InputRequest {
  readonly dir: string
  /** By name or alias. */
  readonly flags: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string | undefined>>
  /** Another file than `<dir>/portable-build.yml`. */
  readonly config?: string
  /** How messages write the name of a flag; default: `--name`. */
  readonly spell?: Spell
}

/** A value and where it was said. */
interface Said {
  readonly name: string
  readonly text: string
  readonly origin: Origin
  readonly where: string
}

/** Names of the configuration file; the first is the one that we write about. */
const configNames = ['portable-build.yml', 'portable-build.yaml'] as const

/** Variables of ours that are no inputs. */
const otherVariables = ['PORTABLE_BUILD_CACHE_DIR', 'PORTABLE_BUILD_CACHE_TOKEN', 'PORTABLE_BUILD_TOOLS_DIR']

/**
 * Reads all inputs: flag > `PORTABLE_BUILD_<NAME>` > file > default. A repository with `projects:` gives several.
 * @throws BuildError `bad-input` that lists every problem at once; `bad-config`, `unknown-flag`
 */
export async function loadInputs(
  request: InputRequest,
): Promise<{ projects: readonly { dir: string; loaded: LoadedInputs }[] }> {
  const flags = sayFlags(request.flags, request.spell ?? asFlag)
  const variables = sayVariables(request.env)
  const elsewhere = [flags, variables]
    .flat()
    .find(said => findInput(said.name) === 'working-directory' && said.text.trim() !== '')
  const file = await findConfig(request, elsewhere?.text.trim())
  const common = file.common.map(said => ({ ...said, origin: 'file' as const }))
  const sets = file.projects.length > 0 ? file.projects : [[]]
  const problems: string[] = []
  if (elsewhere && sets.length > 1) {
    problems.push(`${elsewhere.where}: the file has ${sets.length} projects, each with a directory of its own`)
  }
  const projects = sets.map(own => {
    const layers = [flags, variables, own.map(said => ({ ...said, origin: 'file' as const })), common]
    const loaded = settle(layers, problems)
    // a value that cannot be is not there, and thrown below
    return { dir: resolve(request.dir, loaded.inputs['working-directory'] ?? ''), loaded }
  })
  if (problems.length > 0) throw badInputs([...new Set(problems)])
  return { projects }
}

function sayFlags(flags: Readonly<Record<string, string>>, spell: Spell): Said[] {
  return Object.entries(flags).map(([name, text]) => {
    if (findInput(name) !== null) return { name, text, origin: 'flag', where: spell(name) }
    const guess = suggestInput(name)
    throw new BuildError('unknown-flag', `unknown input ${JSON.stringify(name)}`, {
      ...(guess ? { hint: `Did you mean ${guess}?` } : {}),
    })
  })
}

function sayVariables(env: InputRequest['env']): Said[] {
  const names = inputNames.flatMap(name => [name, ...(inputTable[name] as InputRow).aliases])
  const said = names.flatMap((name): Said[] => {
    const variable = variableOf(name)
    const text = env[variable]
    return text === undefined || text === '' ? [] : [{ name, text, origin: 'environment', where: variable }]
  })
  const known = [...names.map(variableOf), ...otherVariables]
  const unknown = Object.keys(env).find(v => /^PORTABLE_BUILD_[A-Z0-9_]+$/.test(v) && !known.includes(v))
  if (unknown === undefined) return said
  const guess = suggestInput(unknown.slice('PORTABLE_BUILD_'.length).toLowerCase())
  throw new BuildError('unknown-flag', `the variable ${unknown} names no input`, {
    hint: guess ? `Did you mean ${variableOf(guess)}?` : 'See docs/inputs.md, or unset it.',
  })
}

/** The file that was named; else the one beside the project, also when a flag says that the project is further down. */
async function findConfig(request: InputRequest, below: string | undefined): Promise<FileInputs> {
  const dirs = below === undefined ? [request.dir] : [resolve(request.dir, below), request.dir]
  const beside = dirs.flatMap(dir => configNames.map(name => join(dir, name)))
  const paths = request.config === undefined ? beside : [resolve(request.config)]
  for (const path of paths) {
    try {
      return await readConfig(basename(path), await readFile(path, 'utf8'))
    } catch (cause) {
      if (cause instanceof BuildError) throw cause
      const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error'
      if (request.config === undefined && (code === 'ENOENT' || code === 'ENOTDIR')) continue
      throw new BuildError('bad-config', `${path} cannot be read (${code})`, { cause })
    }
  }
  return { common: [], projects: [] }
}

function settle(layers: readonly (readonly Said[])[], problems: string[]): LoadedInputs {
  const inputs: Record<string, unknown> = {}
  const settings: Setting[] = []
  const notices: string[] = []
  for (const name of inputNames) {
    const said = pick(name, layers, problems)
    const read = readValue(name, said?.text ?? '')
    if ('problem' in read) problems.push(`${said ? subjectOf(said, name) : name} ${read.problem}`)
    else inputs[name] = read.value
    const fallback = (inputTable[name] as InputRow).default
    if (said) settings.push({ name, value: said.text, origin: said.origin, where: said.where })
    else if (fallback) settings.push({ name, value: fallback, origin: 'default', where: '' })
    if (said && said.name !== name) notices.push(`${said.where}: ${said.name} is called ${name} here`)
  }
  return { inputs: inputs as unknown as Inputs, settings, notices }
}

/** What a problem is said of: a flag or variable that is the input, else the place and the input. */
function subjectOf(said: Said, name: InputName): string {
  return said.origin !== 'file' && said.name === name ? said.where : `${said.where}: ${name}`
}

/** The value that wins; a name and its alias that disagree in one place are a problem, not a matter of order. */
function pick(name: InputName, layers: readonly (readonly Said[])[], problems: string[]): Said | null {
  for (const layer of layers) {
    const mine = layer.filter(said => findInput(said.name) === name && said.text.trim() !== '')
    const [first, second] = mine
    if (first && second && first.text !== second.text) {
      problems.push(`${first.where} and ${second.where} are the same input (${name}) with different values`)
    }
    if (first) return first
  }
  return null
}
