import { dirname, join } from 'node:path'
import { listMembers } from '../pack/list.ts'
import type { PackMember } from '../pack/pack.ts'
import type { HotFacts, OwnFacts } from './facts.ts'
import { isState, liveStates } from './incremental.ts'
import { liveUnits, type UnitId, unitOf } from './live.ts'
import type { BuildMessages } from './messages.ts'
import type { CargoPlaces } from './places.ts'
import { skeletonOf } from './skeleton.ts'
import type { SourceKeeper } from './source-keeper.ts'
import { watch } from './sources.ts'
import { type Build, neededOnHost, rulesOf, surveyOwn } from './survey.ts'
import { recordVariables } from './variables.ts'

/** What a build is worth keeping of, with what the packs say of themselves. */
export interface Listing {
  readonly hot: readonly PackMember[]
  readonly cold: readonly PackMember[]
  readonly own: readonly PackMember[]
  readonly hotFacts: Omit<HotFacts, 'hollow'>
  readonly ownFacts: OwnFacts
  readonly build: Build
  /** Texts of the project's own build scripts. */
  readonly scripts: readonly string[]
  /** See neededOnHost. */
  readonly needed: ReadonlySet<UnitId>
}

/** Finds out what a build has left that its messages vouch for. @throws PackProblem */
export async function listBuild(from: {
  readonly places: CargoPlaces
  readonly messages: BuildMessages
  readonly sources: SourceKeeper
  readonly commit: string | null
  /** Whether the build came to its end. */
  readonly complete: boolean
}): Promise<Listing> {
  const { places, messages, sources, commit, complete } = from
  const { workDir, triples, env } = places
  const members = await membersOf(places)
  const live = liveUnits(messages, members, workDir)
  const build: Build = { workDir, members, messages, live, triples, env }
  const needed = await neededOnHost(build)
  const finals = messages.units.filter(unit => unit.own).flatMap(unit => unit.files)
  const { hot, cold, own: made } = skeletonOf({ members, live, triples, needed, finals, workDir })
  const own = [...made, ...liveStates(members, messages.units, workDir)]
  const vendored = vendoredDirs(messages, places)
  const survey = await surveyOwn(build)
  await sources.look(survey.roots, vendored)
  const isElsewhere = (path: string) => !(path in sources.own()) && !(`${path}/` in sources.own())
  const rules = await rulesOf(messages.runs.filter(run => !run.own))
  const declared = rules.flatMap(rule => rule.paths).filter(path => path.startsWith('/'))
  const isOurs = (path: string) =>
    [workDir, places.cargoHome ?? workDir, ...vendored].some(dir => path.startsWith(`${dir}/`))
  return {
    hot,
    cold,
    own,
    build,
    scripts: survey.scripts,
    needed,
    hotFacts: {
      workDir,
      cargoHome: places.cargoHome,
      compilation: String(newestTime(hot)),
      complete,
      names: [...new Set(messages.units.filter(unit => !unit.own).map(unit => unit.name))].sort(),
      variables: recordVariables(
        rules.flatMap(rule => rule.variables),
        env,
      ),
      roots: vendored,
      sources: sources.below(vendored),
      watched: await watch(declared.filter(path => !isOurs(path))),
    },
    ownFacts: {
      workDir,
      commit,
      roots: survey.roots,
      sources: sources.own(),
      watched: await watch(survey.read.filter(path => isElsewhere(path) && !isOurs(path))),
      packages: survey.packages,
      newest: String(newestTime(own)),
    },
  }
}

async function membersOf({ workDir, targets, incremental }: CargoPlaces): Promise<readonly PackMember[]> {
  const lists = await Promise.all(
    targets.map(root =>
      listMembers({ dir: join(workDir, root), root, wanted: path => incremental || !isState(`/${path}`) }),
    ),
  )
  return lists.flat().filter(({ type, path }) => type !== 'directory' || unitOf(path) !== null)
}

/** Directories of crates from outside that are not in cargo's own place. */
function vendoredDirs({ units }: BuildMessages, { cargoHome }: CargoPlaces): readonly string[] {
  const dirs = units.filter(unit => !unit.own).map(unit => dirname(unit.manifest))
  return [...new Set(dirs)].filter(dir => cargoHome === null || !dir.startsWith(`${cargoHome}/`)).sort()
}

function newestTime(members: readonly PackMember[]): bigint {
  return members.reduce((newest, m) => (m.type !== 'hardlink' && m.mtimeNs > newest ? m.mtimeNs : newest), 0n)
}
