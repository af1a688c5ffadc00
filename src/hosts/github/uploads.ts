import type { BuildError } from '../../errors.ts'
import type { Report } from '../../report/schema.ts'
import type { Asked } from './session.ts'
import type { HostSettings } from './settings.ts'

/** What became of the uploads. */
export interface Uploads {
  /** Names of the artifacts that the service has taken. */
  readonly uploaded: readonly string[]
  readonly failure: BuildError | null
}

export async function uploadAll(_report: Report, _asked: Asked, _settings: HostSettings): Promise<Uploads> {
  return { uploaded: [], failure: null }
}
