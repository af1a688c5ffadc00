import { relative } from 'node:path'
import { checksums, placeArtifacts, writeOutputFiles } from '../build/output.ts'
import type { Run } from '../pipeline.ts'
import type { FileReport } from '../report/schema.ts'
import { finding } from '../verify/findings.ts'
import { withFindings } from '../verify/outcome.ts'
import type { JobOutcome, Judged } from './outcome.ts'

/**
 * Puts what is verified into the output directories with SHA256SUMS; a file that is not stays where it was built.
 * Returns every file's report, named by its path relative to the directory that the run was asked for.
 * @throws BuildError `cannot-write`, `disk-full`
 */
export async function placeAll(run: Run, outcomes: readonly JobOutcome[]): Promise<FileReport[]> {
  const judged = outcomes.flatMap(o => o.judged)
  const files: FileReport[] = []
  for (const [outputDir, mine] of byOutputDir(run, judged)) {
    const verified = mine.filter(j => j.file.verified)
    const placed = await placeArtifacts(
      outputDir,
      verified.map(j => j.artifact),
    )
    if (placed.length > 0) await writeOutputFiles(outputDir, { SHA256SUMS: checksums(placed) })
    for (const { artifact, file } of mine) {
      const copy = placed.find(p => p.target === artifact.target && p.name === artifact.name)
      const named = { ...file, path: relative(run.request.dir, copy?.path ?? artifact.path) }
      files.push(copy && copy.sha256 !== file.sha256 ? withFindings(named, [changed(copy.sha256)]) : named)
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

function changed(sha256: string | null) {
  return finding('unreadable', 'the file changed between being judged and being copied', sha256 ?? '')
}
