import type { InputRow } from './row.ts'

/** What must be true of the result. */
export const demandRows = {
  smoke: {
    kind: 'choice',
    choices: ['auto', 'off', 'require'],
    default: 'auto',
    description: 'Start each executable: where it can run here, never, or fail where it cannot.',
    aliases: [],
  },
  'smoke-floor': {
    kind: 'text',
    default: 'auto',
    description:
      'Start dynamic executables with the C library of an old system too: the nearest to the oldest one promised (`auto`), to this glibc (`2.28`), or never (`off`).',
    pattern: '^(auto|off|2\\.[0-9]+(\\.[0-9]+)?)$',
    accepts: '`auto`, `off` or a version of glibc such as `2.28`',
    aliases: [],
  },
  'smoke-command': {
    kind: 'words',
    description: 'Arguments to start each executable with; default `--version`, then `--help`.',
    aliases: [],
  },
  policy: {
    kind: 'choice',
    choices: ['static', 'glibc', 'musl', 'any'],
    description:
      'What executables may need: nothing (`static`), only glibc (`glibc`), only musl (`musl`), whatever they like (`any`). Default: what their target says.',
    aliases: [],
  },
  allow: {
    kind: 'list',
    description:
      'Findings that are told but stop nothing: ids of docs/findings, or `libraries`, `rpath`, `hardening`, `build-paths`, `nss`.',
    aliases: [],
  },
  forbid: {
    kind: 'list',
    description:
      'Findings that are errors (`hardening`, `no-build-id`, `not-stripped`, `build-paths`, ids of docs/findings).',
    aliases: [],
  },
  'allow-libraries': {
    kind: 'list',
    description: 'Shared libraries that a dynamic executable may need beside the C library (`libz.so.1`).',
    aliases: [],
  },
  'forbid-libraries': {
    kind: 'list',
    description: 'Shared libraries that no executable may need, whatever is allowed (`libssl.so.1.1`).',
    aliases: [],
  },
  'forbid-paths': {
    kind: 'list',
    description:
      'Directories that the executables must not name; a build looks for the project, its work directory and the home directory anyway.',
    aliases: [],
  },
  secrets: {
    kind: 'list',
    description: 'Names of environment variables whose values must not be in the executables.',
    aliases: [],
  },
  musl: {
    kind: 'text',
    description: 'Oldest musl on which executables linked with it dynamically must start (`1.2.3`).',
    aliases: [],
  },
  kernel: {
    kind: 'text',
    description: 'Oldest Linux kernel that must do (`3.10`), where an executable says which one it needs.',
    aliases: [],
  },
  'max-page-size': {
    kind: 'text',
    defaultText: 'what kernels of the architecture have',
    description: 'Largest memory page of the kernels that must load the executables: `4K`, `16K`, `64K`.',
    aliases: [],
  },
} as const satisfies Record<string, InputRow>
