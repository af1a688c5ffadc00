import type { Collect, Step } from '../../plan.ts'
import { rustTriple, type Target } from '../../target.ts'
import type { Context, Recipe } from '../language.ts'
import { scriptStep } from '../scripts.ts'
import { checkRequest, checkTriples, refuseNativeBuildScripts } from './check.ts'
import { type CargoConfig, readConfig } from './config.ts'
import { cflags, remaps, rustflags } from './flags.ts'
import { readSurroundings, type Surroundings } from './probe.ts'

/** A target with its Rust triple. */
interface Aim {
  readonly target: Target
  readonly triple: string
}

/** What one cargo call builds: any triples, but of each one floor. */
interface Group {
  readonly aims: readonly Aim[]
  readonly targetDir: string
}

/**
 * One cargo call for all targets, so that build scripts and procedural macros are compiled once. Two floors of one triple
 * would overwrite each other's files: they get calls and target directories of their own.
 * @throws BuildError `no-executable`, `bad-input`, `native-cpu`, `no-backend`, `unreadable-project`
 */
export function planCargo(context: Context, targets: readonly Target[]): Recipe {
  const { project, inputs, kit } = context
  checkRequest(project, inputs)
  refuseNativeBuildScripts(project, inputs)
  const surroundings = readSurroundings(context.answers)
  const config = readConfig(surroundings)
  const steps: Step[] = []
  const collect: Collect[] = []
  const script = (kind: 'before-script' | 'after-script', { target, triple }: Aim): void => {
    const text = inputs[kind]
    if (!text) return
    const id = `${steps.length + 1}-${kind}`
    steps.push(scriptStep({ kind, text, target, kit, cwd: project.dir, id, env: { PB_RUST_TARGET: triple } }))
  }
  const aims = checkTriples(targets.map(target => ({ target, triple: rustTriple(target) })))
  for (const aim of aims) script('before-script', aim)
  for (const group of grouped(aims, context.workDir)) {
    const id = `${steps.length + 1}-build`
    steps.push(buildStep(id, group, context, surroundings, config))
    collect.push({
      from: 'cargo-json',
      step: id,
      triples: Object.fromEntries(group.aims.map(a => [a.triple, a.target.name])),
      bins: inputs.bin.length > 0 ? inputs.bin : null,
    })
  }
  for (const aim of aims) script('after-script', aim)
  return { steps, collect, notices: noticesOf(context, surroundings) }
}

/** The first floor of a triple keeps the shared directory; each other has one named after it, so that both stay warm. */
function grouped(aims: readonly Aim[], workDir: string): readonly Group[] {
  const groups: { aims: Aim[]; targetDir: string }[] = []
  for (const aim of aims) {
    const group = groups.find(g => g.aims.every(a => a.triple !== aim.triple))
    if (group) group.aims.push(aim)
    else {
      const name = groups.length === 0 ? 'target' : `target-${aim.target.floor ?? groups.length}`
      groups.push({ aims: [aim], targetDir: `${workDir}/${name}` })
    }
  }
  return groups
}

function buildStep(id: string, group: Group, context: Context, surroundings: Surroundings, config: CargoConfig): Step {
  const whole = command(id, group, context, surroundings, config)
  if (group.aims.length === 1) return whole
  const fallback = group.aims.map(aim =>
    command(`${id}-${aim.target.name}`, { ...group, aims: [aim] }, context, surroundings, config),
  )
  return { ...whole, fallback }
}

function command(
  id: string,
  { aims, targetDir }: Group,
  context: Context,
  surroundings: Surroundings,
  config: CargoConfig,
): Step {
  const { project, inputs, source, kit, workDir } = context
  const zig = kit.backend === 'zig'
  const mapped = remaps({ projectDir: project.dir, targetDir }, surroundings)
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
      ...selection(context, surroundings),
      ...['--target-dir', targetDir, '--message-format', 'json-render-diagnostics'],
      ...stripArgs(context, config),
      ...flags.args,
      ...inputs.args,
    ],
    cwd: project.dir,
    env: {
      ...(inputs.toolchain === null ? {} : { RUSTUP_TOOLCHAIN: inputs.toolchain }),
      SOURCE_DATE_EPOCH: String(source.epoch),
      CARGO_INCREMENTAL: '0',
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
  { kit }: Context,
  flags: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const env: Record<string, string> = { ...flags }
  const upper = triple.toUpperCase().replaceAll('-', '_')
  // jemalloc fixes the page size when it is built; aarch64 kernels have up to 64 KiB.
  if (target.arch === 'aarch64') env[`${upper}_JEMALLOC_SYS_WITH_LG_PAGE`] = '16'
  const compilers = kit.compilers[target.name]
  // cargo-zigbuild sets its own, which know what rustc passes to a linker.
  if (kit.backend === 'zig' || !compilers) return env
  const lower = triple.replaceAll('-', '_')
  env[`CARGO_TARGET_${upper}_LINKER`] = compilers.cc
  env[`CC_${lower}`] = compilers.cc
  env[`CXX_${lower}`] = compilers.cxx
  env[`AR_${lower}`] = compilers.ar
  env[`RANLIB_${lower}`] = compilers.ranlib
  return env
}

function selection({ project, inputs }: Context, surroundings: Surroundings): readonly string[] {
  const packages = inputs.package.length > 0 ? inputs.package : (project.cargo?.packages ?? [])
  const locked = inputs.locked && hasLock(project.cargo?.locked, surroundings)
  return [
    ...(inputs.profile === 'release' ? ['--release'] : ['--profile', inputs.profile]),
    ...(inputs.workspace ? ['--workspace'] : packages.flatMap(p => ['--package', p])),
    ...(inputs.bin.length > 0 ? inputs.bin.flatMap(b => ['--bin', b]) : ['--bins']),
    ...(inputs.features.length > 0 ? ['--features', inputs.features.join(',')] : []),
    ...(inputs['all-features'] ? ['--all-features'] : []),
    ...(inputs['no-default-features'] ? ['--no-default-features'] : []),
    ...(locked ? ['--locked'] : []),
  ]
}

/** Strips what the project's own profile does not settle. */
function stripArgs({ project, inputs }: Context, config: CargoConfig): readonly string[] {
  const { profile } = inputs
  const said = [...(project.cargo?.stripSaid ?? []), ...config.stripSaid].includes(profile)
  const byVariable = `CARGO_PROFILE_${profile.toUpperCase().replaceAll('-', '_')}_STRIP` in inputs.env
  return inputs.strip && !said && !byVariable ? ['--config', `profile.${profile}.strip="symbols"`] : []
}

function hasLock(here: boolean | undefined, surroundings: Surroundings): boolean {
  return here === true || surroundings.lock
}

function noticesOf({ project, inputs }: Context, surroundings: Surroundings): readonly string[] {
  if (!inputs.locked || hasLock(project.cargo?.locked, surroundings)) return []
  return [
    `${project.name} has no Cargo.lock: this build chooses the versions of its dependencies; commit Cargo.lock to get the same program again`,
  ]
}
