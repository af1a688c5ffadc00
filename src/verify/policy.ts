import type { ArchName } from '../arch.ts'

/** How an executable is linked (notes: design section 1). */
export type Linkage =
  | 'static'
  | 'static-pie'
  | 'dynamic-glibc'
  | 'dynamic-musl'
  | 'dynamic-other'
  | 'shared-library'
  | 'not-elf'

/** What is demanded of an artifact; null demands nothing. */
export interface Policy {
  readonly target: string | null
  readonly arch: ArchName | null
  readonly linkage: readonly Linkage[] | null
  /** Greatest versions that may be needed. */
  readonly floor: { readonly glibc: string | null }
  /** Names of shared libraries allowed beside the C library's own; `*` allows every library. */
  readonly allowLibraries: readonly string[]
  /** CPU that users are sure to have beyond the baseline (`x86_64_v3`); other names than x86-64 levels lift the check. */
  readonly cpu?: string
  /** False: a Go program must not be built with cgo, because its target promises no libc. */
  readonly cgo?: false
  /** Commit that the file must have been built from, where it says so itself (Go). */
  readonly commit?: string
}
