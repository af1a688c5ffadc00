import { loadavg } from 'node:os'
import type { Recorded, Run } from './run.ts'
import type { Wanted } from './wanted.ts'

/** Collects the runs of a project. */
export interface Recorder {
  readonly runs: Recorded[]
  /** By whom it was done, in which scene, over which link (MB/s; 0: none), in which round. */
  add(what: Pick<Recorded, 'by' | 'scene'> & Partial<Pick<Recorded, 'rate' | 'round'>>, run: Run): void
}

/** Each run is told when it ends: a benchmark takes its time. */
export function recorder(project: string, { tell }: Pick<Wanted, 'tell'>): Recorder {
  const runs: Recorded[] = []
  return {
    runs,
    add({ by, scene, rate = 0, round = 0 }, run) {
      const { wall, cpu, downBytes, upBytes, requests, restored, saved, crates, restore, stages, fetched, objects } =
        run
      const load = loadavg()[0] ?? 0
      runs.push({
        ...{ project, by, scene, rate, round, load, wall, cpu, downBytes, upBytes, requests, restored, saved },
        ...(crates && { crates }),
        ...(restore && { restore }),
        ...(stages && { stages }),
        ...(fetched && { fetched }),
        ...(objects && { objects }),
      })
      const seconds = `${wall.toFixed(1)} s, CPU ${cpu.toFixed(1)} s, load ${load.toFixed(1)}`
      tell(`${project}, ${scene}${rate > 0 ? ` at ${rate} MB/s` : ''}: ${by} ${seconds}`)
    },
  }
}
