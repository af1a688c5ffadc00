import type { ArchName } from './arch.ts'
import type { BackendName } from './backends/backend.ts'
import type { ContainerSpec } from './backends/container/spec.ts'
import type { Setting } from './inputs/inputs.ts'
import type { LanguageName } from './languages/language.ts'
import type { SpokenTool } from './languages/python/said.ts'
import type { Evidence, Executable } from './project.ts'
import type { ToolchainRef } from './toolchains/toolchain.ts'
import type { Policy } from './verify/policy.ts'

/** A file that must exist before a job's first step: a compiler wrapper, a CMake toolchain file, a Meson cross file. */
export interface GeneratedFile {
  readonly path: string
  readonly content: string
  readonly executable: boolean
}

/** One command of a job. */
export interface Step {
  /** Unique in the plan: `<job>/<n>-<verb>`; a language says `<n>-<verb>`, the planner puts the job before it. */
  readonly id: string
  readonly title: string
  /** Canonical names of the targets that fail when it fails. */
  readonly targets: readonly string[]
  readonly argv: readonly string[]
  readonly cwd: string
  /** On top of the scrubbed environment (build.ts). */
  readonly env: Readonly<Record<string, string>>
  /** `cargo-json`: stdout is cargo's messages, kept for collecting and shown as compiler text. */
  readonly stdout?: 'cargo-json'
  /** What the step makes: where this path is there, nothing of the step is done. */
  readonly unless?: string
  /** Before the command runs: files to get, unless they are there. */
  readonly fetch?: readonly FetchedFile[]
  /** Before the command runs: directories to remove, with what an earlier run left in them. */
  readonly fresh?: readonly string[]
  /** After the command: Python wheels to judge. */
  readonly wheels?: WheelCheck
  /** A directory in which C files become objects: how many there are of both is shown meanwhile. */
  readonly counts?: string
  /** Begins the argument that says how many jobs run at a time: when memory runs out, the command runs again with half of them. */
  readonly halve?: string
  /** Whose words say why it failed. */
  readonly tool?: SpokenTool
  /** Before the command runs: copy the project into `cwd` (in-source build systems never touch the user's tree). */
  readonly copySources?: { readonly from: string; readonly to: string }
  /** Directories to make before the command runs. */
  readonly mkdir?: readonly string[]
  /** A failure ends the job (default) or is only told (`after-script`). */
  readonly optional?: boolean
  /**
   * What to do when this step fails for one of several targets (one cargo call builds all of them): run each of these
   * instead, all of them even when one fails. A target then fails only when its own fallback failed; what they print
   * on stdout counts as this step's own, in that order, so `Collect.step` keeps naming this step. Fallbacks have none
   * of their own. They are cheap: what the failed command had finished is not built again.
   */
  readonly fallback?: readonly Step[]
}

/** A file from outside, checked by its digest. */
export interface FetchedFile {
  /** Where it is to be; absolute. */
  readonly path: string
  readonly sha256: string
  /** Null where only a directory has it: what comes from an address has a known size. */
  readonly bytes: number | null
  /** URLs and absolute paths, the best first. */
  readonly from: readonly string[]
}

/** Wheels that have to start where the target does. */
export interface WheelCheck {
  readonly dir: string
  readonly policy: Policy
}

/** How the executables of a job are found when its steps are done; plain data, carried out by collect.ts. */
export type Collect =
  /** A path that the step was told to write. */
  | { readonly from: 'file'; readonly target: string; readonly path: string; readonly name: string }
  /** `compiler-artifact` messages of a cargo step; `triples` maps Rust triples to targets. */
  | {
      readonly from: 'cargo-json'
      readonly step: string
      readonly triples: Readonly<Record<string, string>>
      readonly bins: readonly string[] | null
    }
  /** Every ELF executable below a staged installation or a build tree; `bins` restricts it by name. */
  | {
      readonly from: 'tree'
      readonly target: string
      readonly dirs: readonly string[]
      /** Only the first directory that holds any executable counts: an installation before a build tree. */
      readonly alternatives?: boolean
      readonly bins: readonly string[] | null
    }
  /** Every ELF executable among the files of a Dockerfile's last stage. */
  | { readonly from: 'image'; readonly target: string; readonly dir: string; readonly bins: readonly string[] | null }
  /** Executables that CMake's file API reply names. */
  | {
      readonly from: 'cmake'
      readonly target: string
      readonly buildDir: string
      readonly bins: readonly string[] | null
    }

/** What one backend said to one target. */
export interface PlannedOffer {
  readonly backend: BackendName
  readonly can: boolean
  readonly chosen: boolean
  readonly reason: string
}

/** One target of the plan. */
export interface PlannedTarget {
  readonly name: string
  readonly job: string
  /** Name of what is handed over for it, without an ending: `treesum-x86_64-linux-musl`; unique in the plan. */
  readonly artifact: string
  readonly offers: readonly PlannedOffer[]
  /** What its artifacts must be. */
  readonly policy: Policy
}

/** The unit that one machine builds: one project, one backend, one or more targets. */
export interface Job {
  /**
   * Printed, selectable with `--only`, a leg of the CI matrix: `<project>-<backend>`, or `<project>-<target>` for a target
   * that has a job of its own; made unique.
   */
  readonly id: string
  readonly project: string
  readonly backend: BackendName
  readonly targets: readonly string[]
  /** It starts programs of the target: only a machine of this architecture can do it. Missing: any. */
  readonly arch?: ArchName
  /** Labels of the CI runner that it goes to. */
  readonly runner: readonly string[]
  readonly toolchains: readonly ToolchainRef[]
  readonly files: readonly GeneratedFile[]
  readonly path: readonly string[]
  /** Every step runs in this container; missing: on this machine. */
  readonly container?: ContainerSpec
  /** The `env` input: what the build gets beside the scrubbed environment; an empty value is taken from this environment. */
  readonly passEnv: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
  readonly collect: readonly Collect[]
  readonly workDir: string
}

/** A project of the plan, with the evidence for what was detected. */
export interface PlannedProject {
  readonly name: string
  readonly dir: string
  readonly language: LanguageName
  readonly buildSystem: string
  readonly executables: readonly Executable[]
  readonly evidence: readonly Evidence[]
  readonly declined: readonly string[]
  readonly commit: string | null
  readonly epoch: number
  readonly outputDir: string
  readonly targets: readonly PlannedTarget[]
  /** Programs of this machine that the build calls; null: not here, which a build says before it starts. */
  readonly tools: readonly { readonly name: string; readonly version: string | null; readonly path: string | null }[]
  /** Every input that has a value, with where the value came from. */
  readonly settings: readonly Setting[]
  readonly smoke: {
    readonly when: 'auto' | 'off' | 'require'
    readonly command: readonly string[] | null
    /** `auto`, `off` or a version of glibc. */
    readonly floor: string
  }
  readonly binName: string | null
  readonly packaging: Packaging
  /** How the jobs become legs of a CI matrix. */
  readonly distribute: 'auto' | 'always' | 'never'
}

/** How the verified executables of a target are handed over. */
export interface Packaging {
  readonly archive: 'tar.gz' | 'tar.zst' | 'zip' | 'none'
  /** Patterns below the project of files that go along. */
  readonly include: readonly string[]
  /** Everything is in one directory that has the name of the archive. */
  readonly leadingDir: boolean
}

/** Everything that will be done, as plain JSON. */
export interface Plan {
  readonly schema: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly projects: readonly PlannedProject[]
  readonly jobs: readonly Job[]
  readonly notices: readonly string[]
}
