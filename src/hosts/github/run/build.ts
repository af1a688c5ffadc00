import { exitCodes } from '../../../errors.ts'
import type { Host } from '../../../host.ts'
import { buildRun } from '../../../pipeline.ts'
import { exitCodeOf } from '../../../report/outcome.ts'
import { cacheOf, githubHost } from '../host.ts'
import { mask } from '../masks.ts'
import { handOver } from '../publish.ts'
import type { Asked } from '../session.ts'
import { hostSettings, requestOf } from '../settings.ts'
import { prepareUploads } from '../uploads.ts'

/** The action: builds, judges, hands over. Returns the exit code. @throws BuildError what concerns the run as a whole */
export async function build(asked: Asked): Promise<number> {
  const request = requestOf(asked)
  const settings = await hostSettings(request, asked.inputs.own)
  mask(asked, settings.secrets)
  const host: Host = {
    ...githubHost(asked, cacheOf(asked, settings.cache), report => handOver(report, asked, settings)),
    whileBuilding: () => prepareUploads(asked, settings),
  }
  const report = await buildRun(host, request)
  return asked.signal.aborted ? exitCodes.interrupted : exitCodeOf(report)
}
