import type { Recorded } from '../run.ts'
import type { Measurement } from './figure.ts'

type Runs = readonly Recorded[]

/** Middle of the wall times, or of what is asked for; NaN without runs. Pure. */
export function median(runs: Runs, of: (run: Recorded) => number = run => run.wall): number {
  const sorted = runs.map(of).sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [upper = Number.NaN, lower = upper] = [sorted[middle], sorted[middle - 1]]
  return sorted.length % 2 === 1 ? upper : (upper + lower) / 2
}

/** Who did it. */
export const by = (runs: Runs, who: string): Runs => runs.filter(r => r.by === who)

/** In which scene, and over which link (MB/s) where that is asked. */
export const inScene = (runs: Runs, scene: string, rate?: number): Runs =>
  runs.filter(r => r.scene === scene && (rate === undefined || r.rate === rate))

/** Rows of each project by itself. */
export function perProject(
  runs: Runs,
  rows: (runs: Runs, project: string) => readonly Measurement[],
): readonly Measurement[] {
  return [...Map.groupBy(runs, r => r.project)].flatMap(([project, mine]) => rows(mine, project))
}

/** What is said of each that is neither ours nor native; null: nothing. */
export function ofOthers(runs: Runs, say: (runs: Runs) => string | null): string {
  const others = [...Map.groupBy(runs, r => r.by)].filter(([who]) => !who.startsWith('ours') && who !== 'native')
  return others.flatMap(([who, theirs]) => (say(theirs) === null ? [] : [`${who} ${say(theirs)}`])).join('; ')
}

/** Bytes of the kinds of entries that fit. */
export function bytesOf(sizes: Readonly<Record<string, number>>, kinds: RegExp): number {
  return Object.entries(sizes).reduce((total, [kind, bytes]) => total + (kinds.test(kind) ? bytes : 0), 0)
}

/** `12.3 MB`, `0.12 MB`. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1)} MB`

/** `1.2 s`; `1.23 s` where it matters. */
export const seconds = (value: number, digits = 1): string => `${value.toFixed(digits)} s`
