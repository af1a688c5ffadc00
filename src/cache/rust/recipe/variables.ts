import type { FlagPlace } from './config.ts'

/** Variables of a build that count, by what they are for. */
export interface Variables {
  readonly rustflags: readonly FlagPlace[]
  readonly profile: Readonly<Record<string, string>>
  readonly rest: Readonly<Record<string, string>>
}

/**
 * Of those that the plan sets: another commit has another time, what a toolchain's name stands for is asked of itself, and crates
 * from outside are never compiled incrementally.
 */
const planned: ReadonlySet<string> = new Set(['CARGO_INCREMENTAL', 'RUSTUP_TOOLCHAIN', 'SOURCE_DATE_EPOCH'])

/**
 * Of those that the user passes on: what cargo, rustc and the `cc` crate read. The names of all others that a build script
 * looks at are known only after it ran; they are compared then.
 * Source: the Cargo Book, chapter Environment Variables; the documentation of the `cc` crate.
 */
const passedOn = [
  /^RUSTC(_|$)/,
  /^CARGO_(BUILD|ENCODED|PROFILE|RESOLVER|TARGET|UNSTABLE)_/,
  /^RUSTFLAGS$/,
  /^(HOST_|TARGET_)?(CC|CXX|AR|RANLIB|CFLAGS|CXXFLAGS|CPPFLAGS|ARFLAGS|LDFLAGS)(_|$)/,
  /^(CC_|CRATE_CC_|PKG_CONFIG)/,
]

const rustflags = /^(CARGO_ENCODED_|CARGO_BUILD_|CARGO_TARGET_.+_)?RUSTFLAGS$/

/**
 * The variables of a cargo call that change what it compiles, whatever the package. Pure.
 * @param own those that the plan sets; @param passed those that the user passes on, with their values
 */
export function readVariables(
  own: Readonly<Record<string, string>>,
  passed: Readonly<Record<string, string>>,
): Variables {
  const counted = [
    ...Object.entries(passed).filter(([name]) => passedOn.some(p => p.test(name))),
    ...Object.entries(own).filter(([name]) => !planned.has(name)),
  ]
  const all = Object.entries(Object.fromEntries(counted))
  const isProfile = (name: string) => name.startsWith('CARGO_PROFILE_')
  return {
    rustflags: all
      .filter(([name]) => rustflags.test(name))
      .map(([place, value]) => ({ place, words: value.split(/[\s\x1f]+/).filter(Boolean) })),
    profile: Object.fromEntries(all.filter(([name]) => isProfile(name))),
    rest: Object.fromEntries(all.filter(([name]) => !rustflags.test(name) && !isProfile(name))),
  }
}
