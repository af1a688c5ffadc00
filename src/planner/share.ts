import type { Backend } from '../backends/backend.ts'
import type { Machine } from '../machine.ts'
import type { Offered, Subject } from '../planner.ts'
import type { Target } from '../target.ts'
import { type Labels, ownRunner, readRunners, standardRunner } from './runners.ts'

/** What one job will build, and where. */
export interface Share {
  readonly name: string
  readonly backend: Backend
  readonly mine: readonly Offered[]
  readonly runner: Labels
}

/**
 * The jobs of one backend: one for all of its targets, but a target that goes to a runner of its own has its own job.
 * The id of such a job does not name the backend: planned again on that runner, another one may be the better.
 */
export function share(
  { project, loaded, language }: Subject,
  offered: readonly Offered[],
  backend: Backend,
  machine: Machine,
): Share[] {
  const { distribute, runner } = loaded.inputs
  const runners = readRunners(runner)
  const standard = standardRunner(runners, machine.arch)
  // the name of the job is the same on whichever machine the plan is made again
  const runsTarget = language.runsTarget === true && backend.name !== 'container'
  const nativeRunner = (target: Target, here: Labels) =>
    target.arch === machine.arch ? here : standardRunner({ standard: null }, target.arch)
  const all = offered
    .filter(o => o.backend === backend.name)
    .map(o => ({
      o,
      labels: ownRunner(o.target, runners) ?? (runsTarget ? nativeRunner(o.target, standard) : standard),
    }))
  const isAlone = ({ labels }: { labels: Labels }) =>
    runsTarget ||
    backend.oneTarget ||
    distribute === 'always' ||
    (distribute === 'auto' && labels.join() !== standard.join())
  const together = all.filter(one => !isAlone(one))
  const base = slug(project.name)
  const shared = {
    name: `${base}-${backend.name}`,
    backend,
    mine: together.map(t => t.o),
    runner: commonLabels(together, standard),
  }
  const alone = all
    .filter(isAlone)
    .map(({ o, labels }) => ({ name: `${base}-${o.target.name}`, backend, mine: [o], runner: labels }))
  return together.length > 0 ? [shared, ...alone] : alone
}

/** Where targets that stay together go: where they all want to, else where everything goes. */
function commonLabels(together: readonly { labels: Labels }[], standard: Labels): Labels {
  const [first] = together
  return first && together.every(t => t.labels.join() === first.labels.join()) ? first.labels : standard
}

/** A name that is safe as a directory and in a CI matrix. */
function slug(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|-+$/g, '') || 'project'
}
