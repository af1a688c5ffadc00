import { join } from 'node:path'
import { type Lock, lockWorkDir } from '../build/lock.ts'
import type { Run } from '../pipeline.ts'
import type { Job } from '../plan.ts'
import { projectOf } from './preflight.ts'

/** Holds the work directories of the jobs' projects while `act` runs, taken in one order, so that two runs never wait for each other. */
export async function withLocks<T>(run: Run, jobs: readonly Job[], act: () => Promise<T>): Promise<T> {
  const dirs = [...new Set(jobs.map(job => join(projectOf(run, job).planned.dir, '.portable-build')))].sort()
  const held: Lock[] = []
  try {
    for (const dir of dirs) held.push(await lockWorkDir(dir, run.host.log, run.host.signal))
    return await act()
  } finally {
    for (const lock of held.reverse()) await lock.release()
  }
}
