import type { ArchName } from '../arch.ts'
import data from './systems.json' with { type: 'json' }

/** A package of a distribution, pinned: only the libraries below `root` are unpacked. */
export interface PinnedPackage {
  /** Path in each of the archives of its system. */
  readonly pool: string
  readonly sha256: string
  /** Size of the file. */
  readonly bytes: number
  /** Directory of the package that holds the libraries, with a slash at its end. */
  readonly root: string
}

/** A released system whose C libraries can be had as packages, without installing any. */
export interface PackagedSystem {
  /** For people: `Debian 11`. */
  readonly name: string
  readonly glibc: string
  readonly musl: string
  /** Base URLs of archives that have the packages; the last one keeps every state for ever. */
  readonly archives: readonly string[]
  /** Packages by architecture and name. */
  readonly archs: Readonly<Partial<Record<ArchName, Readonly<Partial<Record<string, PinnedPackage>>>>>>
}

/**
 * Systems whose packages are pinned, oldest first; written by `scripts/catalog.mjs` from the indexes that the archive has
 * signed. Releases that no reachable archive had when it ran are missing: no sha256 is here that was not checked.
 */
export const packagedSystems: readonly PackagedSystem[] = data
