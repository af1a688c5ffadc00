import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { PlannedProject } from '../../plan.ts'
import { type HotFacts, newestIn, type OwnFacts } from './facts.ts'
import { newestOf, planTimes, type SourceTimes } from './manifest.ts'
import type { CargoPlaces } from './places.ts'
import { applyTimes, readSources, renewTimes, settleTimes, watch } from './sources.ts'
import { findStale, type OwnPackage, type Stale } from './stale.ts'

/** The sources of a job: what is in them, and the times that cargo is to see. */
export interface SourceKeeper {
  /** The project's own, without vendored crates. */
  own(): SourceTimes
  /** Looks at the sources as they are now. @param roots directories, absolute; the project's own is always one */
  look(roots: readonly string[], vendored: readonly string[]): Promise<void>
  /** Those that were looked at and are in one of the directories. */
  below(dirs: readonly string[]): SourceTimes
  /**
   * Gives the sources the times that they had when what was restored was made of them, newer ones where they are not the
   * same any more, and removes what cargo would not notice to be stale.
   */
  settle(hot: HotFacts | null, own: OwnFacts | null): Promise<void>
  /**
   * A source that has been replaced since by one with an older time than what was built, or null: a step before cargo's has
   * unpacked or copied it, and cargo has not noticed. @param own what was restored
   */
  replaced(own: OwnFacts): Promise<string | null>
}

/** @param planned the project; its artifacts and the work directories are no sources */
export function sourceKeeper(planned: PlannedProject, places: CargoPlaces): SourceKeeper {
  const skip = [dirname(places.workDir), planned.outputDir]
  let all: SourceTimes = {}
  let foreign: readonly string[] = []
  let roots: readonly string[] = []
  const below = (dirs: readonly string[]) => select(all, path => dirs.some(dir => path.startsWith(`${dir}/`)))
  const own = () => select(all, path => !foreign.some(dir => path.startsWith(`${dir}/`)))
  return {
    own,
    below,
    async look(further, vendored) {
      foreign = vendored
      roots = outermost([planned.dir, ...further, ...vendored])
      all = await readSources(roots, skip, all)
    },
    async settle(hot, ownFacts) {
      const theirs = hot === null ? {} : await settleBy(hot.sources, below(hot.roots), newestOf(hot.sources), hot.roots)
      const ours = ownFacts === null ? await settleTimes(own()) : await settleOwn(ownFacts, own(), planned, places)
      all = { ...theirs, ...ours }
    },
    async replaced(facts) {
      const now = Object.entries(await readSources(roots, skip, all))
      const newest = newestIn(facts)
      const found = now.find(([path, [digest, time]]) => {
        const isSource = !path.endsWith('/') && !foreign.some(dir => path.startsWith(`${dir}/`))
        return isSource && facts.sources[path]?.[0] !== digest && BigInt(time) < newest
      })
      return found === undefined ? null : found[0]
    },
  }
}

async function settleOwn(
  facts: OwnFacts,
  now: SourceTimes,
  planned: PlannedProject,
  places: CargoPlaces,
): Promise<SourceTimes> {
  const within = [planned.dir, ...facts.roots]
  const plan = planTimes(facts.sources, now)
  const known = await applyTimes(plan, { newest: newestIn(facts), within })
  const elsewhere = await watch(Object.keys(facts.watched))
  const same = Object.keys(elsewhere).every(path => elsewhere[path] === facts.watched[path])
  const sameCommit = facts.commit !== null && facts.commit === planned.commit
  const { packages } = facts
  const stale =
    known && same ? findStale({ packages, changes: plan.changes, sameCommit, env: places.env }) : everything(packages)
  for (const dir of stale.remove) await rm(join(places.workDir, dir), { recursive: true, force: true })
  await renewTimes(stale.renew, newestIn(facts))
  return expected(now, facts.sources)
}

function everything(packages: readonly OwnPackage[]): Stale {
  return {
    remove: packages.flatMap(({ compiled, runs }) => [...compiled, ...runs]),
    renew: packages.map(({ dir }) => `${dir}/Cargo.toml`),
  }
}

async function settleBy(
  before: SourceTimes,
  now: SourceTimes,
  newest: bigint,
  within: readonly string[],
): Promise<SourceTimes> {
  await applyTimes(planTimes(before, now), { newest, within })
  return expected(now, before)
}

/** What a plan leaves behind; what was renewed is left out, because its time is not known here. */
function expected(now: SourceTimes, before: SourceTimes): SourceTimes {
  return Object.fromEntries(Object.entries(before).filter(([path, [digest]]) => now[path]?.[0] === digest))
}

function select(sources: SourceTimes, wanted: (path: string) => boolean): SourceTimes {
  return Object.fromEntries(Object.entries(sources).filter(([path]) => wanted(path)))
}

/** Directories without those that lie in another one of them. */
function outermost(dirs: readonly string[]): readonly string[] {
  return [...new Set(dirs)].filter(dir => !dirs.some(other => dir !== other && dir.startsWith(`${other}/`)))
}
