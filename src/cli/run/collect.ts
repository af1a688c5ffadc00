import { readFile } from 'node:fs/promises'
import { collectRun } from '../../collect/run.ts'
import { BuildError } from '../../errors.ts'
import { exitCodeOf } from '../../report/outcome.ts'
import { readInput } from '../../verify/demands.ts'
import type { Output } from '../output.ts'
import type { Invocation } from '../parse.ts'
import { onHost } from './request.ts'
import { showReport } from './show.ts'

/** `collect`: the legs of a matrix as one result; 0 only when all are there, verified and whole. */
export async function collect(invocation: Invocation, output: Output): Promise<number> {
  const { args, inputs, options } = invocation
  const matrix = options['matrix'] === undefined ? null : await readMatrixText(options['matrix'])
  const request = { dir: args[0] ?? 'legs', outputDir: readInput('output-dir', inputs), matrix }
  const report = await onHost(invocation, host => collectRun(host, request))
  const more = report.verified ? ['SHA256SUMS', 'index.json'] : []
  showReport(report, output, options, ['report.html', 'report.md', 'report.json', 'junit.xml', ...more])
  return exitCodeOf(report)
}

/** The text itself, or with `@` the file that holds it. */
async function readMatrixText(given: string): Promise<string> {
  if (!given.startsWith('@')) return given
  const path = given.slice(1)
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new BuildError('bad-input', `--matrix: ${path} cannot be read`, { cause })
  })
}
