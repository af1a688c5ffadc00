import { readFile } from 'node:fs/promises'
import type { Ingredients } from '../entry.ts'
import type { KeeperContext } from '../keeper.ts'
import { stepEnv } from '../steps.ts'
import { systemDigest } from '../system.ts'
import { gatherRecipe, type Recipe } from './recipe/gather.ts'

/**
 * The recipe of all cargo calls of a job: two floors of one triple have calls of their own, and one entry.
 * @throws BuildError `interrupted`
 */
export async function jobRecipe(
  context: Pick<KeeperContext, 'job' | 'planned' | 'exec' | 'env' | 'signal'>,
): Promise<Recipe> {
  const { job, planned, exec, signal } = context
  const steps = job.steps.filter(step => step.stdout === 'cargo-json')
  const read = (path: string) => readFile(path, 'utf8').catch(() => null)
  // zig looks at nothing of this machine; its own compiler links its own libraries
  const system = job.backend === 'native' ? await systemDigest() : ''
  const all: Ingredients[] = []
  for (const step of steps) {
    const env = stepEnv(job, step, context.env)
    const recipe = await gatherRecipe({ job, step, dir: planned.dir, exec, env, signal, system, read })
    if (recipe.why !== null) return recipe
    all.push(recipe.ingredients)
  }
  if (all.length === 0) return { ingredients: null, why: 'cargo is not called' }
  return { ingredients: merged(all), why: null }
}

/** A value for what all have in common, and all values where they differ. Pure. */
export function merged(all: readonly Ingredients[]): Ingredients {
  const names = [...new Set(all.flatMap(ingredients => Object.keys(ingredients)))].sort()
  const valuesOf = (name: string) => [...new Set(all.map(ingredients => ingredients[name] ?? 'none'))]
  return Object.fromEntries(names.map(name => [name, valuesOf(name).join(' | ')]))
}
