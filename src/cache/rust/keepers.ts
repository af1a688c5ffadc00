import type { Job } from '../../plan.ts'
import type { KeeperContext, KeeperSet } from '../keeper.ts'
import { canStandFor } from './home.ts'
import { jobRecipe } from './job-recipe.ts'
import { rustKeeper } from './keeper.ts'
import { type CargoPlaces, cargoPlaces } from './places.ts'

/** Keeps what cargo makes in a job; without a recipe nothing is kept, and it is told why. */
export async function rustKeepers(context: KeeperContext): Promise<KeeperSet> {
  if (context.planned.language !== 'rust') return { keepers: [], env: {} }
  const { ingredients, why } = await jobRecipe(context)
  if (ingredients !== null) {
    const places = await cargoPlaces(context, canStandFor)
    return { keepers: [rustKeeper(context, ingredients, places)], env: {}, steps: stepsOf(context.job, places) }
  }
  context.tell({ id: `rust-hot ${context.job.id}`, key: '', hit: 'skipped', bytes: 0, ms: 0, why })
  return { keepers: [], env: {} }
}

/** Cargo alone gets a home of ours: a step of the user's that asks cargo for sources must find them. Pure. */
export function stepsOf(job: Job, { apart }: CargoPlaces): NonNullable<KeeperSet['steps']> {
  if (apart === null) return {}
  const steps = job.steps.filter(step => step.stdout === 'cargo-json')
  return Object.fromEntries(steps.map(step => [step.id, { CARGO_HOME: apart.ours }]))
}
