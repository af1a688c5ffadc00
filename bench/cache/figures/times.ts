import type { Recorded } from '../run.ts'
import type { Figure, Measurement } from './figure.ts'
import { by, inScene, median, ofOthers, perProject, seconds } from './select.ts'

const linkRates = [125, 40]

/** What the build of a native machine may cost more elsewhere. */
interface Limit {
  readonly factor: number
  /** On top. */
  readonly seconds: number
}

/** A code change on a fresh machine against the same on a developer's own. Pure. */
export function besideNative(runs: readonly Recorded[], limit: Limit): readonly Measurement[] {
  return perLink(runs, 'ours', (ours, native) => {
    const most = limit.factor * native.wall + limit.seconds
    const cpu = `CPU ${seconds(ours.cpu)} / ${seconds(native.cpu)}`
    return {
      value: `${seconds(ours.wall)} / ${seconds(native.wall)}, limit ${seconds(most)}; ${cpu}`,
      ok: ours.wall <= most,
    }
  })
}

/** `profile: pr` against a rebuild that is not incremental. */
export const pullRequestProfile: Figure = {
  figure: 'code change with `profile: pr` / native non-incremental rebuild',
  must: '<= 0.35',
  ifMissed: 'the program has little code of its own: what is left is the link, and what surrounds the build',
  rows: runs =>
    perLink(runs, 'ours, profile: pr', (ours, native) => ({
      value: `${(ours.wall / native.wall).toFixed(2)} (${seconds(ours.wall)} / ${seconds(native.wall)}; of it the build ${seconds(ours.build)})`,
      ok: ours.wall / native.wall <= 0.35,
    })),
}

interface Middle {
  readonly wall: number
  readonly cpu: number
  readonly build: number
}

function perLink(
  runs: readonly Recorded[],
  who: string,
  compare: (ours: Middle, native: Middle) => Pick<Measurement, 'value' | 'ok'>,
): readonly Measurement[] {
  return perProject(runs, (mine, project) =>
    linkRates.flatMap(rate => {
      const change = inScene(mine, 'code change', rate)
      const [ours, native] = [by(change, who), by(change, 'native')]
      if (ours.length === 0 || native.length === 0) return []
      const compared = compare(middleOf(ours), middleOf(native))
      return [{ of: `${project}, ${rate} MB/s`, ...compared, others: ofOthers(change, all => seconds(median(all))) }]
    }),
  )
}

const middleOf = (runs: readonly Recorded[]): Middle => ({
  wall: median(runs),
  cpu: median(runs, r => r.cpu),
  build: median(runs, r => r.stages?.['build'] ?? r.wall),
})
