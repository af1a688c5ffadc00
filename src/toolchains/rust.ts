import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { BuildError } from '../errors.ts'
import { plainLine } from '../exec/plain.ts'
import type { Outcome } from '../exec.ts'
import type { Task } from '../host.ts'
import { clientEnv, type ToolContext } from './context.ts'
import { lastLine, runIfHere, saysDiskFull } from './xz.ts'

/** What a Rust job needs of the compiler. */
export interface RustNeeds {
  /** Directory of the project: its rust-toolchain file counts. */
  readonly dir: string
  /** The `toolchain` input (`1.80`, `nightly`, a linked toolchain's name), which wins over the project's pin; or null. */
  readonly toolchain: string | null
  readonly triples: readonly string[]
}

/** What {@link ensureRustTargets} needs from its run. */
export type RustContext = Pick<ToolContext, 'exec' | 'env' | 'log' | 'signal'>

const getRustup = 'Install Rust with rustup (https://rustup.rs), which also brings the targets.'

/**
 * Makes sure that the compiler of a project has the standard library of each triple. A toolchain that has them is used
 * as it is, with no call of rustup; else `rustup target add` brings what is missing, and the toolchain itself first.
 * @throws BuildError `tool-missing` (no compiler, or no way to get a target here), `download-failed`, `disk-full`
 */
export async function ensureRustTargets(needs: RustNeeds, context: RustContext): Promise<void> {
  const shell = rustShell(needs, context)
  const sysroot = await findSysroot(needs, shell)
  const missing = await withoutStd(sysroot, needs.triples)
  if (missing.length === 0) return
  const outcome = await shell.run(['rustup', 'target', 'add', ...missing], `adding ${missing.join(', ')} to Rust`)
  if (outcome === null) {
    throw new BuildError('tool-missing', `${sysroot} has no standard library for ${missing.join(', ')}`, {
      hint: `There is no rustup to add it. ${getRustup} Distributions have it for some targets (Debian: libstd-rust-dev of that architecture, Fedora: rust-std-static-<triple>).`,
    })
  }
  if (outcome.code !== 0) throw rustupError(`rustup cannot add ${missing.join(', ')}`, outcome, sysroot)
  const still = await withoutStd(sysroot, missing)
  if (still.length > 0) {
    throw new BuildError('tool-missing', `rustup reported success, but ${sysroot} has no ${still.join(', ')}`, {
      hint: 'Another toolchain is active than the one that rustup changed: compare `rustup show` with `rustc --print sysroot`.',
    })
  }
}

/** The directory of the compiler that cargo would use in the project. */
async function findSysroot(needs: RustNeeds, shell: RustShell): Promise<string> {
  const ask = () => shell.run(['rustc', '--print', 'sysroot'], `preparing Rust ${needs.toolchain ?? ''}`.trim())
  let outcome = await ask()
  if (outcome === null) throw new BuildError('tool-missing', 'rustc is not installed', { hint: getRustup })
  const absent = /toolchain '([^']+)' is not installed/.exec(outcome.stderr)?.[1]
  if (outcome.code !== 0 && absent !== undefined) {
    const argv = ['rustup', 'toolchain', 'install', absent, '--profile', 'minimal', '--no-self-update']
    const installed = await shell.run(argv, `installing Rust ${plainLine(absent)}`)
    if (installed && installed.code !== 0) throw rustupError(`rustup cannot install Rust ${absent}`, installed, null)
    outcome = (await ask()) ?? outcome
  }
  if (outcome.code !== 0) throw rustupError('rustc does not start', outcome, null)
  return outcome.stdout.trim()
}

/** The triples whose std is not there: `<sysroot>/lib/rustlib/<triple>/lib` has rlibs in every kind of distribution. */
async function withoutStd(sysroot: string, triples: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    triples.map(async triple => {
      const names = await readdir(join(sysroot, 'lib', 'rustlib', triple, 'lib')).catch(() => [])
      return names.some(name => /^libstd-.*\.rlib$/.test(name))
    }),
  )
  return triples.filter((_, i) => !found[i])
}

interface RustShell {
  /** Runs a command in the project; null when it is not installed. A line of progress appears when it prints something. */
  run(argv: readonly string[], title: string): Promise<Outcome | null>
}

function rustShell(needs: RustNeeds, context: RustContext): RustShell {
  const chosen = needs.toolchain === null ? {} : { RUSTUP_TOOLCHAIN: needs.toolchain.replace(/^\+/, '') }
  // rustup shows its own backtrace where the project's developers want theirs
  const env = clientEnv(context.env, { ...chosen, RUST_BACKTRACE: '0' })
  return {
    async run(argv, title) {
      let task: Task | null = null
      const tell = (line: string, stream: 'stdout' | 'stderr') => {
        if (stream !== 'stderr' || line.trim() === '' || /^(error|help):/.test(line)) return // those are in the BuildError
        task ??= context.log.task('rust', title)
        task.update(plainLine(line).slice(0, 200))
      }
      const exec: RustContext['exec'] = command => context.exec({ ...command, onLine: tell })
      const outcome = await runIfHere(argv, needs.dir, { exec, env, signal: context.signal })
      const started = task as Task | null
      if (outcome?.code === 0) started?.done(title)
      else started?.fail(title)
      return outcome
    },
  }
}

/** Sources of the texts: rustup's own messages (`src/errors.rs`, `src/dist/mod.rs`). */
function rustupError(what: string, outcome: Outcome, sysroot: string | null): BuildError {
  const lines = `${outcome.stdout}\n${outcome.stderr}`.split('\n').map(plainLine)
  const tail = lines.filter(line => line !== '').slice(-10)
  if (saysDiskFull(outcome)) return new BuildError('disk-full', `${what}: there is no room`, { lines: tail })
  if (/could not download|download error|network|dns error|timed out|connection/i.test(outcome.stderr)) {
    return new BuildError('download-failed', `${what}: its server cannot be reached`, {
      hint: 'Check the network, HTTPS_PROXY and RUSTUP_DIST_SERVER.',
      lines: tail,
    })
  }
  const custom = sysroot !== null && /custom toolchain|does not support components/i.test(outcome.stderr)
  return new BuildError(
    'tool-missing',
    `${what}: ${lines.find(l => l.startsWith('error:')) ?? plainLine(lastLine(outcome))}`,
    {
      hint: custom
        ? `${sysroot} is a linked toolchain: add the targets to it the way it was made, or set \`toolchain\` to one of rustup's.`
        : 'See `rustup target list` for the targets of this toolchain; a tier 3 target has no prebuilt standard library.',
      lines: tail,
    },
  )
}
