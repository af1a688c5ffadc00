import { BuildError } from '../../errors.ts'
import { readToml, type Table, tableOf, textOf, textsOf } from '../../languages/toml.ts'
import type { ToolchainRef } from '../../toolchains/toolchain.ts'
import type { Ingredients } from '../entry.ts'
import { readArguments } from './recipe/arguments.ts'
import { type FlagPlace, readConfigs } from './recipe/config.ts'
import { lockClosure, readLock } from './recipe/lock.ts'
import {
  type Around,
  dependenciesOf,
  maskDependency,
  maskManifest,
  type Own,
  type PackageFacts,
  readOwn,
} from './recipe/mask.ts'
import { profileTable } from './recipe/profile.ts'
import { counted, digest, sorted, tableOrDigest, wordsOrDigest } from './recipe/text.ts'
import { readVariables } from './recipe/variables.ts'

/** All that decides how the crates from outside are compiled, as texts. */
export interface RecipeFacts {
  /** Manifests of the workspace and of the packages beside it; the root's is `Cargo.toml`. */
  readonly packages: readonly PackageFacts[]
  /** Text of Cargo.lock. */
  readonly lock: string
  /** Cargo configuration files, the one that wins first. */
  readonly configs: readonly { readonly path: string; readonly text: string }[]
  /** What `rustc -vV` prints. */
  readonly rustc: string
  /** What `cargo -V` prints. */
  readonly cargo: string
  /** What build scripts and procedural macros are linked with and run on: `debian 12, glibc 2.36, cc 12.2.0`. */
  readonly machine: string
  /** Canonical names, with floors. */
  readonly targets: readonly string[]
  readonly toolchains: readonly ToolchainRef[]
  /** The compilers' wrappers, paths and texts. */
  readonly kit: string
  /** Absolute. */
  readonly directories: { readonly project: string; readonly work: string; readonly cargoHome: string | null }
  readonly argv: readonly string[]
  /** What the step sets. */
  readonly env: Readonly<Record<string, string>>
  /** What the user passes on to the build. */
  readonly passed: Readonly<Record<string, string>>
}

/** Ingredients that another entry must share to be of use with another lock: else nothing in it fits. */
export const nearIngredients = ['cargo', 'compilers', 'directories', 'host', 'rustc', 'targets'] as const

/**
 * What the compiled crates from outside depend on, by name. Pure. It changes too often rather than too seldom: cargo judges
 * what comes back by its own fingerprints. It does not change with what a release changes: versions of the project's own
 * packages, their texts, executables, lints, and, as far as cargo's resolver keeps them apart, dev-dependencies.
 * @throws BuildError `unreadable-project`: there is no key then, and why
 */
export function rustRecipe(facts: RecipeFacts): Ingredients {
  const rootText = facts.packages.find(p => p.path === 'Cargo.toml')?.text
  if (rootText === undefined) throw new BuildError('unreadable-project', 'the workspace has no Cargo.toml')
  const root = readToml('Cargo.toml', rootText)
  const place = placeholders(facts.directories)
  const words = readArguments(facts.argv.map(place))
  if (words.unread.length > 0) {
    throw new BuildError(
      'unreadable-project',
      `cargo gets ${words.unread.join(', ')}, which leads to files that are not read`,
    )
  }
  const configs = readConfigs(facts.configs, words.configs)
  const variables = readVariables(mapped(facts.env, place), mapped(facts.passed, place))
  const resolver = resolverOf(root)
  // The first resolver gives a crate the features that tests ask for, even when no test is built.
  const dev = resolver === '1' || words.dev
  const own = readOwn(facts.packages)
  const around = { own, shared: tableOf(tableOf(root['workspace'])['dependencies']), dev }
  const flags = [...configs.rustflags, ...variables.rustflags]
  const profile = profileTable(words.profile, [tableOf(root['profile']), ...configs.profiles])
  const patches = [root, ...configs.patches.map(patch => ({ patch }))].flatMap(patchesOf)
  const defaults = [...textsOf(tableOf(root['workspace'])['default-members'])].sort()
  return {
    rustc: rustcText(facts.rustc),
    cargo: cargoText(facts.cargo),
    host: [/^host: (.+)$/m.exec(facts.rustc)?.[1] ?? 'unknown', facts.machine].join(', '),
    targets: [...facts.targets].sort().join(', '),
    compilers: [...facts.toolchains.map(t => `${t.name} ${t.version}`).sort(), digest(place(facts.kit))].join(', '),
    directories: directoriesText(facts.directories, flags),
    profile: `${words.profile} ${tableOrDigest({ ...profile, ...variables.profile })}`.trimEnd(),
    rustflags: flagsText(flags),
    features: words.features.length === 0 ? 'default' : wordsOrDigest(words.features, 'words'),
    selection: wordsOrDigest([...words.selection, ...defaults.map(d => `default-member ${d}`)], 'words'),
    arguments: wordsOrDigest([...words.rest, ...(words.manifest === null ? [] : [words.manifest])], 'words'),
    variables: counted(Object.entries(variables.rest), 'variable'),
    config: counted(configs.rest, 'file'),
    resolver,
    patches: counted(sorted(patches), 'crate'),
    manifests: counted(sorted(own.map(o => maskManifest(o, around))), 'package'),
    lock: lockText(facts.lock, own, around),
  }
}

