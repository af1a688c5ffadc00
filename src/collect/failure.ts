import { type ErrorCode, errorTable } from '../errors.ts'
import type { Failure } from '../report/schema.ts'

/** Something that is wrong with the legs, as a failure of the merged report. */
export function legFailure(
  code: ErrorCode,
  message: string,
  more: Partial<Pick<Failure, 'targets' | 'lines'>> = {},
): Failure {
  const nowhere = { job: null, step: null, command: null }
  return { code, message, hint: errorTable[code].remedy, ...nowhere, targets: [], lines: [], ...more }
}
