import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { writeError } from '../build/file-error.ts'
import { BuildError } from '../errors.ts'
import type { Exec } from '../exec.ts'
import type { Machine } from '../machine.ts'
import type { FileReport, Smoke } from '../report/schema.ts'
import { decideSmoke, type Start } from './decide.ts'
import type { Floors } from './floor/floors.ts'
import { type JudgedStart, judgeStart } from './judge.ts'

/** A program has started long before, ms; one that serves for ever needs a `smoke-command`. */
const timeoutMs = 20_000
/** Output of a start that is kept, bytes. */
const maxBytes = 64 * 1024

/** What is asked when the user names no arguments, in this order. */
const questions: readonly (readonly string[])[] = [['--version'], ['--help']]

/** What to start, and with what. */
export interface SmokeRequest {
  readonly path: string
  /** What verify read in the file. */
  readonly file: Pick<FileReport, 'arch' | 'linkage' | 'interpreter' | 'needed' | 'floor' | 'findings' | 'payload'>
  readonly machine: Machine
  /** `smoke-command`: the arguments; the exit status must be 0 then. Null asks `--version`, then `--help`. */
  readonly command: readonly string[] | null
  /** `cpu`: the CPU that the user allows beyond the baseline, or null. */
  readonly cpu: string | null
  /** Null: it is not started on an old system. */
  readonly floor: FloorRequest | null
  readonly exec: Exec
  readonly signal: AbortSignal
}

/** On which old system to start it. */
export interface FloorRequest {
  /** The `smoke-floor` input. */
  readonly setting: string
  /** The oldest glibc that its policy promises, or null. */
  readonly promised: string | null
  /** The `mirrors` input for `debian`, or null. */
  readonly mirror: string | null
  readonly floors: Floors
}

/** How the starts went; `cannot` says why there was none, or none that counts. */
export interface SmokeResult {
  readonly smokes: readonly Smoke[]
  readonly cannot: string | null
  /** Why it was not started on an old system although it should have been. */
  readonly notAtFloor: string | null
  /** Those of `smokes` that met an instruction which their CPU does not have. */
  readonly illegal: readonly Smoke[]
}

/**
 * Starts a file wherever this machine can: natively, on the baseline CPU of an installed qemu-user, and with the C library
 * of an old system; a start that does not end is the last. It gets an empty directory as HOME and working directory, a PATH
 * of the system, and nothing else of our environment.
 * @throws BuildError `interrupted`; `disk-full`, `cannot-write` for the temporary directory
 */
export async function smokeFile(request: SmokeRequest): Promise<SmokeResult> {
  const { file, machine, cpu } = request
  const hasLoader = file.interpreter !== null && existsSync(file.interpreter)
  const { starts, reason } = decideSmoke({ ...file, glibc: file.floor.glibc, cpu, hasLoader }, machine)
  const done: Done = { smokes: [], illegal: [], hung: false }
  let cannot: string | null = reason
  for (const start of starts) {
    if (!done.hung) cannot = (await tryOne(request, start, done)) ?? cannot
  }
  const { startAtFloor } = await import('./floor/start.ts')
  const floors = done.hung ? { ...request, floor: null } : request
  const notAtFloor = await startAtFloor(floors, hasLoader, start => tryOne(request, start, done))
  const { smokes, illegal } = done
  return { smokes, cannot: smokes.length > 0 ? null : cannot, notAtFloor, illegal }
}

interface Done {
  readonly smokes: Smoke[]
  readonly illegal: Smoke[]
  /** A start did not end: no other is worth as long a wait. */
  hung: boolean
}

/** Adds one start to what is done; returns why it does not count, or null. */
async function tryOne(request: SmokeRequest, start: Start, done: Done): Promise<string | null> {
  const { smoke, verdict } = await tryStart(
    request,
    start,
    done.smokes.some(s => s.ok),
  )
  if (verdict === 'unfit') return `${start.where}: ${smoke.output}`
  done.smokes.push(smoke)
  if (verdict === 'hung') done.hung = true
  if (verdict === 'illegal-instruction') done.illegal.push(smoke)
  return null
}

interface Tried {
  readonly smoke: Smoke
  readonly verdict: JudgedStart['verdict']
}

/** Asks until an answer settles it: a program that knows none of the flags has started nevertheless. */
async function tryStart(request: SmokeRequest, start: Start, startedBefore: boolean): Promise<Tried> {
  const { command } = request
  const tried: Tried[] = []
  for (const args of command === null ? questions : [command]) {
    const one = await startOnce(request, start, args, startedBefore)
    tried.push(one)
    if (one.verdict !== 'refused') return one
  }
  const last = tried.at(-1)
  if (!last) throw new Error('nothing was asked')
  if (command !== null) return { ...last, verdict: 'failed' }
  const output = `it started, but knows neither --version nor --help: ${last.smoke.output}`
  return { verdict: 'ok', smoke: { ...last.smoke, ok: true, output } }
}

async function startOnce(
  request: SmokeRequest,
  start: Start,
  args: readonly string[],
  startedBefore: boolean,
): Promise<Tried> {
  const home = await makeHome()
  const path = resolve(request.path)
  const told = { where: start.where, command: [...args] }
  try {
    const outcome = await request.exec({
      argv: [...start.prefix, start.floor?.program ?? path, ...args],
      cwd: home,
      env: { ...environment(home), ...start.env },
      timeoutMs,
      maxBytes,
      signal: request.signal,
    })
    if (outcome.timedOut) await cleanUp(request, start)
    const { verdict, output } = judgeStart(outcome, { ...start, startedBefore })
    return { verdict, smoke: { ...told, ok: verdict === 'ok', ms: outcome.ms, output } }
  } catch (error) {
    await cleanUp(request, start)
    if (!(error instanceof BuildError) || error.code === 'interrupted') throw error
    // Neither a mount that forbids execution nor an emulator that is gone is the program's fault.
    const output = `${error.message} (in ${dirname(path)})`
    return { verdict: 'unfit', smoke: { ...told, ok: false, ms: 0, output } }
  } finally {
    await rm(home, { recursive: true, force: true }).catch(() => {})
  }
}

/** A container goes on when its client is ended. */
async function cleanUp({ exec }: SmokeRequest, { floor, env }: Start): Promise<void> {
  if (floor?.cleanUp) await exec({ argv: floor.cleanUp, cwd: '/', env, timeoutMs, maxBytes }).catch(() => {})
}

async function makeHome(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'portable-build-smoke-'))
  } catch (error) {
    throw writeError(error, tmpdir())
  }
}

function environment(home: string): Record<string, string> {
  return { PATH: '/usr/bin:/bin', HOME: home, TMPDIR: home, LC_ALL: 'C', TZ: 'UTC', TERM: 'dumb', NO_COLOR: '1' }
}
