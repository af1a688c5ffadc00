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
  readonly file: Pick<FileReport, 'arch' | 'linkage' | 'interpreter' | 'floor'>
  readonly machine: Machine
  /** `smoke-command`: the arguments; the exit status must be 0 then. Null asks `--version`, then `--help`. */
  readonly command: readonly string[] | null
  /** `cpu`: the CPU that the user allows beyond the baseline, or null. */
  readonly cpu: string | null
  readonly exec: Exec
  readonly signal: AbortSignal
}

/** How the starts went; `cannot` says why there was none, or none that counts. */
export interface SmokeResult {
  readonly smokes: readonly Smoke[]
  readonly cannot: string | null
  /** Those of `smokes` that met an instruction which their CPU does not have. */
  readonly illegal: readonly Smoke[]
}

/**
 * Starts a file wherever this machine can: natively and on the baseline CPU of an installed qemu-user. It gets an empty
 * directory as HOME and working directory, a PATH of the system, and nothing else of our environment.
 * @throws BuildError `interrupted`; `disk-full`, `cannot-write` for the temporary directory
 */
export async function smokeFile(request: SmokeRequest): Promise<SmokeResult> {
  const { file, machine, cpu } = request
  const hasLoader = file.interpreter !== null && existsSync(file.interpreter)
  const { starts, reason } = decideSmoke({ ...file, glibc: file.floor.glibc, cpu, hasLoader }, machine)
  const smokes: Smoke[] = []
  let cannot: string | null = reason
  const illegal: Smoke[] = []
  for (const start of starts) {
    const { smoke, verdict } = await tryStart(request, start)
    if (verdict === 'unfit') cannot ??= `${start.where}: ${smoke.output}`
    else smokes.push(smoke)
    if (verdict === 'illegal-instruction') illegal.push(smoke)
  }
  return { smokes, cannot: smokes.length > 0 ? null : cannot, illegal }
}

interface Tried {
  readonly smoke: Smoke
  readonly verdict: JudgedStart['verdict']
}

/** Asks until an answer settles it: a program that knows none of the flags has started nevertheless. */
async function tryStart(request: SmokeRequest, start: Start): Promise<Tried> {
  const { command } = request
  const tried: Tried[] = []
  for (const args of command === null ? questions : [command]) {
    const one = await startOnce(request, start, args)
    tried.push(one)
    if (one.verdict !== 'refused') return one
  }
  const last = tried.at(-1)
  if (!last) throw new Error('nothing was asked')
  if (command !== null) return { ...last, verdict: 'failed' }
  const output = `it started, but knows neither --version nor --help: ${last.smoke.output}`
  return { verdict: 'ok', smoke: { ...last.smoke, ok: true, output } }
}

async function startOnce(request: SmokeRequest, start: Start, args: readonly string[]): Promise<Tried> {
  const home = await makeHome()
  const path = resolve(request.path)
  const told = { where: start.where, command: [...args] }
  try {
    const outcome = await request.exec({
      argv: [...start.prefix, path, ...args],
      cwd: home,
      env: { ...environment(home), ...start.env },
      timeoutMs,
      maxBytes,
      signal: request.signal,
    })
    const { verdict, output } = judgeStart(outcome, start.foreign)
    return { verdict, smoke: { ...told, ok: verdict === 'ok', ms: outcome.ms, output } }
  } catch (error) {
    if (!(error instanceof BuildError) || error.code === 'interrupted') throw error
    // Neither a mount that forbids execution nor an emulator that is gone is the program's fault.
    const output = `${error.message} (in ${dirname(path)})`
    return { verdict: 'unfit', smoke: { ...told, ok: false, ms: 0, output } }
  } finally {
    await rm(home, { recursive: true, force: true }).catch(() => {})
  }
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
