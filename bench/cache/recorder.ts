import { loadavg } from 'node:os'
import type { Recorded, Run } from './run.ts'
import type { Wanted } from './wanted.ts'

/** By whom it was done, in which scene, over which link (MB/s; 0: none), in which round. */
type What = Pick<Recorded, 'by' | 'scene'> & Partial<Pick<Recorded, 'rate' | 'round'>>

/** Hands on the runs of a project as they end: a benchmark takes its time, and may be stopped. */
export function recorder(project: string, { tell, record }: Pick<Wanted, 'tell' | 'record'>) {
  return ({ by, scene, rate = 0, round = 0 }: What, run: Run): void => {
    const { wall, cpu, downBytes, upBytes, requests, restored, saved, crates, restore, stages, fetched, objects } = run
    const load = loadavg()[0] ?? 0
    record({
      ...{ project, by, scene, rate, round, load, wall, cpu, downBytes, upBytes, requests, restored, saved },
      ...(crates && { crates }),
      ...(restore && { restore }),
      ...(stages && { stages }),
      ...(fetched && { fetched }),
      ...(objects && { objects }),
    })
    const seconds = `${wall.toFixed(1)} s, CPU ${cpu.toFixed(1)} s, load ${load.toFixed(1)}`
    tell(`${project}, ${scene}${rate > 0 ? ` at ${rate} MB/s` : ''}: ${by} ${seconds}`)
  }
}
