import { basename, relative } from 'node:path'
import { manifestName } from '../build/manifest.ts'
import type { Log } from '../host.ts'
import { isRunFile } from '../package/names.ts'
import type { Failure, ReportedArtifact } from '../report/schema.ts'
import { count, humanSize } from '../report/text.ts'
import type { Place } from './bytes.ts'
import type { Leg } from './legs.ts'
import type { Search } from './search.ts'

/** Names in one warning. */
const mostNames = 10

/** Where the artifacts of a leg are, and what of them is not there or not what was judged. */
export interface Checked {
  readonly found: readonly (readonly [ReportedArtifact, Place])[]
  readonly failures: readonly Failure[]
}

/** Reads the artifacts of a leg again, each by its digest, and says how that went. */
export async function checkLeg({ name, found: { report, path } }: Leg, search: Search, log: Log): Promise<Checked> {
  const { artifacts, verified } = report
  const task = log.task(name, `reading what ${path} names`)
  const found: (readonly [ReportedArtifact, Place])[] = []
  const failures: Failure[] = []
  for (const artifact of artifacts) {
    task.update(artifact.name)
    const answer = await search.find(artifact)
    if ('code' in answer) failures.push(answer)
    else found.push([artifact, answer])
  }
  const bytes = humanSize(artifacts.reduce((sum, a) => sum + a.size, 0))
  if (failures.length > 0) task.fail(failures.map(f => f.message).join('; '))
  else if (verified) task.done(`${count(artifacts.length, 'artifact')} as judged, ${bytes}`)
  else task.fail('this leg is not verified')
  return { found, failures }
}

/**
 * Says which files no report names: they are left out. A warning and no failure, because a workflow run has artifacts of
 * other jobs too, and what was downloaded may be all of them. Returns it as notices of the report.
 */
export async function tellStrays(search: Search, legs: readonly Leg[], dir: string, log: Log): Promise<string[]> {
  const known = legs.flatMap(({ found: { report } }) => [...report.artifacts, ...report.files])
  const strays = (await search.strays(known)).filter(path => !isOurs(basename(path)))
  if (strays.length === 0) return []
  const names = strays.slice(0, mostNames).map(path => relative(dir, path))
  const more = strays.length > mostNames ? `, … and ${strays.length - mostNames} more` : ''
  const notice = `${count(strays.length, 'file')} of no report ${strays.length === 1 ? 'is' : 'are'} left out: ${names.join(', ')}${more}`
  log.warn(notice)
  return [notice]
}

/** A leg's output directory may have been handed over as a whole. */
const isOurs = (name: string) => isRunFile(name) || name === manifestName
