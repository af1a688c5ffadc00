import type { ReportedArtifact } from '../report/schema.ts'

type Named = Pick<ReportedArtifact, 'name' | 'path'>

/** What an artifact is called where all of them lie side by side: its archive's name, or its own for an executable. */
export function fileNameOf({ name, path }: Named): string {
  const base = path.split('/').at(-1) ?? ''
  return ['tar.gz', 'tar.zst', 'zip'].some(ending => base === `${name}.${ending}`) ? base : name
}

/** Whether it is an executable without an archive. */
export function isBare(artifact: Named): boolean {
  return fileNameOf(artifact) === artifact.name
}

/** What it is called on its way through a CI service: these keep no exec bit, so an executable travels in a tar. */
export function transportNameOf(artifact: Named): string {
  return isBare(artifact) ? `${artifact.name}.tar` : fileNameOf(artifact)
}
