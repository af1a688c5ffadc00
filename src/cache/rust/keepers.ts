import type { KeeperContext, KeeperSet } from '../keeper.ts'
import { jobRecipe } from './job-recipe.ts'
import { rustKeeper } from './keeper.ts'

/** Keeps what cargo makes in a job; without a recipe nothing is kept, and it is told why. */
export async function rustKeepers(context: KeeperContext): Promise<KeeperSet> {
  if (context.planned.language !== 'rust') return { keepers: [], env: {} }
  const { ingredients, why } = await jobRecipe(context)
  if (ingredients !== null) return { keepers: [rustKeeper(context, ingredients)], env: {} }
  context.tell({ id: `rust-hot ${context.job.id}`, key: '', hit: 'skipped', bytes: 0, ms: 0, why })
  return { keepers: [], env: {} }
}
