import { existsSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buildEnv } from '../../build/environment.ts'
import { manifestName, readManifest } from '../../build/manifest.ts'
import type { Artifact } from '../../build/output.ts'
import type { ProbeAnswer, Source } from '../../languages/language.ts'
import { tool } from '../../tool.ts'
import { readTree } from '../../tree.ts'
import { restoreEntry, saveEntry, tellSkipped } from '../bring.ts'
import { type CacheEntry, cacheEntry } from '../entry.ts'
import type { KeeperContext } from '../keeper.ts'
import { type ResultFacts, resultIngredients, whyNoResult } from './ingredients.ts'
import { digestSources, isBelow } from './sources.ts'

/** What is known of the project of a job beyond its plan. */
export interface ResultSubject {
  readonly source: Source
  readonly answers: Readonly<Record<string, ProbeAnswer>>
  /** Output directories of the whole run: what we wrote there is no source. */
  readonly outputDirs: readonly string[]
}

/** The executables of a job from an earlier run of the same sources; nobody trusts them: they are judged again. */
export interface ResultKeeper {
  /** What it will ask for; null, and told why, when that cannot be known. @throws BuildError `interrupted` */
  wanted(): Promise<CacheEntry | null>
  /** Null: they have to be built. @throws BuildError `interrupted`, `disk-full` */
  restore(): Promise<readonly Artifact[] | null>
  /** @param built executables of all targets, verified @throws BuildError `interrupted` */
  save(built: readonly Artifact[]): Promise<void>
}

/** Of a job, when it is known what its executables are made of; what stands against it is told in the report. */
export function resultKeeper(context: KeeperContext, subject: ResultSubject): ResultKeeper {
  let wanted: CacheEntry | null = null
  let isLeftOut = (_: string) => false
  const look = async () => {
    isLeftOut = leftOut(subject.outputDirs, await foreignFiles(subject.outputDirs))
    wanted = await entryOf(context, subject, isLeftOut)
    return wanted
  }
  return {
    wanted: look,
    async restore() {
      const entry = await look()
      if (entry === null) return null
      const dir = join(context.job.workDir, 'result')
      await rm(dir, { recursive: true, force: true })
      await mkdir(context.job.workDir, { recursive: true })
      const brought = await restoreEntry(context, { entry, roots: { result: dir } })
      if (brought === null || !brought.exact) return null
      const artifacts = await artifactsBelow(dir)
      const inOrder = context.job.targets.map(target => artifacts.filter(a => a.target === target))
      return inOrder.every(mine => mine.length > 0) ? inOrder.flat() : null
    },
    async save(built) {
      if (wanted === null) return
      const now = await entryOf(context, subject, isLeftOut)
      if (now?.key !== wanted.key) return tellSkipped(context, wanted, 'the sources changed while they were built')
      const members = built.map(({ target, name, path }) => ({
        ...{ type: 'file' as const, path: `result/${target}/${name}`, from: path, mode: 0o755, mtimeNs: 0n },
      }))
      await saveEntry(context, { entry: wanted, members })
    },
  }
}

/** What the executables are made of now; null, and told, when that cannot be known. */
async function entryOf(
  context: KeeperContext,
  subject: ResultSubject,
  isLeftOut: (path: string) => boolean,
): Promise<CacheEntry | null> {
  const { job, planned, env } = context
  const facts: ResultFacts = {
    ...{ job, planned, source: subject.source, answers: subject.answers, version: tool.version },
    env: buildEnv(env, job.passEnv),
    root: rootOf(planned.dir, env),
    tree: readTree(planned.dir, [planned.outputDir]),
  }
  const named = (ingredients: CacheEntry['ingredients']) => cacheEntry({ kind: 'result', name: job.id, ingredients })
  const refuse = (why: string) => {
    tellSkipped(context, { ...named({}), key: '' }, why)
    return null
  }
  const why = whyNoResult(facts)
  if (why !== null || facts.root === null) return refuse(why ?? '')
  const sources = await digestSources(facts.root, isLeftOut, context.signal)
  return 'why' in sources ? refuse(sources.why) : named(resultIngredients(facts, sources.sha256))
}

/** The directory that holds all that a job of a CI host has checked out, else the repository. */
function rootOf(dir: string, env: KeeperContext['env']): string | null {
  const workspace = [env['GITHUB_WORKSPACE'], env['CI_PROJECT_DIR']].find(w => w && isBelow(w, dir))
  if (workspace) return workspace
  for (let at = dir; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
    if (at === dirname(at)) return null
  }
}

/**
 * What is in the output directories is no source, but for files that were there before and are not ours: a repository may
 * keep something in `dist/`. The same before the build and after it, whatever has been written there meanwhile. Pure.
 */
function leftOut(outputDirs: readonly string[], foreign: readonly string[]): (path: string) => boolean {
  return path => outputDirs.some(dir => isBelow(dir, path)) && !foreign.some(file => isBelow(path, file))
}

async function foreignFiles(outputDirs: readonly string[]): Promise<string[]> {
  const lists = outputDirs.map(async dir => {
    const ours = new Set([manifestName, ...Object.keys(await readManifest(dir))].map(f => join(dir, f)))
    const files = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => [])
    return files
      .filter(f => !f.isDirectory())
      .map(f => join(f.parentPath, f.name))
      .filter(path => !ours.has(path))
  })
  return (await Promise.all(lists)).flat()
}

async function artifactsBelow(dir: string): Promise<Artifact[]> {
  const files = await readdir(dir, { recursive: true, withFileTypes: true })
  return files
    .filter(f => f.isFile() && dirname(f.parentPath) === dir)
    .map(f => ({ target: f.parentPath.slice(dir.length + 1), name: f.name, path: join(f.parentPath, f.name) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
