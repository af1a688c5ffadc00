import { plainLine } from '../exec/plain.ts'
import type { Outcome } from '../exec.ts'
import type { Start } from './decide.ts'

/**
 * What one start shows. `refused`: it started and does not know the flag. `unfit`: the emulator, loader or libraries of
 * the pretended machine failed, which says nothing of the program. `hung`: failed by not ending.
 */
export type StartVerdict = 'ok' | 'refused' | 'failed' | 'hung' | 'illegal-instruction' | 'unfit'

/** A start as it was judged, with the line that shows it. */
export interface JudgedStart {
  readonly verdict: StartVerdict
  readonly output: string
}

/** What loaders and shells say of what they could not start: glibc, musl, qemu-user; sh, which execvp(3) gives unknown formats to. */
const notStarted =
  /version [`'](GLIBC|GLIBCXX|CXXABI|GCC)_[^']*' not found|error while loading shared libraries|Error loading shared library|Error relocating|symbol lookup error|Could not open '[^']*ld[^']*'|[Ee]xec format error|cannot execute|FATAL: kernel too old|CPU ISA level is lower|^.*: [0-9]+: Syntax error: |^.*: line [0-9]+: syntax error near unexpected/m
/** What qemu-user says when it itself cannot. Source: linux-user/main.c, cpu.c. */
const emulatorFailed =
  /unable to find CPU model|qemu-\S+: (unknown option|Unable to|Unsupported|Error mapping|Some features requested in the CPU model)/
/** A crash that ends in an ordinary exit status: Go, Rust, Python, C++, glibc. */
const crashed =
  /^(panic: |fatal error: .*\n(\[signal |\n)|thread '.*' (\([0-9]+\) )?panicked at|Traceback \(most recent call last\)|terminate called|\*\*\* .* \*\*\*: terminated)/m
/** What programs say of flags that they do not have, and the help that follows. */
const aboutFlags =
  /usage|unknown|unrecogni[sz]ed|unexpected|invalid|illegal option|not defined|bad option|option|argument|flag|help/i

const signals: Readonly<Record<number, string>> = {
  4: 'SIGILL',
  5: 'SIGTRAP',
  6: 'SIGABRT',
  7: 'SIGBUS',
  8: 'SIGFPE',
  9: 'SIGKILL',
  11: 'SIGSEGV',
}

/** What the judgement of a start depends on beside its outcome. */
export interface StartFacts extends Pick<Start, 'foreign' | 'floor'> {
  /** The program has started elsewhere already. */
  readonly startedBefore: boolean
}

/** Judges one start. Pure. */
export function judgeStart(outcome: Outcome, { foreign, floor, startedBefore }: StartFacts): JudgedStart {
  const said = `${outcome.stderr}\n${outcome.stdout}`
  const line = firstLine(outcome)
  const signal = outcome.signal ?? signals[(outcome.code ?? 0) - 128] ?? null
  const failed = (why: string): JudgedStart => ({ verdict: 'failed', output: line === '' ? why : `${why}: ${line}` })

  const tooOld = floor === undefined ? null : loadersWord(said, floor.program)
  if (tooOld !== null) return { verdict: 'failed', output: tidy(tooOld) }
  if (floor?.by === 'container' && outcome.code === engineFailed) return { verdict: 'unfit', output: line }
  if (outcome.timedOut) return { ...failed('it did not end in time'), verdict: 'hung' }
  if (signal === 'SIGILL')
    return { verdict: 'illegal-instruction', output: 'SIGILL: an instruction that this CPU does not have' }
  if (signal !== null) return failed(`ended by ${signal}`)
  if (outcome.code === 0) return { verdict: 'ok', output: line }
  if (emulatorFailed.test(said)) return { verdict: 'unfit', output: line }
  if (notStarted.test(said) || outcome.code === 126 || outcome.code === 127) {
    const shown = said.split('\n').find(text => notStarted.test(text)) ?? line
    return { verdict: foreign ? 'unfit' : 'failed', output: tidy(shown) || `exit status ${outcome.code}` }
  }
  // started by its loader, a program that looks for itself finds the loader
  if (floor?.by === 'loader' && startedBefore && !aboutFlags.test(said)) return { verdict: 'unfit', output: line }
  if (crashed.test(said)) return failed(`exit status ${outcome.code}`)
  if (aboutFlags.test(said)) return { verdict: 'refused', output: line }
  return failed(`exit status ${outcome.code}`)
}

/** The exit status of `docker run` and `podman run` for failures of their own. */
const engineFailed = 125

/** What the old loader says of what the program itself, not a library, needs and it does not have; null: nothing. */
function loadersWord(said: string, program: string): string | null {
  for (const line of said.split('\n')) {
    // `<program>: <directory>/libc.so.6: version `GLIBC_2.34' not found (required by <program>)`: the places are our own
    const missing = /([^/ ]+: version [`'][^']*' not found)(?: \(required by (.*)\))?/.exec(line)
    if (missing?.[1] && (missing[2] === undefined || missing[2] === program)) return missing[1]
    const symbol = `symbol lookup error: ${program}: `
    if (line.includes(symbol)) return line.slice(line.indexOf(symbol) + symbol.length)
  }
  return null
}

/** The first line that has something to say, of stdout before stderr; Python has its reason in the last one. */
function firstLine({ stdout, stderr }: Outcome): string {
  const lines = `${stdout}\n${stderr}`
    .split('\n')
    .map(tidy)
    .filter(text => text !== '')
  const first = lines[0] ?? ''
  return first.startsWith('Traceback (most recent call last)') ? (lines.at(-1) ?? first) : first
}

function tidy(line: string): string {
  return plainLine(line).trim().slice(0, 200)
}
