import { join } from 'node:path'
import type { StagedFile } from '../build/output.ts'
import type { Packaging, PlannedTarget } from '../plan.ts'
import { stageArchive } from './archive.ts'
import { layOut } from './layout.ts'
import type { FileMember } from './member.ts'
import { executableName } from './names.ts'

/** One target whose executables are all verified. */
export interface PackRequest {
  readonly target: Pick<PlannedTarget, 'artifact'>
  readonly packaging: Packaging
  /** Absolute. */
  readonly outputDir: string
  /** Named as they are called; the sha256 is the judged one. */
  readonly executables: readonly (FileMember & { readonly sha256: string })[]
  readonly included: readonly FileMember[]
  readonly epoch: number
  readonly signal: AbortSignal
}

/** What is handed over: an archive, or an executable. */
export interface PackedArtifact {
  /** Unique in the run, without an ending. */
  readonly name: string
  /** Absolute. */
  readonly path: string
  readonly sha256: string
  readonly size: number
  /** Names of the executables in it. */
  readonly executables: readonly string[]
}

/** What a target gives, and the archive that waits for its name. */
export interface Packed {
  readonly artifacts: readonly PackedArtifact[]
  readonly staged: readonly StagedFile[]
}

/**
 * Makes what is handed over for a target: one archive with its executables, or the executables as they are.
 * @throws BuildError and MemberChanged, see stageArchive; BuildError `bad-input` from layOut
 */
export async function packTarget(request: PackRequest): Promise<Packed> {
  const { target, packaging, outputDir, executables, included, epoch, signal } = request
  const { archive } = packaging
  if (archive === 'none') {
    const names = artifactNames(request)
    const artifacts = executables.map(({ name, path, sha256, size }, i) => ({
      ...{ name: names[i] ?? name, path, sha256, size },
      executables: [name],
    }))
    return { artifacts, staged: [] }
  }
  const relative = `${target.artifact}.${archive}`
  const path = join(outputDir, relative)
  const members = layOut(executables, included, packaging.leadingDir ? target.artifact : null)
  const { temporary, sha256, size } = await stageArchive({ kind: archive, path, members, epoch, signal })
  const names = executables.map(e => e.name)
  return {
    artifacts: [{ name: target.artifact, path, sha256, size, executables: names }],
    staged: [{ relative, temporary, sha256 }],
  }
}

/** What the artifacts of a target are called: one for an archive, one for each executable without. */
function artifactNames({
  target,
  packaging,
  executables,
}: Pick<PackRequest, 'target' | 'packaging'> & {
  readonly executables: readonly { readonly name: string }[]
}): string[] {
  if (packaging.archive !== 'none' || executables.length === 1) return [target.artifact]
  return executables.map(e => executableName(target.artifact, e.name))
}
