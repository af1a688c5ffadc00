import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { splitLines } from '../../src/exec/lines.ts'
import { type Command, LineReader, parsePairs } from './runner/commands.ts'

/** A machine that runs the steps of one job, one after the other, as actions/runner 2.336 does. */
export interface JobOptions {
  /** The checkout. */
  readonly workspace: string
  /** RUNNER_TEMP. */
  readonly temp: string
  /** RUNNER_TOOL_CACHE. */
  readonly toolCache: string
  /** GITHUB_EVENT_NAME and its payload. */
  readonly event?: { readonly name: string; readonly payload: unknown }
  /** More of what the runner sets (`GITHUB_REF`), of what the machine has (`PATH`), of `env:` in the workflow. */
  readonly env?: Readonly<Record<string, string>>
}

/** A step: `uses` with `with`. */
export interface StepOptions {
  /** Directory of the action.yml. */
  readonly uses: string
  readonly with?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Another program than the one that action.yml names, with its arguments. */
  readonly program?: readonly string[]
  /** The feature of the runner that gives `$GITHUB_ARTIFACTS`. */
  readonly takesArtifacts?: boolean
}

/** How a step ended. */
export interface StepResult {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** Lines of `$GITHUB_ARTIFACTS`. */
  readonly artifacts: readonly string[]
  /** What the log shows, secrets masked. */
  readonly log: string
  readonly commands: readonly Command[]
  /** Milliseconds. */
  readonly ms: number
  /** What it took to end it; empty when it ended by itself. */
  readonly signals: readonly NodeJS.Signals[]
}

/** A step that runs. */
interface RunningStep {
  readonly done: Promise<StepResult>
  readonly pid: number
  /** Resolves when the log shows a text. */
  saw(text: string): Promise<void>
  /** As the button "Cancel workflow": SIGINT, after 7.5 s SIGTERM, after 2.5 s SIGKILL. */
  cancel(): void
}

/** A job. */
export interface Job {
  start(step: StepOptions): RunningStep
  run(step: StepOptions): Promise<StepResult>
  /** The post steps of what has run, last first. */
  post(): Promise<StepResult[]>
  /** What was masked so far. */
  readonly masks: ReadonlySet<string>
}

interface Metadata {
  readonly inputs?: Readonly<Record<string, { readonly default?: string | number | boolean }>>
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string }
}

const fileCommands = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const
const summaryLimit = 1024 * 1024
const graceMs = { int: 7500, term: 2500 }

/** Starts a job on this machine. */
export function startJob(options: JobOptions): Job {
  const masks = new Set<string>()
  const shared = { env: {} as Record<string, string>, path: [] as string[] }
  const posts: (() => RunningStep)[] = []
  let steps = 0

  function start(step: StepOptions): RunningStep {
    const metadata: Metadata = parse(readFileSync(join(step.uses, 'action.yml'), 'utf8'))
    if (metadata.runs.using !== 'node24') throw new Error(`using: ${metadata.runs.using}`)
    const { main, post } = metadata.runs
    const state: Record<string, string> = {}
    if (post !== undefined) posts.push(() => execute(step, metadata, post, state))
    return execute(step, metadata, main, state)
  }

  function execute(step: StepOptions, metadata: Metadata, script: string, state: Record<string, string>): RunningStep {
    const files = commandFiles(options.temp, `step_${++steps}`, step.takesArtifacts ?? false)
    const env = {
      ...machineEnv(options),
      ...shared.env,
      ...step.env,
      ...inputsOf(metadata, step.with ?? {}),
      ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
      ...files,
    }
    if (shared.path.length > 0) env['PATH'] = [...shared.path, env['PATH']].join(':')
    const argv = step.program ?? [resolve(step.uses, script)]
    const child = spawn(process.execPath, argv, { cwd: options.workspace, env, stdio: ['ignore', 'pipe', 'pipe'] })
    return watch(child, masks, reader => finish(reader, files, shared, state))
  }

  return {
    start,
    run: step => start(step).done,
    async post() {
      const results: StepResult[] = []
      for (const begin of posts.splice(0).reverse()) results.push(await begin().done)
      return results
    },
    masks,
  }
}

