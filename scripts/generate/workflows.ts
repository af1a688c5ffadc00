import { storeCredentials } from '../../src/cache/stores/sign.ts'
import { type InputRow, inputTable } from '../../src/inputs/table.ts'

/** Workflows that take every input of a build and hand it on. */
const callable = ['.github/workflows/build.yml', '.github/workflows/attested.yml']

/** The lines of each section, by name. */
export type Sections = Readonly<Record<string, () => string[]>>

const credentials = Object.entries(storeCredentials)

const rows: readonly (readonly [string, InputRow])[] = Object.entries(inputTable)

/**
 * What stands between `# generated: NAME` and `# end`, without its indentation. All inputs are strings without a default:
 * an input that is not given must not beat `portable-build.yml`, and a boolean would always be given.
 */
const sections: Sections = {
  inputs: () =>
    rows.flatMap(([name, row]) => [`${name}:`, `  description: ${JSON.stringify(described(row))}`, '  type: string']),
  secrets: () =>
    credentials.flatMap(([name, description]) => [
      `${name}:`,
      `  description: ${JSON.stringify(description)}`,
      '  required: false',
    ]),
  credentials: () => credentials.map(([name]) => `${name}: \${{ secrets.${name} }}`),
  with: () => rows.map(([name]) => `${name}: \${{ inputs.${name} }}`),
}

/** The reusable workflows with their sections filled from the table of inputs. @throws Error where a section is not known */
export function workflowFiles(read: (path: string) => string): { path: string; content: string }[] {
  return callable.map(path => ({ path, content: fillSections(read(path), sections) }))
}

/** The workflow of the README, as a block of Markdown: the file that act runs. */
export function workflowExample(read: (path: string) => string): string {
  return `\`\`\`yaml\n${read('examples/workflows/ci.yml').trimEnd()}\n\`\`\``
}

/** Fills what stands between `# generated: NAME` and `# end`, each line moved as far to the right as those. @throws Error where a section is not known */
export function fillSections(text: string, sections: Sections): string {
  return text.replace(/^( *)# generated: (\S+)\n(?:.*\n)*?\1# end$/gm, (_, indent: string, name: string) => {
    const lines = sections[name]
    if (!lines) throw new Error(`no generated section is called "${name}"`)
    return [`# generated: ${name}`, ...lines(), '# end'].map(line => (line === '' ? '' : indent + line)).join('\n')
  })
}

function described(row: InputRow): string {
  const usual = row.defaultText ?? (row.default ? `\`${row.default}\`` : '')
  return usual === '' ? row.description : `${row.description} Default: ${usual}.`
}
