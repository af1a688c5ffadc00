import { fixedEpoch } from '../../epoch.ts'
import type { Step } from '../../plan.ts'
import type { Target } from '../../target.ts'
import type { Context } from '../language.ts'
import type { CargoConfig } from './config.ts'
import { cargoHomeIn, cflags, remaps, rustflags } from './flags.ts'
import { cargoProfile, isPr } from './pr.ts'
import type { Surroundings } from './probe.ts'

/** A target with its Rust triple. */
export interface Aim {
  readonly target: Target
  readonly triple: string
}

/** What one cargo call builds: any triples, but of each one floor. */
export interface Group {
  readonly aims: readonly Aim[]
  readonly targetDir: string
}

/** The cargo call for a group of targets. @throws BuildError `native-cpu` */
export function cargoStep(
  id: string,
  { aims, targetDir }: Group,
  context: Context,
  surroundings: Surroundings,
  config: CargoConfig,
): Step {
  const { project, inputs, source, kit, workDir } = context
  const zig = kit.backend === 'zig'
  const mapped = remaps({ projectDir: project.dir, targetDir, cargoHome: cargoHomeIn(workDir) }, surroundings)
  const flags = rustflags(aims, inputs, mapped, surroundings, config)
  const written = (a: Aim): string => (zig && a.target.floor !== null ? `${a.triple}.${a.target.floor}` : a.triple)
  const names = aims.map(a => a.target.name)
  return {
    id,
    title: `cargo ${zig ? 'zigbuild' : 'build'} for ${names.join(', ')}`,
    targets: names,
    argv: [
      ...['cargo', zig ? 'zigbuild' : 'build'],
      ...aims.flatMap(a => ['--target', written(a)]),
      ...cargoSelection(context, hasLock(project.cargo?.locked, surroundings)),
      ...['--target-dir', targetDir, '--message-format', 'json-render-diagnostics'],
      ...stripArgs(context, config),
      ...flags.args,
      ...inputs.args,
    ],
    cwd: project.dir,
    env: {
      ...(inputs.toolchain === null ? {} : { RUSTUP_TOOLCHAIN: inputs.toolchain.replace(/^\+/, '') }),
      SOURCE_DATE_EPOCH: String(project.cargo?.readsEpoch ? source.epoch : fixedEpoch),
      CARGO_INCREMENTAL: isPr(project, inputs) ? '1' : '0',
      // A build directory of the user's own configuration would be one for all floors.
      CARGO_BUILD_BUILD_DIR: targetDir,
      ...flags.env,
      ...Object.assign(
        {},
        ...aims.map(a => targetEnv(a, context, cflags(a.triple, inputs, mapped, surroundings, config))),
      ),
      // zig up to 0.16 confuses the embedded files of directories that share a local cache.
      ...(zig ? { ZIG_LOCAL_CACHE_DIR: `${workDir}/zig-cache` } : {}),
    },
    stdout: 'cargo-json',
  }
}

function targetEnv(
  { target, triple }: Aim,
  { kit, inputs, workDir }: Context,
  flags: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const env: Record<string, string> = { ...flags }
  const upper = triple.toUpperCase().replaceAll('-', '_')
  // jemalloc fixes the page size when it is built; aarch64 kernels have up to 64 KiB.
  if (target.arch === 'aarch64') env[`${upper}_JEMALLOC_SYS_WITH_LG_PAGE`] = '16'
  const lower = triple.replaceAll('-', '_')
  // An empty place: libraries of this machine are not the target's, even where the triple is the machine's own.
  const places = Object.keys(inputs.env).some(name => name.startsWith('PKG_CONFIG_LIBDIR'))
  if (kit.backend === 'zig' && !places) env[`PKG_CONFIG_LIBDIR_${lower}`] = `${workDir}/no-pkgconfig`
  const compilers = kit.compilers[target.name]
  // cargo-zigbuild sets its own, which know what rustc passes to a linker.
  if (kit.backend === 'zig' || !compilers) return env
  env[`CARGO_TARGET_${upper}_LINKER`] = compilers.cc
  env[`CC_${lower}`] = compilers.cc
  env[`CXX_${lower}`] = compilers.cxx
  env[`AR_${lower}`] = compilers.ar
  env[`RANLIB_${lower}`] = compilers.ranlib
  return env
}

/** What cargo is told to build: profile, packages, executables, features. @param hasLockFile whether there is a Cargo.lock to obey */
export function cargoSelection(
  { project, inputs }: Pick<Context, 'project' | 'inputs'>,
  hasLockFile: boolean,
): readonly string[] {
  const profile = cargoProfile(project, inputs)
  const packages = inputs.package.length > 0 ? inputs.package : (project.cargo?.packages ?? [])
  return [
    ...(profile === 'release' ? ['--release'] : ['--profile', profile]),
    ...(inputs.workspace ? ['--workspace'] : packages.flatMap(p => ['--package', p])),
    ...(inputs.bin.length > 0 ? inputs.bin.flatMap(b => ['--bin', b]) : ['--bins']),
    ...(inputs.features.length > 0 ? ['--features', inputs.features.join(',')] : []),
    ...(inputs['all-features'] ? ['--all-features'] : []),
    ...(inputs['no-default-features'] ? ['--no-default-features'] : []),
    ...(inputs.locked && hasLockFile ? ['--locked'] : []),
  ]
}

/** Strips what the project's own profile does not settle. */
function stripArgs({ project, inputs }: Context, config: CargoConfig): readonly string[] {
  const profile = cargoProfile(project, inputs)
  const said = [...(project.cargo?.stripSaid ?? []), ...config.stripSaid].includes(profile)
  const byVariable = `CARGO_PROFILE_${profile.toUpperCase().replaceAll('-', '_')}_STRIP` in inputs.env
  return inputs.strip && !said && !byVariable ? ['--config', `profile.${profile}.strip="symbols"`] : []
}

/** Whether the versions of the dependencies are settled, here or in the workspace above. */
export function hasLock(here: boolean | undefined, surroundings: Surroundings): boolean {
  return here === true || surroundings.lock
}
