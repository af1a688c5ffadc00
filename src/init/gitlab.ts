import { type InputRow, inputTable } from '../inputs/table.ts'
import type { Project } from '../project.ts'
import { repository, tool } from '../tool.ts'
import { packagesFor } from './runner.ts'
import { indent, scalar } from './yaml.ts'

/** What a pipeline is written from. */
export interface PipelineFacts {
  readonly projects: readonly Pick<Project, 'name' | 'language' | 'buildSystem'>[]
  /** Programs that the build needs on the machine. */
  readonly tools: readonly string[]
  /** Inputs to write, by name; `targets` with commas. */
  readonly inputs: Readonly<Record<string, string>>
  /** Version of the component: `1`, `1.2.3`, `~latest`, or a full commit sha. */
  readonly ref: string
}

/** The version of the component that is written when nobody names one. */
export const defaultComponentRef = '1'

/** Images of languages that the component's own does not have: two lines make one with Node, for every architecture. */
const images: Readonly<Record<string, string>> = { rust: 'rust:1-bookworm', go: 'golang:1-bookworm' }

/** Packages of Debian that the component's own image lacks, beside those that hosted machines of GitHub lack. */
const notInImage: Readonly<Record<string, string>> = { cmake: 'cmake' }

/** Writes `.gitlab-ci.yml` that builds and verifies with the component. Pure. */
export function gitlabPipeline({ projects, tools, inputs, ref }: PipelineFacts): { path: string; text: string } {
  const what = projects.map(p => `${comment(p.name)} (${p.language === 'c' ? p.buildSystem : p.language})`).join(', ')
  const { targets, ...others } = inputs
  const lines = [
    `# Builds and verifies ${what}: a job for each item of \`targets\`, then one that collects.`,
    `# Written by \`${tool.name} init --gitlab\`, ${tool.name} ${tool.version}; it is yours now, change what you like.`,
    'include:',
    `  - component: $CI_SERVER_FQDN/${repository}/gitlab@${ref}`,
    '    inputs:',
    ...indent(
      [
        ...(targets === undefined ? [] : [`targets: [${itemsOf(targets).map(scalar).join(', ')}]`]),
        ...Object.entries(others).map(([name, text]) => `${name}: ${typed(name, text)}`),
        ...machine(projects, tools),
      ],
      6,
    ),
  ]
  return { path: '.gitlab-ci.yml', text: `${lines.join('\n')}\n` }
}

/** A project's name may be anything: in a comment it stays on its line. */
const comment = (name: string) => name.replace(/[^\x20-\x7e]/g, '?').slice(0, 100)

const itemsOf = (targets: string) =>
  targets
    .split(/[,\n]/)
    .map(t => t.trim())
    .filter(t => t !== '')

/** GitLab wants a value of the type that an input has: true and false by themselves, everything else a text. */
function typed(name: string, text: string): string {
  const row: InputRow | undefined = Object.hasOwn(inputTable, name)
    ? inputTable[name as keyof typeof inputTable]
    : undefined
  return row?.kind === 'switch' ? String(text.trim().toLowerCase() === 'true') : scalar(text)
}

/** Where the jobs run. */
function machine(projects: PipelineFacts['projects'], tools: readonly string[]): string[] {
  const image = projects.flatMap(p => images[p.language] ?? [])[0]
  if (image !== undefined) {
    return [
      '# The tools of the language and Node 22.15 or newer; a Dockerfile of two lines makes it, for amd64 and arm64 alike:',
      `#   FROM ${image}`,
      '#   COPY --from=node:24-bookworm-slim /usr/local /usr/local',
      'job-image: $CI_REGISTRY_IMAGE/builder',
    ]
  }
  const packages = [...new Set([...tools.flatMap(t => notInImage[t] ?? []), ...packagesFor(tools)])]
  if (packages.length === 0) return []
  return [`setup: apt-get update -qq && apt-get install -y -qq --no-install-recommends ${packages.join(' ')}`]
}
