import { join, resolve } from 'node:path'
import { BuildError } from '../../errors.ts'
import { saidVariables } from '../../inputs/component.ts'
import type { RunRequest } from '../../pipeline.ts'
import { type Leg, legInputs, readLegs } from './legs.ts'
import { legsOf } from './places.ts'

/** What a job of the component finds in its environment. */
export interface ComponentJob {
  /** The checkout. */
  readonly dir: string
  /** Without inputs that have their defaults. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly legs: readonly Leg[]
}

/** Reads what the template has put into variables. @throws BuildError as readLegs */
export function componentJob(env: NodeJS.ProcessEnv, dir: string): ComponentJob {
  return { dir: resolve(dir), env: saidVariables(env), legs: readLegs(env['PB_LEGS']) }
}

/** The leg that this job is. @throws BuildError `bad-input` when the job is none */
export function legOf({ legs, env }: ComponentJob): Leg {
  const item = env['PB_LEG']?.trim()
  const leg = legs.find(l => l.item === item)
  if (leg) return leg
  throw new BuildError('bad-input', `PB_LEG is ${JSON.stringify(item ?? '')}, which is no item of targets`, {
    hint: 'The component sets it: it cannot be set by hand.',
  })
}

/** What the engine is asked: the same plan on every machine, and a directory of results for each leg. Pure. */
export function requestOf({ dir, env, legs }: ComponentJob, leg: Leg | null): RunRequest {
  const { name } = leg ?? { name: 'plan' }
  const outputDir = join(legsOf(dir), name)
  return { dir, env, flags: { ...legInputs(legs), 'output-dir': outputDir }, spell: asInput }
}

/** As it stands below `inputs:`. */
const asInput = (name: string) => `input ${name}`
