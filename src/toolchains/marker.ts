import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchName } from '../arch.ts'
import { writeWhole } from '../build/write-file.ts'
import { type Catalog, catalog, isPinned } from './catalog.ts'
import type { ToolchainRef } from './toolchain.ts'

/** What stands in an installed toolchain: what it is and where it came from. Written last, so that half of one has none. */
interface Marker {
  readonly schema: 1
  readonly name: string
  readonly version: string
  readonly arch: string
  /** The file it was unpacked from and its digest; null when cargo built it. */
  readonly file: string | null
  readonly sha256: string | null
  /** Size of the executable: one that was replaced or cut is not the one that was checked. */
  readonly executableBytes: number
  /** What the self-test saw; null for a pinned version, which was tested before it was pinned. */
  readonly selfTest: readonly string[] | null
}

const fileName = '.portable-build.json'

/** Marks an unpacked toolchain as whole and checked. */
export async function writeMarker(
  dir: string,
  ref: ToolchainRef,
  arch: ArchName,
  origin: Pick<Marker, 'file' | 'sha256' | 'selfTest'>,
  pins: Catalog,
): Promise<void> {
  const { size } = await stat(join(dir, pins[ref.name].executable))
  const marker: Marker = { schema: 1, ...ref, arch, ...origin, executableBytes: size }
  await writeWhole(join(dir, fileName), `${JSON.stringify(marker, null, 2)}\n`)
}

/** Whether a directory holds this toolchain, whole, for this machine, and from a file that is pinned today. */
export async function isInstalled(
  dir: string,
  ref: ToolchainRef,
  arch: ArchName,
  pins: Catalog = catalog,
): Promise<boolean> {
  try {
    const marker: Partial<Marker> = JSON.parse(await readFile(join(dir, fileName), 'utf8'))
    const entry = pins[ref.name]
    const { size } = await stat(join(dir, entry.executable))
    const same = marker.name === ref.name && marker.version === ref.version && marker.arch === arch
    if (!same || marker.executableBytes !== size) return false
    if (!isPinned(ref, pins)) return ref.name !== 'zig' || Array.isArray(marker.selfTest)
    const files = entry.hosts[arch]
    const known = [files?.wheel.sha256, files?.archive?.sha256, entry.crate ? null : undefined]
    return marker.sha256 !== undefined && known.includes(marker.sha256)
  } catch {
    return false
  }
}
