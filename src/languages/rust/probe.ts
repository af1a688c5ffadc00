import { dirname } from 'node:path'
import type { Project } from '../../project.ts'
import type { Probe, ProbeAnswer } from '../language.ts'

/** Variables of the build's environment that a plan must know so as not to lose what the user put there. */
const variables = [
  ...['HOME', 'CARGO_HOME', 'RUSTFLAGS', 'CARGO_ENCODED_RUSTFLAGS', 'CARGO_BUILD_RUSTFLAGS'],
  ...['CFLAGS', 'CXXFLAGS', 'TARGET_CFLAGS', 'TARGET_CXXFLAGS'],
]

/**
 * Prints key and value, each ended by NUL: the variables, the real path of the directory, the kind of machine and whether
 * it has a C compiler (Rust links build scripts and procedural macros with `cc`), and the files that cargo reads
 * beside the project's own: `.cargo/config.toml` here, in every parent and in CARGO_HOME, and the manifests of the parents
 * (the project may be a member of a workspace above it). Source: the Cargo Book, chapter Configuration.
 */
const script = String.raw`
say() { printf '%s\0%s\0' "$1" "$2"; }
show() { [ -f "$1" ] && printf 'file:%s\0' "$1" && cat "$1" && printf '\0'; }
for name in ${variables.join(' ')}; do
  eval "value=\${$name-}"
  [ -z "$value" ] || say "$name" "$value"
done
here=$(pwd -P)
say cwd "$here"
dir=$here
while :; do
  show "$dir/.cargo/config" || show "$dir/.cargo/config.toml"
  [ "$dir" = "$here" ] || show "$dir/Cargo.toml"
  [ ! -f "$dir/Cargo.lock" ] || say lock "$dir/Cargo.lock"
  [ "$dir" != / ] || break
  dir=$(dirname "$dir")
done
say machine "$(uname -m)"
for musl in /lib/ld-musl-*; do [ ! -e "$musl" ] || say musl "$musl"; done
command -v cc >/dev/null || say nocc "$PATH"
home=${'$'}{CARGO_HOME:-$HOME/.cargo}
show "$home/config" || show "$home/config.toml"
exit 0
`

const id = 'cargo-surroundings'

/** The question that {@link readSurroundings} reads the answer of; about 10 ms, nothing of the project is run. */
export function surroundingsProbe(project: Pick<Project, 'dir'>): Probe {
  return { id, argv: ['sh', '-c', script], cwd: project.dir, env: {} }
}

/** What surrounds the project on this machine. */
export interface Surroundings {
  /** Where cargo keeps the sources of dependencies, or null when it is not known. */
  readonly cargoHome: string | null
  /** Path of the directory without symbolic links, as compilers see it. */
  readonly cwd: string | null
  readonly env: Readonly<Record<string, string>>
  /** Cargo configuration files, the one that wins first. */
  readonly configs: readonly { readonly path: string; readonly text: string }[]
  /** Manifests of the directories above, the nearest first. */
  readonly parents: readonly { readonly path: string; readonly text: string }[]
  /** Whether a Cargo.lock is here or above. */
  readonly lock: boolean
  /** What `uname -m` says, where this machine has glibc but no `cc`; else null. */
  readonly withoutCompiler: string | null
}

/** Reads what the probe printed; nothing is known where it could not run. */
export function readSurroundings(answers: Readonly<Record<string, ProbeAnswer>>): Surroundings {
  const parts = (answers[id]?.stdout ?? '').split('\0')
  const env: Record<string, string> = {}
  const files = new Map<string, string>()
  const found: Record<string, string> = {}
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [key = '', value = ''] = [parts[i], parts[i + 1]]
    if (key.startsWith('file:')) files.set(key.slice('file:'.length).replace(/^\/\//, '/'), value)
    else if (variables.includes(key)) env[key] = value
    else found[key] = value
  }
  const all = [...files].map(([path, text]) => ({ path, text }))
  const home = env['HOME']
  return {
    cargoHome: env['CARGO_HOME'] ?? (home === undefined ? null : `${home}/.cargo`),
    cwd: found['cwd'] ?? null,
    env,
    configs: all.filter(f => !f.path.endsWith('/Cargo.toml')),
    parents: all.filter(f => f.path.endsWith('/Cargo.toml')).sort((a, b) => depth(b.path) - depth(a.path)),
    lock: 'lock' in found,
    withoutCompiler: 'nocc' in found && !('musl' in found) ? (found['machine'] ?? null) : null,
  }
}

function depth(path: string): number {
  return dirname(path).split('/').length
}
