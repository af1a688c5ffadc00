import type { Exec } from '../exec.ts'
import type { Machine } from '../machine.ts'
import type { FileReport, Verdict } from '../report/schema.ts'
import { withFindings } from '../verify/outcome.ts'
import { smokeFindings } from './findings.ts'
import { type FloorRequest, smokeFile } from './smoke.ts'

/** How the files of a verdict are started. */
export interface VerdictStart {
  readonly machine: Machine
  /** `smoke-command`, or null. */
  readonly command: readonly string[] | null
  readonly cpu: string | null
  /** Null: not on an old system. */
  readonly floor: Omit<FloorRequest, 'promised'> | null
  /** The oldest glibc that was promised for a file, or null. */
  readonly promised: (file: FileReport) => string | null
  /** `require`: what cannot be started is an error. */
  readonly when: 'auto' | 'require'
  readonly exec: Exec
  readonly signal: AbortSignal
}

/**
 * Starts the files of a verdict that are verified: what the bytes rule out is not run.
 * @throws BuildError `interrupted`; `disk-full`, `cannot-write` for the temporary directory
 */
export async function startVerdict(verdict: Verdict, how: VerdictStart): Promise<Verdict> {
  const files: FileReport[] = []
  for (const file of verdict.files) files.push(await start(file, how))
  return { ...verdict, files, verified: files.length > 0 && files.every(f => f.verified) }
}

async function start(file: FileReport, how: VerdictStart): Promise<FileReport> {
  // a library in a directory of files is no program, and nothing is said of that
  if (!file.verified || file.linkage === 'shared-library' || file.linkage === 'not-elf') return file
  const floor = how.floor === null ? null : { ...how.floor, promised: how.promised(file) }
  const result = await smokeFile({ ...how, floor, path: file.path, file })
  return withFindings({ ...file, smoke: [...result.smokes] }, smokeFindings(result, how.when))
}
