import { inputNames } from './names.ts'
import { type InputName, type InputRow, inputTable } from './table.ts'

/** A JSON Schema as plain data. */
type Schema = Readonly<Record<string, unknown>>

const scalar = { type: ['string', 'number', 'boolean', 'null'] } as const
const listOf = { type: 'array', items: scalar } as const

/** What the file may hold for each kind of input; the reader of the file (file.ts) takes exactly these. */
const shapes: Readonly<Record<InputRow['kind'], (row: InputRow) => Schema>> = {
  text: row => (row.pattern === undefined ? scalar : { ...scalar, pattern: row.pattern }),
  list: () => ({ anyOf: [scalar, listOf] }),
  words: () => ({ anyOf: [scalar, listOf] }),
  script: () => ({ anyOf: [scalar, listOf] }),
  switch: () => ({ enum: [true, false, 'true', 'false', 'yes', 'no', 0, 1, '0', '1', null] }),
  choice: row => ({ enum: [...(row.choices ?? []).flatMap(sameInYaml), null] }),
  map: () => ({ anyOf: [scalar, listOf, { type: 'object', additionalProperties: scalar }] }),
}

/** An unquoted `true` is a boolean in YAML. */
function sameInYaml(choice: string): unknown[] {
  return choice === 'true' || choice === 'false' ? [choice, choice === 'true'] : [choice]
}

/** The JSON Schema (draft 2020-12) of portable-build.yml, for editors; made of the table of inputs. */
export function configSchema(): Schema {
  const inputs = Object.fromEntries(inputNames.flatMap(propertiesOf))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'portable-build.yml',
    description: 'Inputs of portable-build. Flags and PORTABLE_BUILD_<NAME> variables win over this file.',
    type: ['object', 'null'],
    properties: {
      ...inputs,
      projects: {
        description:
          'The projects of a repository with several: a directory, or inputs; what stands beside the list is for all.',
        type: 'array',
        minItems: 1,
        items: { anyOf: [{ type: 'string' }, { type: 'object', properties: inputs, additionalProperties: false }] },
      },
    },
    additionalProperties: false,
  }
}

/** An input and its aliases, which editors strike through. */
function propertiesOf(name: InputName): [string, Schema][] {
  const row: InputRow = inputTable[name]
  const property = {
    description: row.description,
    ...(row.default ? { default: row.kind === 'switch' ? row.default === 'true' : row.default } : {}),
    ...shapes[row.kind](row),
  }
  const aliases = row.aliases.map((alias): [string, Schema] => {
    return [alias, { ...shapes[row.kind](row), description: `Use \`${name}\`.`, deprecated: true }]
  })
  return [[name, property], ...aliases]
}
