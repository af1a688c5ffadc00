import type { InputRow } from './row.ts'

/** Rust and Go. */
export const languageRows = {
  package: { kind: 'list', description: 'Cargo packages to build.', aliases: [] },
  workspace: {
    kind: 'switch',
    default: 'false',
    description: 'Build every package of the Cargo workspace.',
    aliases: [],
  },
  features: { kind: 'list', description: 'Cargo features.', aliases: [] },
  'all-features': { kind: 'switch', default: 'false', description: 'All Cargo features.', aliases: [] },
  'no-default-features': { kind: 'switch', default: 'false', description: 'No default Cargo features.', aliases: [] },
  profile: {
    kind: 'text',
    default: 'release',
    description:
      'Cargo profile. `pr`: `release`, but own crates are compiled incrementally and the cache keeps what rustc knows of them; for pull requests, not for what is published.',
    aliases: [],
  },
  locked: { kind: 'switch', default: 'true', description: 'Cargo.lock must be up to date.', aliases: [] },
  'rust-deps-cache': {
    kind: 'choice',
    choices: ['builtin', 'chef', 'sccache', 'off'],
    default: 'builtin',
    description:
      'Who keeps what was compiled of Rust crates from outside: packs of our own (`builtin`), cargo-chef, which compiles them before the build (`chef`), sccache (`sccache`; a remote store by the names of its variables in `env`), or nobody (`off`).',
    aliases: [],
  },
  main: { kind: 'list', description: 'Go main packages (`./cmd/x`); all of the module when empty.', aliases: [] },
  tags: { kind: 'list', description: 'Go build tags, beside osusergo and netgo.', aliases: [] },
  ldflags: { kind: 'text', description: 'Go linker flags, beside `-s -w`.', aliases: [] },
  trimpath: {
    kind: 'switch',
    default: 'true',
    description: 'Go: no paths of this machine in the executable.',
    aliases: [],
  },
  'vcs-stamp': {
    kind: 'choice',
    choices: ['auto', 'true', 'false'],
    default: 'auto',
    description: 'Go: put commit and time into the executable; `auto`: when git can be asked safely.',
    aliases: [],
  },
} as const satisfies Record<string, InputRow>
