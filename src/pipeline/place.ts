import { relative } from 'node:path'
import { placeArtifacts } from '../build/output.ts'
import type { Run } from '../pipeline.ts'
import { finding } from '../verify/findings.ts'
import { withFindings } from '../verify/outcome.ts'
import type { JobOutcome, Judged, PlacedFile } from './outcome.ts'

/**
 * Puts what is verified into the output directories; a file that is not stays where it was built.
 * Returns every file with its report, which names it by its path relative to the directory that the run was asked for.
 * @throws BuildError `cannot-write`, `disk-full`
 */
export async function placeAll(run: Run, outcomes: readonly JobOutcome[]): Promise<PlacedFile[]> {
  const judged = outcomes.flatMap(o => o.judged)
  const files: PlacedFile[] = []
  for (const [outputDir, mine] of byOutputDir(run, judged)) {
    const verified = mine.filter(j => j.file.verified)
    const placed = await placeArtifacts(
      outputDir,
      verified.map(j => j.artifact),
    )
    for (const { artifact, job, file } of mine) {
      const copy = placed.find(p => p.target === artifact.target && p.name === artifact.name) ?? null
      const named = { ...file, path: relative(run.request.dir, copy?.path ?? artifact.path) }
      const isOther = copy !== null && copy.sha256 !== file.sha256
      files.push({ artifact, job, copy, file: isOther ? withFindings(named, [changed(copy.sha256)]) : named })
    }
  }
  return files
}

/** Also the directories of projects that gave nothing: what an earlier run left there is not this run's result. */
function byOutputDir({ plan }: Run, judged: readonly Judged[]): Map<string, Judged[]> {
  const dirs = new Map<string, Judged[]>(plan.projects.map(p => [p.outputDir, []]))
  for (const one of judged) {
    const project = plan.projects.find(p => p.targets.some(t => t.job === one.job))
    if (project) dirs.get(project.outputDir)?.push(one)
  }
  return dirs
}

function changed(sha256: string) {
  return finding('unreadable', 'the file changed between being judged and being copied', sha256)
}
