import type { EntryKind } from './entry.ts'

/** What an entry holds and what its key is made of, in words. */
export interface KindWords {
  readonly holds: string
  /** By name of the ingredient: what it is, as it follows "another …". */
  readonly ingredients: Readonly<Record<string, string>>
}

const crates: KindWords['ingredients'] = {
  rustc: 'Rust compiler',
  cargo: 'minor version of cargo',
  host: 'machine: build scripts and procedural macros run on it',
  targets: 'set of targets, or floor',
  compilers: 'zig or cargo-zigbuild, or wrapper of theirs',
  directories: 'place of the project or of CARGO_HOME: cargo compares whole paths',
  profile: 'profile, or value in it',
  rustflags: 'flag for rustc',
  features: 'feature that is asked for',
  selection: 'package or executable that is asked for',
  arguments: 'argument of cargo',
  variables: 'value of a variable that cargo, rustc or the `cc` crate reads',
  config: 'cargo configuration',
  resolver: 'feature resolver',
  patches: 'entry in `[patch]`',
  manifests: 'dependency or feature in a Cargo.toml (not: versions, texts, executables, lints, dev-dependencies)',
  lock: 'crate from outside in Cargo.lock, or version of one (not: crates of tests alone)',
}

const go: KindWords['ingredients'] = {
  target: 'target',
  go: 'version of Go',
  flags: 'flag of `go build`',
  values: 'value of `go env` that changes what is compiled',
  root: 'place of the project: without `-trimpath` it is in every object',
  zig: 'version of zig',
  headers: 'C header of the project',
  system: 'package of this machine',
  modules: 'module in go.sum',
}

/** All kinds, in the order in which a run asks for them. */
export const kindWords: Readonly<Record<EntryKind, KindWords>> = {
  'rust-hot': { holds: 'crates from outside: what a build reads of them', ingredients: crates },
  'rust-cold': { holds: 'crates from outside: the bytes that `rust-hot` leaves out', ingredients: crates },
  'rust-own': {
    holds: "the project's own crates",
    ingredients: {
      ...crates,
      compilation: 'compilation of the crates from outside',
      incremental: 'way of compiling: incrementally (`profile: pr`) or not',
      sources: 'source file',
    },
  },
  'rust-sources': {
    holds: 'archives of crates from outside, with `rust-deps-cache` other than `builtin`',
    ingredients: { lock: crates['lock'] ?? '' },
  },
  sccache: { holds: 'what sccache keeps of compiled crates', ingredients: { targets: 'set of targets, or floor' } },
  'go-modules': { holds: 'sources of Go modules', ingredients: { modules: 'module in go.sum' } },
  'go-build': { holds: 'what `go build` compiled', ingredients: go },
  ccache: {
    holds: 'what C and C++ compilers made',
    ingredients: { target: 'target', compiler: 'compiler', check: 'wrapper, flag or header of this machine' },
  },
  python: {
    holds: 'an interpreter of Python that was compiled for a floor, with its libraries',
    ingredients: {
      python: 'version of Python',
      target: 'target',
      recipes: 'recipe, version of a library, flag, zig or wrapper',
      place: 'directory of toolchains: its path is in the interpreter',
    },
  },
  'python-packages': {
    holds: 'Python packages that pip downloaded',
    ingredients: { target: 'target', requirements: 'requirement, or version of Python' },
  },
  autotools: {
    holds: 'answers of `configure`',
    ingredients: {
      target: 'target',
      compiler: 'compiler',
      command: 'option or variable of `configure`, or wrapper',
      scripts: '`configure`, or file that it is made from',
      system: 'package of this machine',
      sources: 'C source: this `configure` looks at them',
    },
  },
  'zig-runtime': {
    holds: 'C library and runtime that zig compiles before its first link',
    ingredients: { zig: 'version of zig', targets: 'set of targets, or floor' },
  },
  result: {
    holds: 'verified executables, judged again when they come back',
    ingredients: {
      project: 'name of the project',
      targets: 'set of targets, or floor',
      sources: 'source file',
      commit: 'commit',
      epoch: 'SOURCE_DATE_EPOCH',
      tools: 'compiler of this machine',
      toolchains: 'toolchain',
      commands: 'command, flag, variable, wrapper or directory of the plan',
      answers: 'answer of a tool before planning',
      env: 'variable that the tools read',
      'portable-build': 'version of portable-build',
    },
  },
}

/** What an ingredient is, or null for one that has no words. */
export function wordsOf(kind: EntryKind, ingredient: string): string | null {
  return kindWords[kind].ingredients[ingredient] ?? null
}

/** What a key says of its entry, without its digests; null for a key that this program has not made. Pure. */
export function readKey(key: string): { readonly kind: string; readonly name: string } | null {
  const kind = [...Object.keys(kindWords), 'toolchain'].find(k => key.startsWith(`portable-build-${k}-`))
  const rest = kind === undefined ? '' : key.slice(`portable-build-${kind}-`.length)
  // two digests, or the one of a pinned file; a revision or a digest of the content may follow
  const name = /^(.+?)(?:-[0-9a-f]{16}){1,2}(?:-[a-z0-9]+)?$/.exec(rest)?.[1]
  return kind === undefined || name === undefined ? null : { kind, name }
}
