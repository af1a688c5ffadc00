import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LiveUnits, UnitId } from './live.ts'
import type { BuildMessages, Unit } from './messages.ts'
import { registryRoot } from './registry.ts'

/** Crates that look at the sources or licences of all others while a build script runs. */
const lookers: ReadonlySet<string> = new Set([
  ...['cargo', 'cargo_metadata', 'cargo-metadata', 'cargo-license', 'cbindgen', 'crate-metadata', 'guppy', 'krates'],
  ...['license-fetcher', 'license-retriever', 'uniffi_bindgen'],
])

/** Where the text of a build script shows that it asks for the sources of other crates. */
const asks = /CARGO_HOME|"registry"|\bregistry\/src\b|"cargo"|var(?:_os)?\("CARGO"\)/

/** What the executable is linked with. Source: the Cargo Book, chapter Build Scripts. */
const linkLine = /^cargo::?rustc-(?:cdylib-link|flags|link)/
const never = /(?!)/

/** What a build said of itself, as far as it shows who reads sources of others. */
export interface ReaderFacts {
  readonly units: readonly Unit[]
  /** Packages that the project's own build scripts and procedural macros are compiled with. */
  readonly linked: ReadonlySet<string>
  /** Texts of the project's own build scripts. */
  readonly scripts: readonly string[]
  /** What build scripts from outside told cargo, by package. */
  readonly outputs: readonly { readonly packageId: string; readonly text: string }[]
  /** `<CARGO_HOME>/registry/src`. */
  readonly sources: string
}

/**
 * Crates whose sources are read after they were compiled, by their directories below `registry/src`; `all` where that may be any.
 * The project's own build scripts read what they are linked with (a compiler for protocols, a template), those of a crate hand
 * places in its sources on (headers, libraries to link), and some crates look at everything. Pure.
 */
export function readCrates(facts: ReaderFacts): 'all' | ReadonlySet<string> {
  const { units, linked, scripts, outputs, sources } = facts
  const names = new Set(units.filter(u => linked.has(u.packageId)).map(u => u.name))
  const looks = [...names].some(name => lookers.has(name)) || scripts.some(text => asks.test(text))
  if (looks) return 'all'
  // what is said to other build scripts concerns the project only where it has one
  const told = scripts.length > 0 ? /^cargo::?(?!rerun-if-|rustc-)/ : never
  const isHanded = (line: string) => line.includes(sources) && (linkLine.test(line) || told.test(line))
  const handed = outputs.filter(({ text }) => text.split('\n').some(isHanded))
  const read = new Set([...linked, ...handed.map(({ packageId }) => packageId)])
  return new Set(units.filter(u => read.has(u.packageId)).flatMap(u => crateDir(u, sources)))
}

function crateDir({ manifest }: Unit, sources: string): readonly string[] {
  return manifest.startsWith(`${sources}/`) ? [dirname(manifest).slice(sources.length + 1)] : []
}

/** Reads what {@link readCrates} decides by. @param needed see neededOnHost */
export async function readerFacts(from: {
  readonly messages: BuildMessages
  readonly live: LiveUnits
  readonly needed: ReadonlySet<UnitId>
  readonly scripts: readonly string[]
  readonly home: string
}): Promise<ReaderFacts> {
  const { messages, live, needed, scripts, home } = from
  const text = (path: string) => readFile(path, 'utf8').catch(() => '')
  const outside = messages.runs.filter(run => !run.own)
  const outputs = outside.map(async ({ packageId, outDir }) => {
    const dir = dirname(outDir)
    return { packageId, text: (await text(join(dir, 'output'))) || (await text(join(dir, 'run/stdout'))) }
  })
  return {
    units: messages.units,
    linked: new Set([...needed].flatMap(id => live.get(id)?.packageId ?? [])),
    scripts,
    outputs: await Promise.all(outputs),
    sources: join(home, registryRoot, 'src'),
  }
}
