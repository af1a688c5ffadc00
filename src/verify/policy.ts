import type { ArchName } from '../arch.ts'
import type { Preset } from './presets.ts'
import type { Rule } from './rules.ts'

/** How an executable is linked (notes: design section 1). */
export type Linkage =
  | 'static'
  | 'static-pie'
  | 'dynamic-glibc'
  | 'dynamic-musl'
  | 'dynamic-other'
  | 'shared-library'
  | 'not-elf'

/** What is demanded of an artifact; null and what is missing demand nothing. */
export interface Policy {
  readonly target: string | null
  readonly arch: ArchName | null
  readonly linkage: readonly Linkage[] | null
  /** Greatest versions that may be needed. */
  readonly floor: { readonly glibc: string | null; readonly musl?: string }
  /** Names of shared libraries allowed beside the C library's own; `*` allows every library. */
  readonly allowLibraries: readonly string[]
  /** Names of shared libraries that must not be needed, whatever is allowed. */
  readonly forbidLibraries?: readonly string[]
  /** Absolute directories that must not be named in the file, beside those that the caller knows. */
  readonly forbidPaths?: readonly string[]
  /** Names of the environment variables whose values must not be in the file; the caller has the values. */
  readonly secrets?: readonly string[]
  /** CPU that users are sure to have beyond the baseline (`x86_64_v3`); a name without known levels lifts the check. */
  readonly cpu?: string
  /** The oldest kernel that must do (`3.10`). */
  readonly kernel?: string
  /** Largest page of the kernels that must load the file, bytes; missing: what the architecture has. */
  readonly pageSize?: number
  /** The preset by its name, where one was asked for. */
  readonly preset?: Preset
  /** Findings and groups of findings that are told but stop nothing. */
  readonly allow?: readonly Rule[]
  /** Findings and groups of findings that are errors. */
  readonly forbid?: readonly Rule[]
  /** False: a Go program must not be built with cgo, because its target promises no libc. */
  readonly cgo?: false
  /** Commit that the file must have been built from, where it says so itself (Go). */
  readonly commit?: string
}
