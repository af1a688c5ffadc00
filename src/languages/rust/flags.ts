import type { Inputs } from '../../inputs/inputs.ts'
import type { Target } from '../../target.ts'
import { type CargoConfig, configuredFlags, refuseNativeCpu } from './config.ts'
import type { Surroundings } from './probe.ts'

/** A directory of this machine and what the executable says instead. */
export interface Remap {
  readonly from: string
  readonly to: string
}

/** Where a build happens, as far as it can be seen in what it compiles. */
export interface Places {
  readonly projectDir: string
  readonly targetDir: string
  /** See {@link cargoHomeIn}. */
  readonly cargoHome: string
}

/**
 * Where cargo keeps sources from outside while a cache is in use, below the work directory of the job: placeholders may stand
 * for them there, and the user's own cargo must never meet one.
 */
export const cargoHomeIn = (workDir: string): string => `${workDir}/cargo`

/**
 * The directories whose names must not get into the executable, so that the same commit gives the same bytes anywhere.
 * The last that matches wins, in rustc as in C compilers: what lies inside another comes after it.
 */
export function remaps(places: Places, surroundings: Surroundings): readonly Remap[] {
  const { cargoHome, cwd, parents } = surroundings
  const root = parents.find(p => /^\s*\[workspace[\].]/m.test(p.text))?.path.replace(/\/Cargo\.toml$/, '')
  const all: Remap[] = []
  if (cargoHome !== null) all.push({ from: cargoHome, to: '/cargo' })
  if (root !== undefined && root !== '') all.push({ from: root, to: '/workspace' })
  const inside = [
    { from: places.targetDir, to: '/target' },
    { from: places.cargoHome, to: '/cargo' },
  ]
  all.push({ from: places.projectDir, to: '/project' }, ...inside)
  if (cwd !== null && cwd !== places.projectDir) {
    all.push({ from: cwd, to: '/project' })
    const below = inside.filter(({ from }) => from.startsWith(`${places.projectDir}/`))
    all.push(...below.map(({ from, to }) => ({ from: cwd + from.slice(places.projectDir.length), to })))
  }
  return all
}

/** How the flags of the targets are handed to cargo. */
export interface FlagSettings {
  /** Arguments of cargo. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/**
 * Our rustc flags beside the user's own. Cargo takes flags from one place only (RUSTFLAGS, else the target's tables, else
 * `build`), so ours go where the user's are: into RUSTFLAGS when it is set, else into the target's table, together with
 * those of `build` when no table of the user's is for this target. Flags of a target do not rebuild build scripts.
 * @throws BuildError `native-cpu`
 */
export function rustflags(
  targets: readonly { readonly target: Target; readonly triple: string }[],
  inputs: Inputs,
  mapped: readonly Remap[],
  surroundings: Surroundings,
  config: CargoConfig,
): FlagSettings {
  const common = mapped.map(m => `--remap-path-prefix=${m.from}=${m.to}`)
  const given = (name: string): string => inputs.env[name] || surroundings.env[name] || ''
  const encoded = given('CARGO_ENCODED_RUSTFLAGS')
  const words = encoded ? encoded.split('\x1f') : given('RUSTFLAGS').split(' ').filter(Boolean)
  if (words.length > 0) {
    const cpu = cpuFlag(inputs.cpu, targets)
    if (cpu.length === 0) refuseNativeCpu([{ where: 'RUSTFLAGS', words }], surroundings)
    const all = [...words, ...common, ...linkage(targets), ...cpu]
    const plain = !encoded && all.every(f => !/\s/.test(f))
    return { args: [], env: plain ? { RUSTFLAGS: all.join(' ') } : { CARGO_ENCODED_RUSTFLAGS: all.join('\x1f') } }
  }
  const fromBuild = given('CARGO_BUILD_RUSTFLAGS').split(' ').filter(Boolean)
  const args = targets.flatMap(({ target, triple }) => {
    const theirs = configuredFlags({ ...config, build: [...config.build, ...fromBuild] }, triple, target)
    const own = given(`CARGO_TARGET_${triple.toUpperCase().replaceAll('-', '_')}_RUSTFLAGS`)
    const cpu = cpuFlag(inputs.cpu, [{ target }])
    if (cpu.length === 0) {
      const places = [
        { where: 'config', words: theirs.flags },
        { where: 'the environment', words: [own] },
      ]
      refuseNativeCpu(places, surroundings)
    }
    const kept = theirs.own || own ? [] : theirs.flags
    const flags = [...kept, ...common, ...linkage([{ target }]), ...cpu]
    return ['--config', `target.${triple}.rustflags=${JSON.stringify(flags)}`]
  })
  return { args, env: {} }
}

/** Static where all targets are musl: said in words, because rustc has musl targets that are dynamic by default. */
function linkage(targets: readonly { readonly target: Target }[]): readonly string[] {
  return targets.every(({ target }) => target.libc === 'musl') ? ['-Ctarget-feature=+crt-static'] : []
}

/** `x86_64_v3` is `x86-64-v3` to rustc; a CPU of x86 is not asked of other architectures. Last, it overrides the user's. */
function cpuFlag(cpu: string | null, targets: readonly { readonly target: Target }[]): readonly string[] {
  if (cpu === null) return []
  if (/^x86[-_]64/.test(cpu) && targets.some(({ target }) => target.arch !== 'x86_64')) return []
  return [`-Ctarget-cpu=${cpu.replaceAll('_', '-')}`]
}

/**
 * The same path remapping for the C and C++ inside crates: the `cc` crate takes `CFLAGS_<triple>` beside the user's CFLAGS
 * (older releases take only the most specific variable, so the user's flags are repeated in it).
 * @throws BuildError `native-cpu` when the user's own flags ask for it and `cpu` does not
 */
export function cflags(
  triple: string,
  inputs: Inputs,
  mapped: readonly Remap[],
  surroundings: Surroundings,
  config: CargoConfig,
): Readonly<Record<string, string>> {
  const spaced = mapped.some(m => /[\s'"\\]/.test(m.from))
  const ours = mapped.map(m => {
    const flag = `-ffile-prefix-map=${m.from}=${m.to}`
    return spaced ? `'${flag.replaceAll("'", `'\\''`)}'` : flag
  })
  const env: Record<string, string> = {}
  for (const name of ['CFLAGS', 'CXXFLAGS']) {
    const own = `${name}_${triple.replaceAll('-', '_')}`
    const places = [own, `${name}_${triple}`, `TARGET_${name}`, name]
    const theirs = places.map(p => inputs.env[p] || surroundings.env[p] || config.env[p]).find(Boolean)
    if (theirs !== undefined && inputs.cpu === null) refuseNativeCpu([{ where: name, words: [theirs] }], surroundings)
    env[own] = [...(theirs === undefined ? [] : [theirs]), ...ours].join(' ')
  }
  // Without it the cc crate splits the flags at every space.
  return spaced ? { ...env, CC_SHELL_ESCAPED_FLAGS: '1' } : env
}
