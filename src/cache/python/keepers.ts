import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Step } from '../../plan.ts'
import type { Keeper, KeeperContext, KeeperSet } from '../keeper.ts'
import { directoryFor, keepDirectory } from '../kept/directory.ts'
import type { KeptName } from '../kept/layers.ts'
import { keepProvider, providerEntry, providersOf } from './provider.ts'

/**
 * Keeps the interpreter that was compiled for a floor, and what pip has downloaded: with both, a run of the same packages
 * asks nobody for them. What the freezer compiles is kept by ccache (src/cache/c/ccache.ts).
 */
export async function pythonKeepers(context: KeeperContext): Promise<KeeperSet> {
  const { job, planned } = context
  if (planned.language !== 'python') return { keepers: [], env: {} }
  const keepers: Keeper[] = providersOf(job).flatMap(dir => {
    const entry = providerEntry(dir)
    return entry === null ? [] : [keepProvider(context, dir, entry)]
  })
  const env: Record<string, Record<string, string>> = {}
  for (const target of job.targets) {
    const step = job.steps.find(s => s.wheels !== undefined && s.targets.includes(target))
    if (step === undefined || job.passEnv['PIP_CACHE_DIR'] !== undefined) continue
    const name = packagesName(planned.name, target, step)
    const dir = directoryFor(join(job.workDir, 'pip'), name)
    env[target] = { PIP_CACHE_DIR: dir }
    keepers.push(
      keepDirectory(context, {
        ...name,
        ...{ dir, targets: [target] },
        // answers of the index grow old by themselves; files that were downloaded do not
        wanted: path => /^(http|http-v2|wheels)\//.test(path),
        select: files => files,
      }),
    )
  }
  return { keepers, env }
}

/** What was downloaded for other requirements serves as well, as far as they are the same. */
function packagesName(project: string, target: string, step: Step): KeptName {
  const requirements = createHash('sha256').update(JSON.stringify(step.argv)).digest('hex').slice(0, 16)
  return {
    kind: 'python-packages',
    name: `${project} ${target}`,
    ingredients: { target, requirements },
    near: ['target'],
  }
}
