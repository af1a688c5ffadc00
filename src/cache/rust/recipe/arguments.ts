/** What the words of a cargo call say, by what they are for. */
export interface CargoArguments {
  readonly profile: string
  /** Sorted: names of features, and the flags that stand for all or none. */
  readonly features: readonly string[]
  /** Packages and executables. */
  readonly selection: readonly string[]
  /** Texts of `--config`, in the order in which they count. */
  readonly configs: readonly string[]
  /** Whether tests, examples or benchmarks are built: dev-dependencies count then. */
  readonly dev: boolean
  /** The Cargo.toml that is built instead of the one in the working directory. */
  readonly manifest: string | null
  /** Options that lead to files which are not read for the key. */
  readonly unread: readonly string[]
  /** All else. */
  readonly rest: readonly string[]
}

/** What an option of `cargo build` decides; one that is not here counts as it is written. */
type Meaning = 'features' | 'selection' | 'dev' | 'profile' | 'config' | 'manifest' | 'unread' | 'targets' | 'nothing'

/** Options without a value. Source: `cargo build --help`, 1.95. */
const flags: Readonly<Record<string, Meaning>> = {
  '--all-features': 'features',
  '--no-default-features': 'features',
  ...{ '--workspace': 'selection', '--all': 'selection', '--bins': 'selection', '--lib': 'selection' },
  ...{ '--tests': 'dev', '--examples': 'dev', '--benches': 'dev', '--all-targets': 'dev' },
  '--release': 'profile',
  '-r': 'profile',
  ...{ '--locked': 'nothing', '--offline': 'nothing', '--frozen': 'nothing', '--keep-going': 'nothing' },
  ...{ '-v': 'nothing', '-vv': 'nothing', '--verbose': 'nothing', '-q': 'nothing', '--quiet': 'nothing' },
  '--timings': 'nothing',
}

/** Options with a value, as a word of its own or after `=`; those of one letter also without either. */
const options: Readonly<Record<string, Meaning>> = {
  ...{ '--features': 'features', '-F': 'features' },
  ...{ '--package': 'selection', '-p': 'selection', '--exclude': 'selection', '--bin': 'selection' },
  ...{ '--test': 'dev', '--example': 'dev', '--bench': 'dev' },
  '--profile': 'profile',
  '--config': 'config',
  '--target': 'targets',
  '--manifest-path': 'manifest',
  ...{ '--lockfile-path': 'unread', '-C': 'unread' },
  ...{ '--message-format': 'nothing', '--color': 'nothing', '--jobs': 'nothing', '-j': 'nothing' },
}

/** Of these the value alone counts. */
const bareOnes: ReadonlySet<string> = new Set(['features', 'profile', 'config', 'manifest'])

/** Sorts the words of a cargo call (`cargo zigbuild --release …`) by what they decide. Pure. */
export function readArguments(argv: readonly string[]): CargoArguments {
  const found: Record<Meaning | 'rest', string[]> = {
    ...{ features: [], selection: [], dev: [], profile: [], config: [] },
    ...{ manifest: [], unread: [], targets: [], nothing: [], rest: [] },
  }
  for (const { name, value } of optionsIn(argv.slice(1))) {
    const meaning = (value === null ? flags[name] : (options[name] ?? flags[name])) ?? 'rest'
    const bare = bareOnes.has(meaning)
    const word = value === null ? name : bare ? value : `${name} ${value}`
    found[meaning].push(...(meaning === 'features' ? word.split(/[\s,]+/).filter(Boolean) : [word]))
  }
  const profile = found.profile.at(-1) ?? 'dev'
  return {
    profile: profile === '--release' || profile === '-r' ? 'release' : profile,
    features: [...new Set(found.features)].sort(),
    selection: [...new Set([...found.selection, ...found.dev])].sort(),
    configs: found.config,
    dev: found.dev.length > 0,
    manifest: found.manifest.at(-1) ?? null,
    unread: found.unread,
    rest: found.rest,
  }
}

function* optionsIn(words: readonly string[]): Generator<{ readonly name: string; readonly value: string | null }> {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    const long = /^(--[^=]+)=(.*)$/s.exec(word)
    const short = /^(-[A-Za-z])=?(.+)$/s.exec(word)
    if (long) yield { name: long[1] ?? '', value: long[2] ?? '' }
    else if (short?.[1] !== undefined && short[1] in options) yield { name: short[1], value: short[2] ?? '' }
    else if (word in options && i + 1 < words.length) yield { name: word, value: words[++i] ?? '' }
    else yield { name: word, value: null }
  }
}
