import type { PackMember } from '../pack/pack.ts'
import type { Unit } from './messages.ts'

/** Where rustc keeps what it knows of one crate, and of which session a file in it is; layout: rustc_incremental, `persist/fs.rs`. */
interface StateFile {
  /** `target/<triple>/release/incremental/<crate>-<hash>` */
  readonly dir: string
  /** The same without the hash. */
  readonly crate: string
  /** `s-<time>-<random>`: sorted by time. */
  readonly session: string
  readonly finished: boolean
  readonly member: PackMember
}

/** Whether a path below a work directory belongs to a state of incremental compilation. */
export function isState(path: string): boolean {
  return /\/incremental(?:\/|$)/.test(path)
}

/**
 * Of the states of incremental compilation those of the project's own crates as they are now: of each the last session that was
 * finished, and no more states of a name than crates of that name were built. Others are of older versions. Pure.
 * @param units of the build @param workDir what the members' paths are relative to
 */
export function liveStates(
  members: readonly PackMember[],
  units: readonly Unit[],
  workDir: string,
): readonly PackMember[] {
  const counts = crateCounts(units, workDir)
  const files = members.flatMap(member => stateFile(member) ?? [])
  const last = new Map<string, string>()
  for (const { dir, session, finished } of files) {
    if (finished && session > (last.get(dir) ?? '')) last.set(dir, session)
  }
  const dirs = new Map(files.map(file => [file.dir, file.crate]))
  const byCrate = Map.groupBy(last.keys(), dir => dirs.get(dir) ?? '')
  const kept = new Set<string>()
  for (const [crate, all] of byCrate) {
    const newest = all.sort((a, b) => ((last.get(a) ?? '') < (last.get(b) ?? '') ? 1 : -1))
    for (const dir of newest.slice(0, counts.get(crate) ?? 0)) kept.add(dir)
  }
  const wanted = files.filter(file => kept.has(file.dir) && last.get(file.dir) === file.session)
  return withoutForeignLinks(
    wanted.map(file => file.member),
    members,
  )
}

function stateFile(member: PackMember): StateFile | null {
  if (member.type === 'directory') return null
  const found = /^((.+\/incremental\/.+)-[0-9a-z]+)\/(s-[0-9a-z]+-[0-9a-z]+)(\.lock$|-[^/]+\/)/.exec(member.path)
  if (found === null) return null
  const [, dir = '', crate = '', session = '', rest = ''] = found
  return { dir, crate, session, member, finished: rest.endsWith('/') && rest !== '-working/' }
}

/** How many units were built by the place and name of their states: `target/release/incremental/build_script_build`. */
function crateCounts(units: readonly Unit[], workDir: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { own, files } of units) {
    const [file = ''] = files
    const found = /^(.+?)\/(?:(?:deps|build|examples)\/(?:.+\/)?)?([^/]+)$/.exec(file.slice(workDir.length + 1))
    if (!own || !file.startsWith(`${workDir}/`) || found === null) continue
    const [, dir = '', name = ''] = found
    const crate = `${dir}/incremental/${crateName(name)}`
    counts.set(crate, (counts.get(crate) ?? 0) + 1)
  }
  return counts
}

/** `libkern-0123456789abcdef.rlib`, `libkern.rlib`, `my-app`. */
function crateName(file: string): string {
  const [, library, name = file] = /^(lib)?(.+?)(?:-[0-9a-f]{16})?(?:\.(?:rlib|rmeta|so|a))?$/.exec(file) ?? []
  const isLibrary = library !== undefined && /\.(?:rlib|rmeta|so|a)$/.test(file)
  return (isLibrary || library === undefined ? name : `${library}${name}`).replaceAll('-', '_')
}

/** Sessions share files by hard links: one whose first name is left out becomes a file itself. */
function withoutForeignLinks(kept: readonly PackMember[], all: readonly PackMember[]): readonly PackMember[] {
  const names = new Set(kept.map(member => member.path))
  const sources = new Map(all.map(member => [member.path, member]))
  const firsts = new Map<string, string>()
  return kept.map((member): PackMember => {
    if (member.type !== 'hardlink' || names.has(member.to)) return member
    const first = firsts.get(member.to)
    if (first !== undefined) return { ...member, to: first }
    firsts.set(member.to, member.path)
    const source = sources.get(member.to)
    return source === undefined ? member : { ...source, path: member.path }
  })
}
