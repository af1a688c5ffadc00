import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { restoreEntry, saveEntry, tellSkipped } from '../bring.ts'
import { cacheEntry } from '../entry.ts'
import type { KeeperContext, KeeperSet } from '../keeper.ts'
import { type Sizes, savedKey } from '../kept/layers.ts'
import { stepEnv } from '../steps.ts'
import type { LockedPackage } from './recipe/lock.ts'
import { indexPath, lockedPackages, registryRoot, seedRegistry } from './registry.ts'

/**
 * Keeps what cargo downloads where nothing of ours keeps what it compiles: the archives of locked crates, each held against its
 * checksum in Cargo.lock when it comes back, and what the index says of them. They go where cargo looks for them anyway.
 */
export async function crateKeepers(context: KeeperContext): Promise<KeeperSet> {
  const { job, planned } = context
  const step = job.steps.find(s => s.stdout === 'cargo-json')
  const locked = (await lockedPackages(planned.dir)).filter(p => p.checksum !== null)
  const env = step === undefined ? {} : stepEnv(job, step, context.env)
  const home = env['CARGO_HOME'] ?? (env['HOME'] === undefined ? null : join(env['HOME'], '.cargo'))
  if (home === null || locked.length === 0) return { keepers: [], env: {} }
  const lock = digest(locked.map(p => `${p.name} ${p.version} ${p.checksum}`).sort())
  const exact = cacheEntry({ kind: 'rust-sources', name: planned.name, ingredients: { lock } })
  const entry = { ...exact, fallbacks: [`${exact.key}-`] }
  let before: Sizes | null = null
  const keeper = {
    wanted: [entry],
    async restore() {
      const here = await filesOf(home, locked)
      if ([...here.keys()].some(path => path.endsWith('.crate'))) {
        return tellSkipped(context, entry, 'this machine has crates of it already')
      }
      const aside = join(context.scratch, 'crates')
      await restoreEntry(context, { entry, roots: { [registryRoot]: join(aside, registryRoot) } })
      await seedRegistry(aside, home, locked)
      before = await filesOf(home, locked)
    },
    async save() {
      const known = before
      const now = await filesOf(home, locked)
      if (known === null || [...now.keys()].every(path => known.has(path))) return
      const members = [...now.keys()].map(path => member(home, path))
      await saveEntry(context, { entry: { ...entry, key: savedKey(entry, now) }, members, facts: null })
    },
  }
  return { keepers: [keeper], env: {} }
}

/** The same in every pack: nobody looks at the times of downloads. */
const member = (home: string, path: string) =>
  ({ type: 'file', path, from: join(home, path), mode: 0o644, mtimeNs: 0n }) as const

/** Files of the locked crates below a CARGO_HOME, with their sizes. */
async function filesOf(home: string, locked: readonly LockedPackage[]): Promise<Sizes> {
  const sizes = new Map<string, number>()
  for (const index of await readdir(join(home, registryRoot, 'cache')).catch(() => [])) {
    const paths = locked.flatMap(({ name, version }) => [
      `cache/${index}/${name}-${version}.crate`,
      `index/${index}/.cache/${indexPath(name)}`,
    ])
    for (const path of [`index/${index}/config.json`, ...new Set(paths)].map(below => `${registryRoot}/${below}`)) {
      const found = await stat(join(home, path)).catch(() => null)
      if (found?.isFile()) sizes.set(path, found.size)
    }
  }
  return sizes
}

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
