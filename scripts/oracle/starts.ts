import { spawnSync } from 'node:child_process'

/** What became of a program that a loader was asked to start. */
export interface Start {
  /** `missing`: another library is not there, which says nothing about versions. */
  readonly outcome: 'starts' | 'refused' | 'missing' | 'crashed'
  /** What the loader said, or how the program ended; empty when it started. */
  readonly line: string
}

/** What loaders print instead of starting a program (glibc `elf/dl-version.c`, `elf/dl-load.c`, `elf/dl-lookup.c`). */
const refusals: readonly { readonly outcome: Start['outcome']; readonly line: RegExp }[] = [
  { outcome: 'refused', line: /^.*: version `.*' not found \(required by .*\)$/m },
  { outcome: 'missing', line: /^.*error while loading shared libraries: .*: cannot open shared object file.*$/m },
  { outcome: 'refused', line: /^.*error while loading shared libraries: .*$/m },
  { outcome: 'refused', line: /^.*(symbol lookup error|undefined symbol|Inconsistency detected by ld\.so).*$/m },
  { outcome: 'refused', line: /^.*FATAL: kernel too old.*$/m },
]

/** Starts a program for its version; every symbol is bound at once, so that none is missed. Not a shell, no input. */
export function start(argv: readonly string[], cwd: string): Start {
  const [program = '', ...args] = argv
  const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C', HOME: cwd, LD_BIND_NOW: '1' }
  const done = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'latin1',
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return judgeStart(done.status, done.signal, `${done.stderr}\n${done.stdout}`)
}

/** What an ended program says about its start. Its own exit code means nothing: `false --version` ends with 1. */
export function judgeStart(status: number | null, signal: string | null, said: string): Start {
  for (const { outcome, line } of refusals) {
    const found = line.exec(said)
    if (found) return { outcome, line: found[0] }
  }
  // A shell's and qemu's way to say that a signal ended the program.
  const ended = signal ?? (status !== null && status >= 128 ? `exit code ${status}` : null)
  return ended === null ? { outcome: 'starts', line: '' } : { outcome: 'crashed', line: ended }
}

/** The command that starts programs of an architecture here: none needed, qemu-user, or null when there is no way. */
export function launcher(qemu: string): readonly string[] | null {
  const native: Readonly<Record<string, readonly string[]>> = { x64: ['x86_64', 'i386'], arm64: ['aarch64'] }
  if (native[process.arch]?.includes(qemu)) return []
  const names = [`qemu-${qemu}-static`, `qemu-${qemu}`]
  const found = names.find(name => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0)
  return found === undefined ? null : [found]
}
