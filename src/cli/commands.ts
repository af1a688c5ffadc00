import { defaultComponentRef } from '../init/gitlab.ts'
import { defaultRef } from '../init/pins.ts'
import { verifyInputs } from '../inputs/actions.ts'
import { smokeModes } from '../smoke/modes.ts'
import { allInputs, type Flag, inputFlags, ownFlag } from './flags.ts'
import { formats } from './formats.ts'

/** The commands, by name. */
export type CommandName =
  | 'build'
  | 'plan'
  | 'verify'
  | 'collect'
  | 'init'
  | 'doctor'
  | 'cache'
  | 'gitlab'
  | 'completion'

/** What a command takes and says of itself; help, parsing, suggestions and completion are made from these rows. */
export interface CommandRow {
  readonly summary: string
  /** One argument: optional, or at least one. */
  readonly argument: {
    readonly term: string
    readonly description: string
    readonly kind: 'directory' | 'files' | 'choice'
    readonly choices?: readonly string[]
  }
  /** A directory that may follow. */
  readonly second?: { readonly term: string; readonly description: string }
  readonly flags: readonly Flag[]
  readonly examples: readonly string[]
}

const json = (what: string) => ownFlag('json', null, `Print ${what} as JSON on stdout.`)
const config = ownFlag('config', 'file', 'Read this file instead of portable-build.yml.')
const only = ownFlag('only', 'job', 'Do only this job of the plan; may be repeated.', ',')

/** Flags of every command, before or after its name. */
export const globalFlags: readonly Flag[] = [
  ownFlag('quiet', null, 'Print errors and the verdict only.'),
  ownFlag('verbose', null, 'Print the output of the tools too.'),
]

const directory = {
  term: '[dir]',
  description: 'Directory of the project (default: the current one).',
  kind: 'directory',
} as const

/** To `verify`, targets are a demand, and what no one demands is not asked. */
const ofFiles = (flag: Flag): Flag =>
  flag.name === 'targets'
    ? {
        ...flag,
        description:
          'What the files must be for: `x86_64-linux-musl`, `aarch64-linux-gnu.2.17`, `linux/arm64`, Rust triples, `manylinux2014_x86_64`; each file is held against those of its architecture. Comma or newline. (default: anything)',
      }
    : flag

