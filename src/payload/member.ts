import type { ByteSource } from '../elf/reader.ts'
import type { Meter } from './budget.ts'

/** One thing that is packed inside a file. */
export interface Member {
  /** As the package names it. */
  readonly path: string
  /** Permission bits; 755 where the package does not keep them. */
  readonly mode: number
  readonly kind: 'file' | 'link' | 'other'
  /** Bytes, as the package says before they are unpacked. */
  readonly size: number
  /** The content, once; whoever does not want it does not ask. */
  readonly pieces: () => AsyncIterable<Buffer>
}

/** Formats whose members are judged. */
export type PayloadKind =
  | 'tar'
  | 'zip'
  | 'deb'
  | 'rpm'
  | 'gzip'
  | 'zstd'
  | 'xz'
  | 'AppImage'
  | 'Nuitka onefile'
  | 'PyInstaller onefile'

/** Something packed that can be read. */
export interface Payload {
  readonly kind: PayloadKind
  /** Watches what comes out of it. */
  readonly meter: Meter
  /**
   * The members in the order of the package, once, one at a time: the next comes when the last one is done with.
   * @throws PayloadError
   */
  readonly members: () => AsyncIterable<Member>
  /** Lets go of what is open when nobody asks for the members. */
  readonly close: () => Promise<void>
}

/** Reads a format from its bytes. */
export type MemberReader = (source: ByteSource, meter: Meter) => AsyncIterable<Member>

/** A member without content. */
export function without(path: string, kind: 'link' | 'other'): Member {
  return { path, mode: 0, kind, size: 0, pieces: async function* () {} }
}
