import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { collectRun } from '../../../collect/run.ts'
import { exitCodes } from '../../../errors.ts'
import { exitCodeOf } from '../../../report/outcome.ts'
import { count } from '../../../report/text.ts'
import { readInput } from '../../../verify/demands.ts'
import { githubHost, noCaching } from '../host.ts'
import { asActionInput, checkAll, readSwitch } from '../inputs.ts'
import { downloadLegs } from '../legs.ts'
import { handOverCollected } from '../publish.ts'
import type { Asked } from '../session.ts'

/**
 * `collect`: puts the legs of a matrix together, downloaded or from a directory. Returns the exit code: 0 only when all of
 * them are there, verified and whole. @throws BuildError wrong inputs, no service, a full disk, an interruption
 */
export async function collect(asked: Asked): Promise<number> {
  const { inputs, places, signal } = asked
  const { matrix = null, path, verbose } = inputs.own
  const [outputDir] = await checkAll([
    () => readInput('output-dir', { ...inputs.flags, ...inputs.own }, asActionInput),
    () => readSwitch('verbose', verbose),
  ])
  const host = githubHost(asked, noCaching, report => handOverCollected(report, asked))
  const run = (dir: string) => collectRun(host, { dir, outputDir: resolve(places.workspace, outputDir), matrix })
  const report = await (path === undefined ? withDownloads(asked, run) : run(resolve(places.workspace, path.trim())))
  return signal.aborted ? exitCodes.interrupted : exitCodeOf(report)
}

/** Downloads the legs of this workflow run into a directory that is there while `run` is. */
async function withDownloads<T>({ env, signal, log }: Asked, run: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'portable-build-legs-'))
  try {
    const legs = await log.within('download the legs', () => downloadLegs({ dir, signal }))
    log.info(`downloaded ${count(legs.length, 'leg')}`)
    return await run(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