/** Every command. */
export const commands: Readonly<Record<CommandName, CommandRow>> = {
  build: {
    summary: 'Build a project for all its targets, judge and start what came out, write the report.',
    argument: directory,
    flags: [json('the report'), config, only, ...inputFlags(allInputs)],
    examples: [
      'portable-build build --targets linux/amd64,linux/arm64',
      'portable-build build examples/c --targets x86_64-linux-gnu.2.17 --output-dir out',
    ],
  },
  plan: {
    summary: 'Say what would be built, with what, by which commands, and why. Builds nothing.',
    argument: directory,
    flags: [
      json('the plan'),
      ownFlag('matrix', null, 'Print the jobs as {"include": [...]} for a CI matrix.'),
      config,
      only,
      ...inputFlags(allInputs),
    ],
    examples: ['portable-build plan --targets arm64', 'portable-build plan --matrix'],
  },
  verify: {
    summary:
      'Judge executables that any tool built, from their bytes alone; nothing of them is run, unless --smoke says so.',
    argument: { term: '<file...>', description: 'Files, directories or patterns ("dist/**").', kind: 'files' },
    flags: [
      json('the verdict'),
      { ...ownFlag('format', 'format', `Print the verdict as ${formats.join(', ')}.`), choices: formats },
      ownFlag('output', 'file', 'Write it to this file; the verdict as text goes to stdout.'),
      ownFlag('explain', 'name', 'Say who needs a symbol, a version or a library (getrandom, GLIBC_2.25).'),
      ownFlag('baseline', 'file', 'Compare with an earlier report.json or verify --json, and fail for what got worse.'),
      ownFlag('max-growth', 'percent', 'With --baseline: how much larger a file may be (default: 10).'),
      {
        ...ownFlag(
          'smoke',
          'where',
          'Run what is verified, by default nothing (off): here (native), on an old system too (floor); require: or fail.',
        ),
        choices: smokeModes,
      },
      ...inputFlags(verifyInputs).map(ofFiles),
    ],
    examples: [
      'portable-build verify dist',
      'portable-build verify --targets aarch64-linux-musl ./server',
      'portable-build verify --glibc 2.17 --allow-libraries libz.so.1 "dist/**"',
      'portable-build verify --explain GLIBC_2.34 ./server',
      'portable-build verify --format sarif --output verify.sarif dist',
      'portable-build verify --smoke floor --glibc 2.28 ./server',
      'portable-build verify --baseline last-release.json dist',
    ],
  },
  init: {
    summary:
      'Write a workflow (or `.gitlab-ci.yml`, or a Dockerfile) for the project that is found; a file that is there already is left alone.',
    argument: directory,
    flags: [
      ownFlag('github', null, 'Write a workflow for GitHub: build and verify for every push and pull request.'),
      ownFlag('gitlab', null, 'Write `.gitlab-ci.yml`, with the component of this project.'),
      ownFlag(
        'dockerfile',
        null,
        'Write a Dockerfile that cross compiles for all targets (Cargo, Go, CMake, make), and a .dockerignore.',
      ),
      ownFlag('release', null, 'Write the one for tags instead: build, verify, sign where it was built, publish.'),
      ownFlag(
        'ref',
        'version',
        `Version of the action to write: a full commit sha, or a tag (default: ${defaultRef}; on GitLab ${defaultComponentRef}).`,
      ),
      config,
      ...inputFlags(['targets', 'libc', 'glibc', 'language', 'build-system', 'bin']),
    ],
    examples: [
      'portable-build init --github',
      'portable-build init --github --release --targets linux/amd64,linux/arm64,linux/arm/v7',
      'portable-build init --gitlab',
      'portable-build init --dockerfile --targets linux/amd64,linux/arm64',
    ],
  },
  collect: {
    summary: 'Put the legs of a CI matrix together: check that all are there and whole, write one report and an index.',
    argument: {
      term: '[dir]',
      description: 'Directory that holds the reports and artifacts of all legs (default: legs).',
      kind: 'directory',
    },
    flags: [
      json('the merged report'),
      ownFlag('matrix', 'json', 'What `plan --matrix` printed, or @file: these legs must be there.'),
      ...inputFlags(['output-dir']),
    ],
    examples: ['portable-build collect legs --matrix @matrix.json --output-dir dist'],
  },
  doctor: {
    summary: 'Say what this machine has, what a build would install, what is missing and how to get it.',
    argument: directory,
    flags: [json('the rows'), config, ...inputFlags(allInputs)],
    examples: ['portable-build doctor', 'portable-build doctor examples/rust --json'],
  },
  cache: {
    summary: 'Show what is kept between runs, explain its keys, or make room.',
    argument: {
      term: '<what>',
      description: 'list: the entries of this machine; explain: why keys changed; prune: remove entries.',
      kind: 'choice',
      choices: ['list', 'explain', 'prune'],
    },
    second: directory,
    flags: [
      json('the answer'),
      ownFlag('report', 'file', 'explain: hold the keys against this report.json (default: that of the last build).'),
      ownFlag(
        'max-size',
        'size',
        'prune: what may stay; the least recently used goes (500MB, 2GB; 0: nothing stays; default: cache-max-size).',
      ),
      config,
      only,
      ...inputFlags(allInputs),
    ],
    examples: [
      'portable-build cache explain',
      'portable-build cache explain --report legs/report.json --verbose',
      'portable-build cache prune --max-size 2GB',
    ],
  },
  gitlab: {
    summary: 'Run a job of the GitLab component, with its inputs in the environment.',
    argument: {
      term: '<job>',
      description: 'plan, build (one item of `targets`) or collect.',
      kind: 'choice',
      choices: ['plan', 'build', 'collect'],
    },
    flags: [],
    examples: ['portable-build gitlab plan'],
  },
  completion: {
    summary: 'Print a completion script for a shell.',
    argument: {
      term: '<shell>',
      description: 'bash, zsh or fish.',
      kind: 'choice',
      choices: ['bash', 'zsh', 'fish'],
    },
    flags: [],
    examples: ['portable-build completion bash > ~/.local/share/bash-completion/completions/portable-build'],
  },
}

/** Their names, in the order of the help. */
export const commandNames = Object.keys(commands) as CommandName[]

/** Whether a word is the name of a command. */
export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(commands, word)
}

/** The flags that a command understands, the global ones last. */
export function flagsOf(command: CommandName): Flag[] {
  return [...commands[command].flags, ...globalFlags]
}
