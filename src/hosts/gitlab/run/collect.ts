import { mkdir, readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { writeReports } from '../../../build/reports.ts'
import { writeWhole } from '../../../build/write-file.ts'
import { collectRun } from '../../../collect/run.ts'
import { BuildError } from '../../../errors.ts'
import { collectedOutputs } from '../../../outputs/of-report.ts'
import { transportNameOf } from '../../../package/file-name.ts'
import { gitlabFiles } from '../../../report/files.ts'
import type { Report } from '../../../report/schema.ts'
import { readInput } from '../../../verify/demands.ts'
import type { GitlabHost } from '../../gitlab.ts'
import { dotenvOf } from '../dotenv.ts'
import type { ComponentJob } from '../request.ts'

/**
 * The job `collect`: puts the legs together and hands over what later jobs read: the files, variables, a link to the report.
 * @throws BuildError `missing-leg` without the plan's matrix; as collectRun
 */
export async function collect(host: GitlabHost, { env, legs }: ComponentJob): Promise<Report> {
  const { project, legsDir, matrix } = host.places
  const outputDir = resolve(project, readInput('output-dir', { 'output-dir': env['PORTABLE_BUILD_OUTPUT_DIR'] ?? '' }))
  const expected = await readMatrixFile(matrix, project)
  await mkdir(legsDir, { recursive: true }) // nothing came: each leg is told by its name
  const report = await collectRun(
    { ...host, publish: merged => publish(merged, host, outputDir, env) },
    { dir: legsDir, outputDir, matrix: expected },
  )
  if (report.failures.some(f => f.code === 'missing-leg')) {
    host.log.info(
      `what is missing came from ${legs.map(leg => leg.item).join(', ')}: run that job again, then this one`,
    )
  }
  return report
}

async function readMatrixFile(path: string, project: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new BuildError(
      'missing-leg',
      `${relative(project, path)} is not there: what the plan left has expired, or was deleted`,
      {
        hint: 'Run the whole pipeline again.',
        cause,
      },
    )
  })
}

async function publish(report: Report, host: GitlabHost, outputDir: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { project, outputs, annotations } = host.places
  await writeReports(report, gitlabFiles)
  const { text, left } = dotenvOf(collectedOutputs(report, project, report.artifacts.map(transportNameOf)))
  if (left.length > 0) host.log.warn(`${left.join(', ')}: too long for variables of GitLab; report.json has it`)
  await writeWhole(outputs, text)
  await writeWhole(annotations, `${JSON.stringify(links(relative(project, outputDir), env['CI_JOB_URL']))}\n`)
}

/** For the page of the job. Source: https://docs.gitlab.com/ci/yaml/artifacts_reports/#artifactsreportsannotations */
function links(dir: string, job: string | undefined): object {
  if (!job) return {}
  const url = `${job}/artifacts/file/${join(dir, 'report.html')}`
  return { 'portable-build': [{ external_link: { label: 'Report: what was built, and where it runs', url } }] }
}
