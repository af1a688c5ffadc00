import { rm } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { writeError } from '../build/file-error.ts'
import { checksums, keepStagedFiles, placeArtifacts, type StagedFile, writeOutputFiles } from '../build/output.ts'
import { BuildError } from '../errors.ts'
import type { Host } from '../host.ts'
import type { Report, ReportedArtifact } from '../report/schema.ts'
import { findArtifacts, stageCopy } from './files.ts'
import { makeIndex } from './index-file.ts'
import { fileNameOf, type Leg, matchLegs } from './legs.ts'
import { readMatrix } from './matrix.ts'
import { mergeReports } from './merge.ts'
import { readLegs } from './read.ts'

/** What `collect` is asked. */
export interface CollectRequest {
  /** Where the reports and artifacts of the legs are, however deep. */
  readonly dir: string
  /** Where the merged result goes. */
  readonly outputDir: string
  /** What `plan --matrix` printed; null: every job of the plan must have reported. */
  readonly matrix: string | null
}

/**
 * Puts the legs of a matrix together: every leg is there once, is verified, and its files are the bytes that were judged.
 * Only then the artifacts go to the output directory, flat, with SHA256SUMS and index.json; the merged report always.
 * @throws BuildError `bad-input`, `cannot-write`, `disk-full`, `interrupted`
 */
export async function collectRun(host: Host, request: CollectRequest): Promise<Report> {
  const dir = resolve(request.dir)
  const outputDir = resolve(request.outputDir)
  if (outputDir === dir || dir.startsWith(outputDir + sep)) {
    throw new BuildError('bad-input', `${outputDir} is where the legs are`, { hint: 'Choose another `output-dir`.' })
  }
  const expected = request.matrix === null ? null : await readMatrix(request.matrix)
  const gathered = await readLegs(dir, outputDir)
  const { legs, failures: wrong } = matchLegs(gathered, expected)
  const artifacts = legs.flatMap(l => l.found.report.artifacts)
  const { found, failures: gone } = await findArtifacts(artifacts, gathered.files)
  if (host.signal.aborted) throw new BuildError('interrupted', 'the run was interrupted')
  const failures = [...wrong, ...gone]
  await placeArtifacts(outputDir, []) // what an earlier run left there is not this run's result
  const kept = failures.length === 0 ? await keep(legs, found, outputDir) : []
  const report = mergeReports({ legs, failures, artifacts: kept, outputDir })
  await host.publish(report)
  return report
}

/** Copies all artifacts, or none; the list of them and the index come last. Returns them with their new paths. */
async function keep(
  legs: readonly Leg[],
  found: ReadonlyMap<ReportedArtifact, string>,
  outputDir: string,
): Promise<ReportedArtifact[]> {
  const staged: StagedFile[] = []
  try {
    for (const [artifact, path] of found) {
      const name = fileNameOf(artifact)
      const temporary = await stageCopy(path, join(outputDir, name), artifact)
      staged.push({ relative: name, temporary, sha256: artifact.sha256 })
    }
  } catch (error) {
    for (const { temporary } of staged) await rm(temporary, { force: true }).catch(() => {})
    throw writeError(error, outputDir)
  }
  await keepStagedFiles(outputDir, staged)
  const [first] = legs
  const index = first ? makeIndex(legs, first.found.report) : null
  await writeOutputFiles(outputDir, {
    SHA256SUMS: checksums(staged),
    'index.json': `${JSON.stringify(index, null, 2)}\n`,
  })
  return [...found.keys()].map(a => ({ ...a, path: relative('.', join(outputDir, fileNameOf(a))) }))
}
