import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeWhole } from '../../../build/write-file.ts'
import { exitCodes } from '../../../errors.ts'
import { spawnCommand } from '../../../exec/spawn.ts'
import { annotationsOf } from '../../../report/annotations.ts'
import type { Verdict } from '../../../report/schema.ts'
import { verdictMarkdown } from '../../../report/verdict-markdown.ts'
import { verdictText } from '../../../report/verdict-text.ts'
import { isGood } from '../../../report/verdict-words.ts'
import { readStart, startVerified } from '../../../smoke/start.ts'
import { compared, readBaseline } from '../../../verify/baseline.ts'
import { demandsOf, judgeByDemands } from '../../../verify/demands.ts'
import { githubHost, noCaching } from '../host.ts'
import { asActionInput, checkAll, readList, readSwitch } from '../inputs.ts'
import { mask } from '../masks.ts'
import { setOutputs } from '../outputs.ts'
import type { Asked } from '../session.ts'
import { writeSummary } from '../summary.ts'

/**
 * `verify`: judges what other tools built; for those who release with goreleaser, cargo-dist or maturin. Returns the exit
 * code: 0 only when at least one file was judged, all are as demanded and nothing is worse than the baseline.
 * @throws BuildError wrong inputs, files that are not there, an interruption
 */
export async function verify(asked: Asked): Promise<number> {
  const { log, style, verbose, env } = asked
  const verdict = await judged(asked)
  log.print(verdictText(verdict, { style, columns: Number.POSITIVE_INFINITY, verbose }))
  for (const { severity, message, ...where } of annotationsOf({ failures: [], files: verdict.files })) {
    log.annotate(severity, message, where)
  }
  for (const { path, kind, message } of verdict.comparison?.worse ?? []) {
    log.annotate('error', `${path}: ${message}`, { title: `worse than the baseline: ${kind}` })
  }
  await writeSummary(verdictMarkdown(verdict), env)
  await setOutputs({ verified: String(isGood(verdict)), report: await writeReport(verdict, env) })
  return isGood(verdict) ? exitCodes.done : exitCodes.failed
}

async function judged(asked: Asked): Promise<Verdict> {
  const { own, flags } = asked.inputs
  const [demands, wish, baseline] = await checkAll([
    () => demandsOf(flags, asActionInput),
    () => readStart(own['smoke'] ?? 'off', flags, asActionInput),
    () => (own['baseline'] === undefined ? null : readBaseline(own['baseline'].trim(), asActionInput)),
    () => readSwitch('verbose', own['verbose']),
  ])
  mask(asked, demands[0].secrets ?? [])
  const read = await judgeByDemands(readList(own['files']), demands, { digest: 'always' })
  const host = githubHost(asked, noCaching, async () => {})
  const place = { host, exec: spawnCommand, env: asked.env }
  const verdict = wish === null ? read : await startVerified(read, wish, demands, place)
  return baseline === null ? verdict : compared(verdict, baseline, own['max-growth'], asActionInput)
}

/** Every step has a report of its own, where the runner removes it when the job ends. */
async function writeReport(verdict: Verdict, env: NodeJS.ProcessEnv): Promise<string> {
  const dir = await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'portable-build-verify-'))
  const path = join(dir, 'report.json')
  await writeWhole(path, `${JSON.stringify(verdict, null, 2)}\n`)
  return path
}
