import type { InputRow } from './row.ts'

/** On a CI host. */
export const ciRows = {
  distribute: {
    kind: 'choice',
    choices: ['auto', 'always', 'never'],
    default: 'auto',
    description:
      'How `plan --matrix` spreads the work over runners: a leg for each job of the plan (`auto`), for each target (`always`), or one for all (`never`).',
    aliases: [],
  },
  runner: {
    kind: 'map',
    defaultText: '`default=ubuntu-24.04`',
    description:
      'Runner of each leg: `default=ubuntu-24.04`, `linux/arm64=ubuntu-24.04-arm`, `aarch64=self-hosted,linux,arm64` (several labels with commas).',
    aliases: ['runners'],
  },
  cache: {
    kind: 'choice',
    choices: ['auto', 'true', 'false', 'read-only'],
    default: 'auto',
    description:
      'Keep downloaded toolchains in the cache of the CI host: where its trigger may be trusted (`auto`: reads and saves on branches, only reads for pull requests of forks, neither for tags and releases), always, never, or only read.',
    aliases: [],
  },
} as const satisfies Record<string, InputRow>
