import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { makeDirectory } from '../../build/make-directory.ts'
import type { JobResult } from '../../build/run.ts'
import type { CacheReport } from '../../report/schema.ts'
import { restoreEntry, saveEntry, tellSkipped } from '../bring.ts'
import { type CacheEntry, digestOf } from '../entry.ts'
import type { Keeper, KeeperContext } from '../keeper.ts'
import type { PackMember } from '../pack/pack.ts'
import { isFilled, type KeptFile, listFiles } from './files.ts'
import {
  baseEntry,
  changesEntry,
  chooseLayer,
  type Kept,
  type KeptName,
  type Layer,
  newFiles,
  type Sizes,
  savedKey,
} from './layers.ts'

/** A directory whose files the tool that uses it judges by itself: what is in it cannot be wrong, only useless. */
export interface KeptDirectory extends KeptName {
  /** Absolute, see {@link directoryFor}. */
  readonly dir: string
  /** Targets that use it: when one of them failed, what was not used is not useless. */
  readonly targets: readonly string[]
  /** Which of its files are kept. */
  wanted(path: string): boolean
  /** Which of the files there are is worth a place; see {@link isUsed}. */
  select(files: readonly KeptFile[]): readonly KeptFile[] | Promise<readonly KeptFile[]>
  /**
   * How many packages were compiled, going by the files that were made; where it is none, nothing new is worth a pack.
   * Without it, each file is.
   */
  countPackages?(paths: readonly string[]): Promise<number>
  /** Whether a file with another size is another file (default), or what is in it does not matter. */
  readonly sized?: (path: string) => boolean
  /**
   * Called when what was brought back is in place, also when that is nothing.
   * @param facts those of the base; undefined where none came back
   * @param isWarm the directory is of an earlier run on this machine
   */
  settle?(facts: unknown, isWarm: boolean): Promise<void>
  /** What the base's pack is to remember, plain JSON. */
  readonly facts?: unknown
}

/**
 * Everything in a pack is of this time, nanoseconds since 1970 (the year 2000): tools renew the time of what they use,
 * so that after a build it is known what was used. Times as they were would be too young to be renewed.
 */
const stampNs = 946_684_800_000_000_000n
const stampMs = Number(stampNs / 1_000_000n)

/** Whether a file was made or used since it was brought back. */
export const isUsed = ({ mtimeMs }: KeptFile): boolean => mtimeMs !== stampMs

/** As if it had been used: where a build ended early, that it was not says nothing. */
const used = (file: KeptFile): KeptFile => ({ ...file, mtimeMs: stampMs + 1 })

/** What the directory is called in its packs. */
const root = 'kept'

/**
 * Where a directory is kept below `parent`: what was made with another compiler or other flags is never met, not even on
 * a machine where the work directory stays. Pure.
 */
export function directoryFor(parent: string, { name, ingredients, near }: KeptName): string {
  const coarse = Object.fromEntries(Object.entries(ingredients).filter(([key]) => near.includes(key)))
  return join(parent, `${shortName(name)}-${digestOf(coarse)}`)
}

/** Names of several targets become long, those of projects have all characters; the digest tells them apart. */
const shortName = (name: string): string => name.replace(/[^A-Za-z0-9._+-]+/g, '-').slice(0, 100)

/** Removes the directories of earlier runs that had other ingredients: nobody will look into them again. */
async function removeOthers({ dir, name }: KeptDirectory): Promise<void> {
  const isOther = (found: string) => found !== basename(dir) && found.slice(0, -17) === shortName(name)
  const others = (await readdir(dirname(dir)).catch(() => [])).filter(isOther)
  for (const other of others) await rm(join(dirname(dir), other), { recursive: true, force: true }).catch(() => {})
}

/** What there is when the build is done. */
interface Look {
  readonly all: Kept
  readonly touched: readonly string[]
  /** Packages; undefined where they are not counted. */
  readonly compiled: number | undefined
}

/** A keeper of one directory, in two packs (see {@link chooseLayer}). */
export function keepDirectory(context: KeeperContext, kept: KeptDirectory): Keeper {
  const { dir } = kept
  const { commit } = context.planned
  const wanted = baseEntry(kept)
  let isWarm = false
  let base: { readonly key: string; readonly sizes: Sizes } | null = null
  let changes: Sizes = new Map()
  let looked: Promise<Look> | null = null

  const list = () => listFiles(dir, path => kept.wanted(path))
  const sizesOf = (files: readonly KeptFile[]): Sizes =>
    new Map(files.map(({ path, size }) => [path, kept.sized?.(path) === false ? 0 : size]))
  const bring = (entry: CacheEntry, tell = context.tell) =>
    restoreEntry({ ...context, tell }, { entry, roots: { [root]: dir } })
  // a base without changes is whole
  const tellFound = (row: CacheReport) => (row.hit === 'miss' && row.bytes === 0 ? undefined : context.tell(row))
  const look = async (result: JobResult): Promise<Look> => {
    const files = await list()
    const touched = await kept.select(files)
    const live = hasFailed(kept, result) ? await kept.select(files.map(used)) : touched
    const all = { base: base?.sizes ?? null, changes, live: sizesOf(live) }
    const made = newFiles(all)
    const compiled = await kept.countPackages?.(made)
    return { all, compiled, touched: touched.map(({ path }) => path) }
  }

  return {
    wanted: [wanted],

    async restore() {
      await removeOthers(kept)
      isWarm = await isFilled(dir)
      if (isWarm) {
        const why = 'this machine has it already, and what is here is newer'
        tellSkipped(context, wanted, why)
        return kept.settle?.(undefined, true)
      }
      await makeDirectory(dir)
      const brought = await bring(wanted)
      if (brought !== null) {
        base = { key: brought.key, sizes: sizesOf(await list()) }
        const later = await bring(changesEntry(kept, brought.key, commit), tellFound)
        if (later !== null) changes = sizesOf(await list())
      }
      await kept.settle?.(brought?.facts, false)
    },

    async counts(result) {
      if (isWarm) return []
      looked ??= look(result)
      const { compiled, touched } = await looked
      if (compiled === undefined || touched.length === 0) return []
      const used = (await kept.countPackages?.(touched)) ?? 0
      return [{ id: idOf(kept), reused: used - compiled, compiled, unit: 'packages' }]
    },

    async save(result) {
      if (isWarm) return
      looked ??= look(result)
      const { all, compiled } = await looked
      const layer: Layer = compiled === 0 ? { save: 'nothing', why: 'nothing new was compiled' } : chooseLayer(all)
      if (layer.save === 'nothing') return context.log.detail(`${idOf(kept)} is not saved: ${layer.why}`)
      const entry = layer.save === 'base' || base === null ? wanted : changesEntry(kept, base.key, commit)
      const members = [...layer.files.keys()].map(path => memberOf(dir, path))
      const key = savedKey(entry, layer.files)
      await saveEntry(context, { entry: { ...entry, key }, members, facts: kept.facts ?? null })
    },
  }
}

const idOf = ({ kind, name }: KeptName): string => `${kind} ${name}`

const memberOf = (dir: string, path: string): PackMember => ({
  type: 'file',
  path: `${root}/${path}`,
  from: join(dir, path),
  mode: 0o644,
  mtimeNs: stampNs,
})

const hasFailed = ({ targets }: KeptDirectory, { failed }: JobResult): boolean => targets.some(t => failed.includes(t))
