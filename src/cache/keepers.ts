import { ccacheKeepers } from './c/ccache.ts'
import { configureKeepers } from './c/configure.ts'
import { goKeepers } from './go/keepers.ts'
import type { KeeperContext, KeeperSet } from './keeper.ts'
import { pythonKeepers } from './python/keepers.ts'
import { rustDepsKeepers } from './rust/deps-keepers.ts'
import { zigKeepers } from './zig/keepers.ts'

/** Everything that can be kept; each maker looks at the job itself, and makes nothing where it has nothing to keep. */
const makers: readonly ((context: KeeperContext) => Promise<KeeperSet>)[] = [
  rustDepsKeepers,
  goKeepers,
  pythonKeepers,
  ccacheKeepers,
  configureKeepers,
  zigKeepers,
]

/**
 * The keepers of a job. Tools are asked what they would build with; nothing is restored, built or downloaded. What an image
 * compiles with nobody here can tell, so nothing of it is kept.
 * @throws BuildError `interrupted`
 */
export async function makeKeepers(context: KeeperContext): Promise<readonly KeeperSet[]> {
  if (context.job.backend === 'container') return []
  const sets: KeeperSet[] = []
  for (const make of makers) sets.push(await make(context))
  return sets
}
