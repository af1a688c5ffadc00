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
  /** Names of shared libraries allowed beside the C library's own. */
  readonly allowLibraries: readonly string[]
}
