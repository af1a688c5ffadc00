import type { InputRow } from './row.ts'

/** How it is built, in every language. */
export const buildRows = {
  toolchain: {
    kind: 'text',
    description:
      'Version of Rust or Go; else the pin of the project (rust-toolchain.toml, go.mod), else what is installed.',
    aliases: ['rust-toolchain', 'go-version'],
  },
  args: {
    kind: 'words',
    description: 'More arguments for cargo, go build, cmake, meson setup, configure or make.',
    aliases: ['build-flags'],
  },
  'before-script': {
    kind: 'script',
    description:
      'Shell lines to run before the build, once per target, with `TARGET`, `PB_TARGET`, `PB_ARCH`, `PB_GOARCH`, `CC` set.',
    aliases: ['pre-build', 'before-all'],
  },
  'after-script': {
    kind: 'script',
    description: 'Shell lines to run after the build of a target, before its executables are judged.',
    aliases: ['post-command'],
  },
  'build-command': {
    kind: 'script',
    description:
      'Shell lines that build one target of a C project that has no known build system. They get `CC CXX AR RANLIB STRIP CFLAGS LDFLAGS PKG_CONFIG_LIBDIR PB_TARGET PB_ARCH PB_OUT` and put executables into `$PB_OUT`.',
    aliases: [],
  },
  env: {
    kind: 'map',
    description:
      'Environment for the build, `NAME=value` or `NAME` (taken from this environment); nothing else is passed but HOME, PATH, proxies and locale.',
    aliases: [],
  },
  cpu: {
    kind: 'text',
    description:
      'CPU that users are sure to have (`x86_64_v3`, `cortex_a72`), beyond the baseline of the architecture.',
    aliases: [],
  },
  strip: { kind: 'switch', default: 'true', description: 'Remove symbols and debug information.', aliases: [] },
  'zig-version': {
    kind: 'text',
    description: 'Another zig than the pinned one; it must pass a self-test.',
    aliases: [],
  },
  mirrors: {
    kind: 'map',
    description:
      'Other places for downloads: `zig=`, `cargo-zigbuild=` (directory or URL that holds the file), `debian=` (an archive with `pool/`, for `smoke-floor` and the sources of Python), `python=` (archives of python-build-standalone), `pypi=` (the Python index).',
    aliases: [],
  },
} as const satisfies Record<string, InputRow>
