import { exitCodes } from '../../errors.ts'
import { gitlabPlaces } from '../../hosts/gitlab/places.ts'
import { type ComponentJob, componentJob, legOf, requestOf } from '../../hosts/gitlab/request.ts'
import { type GitlabHost, gitlabHost } from '../../hosts/gitlab.ts'
import { exitCodeOf } from '../../report/outcome.ts'
import { planText } from '../../report/plan-text.ts'
import type { Report } from '../../report/schema.ts'
import type { Output } from '../output.ts'
import type { Invocation } from '../parse.ts'
import { showReport } from './show.ts'

type Run = (host: GitlabHost, job: ComponentJob, output: Output, options: Invocation['options']) => Promise<number>

/** What each job of the component does. */
const jobs: Readonly<Record<string, Run>> = {
  async plan(host, job, output, options) {
    const { plan } = await import('../../hosts/gitlab/run/plan.ts')
    const made = await plan(host, job)
    output.print(
      planText(made, { style: output.style, toolsDir: host.toolsDir, verbose: options['verbose'] === 'true' }),
    )
    return exitCodes.done
  },
  async build(host, job, output, options) {
    const { build } = await import('../../hosts/gitlab/run/build.ts')
    return told(host, await build(host, job, legOf(job)), output, options)
  },
  async collect(host, job, output, options) {
    const { collect } = await import('../../hosts/gitlab/run/collect.ts')
    return told(host, await collect(host, job), output, options)
  },
}

/** `gitlab`: a job of the component; what it is asked stands in variables, which templates/gitlab/template.yml sets. */
export async function gitlab({ args, options }: Invocation, output: Output): Promise<number> {
  const { env, stderr } = process
  const [name = ''] = args
  const job = componentJob(env, gitlabPlaces(env, process.cwd()).project)
  const host = await gitlabHost({
    env,
    write: text => void stderr.write(text),
    request: name === 'build' ? requestOf(job, legOf(job)) : null,
    quiet: options['quiet'] === 'true',
    verbose: options['verbose'] === 'true',
  })
  try {
    return (await jobs[name]?.(host, job, output, options)) ?? exitCodes.usage
  } catch (error) {
    throw host.signal.aborted ? host.signal.reason : error
  } finally {
    host.close()
  }
}

function told(host: GitlabHost, report: Report, output: Output, options: Invocation['options']): number {
  const sums = report.files.some(f => f.verified) ? ['SHA256SUMS'] : []
  showReport(report, output, options, ['report.html', 'report.json', ...sums])
  return host.signal.aborted ? exitCodes.interrupted : exitCodeOf(report)
}
