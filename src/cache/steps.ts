import { dirname, join } from 'node:path'
import { buildEnv } from '../build/environment.ts'
import type { Job, Step } from '../plan.ts'
import type { KeeperSet } from './keeper.ts'

/** Variables by the canonical name of a target. */
type ByTarget = KeeperSet['env']

/**
 * The job with what its keepers need in the environment of its steps. A step that is for several targets gets what all
 * of them agree on: one directory cannot be two. Pure.
 */
export function withKeepers(job: Job, sets: readonly Pick<KeeperSet, 'env' | 'steps'>[]): Job {
  const merged: Record<string, Record<string, string>> = {}
  for (const { env } of sets) {
    for (const [target, variables] of Object.entries(env)) merged[target] = { ...merged[target], ...variables }
  }
  const alone = (step: Step) => Object.assign({}, ...sets.map(set => set.steps?.[step.id]))
  return { ...job, steps: job.steps.map(step => withVariables(job, step, merged, alone(step))) }
}

function withVariables(job: Job, step: Step, env: ByTarget, alone: Readonly<Record<string, string>>): Step {
  const [first = {}, ...others] = targetsOf(job, step).map(target => env[target] ?? {})
  const agreed = Object.entries(first).filter(([name, value]) => others.every(other => other[name] === value))
  const told = { ...step, env: { ...step.env, ...Object.fromEntries(agreed), ...alone } }
  return step.fallback ? { ...told, fallback: step.fallback.map(each => withVariables(job, each, env, alone)) } : told
}

/** A step that names no target is for all of the job. */
const targetsOf = (job: Job, step: Step): readonly string[] => (step.targets.length > 0 ? step.targets : job.targets)

/**
 * Targets that are built by the same commands, in the job's order: what these commands keep cannot be told apart by
 * target. Steps of scripts that are for the whole job do not count. Pure.
 */
export function targetGroups(job: Job): readonly (readonly string[])[] {
  const groups: string[][] = job.targets.map(target => [target])
  for (const { targets } of job.steps) {
    const touched = groups.filter(group => group.some(target => targets.includes(target)))
    const [first, ...others] = touched
    if (!first || others.length === 0) continue
    first.push(...others.flat())
    for (const other of others) groups.splice(groups.indexOf(other), 1)
  }
  return groups.map(group => job.targets.filter(target => group.includes(target)))
}

/** The environment that the steps of a target share: what all of them have, with the same value. Pure. */
export function sharedEnv(job: Job, target: string): Readonly<Record<string, string>> {
  const [first, ...others] = job.steps.filter(step => targetsOf(job, step).includes(target)).map(step => step.env)
  return Object.fromEntries(
    Object.entries(first ?? {}).filter(([name, value]) => others.every(other => other[name] === value)),
  )
}

/** The environment of a step as src/build/run.ts makes it. @throws BuildError `bad-input` */
export function stepEnv(
  job: Job,
  step: Step,
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const base = buildEnv(env, job.passEnv, join(dirname(job.workDir), 'home'))
  const path = [...job.path, step.env['PATH'] ?? base['PATH'] ?? '']
  return { ...base, ...step.env, PATH: path.join(':') }
}
