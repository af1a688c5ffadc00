import { rm } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { writeError } from '../build/file-error.ts'
import { checksums, keepStagedFiles, placeArtifacts, type StagedFile, writeOutputFiles } from '../build/output.ts'
import { BuildError } from '../errors.ts'
import type { Host } from '../host.ts'
import { fileNameOf } from '../package/file-name.ts'
import type { Report, ReportedArtifact } from '../report/schema.ts'
import { count } from '../report/text.ts'
import { stageCopy } from './bytes.ts'
import { type Checked, checkLeg, tellStrays } from './check.ts'
import { makeIndex } from './index-file.ts'
import { type Leg, matchLegs } from './legs.ts'
import { readMatrix } from './matrix.ts'
import { mergeReports } from './merge.ts'
import { readLegs } from './read.ts'
import { makeSearch } from './search.ts'

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
  host.log.info(
    `${request.dir} has ${count(gathered.reports.length, 'report')} and ${count(gathered.files.length, 'other file')}`,
  )
  const search = await makeSearch(gathered.files)
  const checked: Checked[] = []
  for (const leg of legs) {
    if (host.signal.aborted) throw new BuildError('interrupted', 'the run was interrupted')
    checked.push(await checkLeg(leg, search, host.log))
  }
  const failures = [...wrong, ...checked.flatMap(c => c.failures)]
  const notices = await tellStrays(search, legs, dir, host.log)
  await placeArtifacts(outputDir, []) // what an earlier run left there is not this run's result
  const kept = failures.length === 0 ? await keep(legs, checked, outputDir) : []
  const report = mergeReports({ legs, failures, notices, artifacts: kept, outputDir })
  await host.publish(report)
  return report
}

/** Copies all artifacts, or none; the list of them and the index come last. Returns them with their new paths. */
async function keep(legs: readonly Leg[], checked: readonly Checked[], outputDir: string): Promise<ReportedArtifact[]> {
  const found = checked.flatMap(c => c.found)
  const staged: StagedFile[] = []
  try {
    for (const [artifact, place] of found) {
      const name = fileNameOf(artifact)
      const temporary = await stageCopy(place, join(outputDir, name), artifact)
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
  return found.map(([a]) => ({ ...a, path: relative('.', join(outputDir, fileNameOf(a))) }))
}