/** Only this, and what the workflow says, reaches an action: nothing of the process that tests. */
function machineEnv({ workspace, temp, toolCache, event, env }: JobOptions): Record<string, string> {
  const eventFile = join(temp, '_github_workflow/event.json')
  mkdirSync(dirname(eventFile), { recursive: true })
  writeFileSync(eventFile, JSON.stringify(event?.payload ?? {}))
  return {
    ...{ PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/root', LANG: 'C.UTF-8' },
    ...{ CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace, GITHUB_EVENT_PATH: eventFile },
    ...{ GITHUB_EVENT_NAME: event?.name ?? 'push', GITHUB_REF: 'refs/heads/main', GITHUB_REF_NAME: 'main' },
    ...{ GITHUB_REF_TYPE: 'branch', GITHUB_REPOSITORY: 'acme/app', GITHUB_REPOSITORY_OWNER: 'acme' },
    ...{ GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567', GITHUB_RUN_ID: '1', GITHUB_RUN_ATTEMPT: '1' },
    ...{ GITHUB_JOB: 'build', GITHUB_WORKFLOW: 'ci', GITHUB_ACTION: '__self', GITHUB_RETENTION_DAYS: '90' },
    ...{ GITHUB_SERVER_URL: 'https://github.com', GITHUB_API_URL: 'https://api.github.com' },
    ...{ RUNNER_TEMP: temp, RUNNER_TOOL_CACHE: toolCache, RUNNER_OS: 'Linux', RUNNER_ENVIRONMENT: 'github-hosted' },
    ...{ RUNNER_ARCH: process.arch === 'arm64' ? 'ARM64' : 'X64', RUNNER_NAME: 'test' },
    ...env,
  }
}

/** Upper case, spaces become `_`, hyphens stay; defaults are merged; what the action does not know is given all the same. */
function inputsOf(metadata: Metadata, given: Readonly<Record<string, string>>): Record<string, string> {
  const defaults = Object.entries(metadata.inputs ?? {}).map(([name, { default: text }]): [string, string] => [
    name,
    String(text ?? ''),
  ])
  const merged: Record<string, string> = { ...Object.fromEntries(defaults), ...given }
  return Object.fromEntries(
    Object.entries(merged).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  )
}

function commandFiles(temp: string, id: string, takesArtifacts: boolean): Record<string, string> {
  const dir = join(temp, '_runner_file_commands')
  mkdirSync(dir, { recursive: true })
  const names = takesArtifacts ? [...fileCommands, 'GITHUB_ARTIFACTS'] : fileCommands
  return Object.fromEntries(
    names.map(name => {
      const path = join(dir, `${name.toLowerCase()}_${id}`)
      writeFileSync(path, '')
      return [name, path]
    }),
  )
}

type Ended = Omit<StepResult, 'code' | 'ms' | 'signals'>

function finish(
  reader: LineReader,
  files: Readonly<Record<string, string>>,
  shared: { env: Record<string, string>; path: string[] },
  state: Record<string, string>,
): Ended {
  const read = (name: string) => (files[name] === undefined ? '' : readFileSync(files[name], 'utf8'))
  Object.assign(shared.env, parsePairs(read('GITHUB_ENV')))
  Object.assign(state, parsePairs(read('GITHUB_STATE')))
  shared.path.unshift(...read('GITHUB_PATH').split('\n').filter(Boolean).reverse())
  const summary = read('GITHUB_STEP_SUMMARY')
  if (Buffer.byteLength(summary) > summaryLimit) throw new Error('the summary has more than 1 MiB')
  if (!reader.takesCommands) throw new Error('commands were stopped and never taken up again')
  return {
    outputs: parsePairs(read('GITHUB_OUTPUT')),
    summary,
    artifacts: read('GITHUB_ARTIFACTS').split('\n').filter(Boolean),
    log: reader.shown.join('\n'),
    commands: reader.commands,
  }
}

function watch(child: ChildProcess, masks: Set<string>, finished: (reader: LineReader) => Ended): RunningStep {
  const started = performance.now()
  const reader = new LineReader(masks)
  const waiting: { text: string; resolve: () => void }[] = []
  const look = () => {
    const log = reader.shown.join('\n')
    for (const w of waiting.splice(0)) {
      if (log.includes(w.text)) w.resolve()
      else waiting.push(w)
    }
  }
  for (const stream of [child.stdout, child.stderr]) {
    const lines = splitLines(line => {
      reader.take(line)
      look()
    })
    stream?.on('data', lines.write)
    stream?.on('end', lines.end)
  }
  let timer: NodeJS.Timeout | undefined
  const signals: NodeJS.Signals[] = []
  const send = (signal: NodeJS.Signals) => {
    signals.push(signal)
    child.kill(signal)
  }
  const done = new Promise<StepResult>((settle, fail) => {
    child.once('error', fail)
    child.once('close', code => {
      clearTimeout(timer)
      try {
        const result = { ...finished(reader), code, ms: performance.now() - started, signals }
        settle(process.env['PB_SHOW_LOG'] ? shown(result) : result)
      } catch (error) {
        fail(error)
      }
    })
  })
  return {
    done,
    pid: child.pid ?? 0,
    saw: text =>
      new Promise((settle, fail) => {
        waiting.push({ text, resolve: settle })
        look()
        void done.then(({ log }) => fail(new Error(`the step ended without ${JSON.stringify(text)}:\n${log}`)), fail)
      }),
    cancel() {
      send('SIGINT')
      timer = setTimeout(() => {
        send('SIGTERM')
        timer = setTimeout(() => send('SIGKILL'), graceMs.term)
      }, graceMs.int)
    },
  }
}

/** For people who look at what users see. */
function shown(result: StepResult): StepResult {
  process.stderr.write(`${result.log}\n--- exit ${result.code} ${JSON.stringify(result.outputs)}\n${result.summary}\n`)
  return result
}
