import { BuildError } from '../../errors.ts'
import { everything, itemPattern, type RunnerArch, runnerArchs, tagsVariable } from '../../inputs/component.ts'
import type { Job, Plan } from '../../plan.ts'
import type { MatrixLeg } from '../../report/matrix.ts'
import { count } from '../../report/text.ts'
import { parseTarget } from '../../target.ts'

/** One item of the component's `targets`: what one machine builds. */
export interface Leg {
  /** As it was written. */
  readonly item: string
  /** Unique; safe as a directory. */
  readonly name: string
  /** In any spelling; empty: whatever the project says. */
  readonly targets: readonly string[]
}

/** What GitLab makes of one `parallel:matrix`. Source: https://docs.gitlab.com/ci/yaml/#parallelmatrix */
const mostLegs = 200

const more = 'Put several targets into one item, with commas: one machine builds them.'

/**
 * Reads the items of `targets`. Pure.
 * @param text JSON, as a list stands in a variable
 * @throws BuildError `bad-input`, `unknown-target`, `duplicate-target`
 */
export function readLegs(text: string | undefined): readonly Leg[] {
  const items = readItems('targets', text ?? `["${everything}"]`)
  if (items.length === 0)
    throw new BuildError('bad-input', 'targets is an empty list', { hint: `Write [${everything}].` })
  if (items.length > mostLegs) {
    throw new BuildError(
      'bad-input',
      `targets has ${items.length} items, and GitLab runs at most ${mostLegs} jobs of one kind`,
      {
        hint: more,
      },
    )
  }
  if (items.length > 1 && items.includes(everything)) {
    throw new BuildError('bad-input', `targets has "${everything}" and other items, which it is already made of`)
  }
  const legs = items.map(item => ({ item, name: slug(item), targets: item === everything ? [] : targetsOf(item) }))
  checkOnce(legs)
  return legs
}

/** A list of texts, as a variable holds it. @throws BuildError `bad-input` */
function readItems(name: string, text: string): string[] {
  const data = parsed(text)
  if (Array.isArray(data) && data.every(item => typeof item === 'string')) return data.map(item => item.trim())
  throw new BuildError('bad-input', `${name} is ${text.trim()}, not a list of texts`, {
    hint: 'Write [linux/amd64, linux/arm64].',
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function targetsOf(item: string): string[] {
  const targets = item
    .split(/[,\n]/)
    .map(t => t.trim())
    .filter(t => t !== '')
  if (targets.length === 0) throw new BuildError('bad-input', 'targets has an empty item')
  return targets
}

const slug = (item: string) => item.replace(/[^A-Za-z0-9._]+/g, '-').replace(/^[-.]+|-+$/g, '') || 'leg'

/** A target is built once, and each leg has a directory of its own. */
function checkOnce(legs: readonly Leg[]): void {
  const seen = new Map<string, string>()
  for (const target of legs.flatMap(leg => leg.targets)) {
    const { arch, libc, floor } = parseTarget(target)
    const key = `${arch} ${libc} ${floor}`
    const other = seen.get(key)
    if (other !== undefined) throw new BuildError('duplicate-target', `targets: ${other} and ${target} are the same`)
    seen.set(key, target)
  }
  const names = legs.map(leg => leg.name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) throw new BuildError('bad-input', `targets: two items are called ${twice}`)
}

/**
 * The inputs that make every machine plan the same, and each target go to its leg: as labels of a runner that nobody has. Pure.
 * A single leg plans as any machine does, so that one command builds what can be built together.
 */
export function legInputs(legs: readonly Leg[]): Record<string, string> {
  const targets = legs.flatMap(leg => leg.targets)
  const runner = legs.flatMap(leg => leg.targets.map(target => `${target}=${labelOf(leg)}`))
  return {
    distribute: 'auto',
    ...(targets.length > 0 ? { targets: targets.join('\n') } : {}),
    runner: legs.length > 1 ? runner.join('\n') : 'default=any',
  }
}

const labelOf = (leg: Leg) => `leg-${leg.name}`

/** The ids of the jobs of a plan that a leg does. Pure. */
export function jobsOf(leg: Leg, legs: readonly Leg[], plan: Plan): string[] {
  const mine = (job: Job) => legs.length === 1 || job.runner.includes(labelOf(leg))
  return plan.jobs.filter(mine).map(job => job.id)
}

/** The matrix as `collect` reads it. Pure. */
export function legMatrix(legs: readonly Leg[], plan: Plan): { include: MatrixLeg[] } {
  const each = (values: readonly string[]) => [...new Set(values)].join(',')
  return {
    include: legs.map(leg => {
      const ids = jobsOf(leg, legs, plan)
      const jobs = plan.jobs.filter(job => ids.includes(job.id))
      return {
        name: leg.name,
        only: each(ids),
        targets: each(jobs.flatMap(job => job.targets)),
        project: each(jobs.map(job => job.project)),
        backend: each(jobs.map(job => job.backend)),
        runner: '[]',
      }
    }),
  }
}

/** What each leg asks of GitLab, one line each: a job whose tags no runner has waits, and only GitLab can say so. Pure. */
export function tagLines(legs: readonly Leg[], env: Readonly<Record<string, string | undefined>>): string[] {
  const lines = legs.map(leg => `${leg.item}: ${tagsText(tagsOf(leg, env))}`)
  return [`${count(legs.length, 'job')} for:`, ...lines.map(line => `  ${line}`)]
}

/** The same choice as the rules of the template. */
function tagsOf(leg: Leg, env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const archs = Object.keys(runnerArchs) as RunnerArch[]
  const own = archs.find(
    arch => new RegExp(itemPattern(arch)).test(leg.item) && read(env[tagsVariable(arch)]).length > 0,
  )
  return read(env[own ? tagsVariable(own) : 'PB_RUNNER_TAGS'])
}

const read = (text: string | undefined) => readItems('runner-tags', text ?? '[]')

function tagsText(tags: readonly string[]): string {
  return tags.length === 0
    ? 'any runner that takes jobs without tags'
    : `a runner with the ${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}`
}
