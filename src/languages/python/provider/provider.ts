import type { GeneratedFile, Step } from '../../../plan.ts'

/** A step before the plan has given it its place. */
export type PlainStep = Omit<Step, 'id' | 'targets'>

/** Where the Python inside of the program comes from. */
export interface Provider {
  /** Absolute path of the interpreter, when the steps are done. */
  readonly python: string
  /** `3.11.2`; only the minor may be known: `3.11`. */
  readonly version: string
  /** What brings it; skipped where it is here. */
  readonly steps: readonly PlainStep[]
  readonly files: readonly GeneratedFile[]
  readonly notices: readonly string[]
  /** Whether it has an archive of itself that can be linked into a program. */
  readonly isStatic: boolean
}
