import type { ArchName } from '../arch.ts'
import { BuildError } from '../errors.ts'
import { compareVersions } from '../version.ts'
import data from './catalog.json' with { type: 'json' }
import type { ToolchainRef } from './toolchain.ts'

/** A file that holds a toolchain, wherever it is taken from. */
export interface PinnedFile {
  readonly file: string
  readonly sha256: string
  /** Size of the file. */
  readonly bytes: number
  /** The members below this directory are the toolchain; nothing else is unpacked. */
  readonly root: string
}

/** One toolchain of the catalog: a version, what it is called elsewhere, and its files by the machine that runs it. */
interface Entry {
  readonly version: string
  /** Name in the Python package index. */
  readonly package: string
  /** The program whose presence means that it is installed, relative to the toolchain's directory. */
  readonly executable: string
  /** Name in cargo's registry, where it can be built from source as the last resort. */
  readonly crate?: string
  /** Base URLs of the vendor's archives. */
  readonly vendor?: string
  readonly vendorMirrors?: readonly string[]
  readonly hosts: Readonly<Partial<Record<ArchName, HostFiles>>>
}

/** The files for one kind of machine. */
interface HostFiles {
  readonly wheel: PinnedFile & {
    /** Bytes on disk when it is installed. */
    readonly unpacked: number
  }
  readonly archive?: PinnedFile
}

/** All toolchains by name. */
export type Catalog = Readonly<Record<ToolchainRef['name'], Entry>>

/**
 * Pinned toolchains with their sources and sha256; written by `scripts/catalog.mjs`. Sources of the numbers: the wheels
 * themselves, and the vendor's published download index for the archives.
 */
export const catalog: Catalog = data

/** The version of zig that everything was tested with. */
export const pinnedZig: string = catalog.zig.version

/** The version of cargo-zigbuild that everything was tested with. */
export const pinnedZigbuild: string = catalog['cargo-zigbuild'].version

/** The oldest zig that is not known to build wrong programs. */
const oldestZig = '0.12.0'

/**
 * Checks the `zig-version` input; null is the pin. Returns the exact version. Pure.
 * @throws BuildError `bad-input` for a text that is no release, `toolchain-refused` for one that builds wrong programs
 */
export function checkZigVersion(text: string | null): string {
  const version = (text ?? pinnedZig).trim().replace(/^v/, '')
  if (!/^[0-9]+\.[0-9]+\.[0-9]+(\.post[0-9]+)?$/.test(version)) {
    throw new BuildError('bad-input', `zig-version: ${JSON.stringify(text)} is no release of zig`, {
      hint: `Give a whole version such as ${pinnedZig}, or leave it empty.`,
    })
  }
  if (compareVersions(version.replace(/\.post[0-9]+$/, ''), oldestZig) < 0) {
    throw new BuildError(
      'toolchain-refused',
      `zig ${version} builds programs that misread errors: before ${oldestZig}, a failed stat() left errno unset for glibc before 2.33`,
      { hint: `Leave zig-version empty for ${pinnedZig}, or use ${oldestZig} or newer.` },
    )
  }
  return version
}

/** Whether this is the version whose files the catalog knows by sha256. */
export function isPinned(ref: ToolchainRef, from: Catalog): boolean {
  return from[ref.name].version === ref.version
}

/** What an installation takes on disk and from the network, bytes; null for a kind of machine that has no files. */
export function sizeOf(ref: ToolchainRef, arch: ArchName): { disk: number; download: number } | null {
  const files = catalog[ref.name].hosts[arch]
  return files ? { disk: files.wheel.unpacked, download: files.wheel.bytes } : null
}
