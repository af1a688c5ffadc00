import type { BuildMessages } from './messages.ts'

/** A run of cargo over placeholders. */
export interface RunOverPlaceholders {
  readonly messages: BuildMessages
  /** What failed tools said, cleaned. */
  readonly errors: readonly string[]
  /** Names of the packages from outside that the placeholders are of. */
  readonly external: readonly string[]
  /** Directory in which most of their sources are missing; null: none is. */
  readonly sources: string | null
}

/** What cargo and rustc say of the unit that failed. */
const failedUnits: readonly RegExp[] = [
  /could not compile `([^`]+)`/,
  /failed to run custom build command for `([^\s`]+)/,
  /failed to run `rustc`.*for `([^\s`]+)/,
]

/** What only a placeholder can cause: our own messages, libraries of zero bytes. */
const signs: readonly RegExp[] = [
  /portable-build: cold pack needed/,
  /exit status: 97\b/,
  // E0463, E0786: a library that is none; E0601: a source without main
  /error\[E0(?:463|786|601)\]/,
  /can't find crate|found invalid metadata files/,
  // what is left out of sources from outside, for a build script or a linker
  /No such file or directory|cannot find -l|unable to find (?:\w+ )*library/,
]

/** Where rustc shows a definition it names the file, whether it is there or not. */
const shown = /^\s*(?:-->|:::|\|)/

/**
 * Why a result over placeholders must not stand, in one clause; null when it may. Cargo's exit status says nothing about it: a
 * unit that was compiled from a placeholder can end well. So it stands only where nothing from outside was compiled, and a
 * failure only where it is the project's own.
 */
export function whyNot({ messages, errors, external, sources }: RunOverPlaceholders): string | null {
  const compiled = messages.units.find(unit => !unit.own && !unit.fresh)
  if (compiled) return `${compiled.name} was compiled again`
  for (const line of errors) {
    const failed = failedUnits.map(pattern => pattern.exec(line)?.[1]).find(name => name !== undefined)
    if (failed !== undefined && external.includes(failed)) return `${failed} had to be compiled again`
    if (signs.some(sign => sign.test(line))) return 'a placeholder was read'
    if (sources !== null && line.includes(sources) && !shown.test(line)) return 'a source from outside was read'
  }
  return null
}
