import { collectArtifacts } from '../../src/build/collect.ts'
import { lockWorkDir } from '../../src/build/lock.ts'
import { placeArtifacts } from '../../src/build/output.ts'
import { runJob } from '../../src/build/run.ts'
import { BuildError } from '../../src/errors.ts'
import { spawnCommand } from '../../src/exec/spawn.ts'
import type { Job } from '../../src/plan.ts'

/** A run of one job as a process of its own, for tests that send signals to it: `node job-driver.ts JOB-JSON OUTPUT-DIR`. */
const [, , text = '', outputDir = ''] = process.argv
const job: Job = JSON.parse(text)
const abort = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.on(name, () => (abort.signal.aborted ? process.exit(130) : abort.abort(name)))
}
const say = (line: string) => void process.stderr.write(`${line}\n`)
const task = { update: say, done: say, fail: say }
const log = { info: say, warn: say, error: say, detail: say, task: () => task, output: () => ({ line: say, end() {} }) }

try {
  const lock = await lockWorkDir(job.workDir, log, abort.signal)
  try {
    const host = { log, signal: abort.signal }
    const dirs = { project: '/', request: '/' }
    const context = { host, exec: spawnCommand, env: process.env, dirs, startedAt: performance.now() }
    const result = await runJob(job, context)
    const { artifacts, failures } = await collectArtifacts(job, result)
    await placeArtifacts(outputDir, artifacts)
    process.exitCode = result.failures.length + failures.length > 0 ? 1 : 0
  } finally {
    await lock.release()
  }
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  say(`${error.code}: ${error.message}`)
  process.exitCode = error.exitCode
}
