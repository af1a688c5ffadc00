/** What a failed run means to the caller; the values are the process's exit codes (design: 0 done, 130 interrupted). */
export const exitCodes = { done: 0, failed: 1, usage: 2, environment: 3, interrupted: 130 } as const

/** The part of a run that an error belongs to: it decides the exit code. */
type ErrorKind = Exclude<keyof typeof exitCodes, 'done'>

/**
 * Every error that a user can cause, by its stable code. `docs/troubleshooting.md` is generated from this table:
 * `title` says what happened, `remedy` what to do in general; the message of an instance has the particulars.
 */
export const errorTable = {
  // usage: nothing was started
  'unknown-flag': {
    kind: 'usage',
    title: 'A flag, command or input name is not known',
    remedy: 'Use the suggested name, or `portable-build <command> --help` for all of them.',
  },
  'bad-input': {
    kind: 'usage',
    title: 'An input has a value that it cannot have',
    remedy: 'The message names each input, where its value came from and what it accepts.',
  },
  'bad-config': {
    kind: 'usage',
    title: 'portable-build.yml cannot be used',
    remedy: 'The message names the line; `schema/portable-build.schema.json` describes the file for editors.',
  },
  'unknown-target': {
    kind: 'usage',
    title: 'A target is not known',
    remedy: 'Use a canonical name (`x86_64-linux-musl`, `aarch64-linux-gnu.2.17`), a Rust triple or `linux/arm64`.',
  },
  'duplicate-target': {
    kind: 'usage',
    title: 'Two spellings name the same target',
    remedy: 'Remove one of the two.',
  },
  'unknown-glibc': {
    kind: 'usage',
    title: 'A glibc version does not exist',
    remedy:
      'Use the nearest version that the message names: a compiler asked for an unknown one silently takes another.',
  },
  'impossible-floor': {
    kind: 'usage',
    title: 'A floor is older than the first glibc of its architecture',
    remedy:
      'Use the floor that the message names, or give the floor for all targets with `glibc:`, which is raised where needed.',
  },
  'no-project': {
    kind: 'usage',
    title: 'The directory holds nothing that can be built',
    remedy:
      'Run it in the directory of Cargo.toml, go.mod, CMakeLists.txt, meson.build, configure or Makefile, or set `build-command`.',
  },
  'ambiguous-project': {
    kind: 'usage',
    title: 'The directory can be built in more than one way',
    remedy: 'Settle it with the input that the message names (`language`, `build-system`, `bin`).',
  },
  'unreadable-project': {
    kind: 'usage',
    title: 'The project directory cannot be read',
    remedy: 'Check that the directory exists and that this user may read it.',
  },
  'no-backend': {
    kind: 'usage',
    title: 'No backend can build a target',
    remedy: 'The message has the reason of each backend; change the target, the floor or `backend`.',
  },
  'wrong-machine': {
    kind: 'usage',
    title: 'A target cannot be built on a machine of another architecture',
    remedy: 'Let a runner of the architecture build it: `plan --matrix` gives it a leg of its own.',
  },
  'native-cpu': {
    kind: 'usage',
    title: "The build asks for this machine's own CPU",
    remedy: 'Remove `-march=native` / `target-cpu=native`, or name the CPU that users have with `cpu`.',
  },
  'same-artifact': {
    kind: 'usage',
    title: 'Two artifacts of a run would have the same name',
    remedy: 'Put the placeholder that the message names into `artifact-name`.',
  },
  'file-exists': {
    kind: 'usage',
    title: 'A file that would be written is there already',
    remedy: 'Nothing was changed. Move the file away, or take over by hand what you want of the new one.',
  },
  'nothing-matched': {
    kind: 'usage',
    title: 'An argument matched no file',
    remedy: 'Check the path or the pattern: a check of nothing is a failed check.',
  },
  // failed: the build or the verification
  'step-failed': {
    kind: 'failed',
    title: 'A build command failed',
    remedy: 'The last lines of its output are shown with the exact command to run by hand.',
  },
  'no-wheel': {
    kind: 'failed',
    title: 'A Python package has no wheel that fits',
    remedy:
      'Take the version that the message names, another Python with `python-version`, or a newer floor with `glibc`.',
  },
  'wheel-refused': {
    kind: 'failed',
    title: 'A Python wheel needs a newer system than it promises',
    remedy: 'Ask for another version of the package, or for a newer floor with `glibc`.',
  },
  'no-executable': {
    kind: 'failed',
    title: 'The build produced no executable',
    remedy: 'Check `bin`, `package` and `build-command`; libraries alone give nothing to ship.',
  },
  'same-name': {
    kind: 'failed',
    title: 'Two executables of one target have the same name',
    remedy: 'Choose with `bin` or `package`, or rename one of them.',
  },
  'artifact-exists': {
    kind: 'failed',
    title: 'The workflow run has an artifact with this name already',
    remedy:
      'Put the placeholder that the message names into `artifact-name`: every job uploads under names of its own.',
  },
  'limit-exceeded': {
    kind: 'failed',
    title: 'A build needed more than its limits allow',
    remedy: 'Raise the limit that the message names with `limits`, or let the build do less at a time.',
  },
  'missing-leg': {
    kind: 'failed',
    title: 'A leg of the matrix gave no report',
    remedy:
      'Look at the log of its job: it ended before it could say anything, or its artifacts have expired. Run it again.',
  },
  'wrong-leg': {
    kind: 'failed',
    title: 'A report cannot be used, or contradicts the others',
    remedy: 'Collect the reports of one run only: one commit, one version of portable-build, each leg once.',
  },
  'missing-artifact': {
    kind: 'failed',
    title: 'A file that a report names is not there',
    remedy: 'Download what the legs uploaded into the directory too.',
  },
  'changed-artifact': {
    kind: 'failed',
    title: 'A file is not the one that was judged',
    remedy: 'Nothing was collected. Build again, and find out who writes to the artifacts in between.',
  },
  // environment: something is missing here
  'artifact-failed': {
    kind: 'environment',
    title: 'The artifact service of the CI host did not take or give a file',
    remedy: 'Run the job again; https://www.githubstatus.com says whether the service is well.',
  },
  'tool-missing': {
    kind: 'environment',
    title: 'A program that the build needs is not installed',
    remedy: 'Install it as the message says; `portable-build doctor` lists all of them.',
  },
  'engine-missing': {
    kind: 'environment',
    title: 'There is no container engine that can be used',
    remedy:
      'Three ways out: install Docker (https://docs.docker.com/engine/install) or podman on this machine; let DOCKER_HOST name an engine elsewhere (for `dockerfile`); or leave `image` and `dockerfile` out, because most targets need no container.',
  },
  'engine-failed': {
    kind: 'environment',
    title: 'The container engine did not do what it should',
    remedy: 'Look at its log (`journalctl -u docker`), then start the run again.',
  },
  'image-unavailable': {
    kind: 'environment',
    title: 'A builder image cannot be had',
    remedy: 'Check its name, the registry and the login; `docker pull IMAGE` says the same by hand.',
  },
  'image-unfit': {
    kind: 'environment',
    title: 'A builder image cannot do the build',
    remedy: 'Use an image for this platform that has a shell and the compilers.',
  },
  'download-failed': {
    kind: 'environment',
    title: 'A toolchain could not be downloaded from any of its sources',
    remedy: 'Check the network and the proxy, or point `mirrors` to a directory or URL that holds the file.',
  },
  'digest-mismatch': {
    kind: 'environment',
    title: 'A downloaded file is not the one that is pinned',
    remedy: 'Nothing of it was used. Check the mirror or proxy that served it.',
  },
  'unsafe-archive': {
    kind: 'environment',
    title: 'An archive has members that must not be unpacked',
    remedy: 'Nothing of it was used. Report it to whoever serves the archive.',
  },
  'toolchain-refused': {
    kind: 'environment',
    title: 'A toolchain failed its self-test or is known to build wrong programs',
    remedy: 'Use the pinned version (leave the version input empty).',
  },
  'disk-full': {
    kind: 'environment',
    title: 'The disk is full',
    remedy: 'Free space, or move the caches with PORTABLE_BUILD_CACHE_DIR and PORTABLE_BUILD_TOOLS_DIR.',
  },
  'cannot-write': {
    kind: 'environment',
    title: 'A directory cannot be written',
    remedy: 'Check the owner and the mount, or choose another place with `output-dir`.',
  },
  interrupted: {
    kind: 'interrupted',
    title: 'The run was interrupted',
    remedy: 'Start it again: finished downloads and compiled objects are kept.',
  },
} as const satisfies Record<string, { kind: ErrorKind; title: string; remedy: string }>

/** A stable error code; each has a section in docs/troubleshooting.md. */
export type ErrorCode = keyof typeof errorTable

/** What an error may carry beside its sentence. */
interface Details {
  /** What to do now; without it the table's remedy is shown. */
  readonly hint?: string
  /** Lines that show the error (a tool's last output), printed as they are. */
  readonly lines?: readonly string[]
  readonly cause?: unknown
}

/** An error that a user can cause or cure: a stable code, one sentence, what to do. */
export class BuildError extends Error {
  readonly code: ErrorCode
  readonly hint: string
  readonly lines: readonly string[]

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'BuildError'
    this.code = code
    this.hint = details.hint ?? errorTable[code].remedy
    this.lines = details.lines ?? []
  }

  /** The exit code of a run that ends with this error. */
  get exitCode(): number {
    return exitCodes[errorTable[this.code].kind]
  }
}
