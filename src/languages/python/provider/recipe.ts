import type { ArchName } from '../../../arch.ts'

/** A release of something that is compiled from its sources, as Debian's archive keeps it: upstream's own tarball. */
interface SourceFile {
  /** Path below an archive's base (`pool/main/z/zlib/…`). */
  readonly pool: string
  readonly sha256: string
  readonly bytes: number
}

/** A line of a source file that is changed before the build: an expression of sed that has to change something. */
interface Patch {
  readonly file: string
  readonly sed: string
  readonly why: string
}

/**
 * How something is built. Words may name `$SYSROOT` (where the libraries go), `$PREFIX` (where Python will be), `$JOBS`,
 * `$CC`, `$AR`, `$OPENSSL` (OpenSSL's name of the architecture); nothing else is expanded.
 */
export interface Recipe {
  readonly name: string
  readonly version: string
  /** SPDX. */
  readonly license: string
  readonly source: SourceFile
  /** Names of recipes that have to be done before. */
  readonly after: readonly string[]
  readonly patches?: readonly Patch[]
  /** Beside `-O2 -fPIC`. */
  readonly cflags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** In this order, in the directory of the sources. */
  readonly commands: readonly (readonly string[])[]
}

/** Architectures that Python is compiled for, by what OpenSSL calls them. */
export const openSslNames: Partial<Readonly<Record<ArchName, string>>> = {
  x86_64: 'linux-x86_64',
  aarch64: 'linux-aarch64',
}
