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
      'Keep toolchains, what was compiled and verified results for later runs: where the trigger may be trusted (`auto`: reads and saves on branches, only toolchains and no saving for forks, nothing for tags and releases), always, never, or only read.',
    aliases: [],
  },
  'cache-store': {
    kind: 'text',
    defaultText: "the CI host's own cache, else a directory (`PORTABLE_BUILD_CACHE_DIR`)",
    description:
      'Keep the cache in a store of your own: `s3://bucket/prefix?endpoint=https://minio.example&region=eu-west-1` (credentials in `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`; without `endpoint`, Amazon) or `https://cache.example/path` for a server that takes PUT and gives GET (`PORTABLE_BUILD_CACHE_TOKEN`). No build sees the credentials.',
    pattern: '^(s3|https?)://\\S+$',
    accepts: '`s3://bucket/prefix` or `https://…`',
    aliases: [],
  },
  'cache-max-size': {
    kind: 'text',
    default: '5GB',
    description:
      'What the cache may take where it is a directory: `500MB`, `2GiB`; the least recently used entries give way.',
    pattern: '^[0-9]+(\\.[0-9]+)? ?([kKMGTmgt]([iI]?[bB])?|[bB])?$',
    accepts: 'a size such as `500MB` or `2GiB`',
    aliases: ['cache-size'],
  },
} as const satisfies Record<string, InputRow>
