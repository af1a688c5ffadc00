import { type ArchName, archs } from '../arch.ts'
import { inputNames, variableOf } from './names.ts'
import { type InputName, type InputRow, inputTable } from './table.ts'

/** An input that only the GitLab component has: a matter of its jobs, not of the project. */
export interface ComponentInput {
  readonly description: string
  readonly type: 'string' | 'array'
  readonly default: string | readonly unknown[]
  /** The variable in which the jobs get it; null: it stands in the definition of a job. */
  readonly variable: string | null
}

/** The item of `targets` that means: whatever the project says, on one machine. */
export const everything = 'all'

/** Inputs of the table that mean nothing on GitLab, and `targets`, which is a list there: each item is a job. */
const left: readonly InputName[] = ['targets', 'artifact-upload', 'artifact-retention-days', 'distribute', 'runner']

/** The inputs that the component shares with every other door. */
export const sharedInputs: readonly InputName[] = inputNames.filter(name => !left.includes(name))

/** Architectures for which GitLab Runner is built, and how `runner-tags-…` calls them; x86_64 has the plain `runner-tags`. */
export const runnerArchs = {
  arm64: 'aarch64',
  arm: 'armv7',
  ppc64le: 'ppc64le',
  riscv64: 'riscv64',
  s390x: 's390x',
} as const satisfies Record<string, ArchName>

/** A name of `runner-tags-…`. */
export type RunnerArch = keyof typeof runnerArchs

/**
 * Matches an item of `targets` that is one target of an architecture, in every spelling; written so that RE2 and JavaScript read it alike.
 * Source of the syntax: https://docs.gitlab.com/ci/jobs/job_rules/#compare-a-variable-to-a-regular-expression
 */
export function itemPattern(arch: RunnerArch): string {
  const name = runnerArchs[arch]
  const { aliases, docker } = archs[name]
  const spellings = [name, ...aliases, ...(docker === null ? [] : [docker.replace('linux/', '')])]
  const words = [...new Set(spellings)].sort((a, b) => b.length - a.length).map(w => w.replaceAll('/', '\\/'))
  return `^(linux[_\\/]|(many|musl)linux[0-9_]*_)?(${words.join('|')})([-.][^,]*)?$`
}

/** The jobs run in every pipeline of a branch, a tag or a merge request, never twice for one commit; what a tag builds saves nothing. */
const rules = [
  { if: '$CI_PIPELINE_SOURCE == "merge_request_event"' },
  { if: '$CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS', when: 'never' },
  { if: '$CI_COMMIT_TAG', variables: { PB_CACHE_POLICY: 'pull' } },
  { if: '$CI_COMMIT_BRANCH' },
]

const tagsInput = (description: string, variable: string): ComponentInput => {
  return { description, type: 'array', default: [], variable }
}

/** The variable that holds the tags of an architecture's runners. */
export function tagsVariable(arch: RunnerArch): string {
  return `PB_RUNNER_TAGS_${arch.toUpperCase()}`
}

/**
 * The component's own inputs.
 * @param cli what `cli` is when nobody says it: the package of this version
 */
export function componentInputs(cli: string): Readonly<Record<string, ComponentInput>> {
  return {
    targets: {
      description:
        'What to build for; each item is a job on a machine of its own: `[linux/amd64, linux/arm64]`. Targets in one item, with commas, are built by one machine. `all`: what portable-build.yml says, else the architecture of the runner.',
      type: 'array',
      default: [everything],
      variable: 'PB_LEGS',
    },
    name: {
      description: 'Begins the names of the jobs: `<name>-plan`, `<name>-build`, `<name>-collect`.',
      type: 'string',
      default: 'portable',
      variable: null,
    },
    stage: { description: 'Stage of all jobs.', type: 'string', default: 'build', variable: null },
    'job-image': {
      description:
        'Image of the jobs, where runners use images: it has the tools of the language, git, tar and Node 22.15 or newer (else say `node`).',
      type: 'string',
      default: 'node:24-bookworm',
      variable: null,
    },
    setup: {
      description:
        'Shell lines that install what the image lacks, before anything else, in every job; a PATH that they export stays.',
      type: 'string',
      default: '',
      variable: 'PB_SETUP',
    },
    node: {
      description:
        'Where the image has no Node: addresses of archives with `bin/node`, one for each `linux-x64`, `linux-arm64`, each with its digest: `https://…linux-x64.tar.gz#sha256=…`.',
      type: 'string',
      default: '',
      variable: 'PB_NODE',
    },
    cli: {
      description:
        'portable-build itself: an exact npm version (`portable-build@1.2.3 sha512-…`), an address with a digest (`https://…tgz#sha256=…`), or a path of the runner.',
      type: 'string',
      default: cli,
      variable: 'PB_CLI',
    },
    'runner-tags': tagsInput('Tags of the runners for all jobs that have no tags of their own.', 'PB_RUNNER_TAGS'),
    ...Object.fromEntries(
      (Object.keys(runnerArchs) as RunnerArch[]).map(arch => [
        `runner-tags-${arch}`,
        tagsInput(
          `Tags of ${arch} runners: items of \`targets\` for ${arch} are built there; cross-built on the others when empty.`,
          tagsVariable(arch),
        ),
      ]),
    ),
    rules: {
      description:
        'Rules of all jobs, as `rules:` of a job has them. `PB_CACHE_POLICY: pull` in the variables of a rule: its pipelines leave nothing in the cache.',
      type: 'array',
      default: rules,
      variable: null,
    },
    'expire-in': {
      description: 'When GitLab deletes what `<name>-collect` hands over (`artifacts:expire_in`).',
      type: 'string',
      default: '30 days',
      variable: null,
    },
  }
}

/**
 * The environment without the component's inputs that nobody has said: GitLab hands defaults over as if they had been, and then they
 * would beat portable-build.yml. Pure.
 */
export function saidVariables(env: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const unsaid = new Set(
    sharedInputs.filter(name => env[variableOf(name)]?.trim() === defaultOf(inputTable[name])).map(variableOf),
  )
  return Object.fromEntries(Object.entries(env).filter(([name]) => !unsaid.has(name)))
}

/** What an input is when nobody says it, as the component has it. */
export function defaultOf(row: InputRow): string {
  return row.default ?? ''
}
