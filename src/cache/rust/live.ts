import { relative } from 'node:path'
import type { PackMember } from '../pack/pack.ts'
import type { BuildMessages } from './messages.ts'

/** A unit in a target directory: `target/9f86d081884c7d65`, the name of the directory before the unit's hash. */
export type UnitId = string

/** A unit that a build named. */
interface LiveUnit {
  readonly packageId: string
  readonly own: boolean
  /** `script`: a build script as a program; `run`: what came of running it. */
  readonly what: 'compiled' | 'script' | 'run'
}

/** The units of a build by what they are called in the target directories. */
export type LiveUnits = ReadonlyMap<UnitId, LiveUnit>

/**
 * The unit that a path below the work directory belongs to, or null: cargo writes the hash of the unit into the name of
 * each file, or of a directory above it. The leftmost counts: what a build script wrote is its run's, whatever its name.
 */
export function unitOf(path: string): UnitId | null {
  const [top = '', ...parts] = path.split('/')
  for (const part of parts) {
    const hash = /^(?:.*-)?([0-9a-f]{16})(?:\..*)?$/.exec(part)?.[1]
    if (hash !== undefined) return `${top}/${hash}`
  }
  return null
}

/**
 * The units of a build: those that its messages name, fresh or not. What an older build left is none of them.
 * @param workDir what the members' paths are relative to
 */
export function liveUnits(messages: BuildMessages, members: readonly PackMember[], workDir: string): LiveUnits {
  const links = linksOf(members)
  const names = namesOf(members)
  const live = new Map<UnitId, LiveUnit>()
  for (const { packageId, own, kinds, files } of messages.units) {
    const what = kinds.includes('custom-build') ? 'script' : 'compiled'
    const ids = files.flatMap(file => idsOf(relative(workDir, file), links, names))
    for (const id of ids) live.set(id, { packageId, own, what })
  }
  for (const { packageId, own, outDir } of messages.runs) {
    const id = unitOf(relative(workDir, outDir))
    if (id !== null) live.set(id, { packageId, own, what: 'run' })
  }
  return live
}

/** The files that cargo puts before users have no hash in their names; they are links to files that have. */
function idsOf(
  path: string,
  links: ReadonlyMap<string, readonly string[]>,
  names: ReadonlyMap<string, readonly UnitId[]>,
): readonly UnitId[] {
  const ids = [path, ...(links.get(path) ?? [])].flatMap(name => unitOf(name) ?? [])
  // Where the file system has no links they are copies: every unit of that name may be the one.
  return ids.length > 0 ? ids.slice(0, 1) : (names.get(plainName(path)) ?? [])
}

/** The other names of every file that has several. */
function linksOf(members: readonly PackMember[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const member of members) {
    if (member.type === 'hardlink') groups.set(member.to, [...(groups.get(member.to) ?? [member.to]), member.path])
  }
  return new Map([...groups.values()].flatMap(group => group.map(path => [path, group])))
}

/** Units by the name of their files, so that copies are recognised. */
function namesOf(members: readonly PackMember[]): ReadonlyMap<string, readonly UnitId[]> {
  const names = new Map<string, UnitId[]>()
  for (const { path } of members) {
    const id = /\/deps\/[^/]+$/.test(path) ? unitOf(path) : null
    if (id === null) continue
    const name = plainName(path)
    const ids = names.get(name) ?? []
    names.set(name, ids)
    if (!ids.includes(id)) ids.push(id)
  }
  return names
}

/** `target/x/release/deps/my_app-9f86d081884c7d65` and `target/x/release/my-app` to `target/x/release/my_app`. */
function plainName(path: string): string {
  const cut = path.lastIndexOf('/')
  const dir = path.slice(0, cut).replace(/\/deps$/, '')
  const name = path.slice(cut + 1).replace(/-[0-9a-f]{16}(?=\.|$)/, '')
  return `${dir}/${name.replaceAll('-', '_')}`
}