/** Another place of the project is one ingredient, not a change of every flag that names it. */
function placeholders({ project, work, cargoHome }: RecipeFacts['directories']): (text: string) => string {
  return text => {
    const inside = text.replaceAll(work, '<work>').replaceAll(project, '<project>')
    return cargoHome === null ? inside : inside.replaceAll(cargoHome, '<cargo>')
  }
}

function mapped(record: Readonly<Record<string, string>>, change: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

/** The version of the feature resolver. Source: the Cargo Book, chapter Dependency Resolution. */
function resolverOf(root: Table): string {
  const workspace = tableOf(root['workspace'])
  const info = tableOf(root['package'])
  const shared = textOf(tableOf(workspace['package'])['edition'])
  const edition = textOf(info['edition']) ?? (tableOf(info['edition'])['workspace'] === true ? shared : null)
  const byEdition =
    'package' in root && edition !== null ? (edition >= '2024' ? '3' : edition >= '2021' ? '2' : '1') : '1'
  return textOf(workspace['resolver']) ?? textOf(info['resolver']) ?? byEdition
}

function patchesOf(manifest: Table): readonly (readonly [string, Table])[] {
  const sources = Object.entries(tableOf(manifest['patch'])).map(([source, table]) => [source, table] as const)
  return [...sources, ['replace', manifest['replace']] as const].flatMap(([source, table]) =>
    Object.entries(tableOf(table)).map(([key, said]) => [`${source} ${key}`, maskDependency(said, '.')] as const),
  )
}

/** `1.95.0 (59807616e 2026-04-14), LLVM 22.1.2`: a distribution's own compiler says so in its first line. */
function rustcText(said: string): string {
  const [first = ''] = said.split('\n')
  const llvm = /^LLVM version: (.+)$/m.exec(said)?.[1]
  return `${first.replace(/^rustc /, '')}${llvm === undefined ? '' : `, LLVM ${llvm}`}`
}

/** Releases with the same minor number write the same fingerprints; of nightlies and betas each one is its own. */
function cargoText(said: string): string {
  const text = said.split('\n')[0]?.replace(/^cargo /, '') ?? ''
  return /^(\d+\.\d+)\.\d+(?: |$)/.exec(text)?.[1] ?? text
}

const mapsPath = (word: string) => /^--remap-path-prefix=<\w+>/.test(word)

function directoriesText({ work, cargoHome }: RecipeFacts['directories'], flags: readonly FlagPlace[]): string {
  const maps = flags.flatMap(f => f.words.filter(mapsPath))
  return [work, ...(cargoHome === null ? [] : [cargoHome]), `maps ${digest([...new Set(maps)])}`].join(', ')
}

/** The flags once where they are the same everywhere. */
function flagsText(flags: readonly FlagPlace[]): string {
  const places = flags.map(f => ({ place: f.place, words: f.words.filter(w => !mapsPath(w)) }))
  const said = places.filter(p => p.words.length > 0)
  const same = new Set(places.map(p => p.words.join('\n'))).size === 1
  const words = same ? (said[0]?.words ?? []) : said.map(p => `${p.place}: ${p.words.join(' ')};`).sort()
  return wordsOrDigest(words, 'flags')
}

function lockText(lock: string, own: readonly Own[], around: Around): string {
  const names = new Map(own.map(o => [o.name, new Set(dependenciesOf(o, around).map(d => d.name))]))
  const follows = (from: string, name: string) => names.get(from)?.has(name) ?? true
  const closure = lockClosure(readLock(lock), [...names.keys()], follows)
  const unread = closure.own.find(name => !names.has(name))
  if (unread !== undefined) {
    throw new BuildError('unreadable-project', `${unread} is built from a directory whose Cargo.toml was not read`)
  }
  return counted(closure.crates, 'crate')
}
