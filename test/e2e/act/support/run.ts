import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { actProgram } from '../../support/act.ts'
import { cacheDir } from '../../support/places.ts'

/** One line of `act --json`. */
interface Line {
  readonly jobID?: string
  readonly matrix?: { readonly name?: string }
  readonly msg?: string
  /** Printed by a step; workflow commands are not, act tells them in words of its own. */
  readonly raw_output?: boolean
  readonly stepResult?: string
  readonly step?: string
  readonly jobResult?: string
}

/** A workflow as it went. */
export interface ActRun {
  readonly code: number | null
  /** Result by job id; the legs of a matrix are `<job> <leg>`. */
  readonly results: Readonly<Record<string, 'success' | 'failure'>>
  /** What the steps of a job (or of one leg) printed, with what act says of them. */
  output(job: string, leg?: string): string
  /** Wall time of the steps that are our own actions, milliseconds, by job as in `results`. */
  readonly times: Readonly<Record<string, number>>
  /** Everything, for the message of a failed test. */
  readonly log: string
}

/** What a run gets beside the workflow. */
export interface ActOptions {
  readonly event?: string
  /** The payload of the event. */
  readonly payload?: object
  readonly env?: Readonly<Record<string, string>>
  /** Where the machine keeps tools and caches of its own; a new one is a new machine. */
  readonly home?: string
  /** The directory of act's own cache server, which speaks the first protocol; it is off when missing. */
  readonly ownCache?: string
}

/** A directory for the runner's own files. */
export const newMachine = () => mkdtempSync(join(tmpdir(), 'pb-act-home-'))

/** Runs a workflow of a repository in act's host mode: jobs are processes of this machine, each in a copy of the workspace. */
export async function act(dir: string, workflow: string, options: ActOptions = {}): Promise<ActRun> {
  const program = actProgram()
  if (program === null) throw new Error('act is not installed: bash scripts/ci/act.sh')
  const { event = 'push', payload = {}, env = {}, home = newMachine(), ownCache } = options
  const eventFile = join(home, 'event.json')
  mkdirSync(home, { recursive: true })
  writeFileSync(eventFile, JSON.stringify({ repository: { default_branch: 'main' }, ...payload }))
  const goCache = { GOCACHE: join(cacheDir, 'build/act-go'), GOFLAGS: '-buildvcs=false' }
  const argv = [
    ...[event, '--json', '--workflows', `.github/workflows/${workflow}`, '--eventpath', eventFile],
    ...(ownCache ? ['--cache-server-path', ownCache, '--cache-server-addr', '127.0.0.1'] : ['--no-cache-server']),
    ...['ubuntu-24.04', 'ubuntu-24.04-arm'].flatMap(label => ['--platform', `${label}=-self-hosted`]),
    ...Object.entries({ ...goCache, ...env }).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ]
  const path = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`
  const child = spawn(program, argv, {
    cwd: dir,
    env: { PATH: path, HOME: home, XDG_CACHE_HOME: join(home, '.cache') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>(resolve => child.on('close', resolve))
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return readRun(code, `${stdout}${stderr}`)
}

function readRun(code: number | null, log: string): ActRun {
  const lines = log.split('\n').flatMap(parsed)
  const nameOf = ({ jobID = '', matrix }: Line) => (matrix?.name ? `${jobID} ${matrix.name}` : jobID)
  // act gives all legs the result of their matrix; what happened to a leg is in its steps.
  const results = new Map<string, 'success' | 'failure'>()
  for (const line of lines) {
    if (line.jobID === undefined) continue
    const failed = line.stepResult === 'failure' || (line.jobResult === 'failure' && !line.matrix?.name)
    if (failed) results.set(nameOf(line), 'failure')
    else if (!results.has(nameOf(line)) && line.jobResult) results.set(nameOf(line), 'success')
  }
  const times = lines.flatMap(line => {
    const took = / - Main \.\/own\S* \[(.*)\]$/.exec(line.msg ?? '')?.[1]
    return took === undefined ? [] : [[nameOf(line), milliseconds(took)] as const]
  })
  return {
    code,
    times: Object.fromEntries(times),
    results: Object.fromEntries([...results].sort(([a], [b]) => (a < b ? -1 : 1))),
    output: (job, leg) =>
      lines
        .filter(line => line.jobID === job && (leg === undefined || line.matrix?.name === leg))
        .map(line => (line.raw_output ? line.msg : `${line.msg}\n`))
        .join(''),
    log: lines.map(line => `[${nameOf(line)}] ${line.msg ?? ''}`).join('\n') || log,
  }
}

/** A duration as Go prints it: `1m2.5s`, `64.2ms`. */
function milliseconds(text: string): number {
  const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, µs: 0.001, ns: 0.000001 }
  return [...text.matchAll(/([\d.]+)(h|ms|m|s|µs|ns)/g)].reduce(
    (sum, [, n, u]) => sum + Number(n) * (units[u ?? ''] ?? 0),
    0,
  )
}

function parsed(line: string): Line[] {
  try {
    return [JSON.parse(line)]
  } catch {
    return []
  }
}
