import { createHash } from 'node:crypto'
import type { Compilers } from '../../backends/backend.ts'
import { BuildError } from '../../errors.ts'
import type { Collect, GeneratedFile, Step } from '../../plan.ts'
import type { Target } from '../../target.ts'
import type { Context } from '../language.ts'

/** Where the files of one target go; absolute directories below the job's own. */
export interface Layout {
  readonly context: Context
  readonly target: Target
  readonly compilers: Compilers
  /** Directory of the build file in the user's tree. */
  readonly source: string
  /** The user's tree copied, for build systems that write into it. */
  readonly copy: string
  /** The directory of the build file in the copy. */
  readonly copiedSource: string
  readonly build: string
  /** Staged installation, or what a build command is told as PB_OUT. */
  readonly stage: string
  /** Holds nothing: where the build may look for libraries of the target. */
  readonly empty: string
  /** What the commands of this target get. */
  readonly env: Readonly<Record<string, string>>
}

/** The commands that build one target, without scripts of the user. */
export interface TargetRecipe {
  readonly steps: readonly Omit<Step, 'id' | 'targets'>[]
  readonly collect: Collect
  readonly files: readonly GeneratedFile[]
  /** Build in a copy of the sources. */
  readonly inCopy: boolean
}

/**
 * The layout of one target. The directories are named after what they were made with: another compiler, flag or
 * argument never meets the cache of a build system or objects of an earlier run.
 * @throws BuildError `no-backend` when the kit has no compiler for the target
 */
export function layoutOf(context: Context, target: Target): Layout {
  const { project, inputs, kit, workDir } = context
  const compilers = kit.compilers[target.name]
  if (!compilers) {
    throw new BuildError('no-backend', `the ${kit.backend} backend brought no C compiler for ${target.name}`)
  }
  const made = [kit.identity, compilers.cc, project.buildSystem, ...inputs.args, inputs['build-command'] ?? '']
  const key = createHash('sha256')
    .update(JSON.stringify([made, inputs.env, inputs.strip]))
    .digest('hex')
    .slice(0, 8)
  const root = `${workDir}/${target.name}`
  const buildFile = project.c?.buildFile ?? ''
  const below = buildFile.includes('/') ? `/${buildFile.slice(0, buildFile.lastIndexOf('/'))}` : ''
  const places = {
    source: `${project.dir}${below}`,
    copy: `${root}/source-${key}`,
    copiedSource: `${root}/source-${key}${below}`,
    build: `${root}/build-${key}`,
    stage: `${root}/stage`,
    empty: `${root}/no-libraries`,
  }
  return { context, target, compilers, ...places, env: environment(context, places) }
}

function environment(context: Context, places: Pick<Layout, 'build' | 'empty' | 'copy'>): Record<string, string> {
  const { inputs, source, kit, project } = context
  const inCopy = project.buildSystem !== 'cmake' && project.buildSystem !== 'meson'
  const env: Record<string, string> = {
    SOURCE_DATE_EPOCH: String(source.epoch),
    LC_ALL: 'C',
    TZ: 'UTC',
    // Nothing of this machine is found by pkg-config: its libraries are not the target's.
    PKG_CONFIG_LIBDIR: places.empty,
    PB_SOURCE_DIR: inCopy ? places.copy : project.dir,
    PB_BUILD_DIR: places.build,
    // zig up to 0.16 confuses the embedded files of directories that share a local cache.
    ...(kit.backend === 'zig' && { ZIG_LOCAL_CACHE_DIR: `${places.build}.zig-cache` }),
    ...(inputs.strip && { PB_STRIP: '1' }),
  }
  return withoutUsers(env, inputs.env)
}

/** What the user sets with `env` is the user's. */
export function withoutUsers(
  env: Readonly<Record<string, string>>,
  users: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !Object.hasOwn(users, name)))
}

/** What a link needs to be what the target says. */
export function linkFlags(target: Target): readonly string[] {
  return target.libc === 'musl' ? ['-static'] : []
}

/** Removes what an earlier run installed: an executable that is no longer built must not be found. */
export function cleanStage({ stage, target, context, env }: Layout): Omit<Step, 'id' | 'targets'> {
  return {
    title: `clean stage for ${target.name}`,
    argv: ['rm', '-rf', '--', stage],
    cwd: context.project.dir,
    env,
  }
}

/** `bin`, or null for all. */
export function wantedBins({ inputs }: Context): readonly string[] | null {
  return inputs.bin.length > 0 ? inputs.bin : null
}
