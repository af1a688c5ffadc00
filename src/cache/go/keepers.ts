import { join } from 'node:path'
import type { PlannedProject, Step } from '../../plan.ts'
import { readCTree } from '../c/tree.ts'
import type { Keeper, KeeperContext, KeeperSet } from '../keeper.ts'
import { directoryFor, keepDirectory } from '../kept/directory.ts'
import { stepEnv } from '../steps.ts'
import { systemDigest } from '../system.ts'
import { askGo, type GoAnswers } from './facts.ts'
import { type GoBuildFacts, goBuildName } from './name.ts'
import { countPackages, isGoObject, postponeTrim, selectGoObjects } from './objects.ts'
import { localModules, readSums } from './sums.ts'

/**
 * Keeps what `go build` compiles: one GOCACHE below the work directory and one pair of packs for each target, because
 * nothing is shared between architectures. Whoever has a GOCACHE of his own keeps it.
 */
export async function goKeepers(context: KeeperContext): Promise<KeeperSet> {
  const keepers: Keeper[] = []
  const env: Record<string, Record<string, string>> = {}
  for (const step of context.job.steps) {
    const [target] = step.targets
    if (target === undefined || step.argv[0] !== 'go' || step.argv[1] !== 'build') continue
    const facts = await factsOf(context, step, target)
    if ('why' in facts) {
      context.tell({
        id: `go-build ${context.planned.name} ${target}`,
        key: '',
        hit: 'skipped',
        bytes: 0,
        ms: 0,
        why: facts.why,
      })
      continue
    }
    const name = goBuildName(facts)
    const dir = directoryFor(join(context.job.workDir, 'go-cache'), name)
    env[target] = { GOCACHE: dir }
    keepers.push(
      keepDirectory(context, {
        ...name,
        dir,
        targets: [target],
        wanted: isGoObject,
        select: files => selectGoObjects(dir, files),
        countPackages: paths => countPackages(dir, paths),
        settle: async (_facts, isWarm) => (isWarm ? undefined : postponeTrim(dir)),
      }),
    )
  }
  return { keepers, env }
}

async function factsOf(context: KeeperContext, step: Step, target: string): Promise<GoBuildFacts | { why: string }> {
  const { job, planned, exec, signal } = context
  const env = stepEnv(job, step, context.env)
  if (env['GOCACHE'] !== undefined) return { why: 'GOCACHE is set: it is kept by whoever set it' }
  const answers = await askGo({ exec, dir: step.cwd, env, signal })
  if (answers === null) return { why: 'go does not say what it would build with' }
  if (answers.GOCACHEPROG !== '') return { why: 'GOCACHEPROG is set: it keeps what go compiles' }
  const hasC = answers.CGO_ENABLED === '1'
  const isNative = hasC && job.backend === 'native'
  const system = isNative ? await systemDigest() : ''
  if (system === null) return { why: 'it is not known which headers this machine has' }
  const headers = hasC ? await headersOf(answers, planned) : ''
  return { job, project: planned.name, step, target, answers, sums: await readSums(answers), headers, system }
}

/** Of the C of a package, go looks at the files beside it, and not at headers elsewhere. */
async function headersOf(answers: GoAnswers, { dir, outputDir }: PlannedProject): Promise<string> {
  const digests: string[] = []
  for (const place of [dir, ...(await localModules(answers))]) {
    digests.push((await readCTree(place, [outputDir])).content)
  }
  return [...new Set(digests)].join(' ')
}
