import type { Kit } from '../backends/backend.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Collect, GeneratedFile, Step } from '../plan.ts'
import type { Project, Tree } from '../project.ts'
import type { Libc, Target } from '../target.ts'

/** The languages that can be built; one file each in this folder. */
export type LanguageName = 'rust' | 'go' | 'c' | 'python' | 'dockerfile'

/** A command whose answer a plan needs (`go list`); run before planning, its answer is plain data. */
export interface Probe {
  readonly id: string
  readonly argv: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

/** What a probe printed. */
export interface ProbeAnswer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** The commit that is built, as far as git can be asked safely. */
export interface Source {
  readonly commit: string | null
  /** A version tag of that very commit (`v1.2.3`), or null. */
  readonly tag: string | null
  /** SOURCE_DATE_EPOCH, seconds: the commit's time, the variable's own value, or a fixed date without git. */
  readonly epoch: number
  readonly dirty: boolean
  /** Why there is no commit (`no git`, `not a repository`, `owned by another user`); null when there is one. */
  readonly why: string | null
}

/** All that a language may look at to plan. */
export interface Context {
  readonly project: Project
  readonly inputs: Inputs
  readonly source: Source
  readonly answers: Readonly<Record<string, ProbeAnswer>>
  readonly kit: Kit
  /** Absolute directory of this job's intermediate files (`<project>/.portable-build/<job>`). */
  readonly workDir: string
  readonly cpus: number
  /** Directory of toolchains that survives between runs. */
  readonly toolsDir: string
}

/** What a language wants done for some targets. */
export interface Recipe {
  readonly steps: readonly Step[]
  /** How the executables are found when the steps are done. */
  readonly collect: readonly Collect[]
  readonly notices: readonly string[]
  /** Beside those of the kit: files to write before the first step, directories to put before PATH. */
  readonly files?: readonly GeneratedFile[]
  readonly path?: readonly string[]
}

/** The port: everything that the engine knows of a language. All members are pure. */
export interface Language {
  readonly name: LanguageName
  /** Its build runs programs of the target: each target has a job of its own, on a machine of its architecture. */
  readonly runsTarget?: true
  /** Reads the tree; null when it is not this language's. `inputs` settles what the tree leaves open. */
  detect(tree: Tree, inputs: Inputs): Project | null
  /** Programs that must be on PATH, each with how to get it. */
  needs(project: Project, inputs: Inputs): readonly { readonly tool: string; readonly get: string }[]
  /** Commands to ask before planning; none when the tree says enough. */
  probes(project: Project, inputs: Inputs): readonly Probe[]
  /** The libc of targets that name none (`none` for Go without cgo). */
  defaultLibc(project: Project, inputs: Inputs, answers: Readonly<Record<string, ProbeAnswer>>): Libc
  /** Whether C has to be compiled or linked for the target: a backend must then bring a C compiler. */
  needsC(project: Project, inputs: Inputs, answers: Readonly<Record<string, ProbeAnswer>>): boolean
  /** The commands for `targets`, all in one job. @throws BuildError what the inputs make impossible */
  plan(context: Context, targets: readonly Target[]): Recipe
}
