import type { CacheEntry } from '../entry.ts'

/** A file, link or directory to put into a pack. Paths have `/`, are relative to a root of the pack, and never leave it. */
export type PackMember =
  | {
      readonly type: 'file'
      readonly path: string
      /** Where its bytes are, or the bytes themselves (a placeholder). */
      readonly from: string | Buffer
      /** Permission bits. */
      readonly mode: number
      /** Nanoseconds since 1970: what cargo compares. */
      readonly mtimeNs: bigint
    }
  /** Another name of a file that is in the same pack. */
  | { readonly type: 'hardlink'; readonly path: string; readonly to: string }
  /** A symbolic link; its destination stays inside of the root. */
  | { readonly type: 'symlink'; readonly path: string; readonly to: string; readonly mtimeNs: bigint }
  | { readonly type: 'directory'; readonly path: string; readonly mode: number; readonly mtimeNs: bigint }

/** What a pack says of itself, in front of its members. */
export interface PackHead {
  readonly schema: number
  readonly kind: CacheEntry['kind']
  readonly key: string
  readonly ingredients: CacheEntry['ingredients']
  /** Whatever the keeper wants to know before anything is unpacked (values of variables, times of sources), plain JSON. */
  readonly facts: unknown
}

/** What a pack on disk is worth. */
export interface PackStats {
  readonly bytes: number
  readonly members: number
  /** Before compression. */
  readonly content: number
}
