import { archNames, archs } from '../../src/arch.ts'
import { errorTable, exitCodes } from '../../src/errors.ts'
import { type InputRow, inputSubjects, inputTable } from '../../src/inputs/table.ts'
import { findingTable } from '../../src/verify/findings.ts'
import { presetNames, presets } from '../../src/verify/presets.ts'
import { code, defaultOf, replaceSection, table } from './markdown.ts'

const notice = '<!-- Written by `npm run generate` from the tables in src/; do not edit by hand. -->'

const inputRows: readonly (readonly [string, InputRow])[] = Object.entries(inputTable)

const kinds: Readonly<Record<InputRow['kind'], string>> = {
  text: 'text',
  list: 'list: comma or newline',
  words: 'words, as in a shell, but no shell sees them',
  script: 'shell lines (`sh -eu`)',
  switch: '`true` or `false`',
  choice: 'one of',
  map: '`name=value` lines',
}

function kindOf(row: InputRow): string {
  return row.choices ? row.choices.map(code).join(', ') : kinds[row.kind]
}

/** docs/inputs.md: every input by subject, with its default and aliases. */
export function inputsPage(): string {
  const subjects = inputSubjects.map(({ title, rows }) => `## ${title}\n\n${subjectTable(rows)}`)
  return `${notice}

# Inputs

Every input has one name everywhere: \`--name value\` on the command line, \`name: value\` below \`with:\` of the action and in
\`portable-build.yml\`, \`PORTABLE_BUILD_NAME\` in the environment (upper case, \`_\` for \`-\`). An earlier place of this list wins: flag or
action's input, environment, file, what was detected, the default. \`portable-build plan\` says for each value where it came from.

${subjects.join('\n\n')}

\`portable-build.yml\` may hold a list \`projects:\` whose items have the same names; what stands beside the list is for all of
them. Editors that know JSON Schema check the file with \`schema/portable-build.schema.json\`.
`
}

function subjectTable(subject: Readonly<Record<string, InputRow>>): string {
  const rows = Object.entries(subject).map(([name, row]) => [
    code(name),
    kindOf(row),
    defaultOf(row),
    `${row.description}${row.aliases.length > 0 ? ` Also: ${row.aliases.map(code).join(', ')} (deprecated spellings).` : ''}`,
  ])
  return table(['input', 'value', 'default', 'meaning'], rows)
}

/** The README's short table: what most people set. */
export function inputsTable(): string {
  const most = ['targets', 'glibc', 'bin', 'args', 'before-script', 'build-command', 'env', 'output-dir', 'smoke']
  const rows = inputRows
    .filter(([name]) => most.includes(name))
    .map(([name, row]) => [code(name), defaultOf(row), row.description])
  return table(['input', 'default', 'meaning'], rows)
}

/** docs/troubleshooting.md: what happened and what to do, by error code. */
export function troubleshootingPage(): string {
  const kindsInOrder = ['usage', 'failed', 'environment', 'interrupted'] as const
  const titles = {
    usage: 'Wrong usage or input: nothing was started',
    failed: 'The build or the verification failed',
    environment: 'This machine lacks something',
    interrupted: 'Interrupted',
  } as const
  const sections = kindsInOrder.map(kind => {
    const errors = Object.entries(errorTable).filter(([, row]) => row.kind === kind)
    const texts = errors.map(([name, row]) => `### ${name}\n\n${row.title}.\n\n${row.remedy}`)
    return `## ${titles[kind]} (exit code ${exitCodes[kind]})\n\n${texts.join('\n\n')}`
  })
  return `${notice}

# Troubleshooting

Every error ends with a code in brackets; the code is the title of its section here. Exit code ${exitCodes.done} means that everything
was built and verified. The last lines of a tool that failed are shown with the exact command to run by hand; \`--verbose\` shows
everything that the tools said, \`portable-build doctor\` what this machine has and lacks.

${sections.join('\n\n')}
`
}

/** docs/targets.md: what can be built for, with every accepted spelling. */
export function targetsPage(): string {
  const rows = archNames.map(name => {
    const arch = archs[name]
    return [
      code(name),
      arch.aliases.map(code).join(', ') || '–',
      arch.zig ? 'yes' : 'no',
      arch.rust.musl ? code(arch.rust.musl) : '–',
      arch.rust.glibc ? code(arch.rust.glibc) : '–',
      arch.go ? code([arch.go.goarch, ...Object.entries(arch.go.env).map(([k, v]) => `${k}=${v}`)].join(' ')) : '–',
      arch.firstGlibc,
      arch.defaultFloor,
    ]
  })
  return `${notice}

# Targets

A target's canonical name is \`<arch>-linux[-<libc>[.<floor>]]\`: \`x86_64-linux-musl\` (static), \`aarch64-linux-gnu.2.17\` (starts on
glibc 2.17 and newer), \`x86_64-linux\` (a Go program that uses no C library). These spellings mean the same and may be used
anywhere: \`linux/arm64\`, \`linux/arm/v7\`, \`arm64\`, \`linux_arm64\`, Rust triples with or without \`.2.17\`, \`manylinux2014_x86_64\`,
\`manylinux_2_28_aarch64\`, \`musllinux_1_2_x86_64\`.

A floor written on a target that its architecture cannot have is refused with the nearest one that it can; \`glibc:\`, given
once for all targets, is raised where an architecture's first glibc is newer, and the plan says so.

${table(['architecture', 'also written', 'C/C++ by zig', 'Rust, musl', 'Rust, glibc', 'Go', 'first glibc', 'default floor'], rows)}

C and C++ for glibc are position independent executables, as the compilers of distributions link them; static ones for musl load
at a fixed address, and with \`-fPIE\` to compile and \`-static-pie\` to link anywhere.

CPU is always the baseline of the architecture; \`cpu\` allows more. In this version, C, Go and Rust are built and started in CI for
\`x86_64\` and \`aarch64\`; the other rows are planned from the same table, and the verifier knows how to judge all of them.
`
}

/** docs/verify.md with its tables: the presets of the policy, every finding by its id. */
export function verifyPage(page: string): string {
  const rows = presetNames.map(name => [code(name), presets[name].title])
  const filled = replaceSection(page, 'presets', table(['policy', 'what passes'], rows))
  return replaceSection(filled, 'findings', findingsTable())
}

function findingsTable(): string {
  const rows = Object.entries(findingTable).map(([id, row]) => [
    `[${id}](findings/${id}.md)`,
    row.severity,
    row.title,
    row.hint,
  ])
  return table(['id', 'severity', 'what it says', 'what to do'], rows)
}
