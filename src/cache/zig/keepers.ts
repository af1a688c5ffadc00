import { join } from 'node:path'
import type { Job } from '../../plan.ts'
import type { Keeper, KeeperContext, KeeperSet } from '../keeper.ts'
import { directoryFor, keepDirectory } from '../kept/directory.ts'
import { isFilled } from '../kept/files.ts'
import type { KeptName } from '../kept/layers.ts'
import { sharedEnv, targetGroups } from '../steps.ts'

/**
 * Keeps what zig compiles for itself before the first link: the C library, its start files, the compiler's runtime. One
 * directory and one pack for the targets that are built together; where this machine has such things already, it stays
 * with them. What is in a pack becomes part of executables, so that it is only for runs that may restore all.
 */
export async function zigKeepers(context: KeeperContext): Promise<KeeperSet> {
  const { job } = context
  const zig = job.toolchains.find(t => t.name === 'zig')
  if (zig === undefined) return { keepers: [], env: {} }
  const keepers: Keeper[] = []
  const env: Record<string, Record<string, string>> = {}
  for (const group of targetGroups(job)) {
    const shared = group.map(target => sharedEnv(job, target))
    const name = zigName(group, zig.version)
    if (job.passEnv['ZIG_GLOBAL_CACHE_DIR'] !== undefined || (await anyFilled(shared))) {
      const why = "this machine has zig's cache already"
      context.tell({ id: `${name.kind} ${name.name}`, key: '', hit: 'skipped', bytes: 0, ms: 0, why })
      continue
    }
    const dir = directoryFor(join(job.workDir, 'zig-cache'), name)
    for (const [i, target] of group.entries()) env[target] = variables(job, dir, shared[i] ?? {})
    keepers.push(
      keepDirectory(context, {
        ...name,
        dir,
        targets: group,
        wanted: isRuntime,
        // zig does not renew times; it has made nothing that it does not need
        select: files => files,
        // manifests hold inodes and times of zig's own files, and are renewed when these are others
        sized: path => !path.startsWith('h/'),
      }),
    )
  }
  return { keepers, env }
}

/** Where zig is asked to keep things now. */
async function anyFilled(envs: readonly Readonly<Record<string, string>>[]): Promise<boolean> {
  const dirs = new Set(envs.flatMap(env => env['ZIG_GLOBAL_CACHE_DIR'] ?? []))
  for (const dir of dirs) if (await isFilled(dir)) return true
  return false
}

/** zig looks at the flags by itself; the floor is in the name of a target. */
function zigName(targets: readonly string[], version: string): KeptName {
  const ingredients = { zig: version, targets: [...targets].sort().join(' ') }
  return { kind: 'zig-runtime', name: [...targets].sort().join('+'), ingredients, near: ['zig', 'targets'] }
}

/**
 * Without a local cache of its own, `zig cc` puts what it makes of the user's sources into the global one, too; and two
 * sources of one text are one to it, whatever they `#embed`: that directory is never kept.
 */
function variables(job: Job, dir: string, env: Readonly<Record<string, string>>): Record<string, string> {
  const hasLocal = env['ZIG_LOCAL_CACHE_DIR'] !== undefined || job.passEnv['ZIG_LOCAL_CACHE_DIR'] !== undefined
  return { ZIG_GLOBAL_CACHE_DIR: dir, ...(hasLocal ? {} : { ZIG_LOCAL_CACHE_DIR: `${dir}.local` }) }
}

/**
 * Of zig's global cache (0.12 to 0.16): `o/` is what was compiled, `h/` says of what, `b/` are the options it was compiled
 * with. Not `z/`, zig's own library as syntax trees, four fifths of it all, which only a compilation reads; nor
 * `tmp/` and the packages in `p/`.
 */
export const isRuntime = (path: string): boolean => /^[ohb]\//.test(path)
