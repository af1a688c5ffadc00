import type { OutputName } from '../outputs/table.ts'
import { inputNames } from './names.ts'
import type { InputName } from './table.ts'

/** The action and its sub-actions. */
export type ActionKind = 'build' | 'plan' | 'verify' | 'collect'

/** An input that only an action has: a matter of one run, not of the project. */
export interface OwnInput {
  readonly description: string
  /** The runner does not see to it: the action does. */
  readonly required?: boolean
}

/** One action: what it is called, takes and gives. */
export interface ActionRow {
  /** As on the page of the action. */
  readonly title: string
  /** At most 125 characters: the marketplace shows no more. */
  readonly description: string
  /** Directory of its action.yml in the repository. */
  readonly dir: string
  /** The file that starts it, relative to the repository. */
  readonly main: string
  /** One that is in `inputs` too means something of its own in this action. */
  readonly own: Readonly<Record<string, OwnInput>>
  readonly inputs: readonly InputName[]
  readonly outputs: readonly OutputName[]
}

/** The inputs that say what is demanded of files, and how they are started: those of `verify`. */
export const verifyInputs = [
  ...(['targets', 'policy', 'libc', 'glibc', 'musl', 'kernel', 'cpu', 'max-page-size'] as const),
  ...(['allow', 'forbid', 'allow-libraries', 'forbid-libraries', 'forbid-paths', 'secrets'] as const),
  ...(['smoke-floor', 'smoke-command', 'mirrors'] as const),
] as const satisfies readonly InputName[]

const verbose: OwnInput = { description: 'Print what the tools say and where each value came from. Default: `false`.' }
const config: OwnInput = { description: 'Read this file instead of `portable-build.yml`.' }
const only: OwnInput = {
  description: 'Do only these jobs of the plan: `only` of a leg of the matrix that the `plan` action gives.',
}

/** Every action. */
export const actionTable: Readonly<Record<ActionKind, ActionRow>> = {
  build: {
    title: 'portable-build',
    description:
      'Builds Rust, Go and C/C++ for many Linux architectures and hands over only executables that are proven to start there.',
    dir: '.',
    main: 'dist/main/index.js',
    own: { only, config, verbose },
    inputs: inputNames,
    outputs: ['artifacts', 'artifact-names', 'checksums', 'report', 'verified', 'cache-hit'],
  },
  plan: {
    title: 'portable-build: plan',
    description: 'Says what would be built, with what and why, and gives the matrix for it. Builds nothing.',
    dir: 'plan',
    main: 'dist/plan/index.js',
    own: { only, config, verbose },
    inputs: inputNames,
    outputs: ['matrix', 'plan', 'targets'],
  },
  verify: {
    title: 'portable-build: verify',
    description:
      'Judges executables that any tool built from their bytes: architecture, oldest glibc, libraries, hardening.',
    dir: 'verify',
    main: 'dist/verify-action/index.js',
    own: {
      files: {
        description: 'What to verify: files, directories or patterns (`dist/**`); comma or newline.',
        required: true,
      },
      smoke: {
        description:
          'Run what is verified: nothing (`off`), here (`native`), on an old system too (`floor`), or fail where it cannot run (`require`). Default: `off`.',
      },
      baseline: { description: 'An earlier report.json: fail for what got worse since.' },
      'max-growth': { description: 'With `baseline`: by how many percent a file may grow. Default: `10`.' },
      verbose,
    },
    inputs: verifyInputs,
    outputs: ['verified', 'report'],
  },
  collect: {
    title: 'portable-build: collect',
    description:
      'Puts the legs of a matrix together: checks that all are there and whole; one report, SHA256SUMS and an index.',
    dir: 'collect',
    main: 'dist/collect/index.js',
    own: {
      matrix: {
        description: 'The output `matrix` of the `plan` action: it says which legs must be there.',
        required: true,
      },
      path: { description: 'A directory with the artifacts of all legs; without it they are downloaded.' },
      'output-dir': {
        description:
          'Where all artifacts go, side by side, with the report, SHA256SUMS and the index. Default: `dist`.',
      },
      verbose,
    },
    inputs: ['output-dir'],
    outputs: ['artifacts', 'artifact-names', 'checksums', 'report', 'index', 'verified'],
  },
}
