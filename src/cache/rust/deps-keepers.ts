import type { DepsCache } from '../../languages/rust/deps-cache.ts'
import type { KeeperContext, KeeperSet } from '../keeper.ts'
import { crateKeepers } from './crates.ts'
import { rustKeepers } from './keepers.ts'
import { sccacheKeepers } from './sccache.ts'

const skipped =
  (why: string) =>
  async ({ job, tell }: KeeperContext): Promise<KeeperSet> => {
    tell({ id: `rust-hot ${job.id}`, key: '', hit: 'skipped', bytes: 0, ms: 0, why })
    return { keepers: [], env: {} }
  }

/** Who keeps what was compiled, by the input `rust-deps-cache`. */
const makers: Readonly<Record<DepsCache, (context: KeeperContext) => Promise<KeeperSet>>> = {
  builtin: rustKeepers,
  chef: skipped('rust-deps-cache: chef, whose layers are kept by whoever keeps the target directory'),
  sccache: sccacheKeepers,
  off: skipped('rust-deps-cache: off'),
}

/** Keeps what rustc makes in a job of a Rust project. */
export async function rustDepsKeepers(context: KeeperContext): Promise<KeeperSet> {
  if (context.planned.language !== 'rust') return { keepers: [], env: {} }
  const who = context.rustDepsCache ?? 'builtin'
  const compiled = await makers[who](context)
  if (who === 'builtin') return compiled
  const { keepers } = await crateKeepers(context)
  return { ...compiled, keepers: [...keepers, ...compiled.keepers] }
}
