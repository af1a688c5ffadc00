/**
 * Every input, once: the command line's flags, `portable-build.yml`, `PORTABLE_BUILD_<NAME>`, the JSON Schema and the
 * reference tables (and, with their issues, action.yml and the GitLab component) come from these rows.
 *
 * kinds: `text`; `list` (comma or newline); `words` (one shell-like line, split into argv, never given to a shell);
 * `script` (lines for `sh -eu`, run with the target's variables); `switch` (true or false); `choice`; `map` (`key=value` lines).
 */
export const inputTable = {
  targets: {
    kind: 'list',
    default: '',
    defaultText: "this machine's architecture",
    description:
      'What to build for: `x86_64-linux-musl`, `aarch64-linux-gnu.2.17`, `linux/arm64`, `arm64`, Rust triples, `manylinux2014_x86_64`. Comma or newline.',
    aliases: ['target', 'platforms'],
  },
  libc: {
    kind: 'choice',
    choices: ['musl', 'glibc'],
    description: 'C library of the targets that name none. Default: musl (static); with `glibc` set, glibc.',
    aliases: [],
  },
  glibc: {
    kind: 'text',
    description: 'Oldest glibc on which the executables must start (`2.17`), for the targets that name none.',
    aliases: ['glibc-version', 'manylinux'],
  },
  language: {
    kind: 'choice',
    choices: ['rust', 'go', 'c'],
    description: 'Language of the project; detected when empty.',
    aliases: [],
  },
  'build-system': {
    kind: 'choice',
    choices: ['cmake', 'meson', 'autotools', 'make', 'command'],
    description: 'Build system of a C or C++ project; detected when empty.',
    aliases: [],
  },
  backend: {
    kind: 'choice',
    choices: ['auto', 'native', 'zig'],
    default: 'auto',
    description: 'How to build: `native` (the tools of this machine), `zig` (cross, no emulation) or the best of them.',
    aliases: ['build-tool'],
  },
  bin: {
    kind: 'list',
    description: 'Names of the executables to build and keep; all of the project when empty.',
    aliases: ['binary'],
  },
  'bin-name': {
    kind: 'text',
    description: 'Name to give to the only executable.',
    pattern: '^(?!\\.{1,2}$)[^/\\u0000]+$',
    accepts: 'a file name without directories',
    aliases: [],
  },
  'output-dir': {
    kind: 'text',
    default: 'dist',
    description: 'Where the artifacts and the report go: `<output-dir>/<target>/<executable>`.',
    aliases: [],
  },
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
  profile: { kind: 'text', default: 'release', description: 'Cargo profile.', aliases: [] },
  locked: { kind: 'switch', default: 'true', description: 'Cargo.lock must be up to date.', aliases: [] },
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
  strip: { kind: 'switch', default: 'true', description: 'Remove symbols and debug information.', aliases: [] },
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
  'zig-version': {
    kind: 'text',
    description: 'Another zig than the pinned one; it must pass a self-test.',
    aliases: [],
  },
  mirrors: {
    kind: 'map',
    description:
      'Other places for downloads: `zig=`, `cargo-zigbuild=` (directory or URL that holds the file), `debian=` (an archive with `pool/`, for `smoke-floor`).',
    aliases: [],
  },
  'working-directory': {
    kind: 'text',
    default: '.',
    description: 'Directory of the project.',
    aliases: ['workdir', 'source-dir', 'project-path'],
  },
} as const satisfies Record<string, InputRow>

/** One row of the table. */
export interface InputRow {
  readonly kind: 'text' | 'list' | 'words' | 'script' | 'switch' | 'choice' | 'map'
  readonly choices?: readonly string[]
  /** As one would write it; without it the input is empty. */
  readonly default?: string
  /** What the docs say where the default is not a text. */
  readonly defaultText?: string
  readonly description: string
  /** Regular expression that a text has to match, and what to call what matches. */
  readonly pattern?: string
  readonly accepts?: string
  readonly aliases: readonly string[]
}

/** The name of an input; names are the field's terms, with hyphens. */
export type InputName = keyof typeof inputTable
