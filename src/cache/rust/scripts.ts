/** What a build script said about when to run it again. */
export interface ScriptRules {
  /** Variables of `rerun-if-env-changed`. */
  readonly variables: readonly string[]
  /** Paths of `rerun-if-changed`, as they were written: relative to the package. */
  readonly paths: readonly string[]
  /** Whether it said anything: if not, cargo runs it again when any file of its package changed. */
  readonly ruled: boolean
}

/** Reads the `output` file of a run. Format: the Cargo Book, chapter Build Scripts (`cargo:` before 1.77, `cargo::` since). */
export function readRules(output: string): ScriptRules {
  const said = (what: string) =>
    [...output.matchAll(new RegExp(`^cargo::?rerun-if-${what}=(.*)$`, 'gm'))].map(([, value = '']) => value.trim())
  const [variables, paths] = [said('env-changed'), said('changed')]
  return { variables, paths, ruled: variables.length + paths.length > 0 }
}

/** Where the text of a build script shows that its result depends on more than files and declared variables. */
const outside: readonly RegExp[] = [
  // another program: `git describe`, `date`, `hostname`
  /\bCommand\b/,
  // the repository, by a library
  /\b(?:git2|gix|vergen\w*|shadow_rs|built|build_info_build|build_data)\b/,
  // the time, chance, the whole environment
  /\b(?:SystemTime|Instant|chrono|jiff|OffsetDateTime|rand|fastrand)\b/,
  /\benv::vars(?:_os)?\b/,
]

/**
 * Whether a build script may answer differently although nothing that cargo compares has changed. Such a script of the
 * project's own is run again for every other state of the checkout: a version stamp must not be that of an earlier commit.
 */
export function looksOutside(source: string, rules: ScriptRules): boolean {
  return outside.some(pattern => pattern.test(source)) || rules.paths.some(path => /(?:^|\/)\.git(?:\/|$)/.test(path))
}

/** Set by cargo for every build script. Source: the Cargo Book, chapter Environment Variables. */
const fromCargo =
  /^(?:CARGO|CARGO_.*|DEP_.*|OUT_DIR|TARGET|HOST|NUM_JOBS|OPT_LEVEL|DEBUG|PROFILE|RUSTC|RUSTDOC|RUSTC_.*)$/

/** Variables that the text of a build script names, but for those that cargo sets: not all scripts declare theirs. */
export function variablesIn(source: string): readonly string[] {
  const names = [...source.matchAll(/\bvar(?:_os)?\s*\(\s*"([A-Za-z_][A-Za-z0-9_]*)"/g)].map(([, name = '']) => name)
  return [...new Set(names)].filter(name => !fromCargo.test(name)).sort()
}
