import { createHash } from 'node:crypto'
import { access, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { buildEnv } from '../../build/environment.ts'
import { makeDirectory } from '../../build/make-directory.ts'
import { restoreEntry, saveEntry } from '../bring.ts'
import { type CacheEntry, cacheEntry } from '../entry.ts'
import type { KeeperContext } from '../keeper.ts'
import { type Sizes, savedKey } from '../kept/layers.ts'
import { askGo } from './facts.ts'
import { moduleFiles, readSums } from './sums.ts'

/** What can be kept before there is a plan: go is asked for packages then, and downloads what they need. */
export interface SourceContext
  extends Pick<KeeperContext, 'store' | 'exec' | 'env' | 'log' | 'signal' | 'scratch' | 'tell'> {
  /** Directory of the module. */
  readonly dir: string
  readonly name: string
  /** The `env` input. */
  readonly passEnv: Readonly<Record<string, string>>
  /** What go gets on top: `GOTOOLCHAIN`. */
  readonly goEnv: Readonly<Record<string, string>>
}

/** Keeps what is downloaded; never makes a build fail. */
export interface SourceKeeper {
  /** What it will ask for. */
  readonly wanted: CacheEntry
  /** Before anything asks go for packages. */
  restore(): Promise<void>
  /**
   * What came back is not what go.sum says: removes it, so that go downloads it. Only the first time, and where something
   * came: false otherwise.
   */
  drop(): Promise<boolean>
  /** After the build. */
  save(): Promise<void>
}

/** Whether go has said that an archive is not the one of go.sum (cmd/go/internal/modfetch). Pure. */
export const saysForged = (text: string): boolean => /^verifying \S+: checksum mismatch$/m.test(text)

/**
 * Keeps the archives of the modules that go.sum names, as they are downloaded; go unpacks them. Apart from what is compiled,
 * because another go and another target need the same. They go where go looks for them anyway: an archive is what
 * go.sum says, wherever it came from. Null: there is nothing to keep.
 */
export async function goModuleKeeper(context: SourceContext): Promise<SourceKeeper | null> {
  const { dir, name, exec, signal, env } = context
  const isVendored = await exists(join(dir, 'vendor', 'modules.txt'))
  const home = join(dir, '.portable-build', 'home')
  const whole = { ...buildEnv(env, context.passEnv, home), ...context.goEnv }
  const answers = isVendored ? null : await askGo({ exec, dir, env: whole, signal })
  if (answers === null) return null
  const sums = await readSums(answers)
  const files = [...moduleFiles(sums)].sort()
  if (!files.some(isArchive)) return null
  const root = join(answers.GOMODCACHE, 'cache', 'download')
  const exact = cacheEntry({ kind: 'go-modules', name, ingredients: { modules: digest(sums) } })
  const wanted = { ...exact, fallbacks: [`${exact.key}-`] }
  let before: Sizes | null = null
  let came: string | null = null

  return {
    wanted,
    async restore() {
      if ([...(await sizesOf(root, files)).keys()].some(isArchive)) {
        const why = 'this machine has modules of it already'
        return context.tell({ id: `go-modules ${name}`, key: wanted.key, hit: 'skipped', bytes: 0, ms: 0, why })
      }
      await makeDirectory(dirname(root))
      came = (await restoreEntry(context, { entry: wanted, roots: { [packRoot]: root } }))?.key ?? null
      before = await sizesOf(root, files)
    },

    async drop() {
      if (came === null) return false
      for (const file of files) await rm(join(root, file), { force: true })
      before = new Map()
      await context.store.reject?.(came)
      const why = 'an archive in it is not the one that go.sum names'
      context.log.warn(`${came} came from the cache and is not used: ${why}`, 'The modules are downloaded.')
      came = null
      return true
    },

    async save() {
      if (before === null) return
      const now = await sizesOf(root, files)
      const known = before
      if ([...now.keys()].every(file => known.has(file))) return
      const members = [...now.keys()].map(file => member(root, file))
      await saveEntry(context, { entry: { ...wanted, key: savedKey(wanted, now) }, members, facts: null })
    },
  }
}

const packRoot = 'download'
const isArchive = (file: string): boolean => file.endsWith('.zip')

/** The same in every pack: nobody looks at the times of downloads. */
const member = (root: string, file: string) =>
  ({ type: 'file', path: `${packRoot}/${file}`, from: join(root, file), mode: 0o644, mtimeNs: 0n }) as const

async function sizesOf(root: string, files: readonly string[]): Promise<Sizes> {
  const sizes = new Map<string, number>()
  for (const file of files) {
    const size = await stat(join(root, file)).then(
      s => s.size,
      () => null,
    )
    if (size !== null) sizes.set(file, size)
  }
  return sizes
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
