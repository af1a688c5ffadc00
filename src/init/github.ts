import { BuildError } from '../errors.ts'
import type { Project } from '../project.ts'
import { tool } from '../tool.ts'
import { defaultRef, own, pins } from './pins.ts'
import { releaseJob } from './release.ts'
import { packagesFor } from './runner.ts'
import { indent, scalar } from './yaml.ts'

/** What a workflow is written from. */
export interface WorkflowFacts {
  readonly kind: 'ci' | 'release'
  readonly projects: readonly Pick<Project, 'name' | 'language' | 'buildSystem'>[]
  /** Programs that the build needs on the machine. */
  readonly tools: readonly string[]
  /** Inputs to write, by name. */
  readonly inputs: Readonly<Record<string, string>>
  /** The version of the action: a full commit sha, or a tag. */
  readonly ref: string
}

/** A workflow: where it belongs in the repository, and its text. */
export interface Workflow {
  readonly path: string
  readonly text: string
  /** Whether a release can be written for the same project. */
  readonly canRelease: boolean
}

/** Inputs that a project of this kind may want next, as a comment; by language, then by build system. */
const hints: Readonly<Record<string, readonly string[]>> = {
  rust: ['features: tls,json # Cargo features; Cargo.lock must be committed, or say `locked: false`'],
  go: ['main: ./cmd/server # when not every main package is to be shipped', 'ldflags: -X main.version=1.2.3'],
  python: ['python-packages: extra==1.2.3 # beside those of pyproject.toml and requirements.txt'],
  cmake: ['args: -DBUILD_TESTING=OFF'],
  meson: ['args: -Dtests=false'],
  autotools: ['args: --disable-nls'],
  make: ['args: WITH_TESTS=0'],
}

/**
 * Writes a workflow for GitHub that builds and verifies for every push (`ci`), or for a tag, with a signed statement and a release.
 * @throws BuildError `bad-input` for a release of a project whose build needs programs that hosted runners do not have
 */
export function githubWorkflow(facts: WorkflowFacts): Workflow {
  const packages = packagesFor(facts.tools)
  if (facts.kind === 'ci') {
    const job = packages.length > 0 ? stepsJob(facts, packages) : reusableJob(facts)
    const text = joined([...head(facts), ...job])
    return { path: '.github/workflows/portable-build.yml', text, canRelease: packages.length === 0 }
  }
  if (packages.length > 0) {
    throw new BuildError('bad-input', `a release is built on machines without ${packages.join(' and ')}`, {
      hint: 'Write the workflow without --release: it installs them, and its artifacts can be released by hand.',
    })
  }
  return {
    path: '.github/workflows/portable-build-release.yml',
    text: joined([...head(facts), ...reusableJob(facts), ...releaseJob()]),
    canRelease: true,
  }
}

const joined = (lines: readonly string[]) => `${lines.join('\n')}\n`

function head({ kind, projects }: WorkflowFacts): string[] {
  const what = projects.map(p => `${comment(p.name)} (${p.language === 'c' ? p.buildSystem : p.language})`).join(', ')
  const by = `# Written by \`${tool.name} init --github${kind === 'ci' ? '' : ' --release'}\`, ${tool.name} ${tool.version}; it is yours now, change what you like.`
  return kind === 'ci'
    ? [
        `# Builds and verifies ${what} for every push and pull request.`,
        by,
        '#',
        '# Each target gives an artifact, a tar so that executables stay executable, and only when it was verified. The summary of the',
        '# run says where each file runs, and why.',
        'name: portable-build',
        'on:',
        '  push: { branches: [main, master] } # not every branch: a pull request would be built twice',
        '  pull_request:',
        'permissions: {} # nothing, but for what a job below asks for',
        'concurrency:',
        `  group: \${{ github.workflow }}-\${{ github.ref }}`,
        '  cancel-in-progress: true # a newer push makes the older run useless',
        'jobs:',
      ]
    : [
        `# A tag like v1.2.3 → ${what} is built and verified for every target → a signed statement of where the files come from`,
        '# → a release, which is a draft until everything is uploaded.',
        by,
        'name: portable-build-release',
        'on:',
        '  push: { tags: ["v*"] }',
        'permissions: {} # nothing, but for what a job below asks for',
        'concurrency:',
        `  group: release-\${{ github.ref }}`,
        '  cancel-in-progress: false # a release that has begun is finished',
        'jobs:',
      ]
}

/** A project's name may be anything: in a comment it stays on its line. */
const comment = (name: string) => name.replace(/[^\x20-\x7e]/g, '?').slice(0, 100)

function reusableJob(facts: WorkflowFacts): string[] {
  const { kind, ref } = facts
  const permissions = [
    'contents: read # to check out the sources',
    ...(kind === 'ci'
      ? []
      : ['id-token: write # the identity that signs the statement', 'attestations: write # to store the statement']),
  ]
  return [
    '  build:',
    '    name: build',
    '    # Plans, builds each job of the plan on a machine of its own, and collects. No job of it has more rights than these.',
    '    permissions:',
    ...indent(permissions, 6),
    ...pinningAdvice(ref, 4),
    `    uses: ${own(`.github/workflows/${kind === 'ci' ? 'build' : 'attested'}.yml`, ref)}`,
    '    with:',
    ...indent(settings(facts), 6),
  ]
}

function stepsJob(facts: WorkflowFacts, packages: readonly string[]): string[] {
  return [
    '  build:',
    '    name: build',
    '    runs-on: ubuntu-24.04',
    '    timeout-minutes: 60',
    '    permissions:',
    '      contents: read # to check out the sources',
    '    steps:',
    `      - uses: ${pins.checkout}`,
    '        with:',
    '          persist-credentials: false # the build needs no token',
    `      - run: sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends ${packages.join(' ')}`,
    ...pinningAdvice(facts.ref, 6),
    `      - uses: ${own('', facts.ref)}`,
    '        with:',
    ...indent(settings(facts), 10),
  ]
}

/** A tag can be moved by whoever gets hold of a repository; a commit cannot. */
function pinningAdvice(ref: string, columns: number): string[] {
  if (ref !== defaultRef) return []
  return indent(
    [
      '# A tag can be moved, a commit cannot: write the full sha of a release here, with its version as a comment, and let',
      '# Dependabot raise it. (`init --ref SHA` writes it for you.)',
    ],
    columns,
  )
}

function settings({ inputs, projects }: WorkflowFacts): string[] {
  const [project] = projects
  const next = hints[project?.language === 'c' ? project.buildSystem : (project?.language ?? '')] ?? []
  return [
    ...Object.entries(inputs).map(([name, text]) => `${name}: ${scalar(text)}`),
    ...(Object.hasOwn(inputs, 'glibc')
      ? []
      : ["# glibc: '2.17' # for executables that use the system's glibc, from this version on"]),
    ...next.map(hint => `# ${hint}`),
    '# All inputs: docs/inputs.md. Those that are settings of the project may stand in portable-build.yml as well.',
  ]
}
