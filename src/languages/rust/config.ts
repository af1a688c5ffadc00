import { BuildError } from '../../errors.ts'
import type { Target } from '../../target.ts'
import { lineOf, readToml, tableOf, textOf, textsOf } from '../toml.ts'
import { keyMatches } from './cfg.ts'
import type { Surroundings } from './probe.ts'
import { profilesWith } from './profiles.ts'

/** What the user's cargo configuration files and environment say about compiler flags, merged as cargo does. */
export interface CargoConfig {
  /** `build.rustflags`: used for targets without a table of their own. */
  readonly build: readonly string[]
  /** `target.<key>.rustflags`; cargo joins all that match. */
  readonly targets: readonly { readonly key: string; readonly flags: readonly string[] }[]
  /** `[env]`: what build scripts get. */
  readonly env: Readonly<Record<string, string>>
  /** Profiles whose `strip` is settled here. */
  readonly stripSaid: readonly string[]
}

/** @throws BuildError `unreadable-project` for a configuration file that is not TOML */
export function readConfig(surroundings: Surroundings): CargoConfig {
  // Cargo joins arrays with the nearest file last.
  const files = [...surroundings.configs].reverse().map(f => readToml(f.path, f.text))
  const env: Record<string, string> = {}
  for (const [name, value] of files.flatMap(f => Object.entries(tableOf(f['env'])))) {
    const text = textOf(value) ?? textOf(tableOf(value)['value'])
    if (text !== null) env[name] = text
  }
  return {
    build: files.flatMap(f => flagsOf(tableOf(f['build'])['rustflags'])),
    targets: files.flatMap(f =>
      Object.entries(tableOf(f['target'])).flatMap(([key, table]) => {
        const flags = flagsOf(tableOf(table)['rustflags'])
        return flags.length > 0 ? [{ key, flags }] : []
      }),
    ),
    env,
    stripSaid: [...surroundings.configs, ...surroundings.parents].flatMap(f =>
      profilesWith(readToml(f.path, f.text), 'strip'),
    ),
  }
}

function flagsOf(value: unknown): readonly string[] {
  return typeof value === 'string' ? value.split(/\s+/).filter(Boolean) : textsOf(value)
}

/** The flags of the configuration that cargo uses for a target; `own`: they are of a table of the target itself. */
export function configuredFlags(
  config: CargoConfig,
  triple: string,
  target: Target,
): { readonly flags: readonly string[]; readonly own: boolean } {
  const own = config.targets.filter(t => keyMatches(t.key, triple, target)).flatMap(t => t.flags)
  return own.length > 0 ? { flags: own, own: true } : { flags: config.build, own: false }
}

const nativeRust = /target-cpu=native/
const nativeC = /-m(?:arch|cpu)=native/

/**
 * Refuses flags that make the program run only on CPUs like this machine's, for example from `~/.cargo/config.toml`.
 * @param flags per place: what they are called, and the words; @throws BuildError `native-cpu` with file and line
 */
export function refuseNativeCpu(
  flags: readonly { readonly where: string; readonly words: readonly string[] }[],
  surroundings: Surroundings,
): void {
  for (const { where, words } of flags) {
    const found = (nativeRust.exec(words.join(' ')) ?? nativeC.exec(words.join(' ')))?.[0]
    if (found === undefined) continue
    const files = surroundings.configs.map(f => ({ path: f.path, line: lineOf(f.text, '', new RegExp(`.*${found}`)) }))
    const file = where === 'config' ? files.find(f => f.line !== null) : undefined
    const place = file ? `${file.path}:${file.line}` : where === 'config' ? 'the cargo configuration' : where
    throw new BuildError('native-cpu', `${place} asks for this machine's own CPU (${found})`)
  }
}
