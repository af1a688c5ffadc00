import type { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { BuildError } from '../errors.ts'
import { findInput, suggestInput } from './names.ts'
import { type InputRow, inputTable } from './table.ts'

/** A value of the file, as the text that a flag would have. */
interface FileValue {
  /** As it was written: a name or an alias. */
  readonly name: string
  readonly text: string
  /** `portable-build.yml:3`. */
  readonly where: string
}

/** What the configuration file says: values for all projects, and for each of `projects:`. */
export interface FileInputs {
  readonly common: readonly FileValue[]
  readonly projects: readonly (readonly FileValue[])[]
}

/**
 * Reads portable-build.yml (design section 5). Numbers keep their text: `2.30` is not `2.3`.
 * @param name what messages call the file
 * @throws BuildError `bad-config` that lists every problem with its line
 */
export async function readConfig(name: string, text: string): Promise<FileInputs> {
  const yaml = await import('yaml')
  const lines = new yaml.LineCounter()
  const document: Document = yaml.parseDocument(text, { lineCounter: lines, uniqueKeys: true, schema: 'core' })
  const at = (offset: number | undefined) => `${name}:${lines.linePos(offset ?? 0).line}`
  const problems = document.errors.map(e => `${at(e.pos[0])}: ${e.message.split('\n')[0]?.replace(/ at line .*$/, '')}`)
  const reader = new ConfigReader(yaml, at, problems)
  const result = problems.length > 0 ? { common: [], projects: [] } : reader.root(document.contents)
  if (problems.length === 0) return result
  const more = problems.length > 1 ? ` and ${problems.length - 1} more` : ''
  throw new BuildError('bad-config', `${problems[0]}${more}`, problems.length > 1 ? { lines: problems } : {})
}

class ConfigReader {
  readonly #yaml: typeof import('yaml')
  readonly #at: (offset: number | undefined) => string
  readonly #problems: string[]

  constructor(yaml: typeof import('yaml'), at: (offset: number | undefined) => string, problems: string[]) {
    this.#yaml = yaml
    this.#at = at
    this.#problems = problems
  }

  root(node: unknown): FileInputs {
    if (node === null) return { common: [], projects: [] }
    if (!this.#yaml.isMap(node)) return this.#complain(node, 'the file must be a mapping of inputs')
    const isProjects = (pair: Pair) => keyOf(pair) === 'projects'
    const list = node.items.find(isProjects)
    const common = this.#values(node, ['projects'], pair => !isProjects(pair))
    if (list === undefined) return { common, projects: [] }
    if (!this.#yaml.isSeq(list.value) || list.value.items.length === 0) {
      return this.#complain(list.key, '`projects` must be a list with at least one project')
    }
    return { common, projects: list.value.items.map(item => this.#project(item)) }
  }

  #project(node: unknown): FileValue[] {
    if (this.#yaml.isMap(node)) return this.#values(node, [], () => true)
    if (this.#yaml.isScalar(node) && typeof node.value === 'string') {
      return [{ name: 'working-directory', text: node.value, where: this.#at(node.range?.[0]) }]
    }
    this.#complain(node, 'a project is a directory or a mapping of inputs')
    return []
  }

  #values(map: YAMLMap, more: readonly string[], wanted: (pair: Pair) => boolean): FileValue[] {
    return map.items.filter(wanted).flatMap((pair): FileValue[] => {
      const name = keyOf(pair)
      const where = this.#at((pair.key as Scalar | null)?.range?.[0])
      const input = findInput(name)
      if (input === null) {
        const guess = suggestInput(name, more)
        this.#problems.push(`${where}: unknown key ${JSON.stringify(name)}${guess ? `; did you mean ${guess}?` : ''}`)
        return []
      }
      const text = this.#text(pair.value, inputTable[input])
      if (text !== null) return [{ name, text, where }]
      this.#problems.push(`${where}: ${name} must be ${shapes[(inputTable[input] as InputRow).kind]}`)
      return []
    })
  }

  #text(node: unknown, row: InputRow): string | null {
    const { isScalar, isSeq, isMap } = this.#yaml
    if (node === null || (isScalar(node) && node.value === null)) return ''
    if (isScalar(node)) return scalarText(node)
    if (isSeq(node)) return this.#list(node, row)
    if (!isMap(node) || row.kind !== 'map') return null
    const entries = node.items.map(pair => {
      const value = isScalar(pair.value) ? scalarText(pair.value) : null
      return value === null ? null : `${keyOf(pair)}=${value}`
    })
    return entries.some(e => e === null || e.includes('\n')) ? null : entries.join('\n')
  }

  #list(node: YAMLSeq, row: InputRow): string | null {
    const texts = node.items.map(item => (this.#yaml.isScalar(item) ? scalarText(item) : null))
    if (texts.some(t => t === null)) return null
    if (row.kind === 'words') return texts.map(t => `'${t?.replaceAll("'", `'\\''`)}'`).join(' ')
    return row.kind === 'list' || row.kind === 'map' || row.kind === 'script' ? texts.join('\n') : null
  }

  #complain(node: unknown, message: string): FileInputs {
    this.#problems.push(`${this.#at((node as Scalar | null)?.range?.[0])}: ${message}`)
    return { common: [], projects: [] }
  }
}

const shapes: Readonly<Record<InputRow['kind'], string>> = {
  text: 'one text',
  list: 'a text or a list of texts',
  words: 'a text or a list of texts',
  script: 'a text or a list of lines',
  switch: 'true or false',
  choice: 'one text',
  map: '`name: value` pairs or `name=value` lines',
}

function keyOf(pair: Pair): string {
  const key = pair.key as Scalar | null
  return String(key?.value ?? '')
}

/** What was written, not what YAML made of it. */
function scalarText(node: Scalar): string {
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}
