import { BuildError } from '../../../errors.ts'
import { readToml, type Table, tableOf, textOf, textsOf } from '../../../languages/toml.ts'
import { canonical } from './text.ts'

/** A place where rustc's flags are said. */
export interface FlagPlace {
  /** `build`, a triple or `cfg(…)`, the name of a variable. */
  readonly place: string
  readonly words: readonly string[]
}

/** What cargo's configuration says, by what it is for. */
export interface ConfigFacts {
  readonly rustflags: readonly FlagPlace[]
  /** Tables of profiles, the weakest first. */
  readonly profiles: readonly Table[]
  readonly patches: readonly Table[]
  /** What else can change how crates are compiled. */
  readonly rest: readonly Table[]
}

/** Tables that change nothing that is compiled; those of registries can hold secrets, which no key may depend on. */
const without: ReadonlySet<string> = new Set([
  ...['alias', 'cache', 'cargo-new', 'credential-alias', 'doc', 'future-incompat-report', 'http', 'install', 'net'],
  ...['registries', 'registry', 'term'],
])
/** Keys that are read into places of their own, or name directories and the number of processes. */
const withoutOf: Readonly<Record<string, readonly string[]>> = {
  build: ['build-dir', 'dep-info-basedir', 'jobs', 'rustdoc', 'rustdocflags', 'rustflags', 'target', 'target-dir'],
  target: ['runner', 'rustdocflags', 'rustflags'],
}
/** They bring in files that are not read here. Source: the Cargo Book, chapter Configuration. */
const refused = ['include', 'paths']

/**
 * Reads configuration files and the texts of `--config`.
 * @param files the one that wins first; @param args the one that wins last
 * @throws BuildError `unreadable-project` for what is not TOML, or says that more is to be read
 */
export function readConfigs(
  files: readonly { readonly path: string; readonly text: string }[],
  args: readonly string[],
): ConfigFacts {
  const tables = [
    ...[...files].reverse().map(f => ({ from: f.path, table: readToml(f.path, f.text) })),
    ...args.map(text => ({ from: '--config', table: readToml('--config', text) })),
  ]
  for (const { from, table } of tables) {
    const key = refused.find(k => k in table)
    if (key)
      throw new BuildError('unreadable-project', `${from} has \`${key}\`, which brings in files that are not read`)
  }
  const all = tables.map(t => t.table)
  return {
    rustflags: all.flatMap(flagsOf),
    profiles: all.map(t => tableOf(t['profile'])),
    patches: all.map(t => tableOf(t['patch'])),
    rest: all.map(rest).filter(t => canonical(t) !== '{}'),
  }
}

function flagsOf(config: Table): readonly FlagPlace[] {
  const targets = Object.entries(tableOf(config['target'])).map(([place, table]) => ({ place, table }))
  return [{ place: 'build', table: config['build'] }, ...targets].flatMap(({ place, table }) => {
    const said = tableOf(table)['rustflags']
    const words = textOf(said)?.split(/\s+/).filter(Boolean) ?? textsOf(said)
    return words.length > 0 ? [{ place, words }] : []
  })
}

function rest(config: Table): Table {
  const kept = Object.entries(config).filter(([name]) => !without.has(name) && name !== 'profile' && name !== 'patch')
  const reduced = kept.map(([name, value]): [string, unknown] => {
    const keys = withoutOf[name]
    if (keys === undefined) return [name, value]
    if (name === 'build') return [name, omit(value, keys)]
    const targets = Object.entries(tableOf(value)).map(([key, table]): [string, unknown] => [key, omit(table, keys)])
    return [name, Object.fromEntries(targets.filter(([, table]) => canonical(table) !== '{}'))]
  })
  return Object.fromEntries(reduced.filter(([, value]) => canonical(value) !== '{}'))
}

function omit(value: unknown, keys: readonly string[]): Table {
  return Object.fromEntries(Object.entries(tableOf(value)).filter(([key]) => !keys.includes(key)))
}
