import type { Raw, Recorded } from '../run.ts'
import type { Figure, FigureRow } from './figure.ts'
import { rustFigures } from './rust.ts'
import { by, inScene, median, ofOthers, perProject, seconds } from './select.ts'
import { besideNative } from './times.ts'

/** Everything that was demanded, in the order of the page; what was not measured is left out. Pure. */
export function figureRows(raw: Raw): readonly FigureRow[] {
  const runs = Object.values(raw).flatMap(part => part.runs)
  return figures.flatMap(({ figure, must, ifMissed, rows }) =>
    rows(runs).map(row => ({ figure, must, ifMissed, ...row })),
  )
}

const stage = (name: string) => (run: Recorded) => run.stages?.[name] ?? 0
const restoreAndBuild = (run: Recorded) => stage('restore')(run) + stage('build')(run)

const figures: readonly Figure[] = [
  ...rustFigures,
  {
    figure: 'Go code change: restore and build / native incremental',
    must: '<= 1.1 x + 5 s',
    ifMissed: 'unpacking and the link wait for a core on a machine with load',
    rows: runs =>
      besideNative(
        runs.filter(r => r.project === 'caddy'),
        { factor: 1.1, seconds: 5 },
      ),
  },
  {
    figure: 'ccache: direct hits on another runner; restore and build / cold build',
    must: '>= 99 %; <= 0.15',
    ifMissed: 'the link is not cached, and make starts a compiler for each file in any case',
    rows: runs =>
      perProject(
        runs.filter(r => r.objects),
        (mine, project) => {
          const [cold] = inScene(by(mine, 'ours'), 'cold')
          const again = inScene(by(mine, 'ours'), 'another runner')
          if (!cold || again.length === 0) return []
          const [ratio, built] = [median(again, restoreAndBuild) / stage('build')(cold), stage('build')(cold)]
          const value = `${percent(directShare(again))}; ${ratio.toFixed(2)} (${seconds(median(again, restoreAndBuild))} / ${seconds(built)})`
          return [
            {
              of: project,
              value,
              ok: directShare(again) >= 0.99 && ratio <= 0.15,
              others: ofOthers(mine, sayOfCcache),
            },
          ]
        },
      ),
  },
  {
    figure: 'first zig link with what was kept / warm link',
    must: '<= 1.2',
    ifMissed: 'zig checks what came back against its own files, once',
    rows: runs =>
      perProject(
        runs.filter(r => r.project.startsWith('zig ')),
        (mine, project) => {
          const built = (scene: string) => median(inScene(mine, scene), stage('build'))
          const [seeded, warm] = [built('seeded'), built('warm')]
          if (Number.isNaN(seeded / warm)) return []
          const value = `${(seeded / warm).toFixed(2)} (${seconds(seeded, 2)} / ${seconds(warm, 2)})`
          return [
            { of: project, value, ok: seeded / warm <= 1.2, others: `without a cache ${seconds(built('cold'), 2)}` },
          ]
        },
      ),
  },
]

/** Of all compilations, in the worst round. */
function directShare(runs: readonly Recorded[]): number {
  return Math.min(...runs.map(({ objects: o }) => (o ? o.direct / (o.direct + o.other + o.compiled) : 0)))
}

function sayOfCcache(runs: readonly Recorded[]): string | null {
  const [[cold], again] = [inScene(runs, 'cold'), inScene(runs, 'another runner')]
  if (!cold || again.length === 0) return null
  const times = `${seconds(median(again))} / ${seconds(cold.wall)}`
  return `${percent(directShare(again))}; ${(median(again) / cold.wall).toFixed(2)} (${times})`
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
