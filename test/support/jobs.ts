import type { RunContext } from '../../src/build/run.ts'
import { spawnCommand } from '../../src/exec/spawn.ts'
import type { Log } from '../../src/host.ts'
import type { Job, Step } from '../../src/plan.ts'

/** A job with what a test does not care about filled in. */
export function makeJob(parts: Partial<Job> & Pick<Job, 'workDir' | 'steps'>): Job {
  return {
    id: 'app-zig',
    project: 'app',
    backend: 'zig',
    targets: ['x86_64-linux-musl', 'aarch64-linux-musl'],
    runner: ['ubuntu-24.04'],
    toolchains: [],
    files: [],
    path: [],
    passEnv: {},
    collect: [],
    ...parts,
  }
}

/** A step that runs a line of sh for some targets. */
export function shStep(
  id: string,
  cwd: string,
  script: string,
  targets: readonly string[] = [],
  more: Partial<Step> = {},
): Step {
  return { id, title: id, targets, argv: ['sh', '-c', script], cwd, env: {}, ...more }
}

/** A log that keeps what was said, one text each: `task x86_64: title`, `warn: …`. */
export function memoryLog(): { readonly log: Log; readonly said: string[] } {
  const said: string[] = []
  const say = (kind: string) => (text: string) => void said.push(`${kind}: ${text}`)
  const task = (name: string, title: string) => {
    said.push(`start ${name}: ${title}`)
    return { update: say(`update ${name}`), done: say(`done ${name}`), fail: say(`fail ${name}`) }
  }
  const output = () => ({ line: say('detail'), end() {} })
  const log = { info: say('info'), warn: say('warn'), error: say('error'), detail: say('detail'), task, output }
  return { log, said }
}

/** Surroundings with real processes. */
export function realContext(log: Log, signal: AbortSignal = new AbortController().signal): RunContext {
  const dirs = { project: '/', request: '/' }
  return { host: { log, signal }, exec: spawnCommand, env: process.env, dirs, startedAt: performance.now() }
}
