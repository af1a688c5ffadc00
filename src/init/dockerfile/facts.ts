import { quote } from '../../build/command-line.ts'
import { BuildError } from '../../errors.ts'
import type { Inputs } from '../../inputs/inputs.ts'
import type { Project, Tree } from '../../project.ts'
import { archOf, type Target } from '../../target.ts'

/** What a Dockerfile is written from. */
export interface DockerfileFacts {
  readonly project: Project
  readonly inputs: Inputs
  readonly targets: readonly Target[]
  /** The project's files: go.mod tells whether modules can be fetched before the sources are there. */
  readonly tree: Pick<Tree, 'files' | 'read'>
}

/** A target and what BuildKit calls it. */
export interface Leg {
  readonly target: Target
  /** `linux/arm/v7`. */
  readonly platform: string
  /** `armv7`: TARGETARCH and TARGETVARIANT of the platform, which name its directory below `/out`. */
  readonly dir: string
}

/** The middle of a Dockerfile: how one kind of project gets from its sources to `/out/<dir>/`. */
export interface Stages {
  /** ARGs of the base images, by name. */
  readonly images: Readonly<Record<string, string>>
  /** Instructions; the last stage is called `build`. */
  readonly lines: readonly string[]
}

/**
 * The platforms of targets, in their order. An image has one set of files for each platform.
 * @throws BuildError `bad-input` for none, or two targets of one platform; `no-backend` for an architecture without a name there
 */
export function legsOf(targets: readonly Target[]): readonly Leg[] {
  const legs = targets.map((target): Leg => {
    const platform = archOf(target).docker
    if (platform === null) throw new BuildError('no-backend', `container engines have no name for ${target.arch}`)
    return { target, platform, dir: platform.split('/').slice(1).join('') }
  })
  const twice = legs.find((leg, n) => legs.findIndex(other => other.platform === leg.platform) !== n)
  if (twice !== undefined) {
    throw new BuildError(
      'bad-input',
      `two of the targets are ${twice.platform}, and an image has one for each platform`,
      {
        hint: 'Name one of them: --targets.',
      },
    )
  }
  return legs
}

/**
 * A word for the shell of a RUN instruction, quoted where it has to be.
 * @throws BuildError `bad-input` for control characters: a line of a Dockerfile cannot hold another line
 */
export function word(text: string): string {
  if (!/[\x00-\x1f\x7f]/.test(text)) return quote(text)
  throw new BuildError('bad-input', `${JSON.stringify(text)} has a control character: it cannot stand in a Dockerfile`)
}

/** A cache mount: BuildKit keeps the directory between builds, and it is in no layer. */
export const kept = (dir: string, more = ''): string => `--mount=type=cache,target=${dir}${more}`

/** A RUN of several commands with mounts, a line each; the first that fails ends it. */
export function run(mounts: readonly string[], commands: readonly string[]): string[] {
  const parts = [...mounts, ...commands.map((command, n) => (n < commands.length - 1 ? `${command} &&` : command))]
  return parts.map((part, n) => `${n === 0 ? 'RUN ' : '    '}${part}${n < parts.length - 1 ? ' \\' : ''}`)
}

/** A file that a Dockerfile brings itself; nothing in it is expanded. */
export function file(path: string, lines: readonly string[], isExecutable = false): string[] {
  return [`COPY ${isExecutable ? '--chmod=755 ' : ''}<<'EOF' ${path}`, ...lines, 'EOF']
}
