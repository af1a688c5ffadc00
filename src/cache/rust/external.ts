import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PackMember } from '../pack/pack.ts'
import { gitMembers } from './git.ts'
import type { Listing } from './listing.ts'
import type { CargoPlaces } from './places.ts'
import { readCrates, readerFacts } from './readers.ts'
import type { LockedPackage } from './recipe/lock.ts'
import { registryMembers } from './registry.ts'

/** Members of the two packs of the crates from outside. */
export interface ExternalMembers {
  readonly hot: readonly PackMember[]
  readonly cold: readonly PackMember[]
}

/** What is kept of the crates from outside: their part of target directories, and their sources. @throws PackProblem */
export async function externalMembers(
  { hot, cold, build, scripts, needed, hotFacts }: Listing,
  { apart, targets }: CargoPlaces,
  locked: readonly LockedPackage[],
): Promise<ExternalMembers> {
  const sources = apart === null ? { hot: [], cold: [] } : await sourcesOf(apart.ours)
  const all = { hot: [...hot, ...sources.hot], cold: [...cold, ...sources.cold] }
  if (all.cold.length === 0) return all
  const mark = { path: `${targets[0]}/${markName}`, from: Buffer.from(JSON.stringify(hotFacts.names)) }
  return { ...all, hot: [...all.hot, { type: 'file', ...mark, mode: 0o644, mtimeNs: 0n }] }

  async function sourcesOf(home: string): Promise<ExternalMembers> {
    const read = readCrates(await readerFacts({ ...build, scripts, needed, home }))
    const registry = await registryMembers(home, locked, crate => read === 'all' || read.has(crate))
    return { hot: [...registry.hot, ...(await gitMembers(home, build.messages.units))], cold: registry.cold }
  }
}

/** Says that a target directory has placeholders, and of which packages; it comes and goes with them. */
const markName = 'placeholders.json'

/** Names of the packages of which there are placeholders in a work directory; null: there are none. */
export async function markedNames({ workDir, targets }: CargoPlaces): Promise<readonly string[] | null> {
  const text = await readFile(join(workDir, targets[0] ?? '', markName), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const names: unknown = JSON.parse(text)
    return Array.isArray(names) ? names.filter(name => typeof name === 'string') : []
  } catch {
    return []
  }
}

/** Nothing is a placeholder any more. */
export async function unmark({ workDir, targets }: CargoPlaces): Promise<void> {
  await rm(join(workDir, targets[0] ?? '', markName), { force: true })
}
