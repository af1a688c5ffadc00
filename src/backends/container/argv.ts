import type { ContainerSpec } from './spec.ts'

/** A directory or file of this machine in the container, at the same path. */
export interface Mount {
  readonly source: string
  readonly target: string
  readonly writable: boolean
}

/** Who the processes of a container are for this machine's files. */
export interface Owner {
  readonly uid: number
  readonly gid: number
  readonly engine: 'docker' | 'podman'
  /** The engine runs without root: its containers' root is this user. */
  readonly isRootless: boolean
}

/** One container that waits for the commands of a job. */
export interface ContainerStart {
  readonly spec: ContainerSpec
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly mounts: readonly Mount[]
  readonly owner: Owner
}

/**
 * The words after the engine's name that start a container in which nothing happens but what is asked for: no rights, nothing
 * to write but its mounts and a /tmp in memory, and what {@link ContainerSpec.limits} gives. It ends by itself when nobody is
 * left to end it. Pure. Source: `docker run --help`, podman-run(1).
 */
export function startArgs({ spec, name, labels, mounts, owner }: ContainerStart): string[] {
  const { limits, image, platform, emulatedCpu } = spec
  const memory = String(limits.memory)
  return [
    ...['run', '--detach', '--name', name, '--pull', 'never', '--platform', platform],
    ...Object.entries(labels).flatMap(([key, value]) => ['--label', `${key}=${value}`]),
    ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--security-opt', 'label=disable'],
    // noexec is the engine's default, and builds start what they have made
    ...[
      '--read-only',
      ...['/tmp', '/var/tmp', '/run'].flatMap(dir => ['--tmpfs', `${dir}:rw,exec,nosuid,nodev,mode=1777`]),
    ],
    // swap counts into the second number
    ...['--cpus', String(limits.cpus), '--memory', memory, '--memory-swap', memory],
    ...['--pids-limit', String(limits.pids), '--network', limits.network],
    // QEMU's own default has every feature there is: slower, and a program that is built for it starts nowhere else
    ...(emulatedCpu === null ? [] : ['--env', `QEMU_CPU=${emulatedCpu}`]),
    ...userArgs(owner),
    ...mounts.flatMap(mount => ['--mount', mountText(mount)]),
    ...['--workdir', '/', '--entrypoint', '/bin/sh', image, '-c', waiting(limits.time)],
  ]
}

/** What is written belongs to the user who builds. */
function userArgs({ uid, gid, engine, isRootless }: Owner): string[] {
  if (!isRootless) return ['--user', `${uid}:${gid}`]
  return engine === 'podman' ? ['--userns', 'keep-id', '--user', `${uid}:${gid}`] : ['--user', '0:0']
}

/** The first process waits for the others that lost their parents, and ends some time after the limit, when we are gone. */
function waiting(time: number): string {
  return `sleep ${time + 60} & wait $!`
}

/** The value of `--mount` is a line of CSV: a path with a comma or a quote stands in quotes. Pure. */
export function mountText({ source, target, writable }: Mount): string {
  const fields = [`source=${source}`, `target=${target}`].map(csvField)
  return ['type=bind', ...fields, ...(writable ? [] : ['readonly'])].join()
}

/** A field of a line of CSV. Source: RFC 4180. Pure. */
export function csvField(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Variables by which the engine's client, or the loader that starts it, does something else: those of a build are not for it. */
const clientsOwn = /^(BUILDX|CONTAINERS?|DOCKER|LD|REGISTRY|STORAGE|XDG)_/

/** One command in a container that runs. */
export interface InsideCommand {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

/**
 * How a command is started in a container: words after the engine's name, and the environment of the engine's client. Values
 * are handed over by the client's environment, so that the list of processes shows none of them. Pure.
 * @param client the environment that the client itself needs: what it has with another value is handed over as a word
 */
export function execArgs(
  name: string,
  { argv, cwd, env }: InsideCommand,
  client: Readonly<Record<string, string>>,
): { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> } {
  const all = Object.entries(env)
  const isOther = ([key, value]: readonly [string, string]) =>
    (Object.hasOwn(client, key) && client[key] !== value) || clientsOwn.test(key)
  const words = all.flatMap(entry => ['--env', isOther(entry) ? entry.join('=') : entry[0]])
  const byName = all.filter(entry => !isOther(entry))
  return {
    args: ['exec', '--workdir', cwd, ...words, name, ...argv],
    env: { ...client, ...Object.fromEntries(byName) },
  }
}
