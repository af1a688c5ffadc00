import { readFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'
import type { PackMember } from '../pack/pack.ts'
import { compileRoot, filesOfDepInfo } from './dep-info.ts'
import { isFingerprint, linkedUnits } from './fingerprints.ts'
import { type LiveUnits, type UnitId, unitOf } from './live.ts'
import type { BuildMessages, ScriptRun, Unit } from './messages.ts'
import { looksOutside, readRules, type ScriptRules, variablesIn } from './scripts.ts'
import type { OwnPackage } from './stale.ts'
import { recordVariables } from './variables.ts'

/** A build as it lies in the target directories. */
export interface Build {
  readonly workDir: string
  readonly members: readonly PackMember[]
  readonly messages: BuildMessages
  readonly live: LiveUnits
  readonly triples: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Packages of the project, with the files outside of them that they were made from. */
export interface OwnSurvey {
  readonly packages: readonly OwnPackage[]
  /** Directories of packages, absolute. */
  readonly roots: readonly string[]
  /** Absolute paths of everything else that was read, wherever it is. */
  readonly read: readonly string[]
  /** Texts of all build scripts. */
  readonly scripts: readonly string[]
}

const text = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '')

/** The units of the building machine that the project's own build scripts and procedural macros are compiled with. */
export async function neededOnHost({ workDir, members, live, triples }: Build): Promise<ReadonlySet<UnitId>> {
  const host = members.filter(({ type, path }) => {
    return type === 'file' && isFingerprint(path) && !triples.includes(path.split('/')[1] ?? '')
  })
  const files = host.filter(({ path }) => live.has(unitOf(path) ?? '') && isHash(path))
  const read = files.map(async ({ path }) => ({ path, text: await text(join(workDir, path)) }))
  const own = files.flatMap(({ path }) => {
    const id = unitOf(path)
    const unit = id === null ? undefined : live.get(id)
    return id !== null && unit?.own && unit.what !== 'run' ? [id] : []
  })
  return linkedUnits(await Promise.all(read), new Set(own))
}

/** Of a unit's fingerprint only the hash and its JSON are read. */
const isHash = (path: string): boolean => !/\/(?:dep-[^/]*|invoked\.timestamp)$/.test(path)

/** Reads what the runs of build scripts said of when to run them again. */
export async function rulesOf(runs: readonly ScriptRun[]): Promise<readonly (ScriptRules & ScriptRun)[]> {
  return Promise.all(
    runs.map(async run => {
      const dir = dirname(run.outDir)
      // the second name is that of the new layout, of nightlies since 1.97
      const said = (await text(join(dir, 'output'))) || (await text(join(dir, 'run/stdout')))
      return { ...run, ...readRules(said) }
    }),
  )
}

/** Finds out what the project's own packages were made from. */
export async function surveyOwn(build: Build): Promise<OwnSurvey> {
  const byPackage = Map.groupBy(
    build.messages.units.filter(unit => unit.own),
    unit => unit.packageId,
  )
  const fingerprints = fingerprintDirs(build.members)
  const packages: OwnPackage[] = []
  const read: string[] = []
  const texts: string[] = []
  for (const [packageId, units] of byPackage) {
    const dir = dirname(units[0]?.manifest ?? '')
    const runs = build.messages.runs.filter(run => run.packageId === packageId)
    const rules = await rulesOf(runs)
    const scripts = await trackedBy(build, units, what => what === 'script')
    const sources = await Promise.all(scripts.map(text))
    const tracked = [...new Set([...scripts, ...(await trackedBy(build, units, what => what === 'compiled'))])].sort()
    const declared = rules.flatMap(r => r.paths).map(path => (isAbsolute(path) ? path : join(dir, path)))
    const dirsOf = (what: (unit: string) => boolean) =>
      [...build.live].flatMap(([id, unit]) =>
        unit.packageId === packageId && what(unit.what) ? (fingerprints.get(id) ?? []) : [],
      )
    read.push(...tracked, ...declared)
    texts.push(...sources)
    packages.push({
      dir,
      tracked,
      compiled: dirsOf(what => what !== 'run'),
      runs: [...dirsOf(what => what === 'run'), ...runs.map(run => relative(build.workDir, dirname(run.outDir)))],
      ruled: rules.every(r => r.ruled),
      outside: rules.some(r => sources.some(source => looksOutside(source, r))),
      variables: recordVariables([...sources.flatMap(variablesIn), ...rules.flatMap(r => r.variables)], build.env),
    })
  }
  return { packages, roots: [...new Set(packages.map(p => p.dir))], read: [...new Set(read)], scripts: texts }
}

/** The files that compilers said they read for units of one package, but for those that the build itself has written. */
async function trackedBy(
  build: Build,
  units: readonly Unit[],
  wanted: (what: string) => boolean,
): Promise<readonly string[]> {
  const infos = build.members.filter(({ type, path }) => {
    const unit = build.live.get(unitOf(path) ?? '')
    const isOfThese = unit !== undefined && unit.packageId === units[0]?.packageId && wanted(unit.what)
    return type === 'file' && path.endsWith('.d') && isOfThese
  })
  const texts = await Promise.all(infos.map(({ path }) => text(join(build.workDir, path))))
  const roots = [...new Set(units.map(unit => unit.source))]
  const tracked = texts.flatMap(info => {
    const root = roots.map(source => compileRoot(info, source)).find(found => found !== null)
    return root === undefined || root === null ? [] : filesOfDepInfo(info, root)
  })
  return [...new Set(tracked)].filter(file => !file.startsWith(`${build.workDir}/`)).sort()
}

function fingerprintDirs(members: readonly PackMember[]): ReadonlyMap<UnitId, string> {
  const dirs = new Map<UnitId, string>()
  for (const { path } of members) {
    const id = isFingerprint(path) ? unitOf(path) : null
    if (id !== null) dirs.set(id, dirname(path))
  }
  return dirs
}
