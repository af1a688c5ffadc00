import { BuildError } from '../../errors.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import { nearest } from '../../nearest.ts'
import type { Project } from '../../project.ts'
import type { Target } from '../../target.ts'
import { compareVersions } from '../../version.ts'

/**
 * Refuses what cannot give an executable, before a compiler is started.
 * @throws BuildError `bad-input` for packages and executables that do not exist, `no-executable` for a library
 */
export function checkRequest(project: Project, inputs: Inputs): void {
  const known = project.cargo?.known ?? { bins: [], packages: [] }
  // `name@version` and URLs are cargo's to judge.
  refuseUnknown(
    'package',
    inputs.package.filter(p => /^[\w-]+$/.test(p)),
    known.packages,
  )
  refuseUnknown('bin', inputs.bin, known.bins)
  if (project.executables.length > 0) return
  const why = project.declined.length > 0 ? project.declined.join('; ') : `${project.name} has libraries only`
  throw new BuildError('no-executable', `there is no executable to build: ${why}`, {
    hint: 'A package gives one with src/main.rs, src/bin/*.rs or a [[bin]] in Cargo.toml; choose another with `package`.',
  })
}

function refuseUnknown(input: string, asked: readonly string[], known: readonly string[]): void {
  for (const name of asked) {
    // A workspace above the directory can have more than is known here.
    if (known.includes(name) || known.length === 0) continue
    const guess = nearest(name, known)
    const all = known.length > 12 ? `${known.slice(0, 12).join(', ')} …` : known.join(', ')
    throw new BuildError('bad-input', `\`${input}: ${name}\` is not in this project`, {
      hint: guess === null ? `It has ${all}.` : `Did you mean ${guess}? It has ${all}.`,
    })
  }
}

/** Several `--target` in one call and `--config` came with it: Cargo's changelog. */
const oldestRust = '1.64'

/** @throws BuildError `toolchain-refused` for a Rust that is older than what the commands need */
export function refuseOldRust(project: Project, inputs: Inputs): void {
  const asked = inputs.toolchain ?? project.toolchain
  const version = /^\+?([0-9]+(?:\.[0-9]+)+)/.exec(asked ?? '')?.[1]
  if (version === undefined || compareVersions(version, oldestRust) >= 0) return
  throw new BuildError(
    'toolchain-refused',
    `Rust ${version} is older than ${oldestRust}, the oldest that can be used`,
    {
      hint:
        inputs.toolchain === null
          ? 'Raise the version in rust-toolchain.toml, or set `toolchain`.'
          : 'Set `toolchain` to a newer one.',
    },
  )
}

/** @throws BuildError `native-cpu` for a build script that compiles for this machine's CPU, unless `cpu` says which one */
export function refuseNativeBuildScripts(project: Project, inputs: Inputs): void {
  const first = project.cargo?.nativeCpu[0]
  if (first && inputs.cpu === null) {
    throw new BuildError('native-cpu', `${first.file}:${first.line ?? 1}: ${first.fact}`)
  }
}

/** The targets with their triples. @throws BuildError `no-backend` for a target that Rust does not have */
export function checkTriples(
  aims: readonly { readonly target: Target; readonly triple: string | null }[],
): readonly { readonly target: Target; readonly triple: string }[] {
  return aims.map(({ target, triple }) => {
    if (triple === null) throw new BuildError('no-backend', `Rust has no target for ${target.name}`)
    return { target, triple }
  })
}
