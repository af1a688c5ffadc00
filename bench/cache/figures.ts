import { rustProjects } from './projects.ts'
import type { Raw, Recorded } from './run.ts'

/** One line of the table. */
export interface FigureRow {
  readonly figure: string
  /** What it was measured on. */
  readonly of: string
  readonly must: string
  readonly value: string
  /** Null: there is no limit for this one. */
  readonly ok: boolean | null
  /** The same of the others. */
  readonly others: string
  /** Why it is missed where it is, and what would reach it. */
  readonly ifMissed: string
}

type Of = Pick<FigureRow, 'of' | 'value' | 'ok' | 'others'>

interface Figure extends Pick<FigureRow, 'figure' | 'must' | 'ifMissed'> {
  readonly rows: (runs: readonly Recorded[]) => readonly Of[]
}

const native = 'native'
const mbs = [125, 40]

/** The lines of issue and page, in their order; what was not measured is left out. Pure. */
export function figureRows(raw: Raw): readonly FigureRow[] {
  const runs = Object.values(raw).flatMap(part => part.runs)
  return figures.flatMap(({ figure, must, ifMissed, rows }) =>
    rows(runs).map(row => ({ figure, must, ifMissed, ...row })),
  )
}

/** Middle of the walls, or of what is asked for; NaN without runs. Pure. */
export function median(runs: readonly Recorded[], of: (run: Recorded) => number = run => run.wall): number {
  const sorted = runs.map(of).sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [upper = Number.NaN, lower = upper] = [sorted[middle], sorted[middle - 1]]
  return sorted.length % 2 === 1 ? upper : (upper + lower) / 2
}

/** Who was measured beside us, in the order of appearance. Pure. */
function othersOf(runs: readonly Recorded[]): readonly string[] {
  return [...new Set(runs.map(r => r.by))].filter(by => !by.startsWith('ours') && by !== native)
}

const sum = (sizes: Readonly<Record<string, number>>, kinds = /./) =>
  Object.entries(sizes).reduce((total, [kind, bytes]) => total + (kinds.test(kind) ? bytes : 0), 0)
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 1e6 ? 2 : 1)} MB`
const s = (seconds: number) => `${seconds.toFixed(1)} s`
const by = (runs: readonly Recorded[], who: string, scene: string, rate?: number) =>
  runs.filter(r => r.by === who && r.scene === scene && (rate === undefined || r.rate === rate))
const projectsOf = (runs: readonly Recorded[]) => [...new Set(runs.map(r => r.project))]
const rustRuns = (runs: readonly Recorded[]) => runs.filter(r => rustProjects.some(p => p.name === r.project))
const perProject = (runs: readonly Recorded[], row: (runs: readonly Recorded[], project: string) => readonly Of[]) =>
  projectsOf(runs).flatMap(project =>
    row(
      runs.filter(r => r.project === project),
      project,
    ),
  )
const list = (runs: readonly Recorded[], value: (runs: readonly Recorded[]) => string | null) =>
  othersOf(runs)
    .map(who => ({ who, said: value(runs.filter(r => r.by === who)) }))
    .filter(({ said }) => said !== null)
    .map(({ who, said }) => `${who} ${said}`)
    .join('; ')

/** At most `factor` times what is native, and so many seconds. */
function beside(runs: readonly Recorded[], more: { readonly factor: number; readonly seconds: number }): readonly Of[] {
  return perProject(runs, (mine, project) =>
    mbs.flatMap(rate => {
      const change = mine.filter(r => r.scene === 'code change' && r.rate === rate)
      const [ours, own] = [median(change.filter(r => r.by === 'ours')), median(change.filter(r => r.by === native))]
      if (Number.isNaN(ours)) return []
      const limit = more.factor * own + more.seconds
      const cpu = median(
        change.filter(r => r.by === 'ours'),
        r => r.cpu,
      )
      const ownCpu = median(
        change.filter(r => r.by === native),
        r => r.cpu,
      )
      return [
        {
          of: `${project}, ${rate} MB/s`,
          value: `${s(ours)} / ${s(own)}, limit ${s(limit)}; CPU ${s(cpu)} / ${s(ownCpu)}`,
          ok: ours <= limit,
          others: list(change, theirs => s(median(theirs))),
        },
      ]
    }),
  )
}

const figures: readonly Figure[] = [
  {
    figure: 'external crates compiled after a code change, a version bump, a metadata change',
    must: '0',
    ifMissed: 'an ingredient of the key changed that should not: `cache explain` names it',
    rows: runs =>
      perProject(rustRuns(runs), (mine, project) => {
        const scenes = ['code change', 'version bump', 'metadata change']
        const counts = (all: readonly Recorded[]) =>
          scenes.map(scene => {
            const there = all.filter(r => r.scene === scene).flatMap(r => r.crates?.external ?? [])
            return there.length === 0 ? '–' : String(Math.max(...there))
          })
        const ours = counts(mine.filter(r => r.by === 'ours'))
        const others = list(mine, theirs => counts(theirs).join(' / '))
        return [{ of: project, value: ours.join(' / '), ok: ours.every(n => n === '0' || n === '–'), others }]
      }),
  },
  {
    figure: 'own crates compiled / those that depend on the change',
    must: '1.0; nothing changed: 0',
    ifMissed: 'the times of the own sources were not those of the build that was saved',
    rows: runs =>
      perProject(rustRuns(runs), (mine, project) => {
        const scenes = rustProjects.find(p => p.name === project)?.scenes ?? {}
        return Object.entries(scenes).flatMap(([scene, { closure }]) => {
          const there = mine.filter(r => r.scene === scene)
          if (closure === undefined || there.length === 0) return []
          const own = (all: readonly Recorded[]) => Math.max(...all.map(r => r.crates?.own ?? 0))
          const ours = own(there.filter(r => r.by === 'ours'))
          return [
            {
              of: `${project}, ${scene}`,
              value: `${ours} / ${closure}`,
              ok: ours === closure,
              others: list(there, a => String(own(a))),
            },
          ]
        })
      }),
  },
  {
    figure: "restored bytes / rust-cache's (target and registry)",
    must: '<= 0.60',
    ifMissed: 'what is compiled for a build of few crates is small beside zig’s part and the project’s own executable',
    rows: runs =>
      perProject(rustRuns(runs), (mine, project) => {
        const change = mine.filter(r => r.scene === 'code change')
        const ours = median(
          change.filter(r => r.by === 'ours'),
          r => sum(r.restored, /^rust-/),
        )
        const zig = median(
          change.filter(r => r.by === 'ours'),
          r => sum(r.restored, /^zig-/),
        )
        const theirs = median(
          change.filter(r => r.by === "rust-cache's rules"),
          r => r.downBytes,
        )
        if (Number.isNaN(ours) || Number.isNaN(theirs)) return []
        const value = `${(ours / theirs).toFixed(2)} (${mb(ours)} / ${mb(theirs)}); and zig's C library, ${mb(zig)}`
        return [
          {
            of: project,
            value,
            ok: ours / theirs <= 0.6,
            others: list(change, all => mb(median(all, r => r.downBytes))),
          },
        ]
      }),
  },
  {
    figure: 'code change: restore and build / native warm rebuild',
    must: '<= 1.10 x + 2 s',
    ifMissed:
      'beside the build stand the start of two Node processes, the plan, unpacking, and the verification of the executable; on a machine with load each of them waits for a core',
    rows: runs => beside(rustRuns(runs), { factor: 1.1, seconds: 2 }),
  },
  {
    figure: 'code change with `profile: pr` / native non-incremental rebuild',
    must: '<= 0.35',
    ifMissed: 'the program has little code of its own: what is left is the link, and what surrounds the build',
    rows: runs =>
      perProject(rustRuns(runs), (mine, project) =>
        mbs.flatMap(rate => {
          const change = mine.filter(r => r.scene === 'code change' && r.rate === rate)
          const ours = change.filter(r => r.by === 'ours, profile: pr')
          if (ours.length === 0) return []
          const [wall, own] = [median(ours), median(change.filter(r => r.by === native))]
          const built = median(ours, r => r.stages?.['build'] ?? r.wall)
          const value = `${(wall / own).toFixed(2)} (${s(wall)} / ${s(own)}; of it the build ${s(built)})`
          return [{ of: `${project}, ${rate} MB/s`, value, ok: wall / own <= 0.35, others: '' }]
        }),
      ),
  },
  {
    figure: 'bytes uploaded after a version bump',
    must: 'own pack only',
    ifMissed: 'crates from outside were uploaded again',
    rows: runs =>
      perProject(rustRuns(runs), (mine, project) => {
        const [ours] = by(mine, 'ours', 'version bump')
        if (!ours) return []
        const value =
          Object.entries(ours.saved)
            .map(([kind, bytes]) => `${kind} ${mb(bytes)}`)
            .join(', ') || '0'
        const others = list(
          mine.filter(r => r.scene === 'version bump'),
          all => mb(median(all, r => r.upBytes)),
        )
        return [
          { of: project, value, ok: !Object.keys(ours.saved).some(kind => /^rust-(hot|cold)$/.test(kind)), others },
        ]
      }),
  },
  {
    figure: 'Go code change: restore and build / native incremental',
    must: '<= 1.1 x + 5 s',
    ifMissed: 'unpacking and the link wait for a core on a machine with load',
    rows: runs =>
      beside(
        runs.filter(r => r.project === 'caddy'),
        { factor: 1.1, seconds: 5 },
      ),
  },
  {
    figure: 'ccache: direct hits on another runner; restore and build / cold build',
    must: '>= 99 %; <= 0.15',
    ifMissed:
      'the link is not cached, and make starts a compiler for each file in any case; a program of more files comes below',
    rows: runs =>
      perProject(
        runs.filter(r => r.objects),
        (mine, project) => {
          const again = mine.filter(r => r.scene === 'another runner')
          const [cold] = by(mine, 'ours', 'cold')
          const ours = again.filter(r => r.by === 'ours')
          if (!cold || ours.length === 0) return []
          const share = (all: readonly Recorded[]) =>
            Math.min(...all.map(({ objects: o }) => (o ? o.direct / (o.direct + o.other + o.compiled) : 0)))
          const used = (r: Recorded) => (r.stages?.['restore'] ?? 0) + (r.stages?.['build'] ?? 0)
          const ratio = median(ours, used) / (cold.stages?.['build'] ?? Number.NaN)
          const value = `${(100 * share(ours)).toFixed(1)} %; ${ratio.toFixed(2)} (${s(median(ours, used))} / ${s(cold.stages?.['build'] ?? 0)})`
          const others = list(mine, all => {
            const [first, later] = [all.find(r => r.scene === 'cold'), all.filter(r => r.scene !== 'cold')]
            return first && later.length > 0
              ? `${(100 * share(later)).toFixed(1)} %; ${(median(later) / first.wall).toFixed(2)} (${s(median(later))} / ${s(first.wall)})`
              : null
          })
          return [{ of: project, value, ok: share(ours) >= 0.99 && ratio <= 0.15, others }]
        },
      ),
  },
  {
    figure: 'first zig link with what was kept / warm link',
    must: '<= 1.2',
    ifMissed: 'zig reads the whole of what was unpacked once',
    rows: runs =>
      perProject(
        runs.filter(r => r.project.startsWith('zig ')),
        (mine, project) => {
          const built = (scene: string) => median(by(mine, 'ours', scene), r => r.stages?.['build'] ?? Number.NaN)
          const [seeded, warm, cold] = [built('seeded'), built('warm'), built('cold')]
          if (Number.isNaN(seeded)) return []
          const two = (x: number) => `${x.toFixed(2)} s`
          return [
            {
              of: project,
              value: `${(seeded / warm).toFixed(2)} (${two(seeded)} / ${two(warm)})`,
              ok: seeded / warm <= 1.2,
              others: `without a cache ${two(cold)}`,
            },
          ]
        },
      ),
  },
  {
    figure: 'own overhead without transport',
    must: '<= 0.6 s light, <= 1.0 s heavy',
    ifMissed:
      'measured beside other work: see the loads below, and `bench/run`, which measures the same on a project that is not cached',
    rows: runs =>
      perProject(rustRuns(runs), (mine, project) => {
        const there = by(mine, 'ours', 'readme').filter(r => r.stages !== undefined)
        if (there.length === 0) return []
        const value = Math.min(...there.map(overhead))
        const limit = project === 'service' ? 1 : 0.6
        return [
          {
            of: `${project} (${limit === 1 ? 'heavy' : 'light'})`,
            value: `${value.toFixed(2)} s, median ${median(there, overhead).toFixed(2)} s`,
            ok: value <= limit,
            others: '',
          },
        ]
      }),
  },
]

/** Start, plan, keys, times of files, verification, archive: all but the compilers, and the entries on their way. Pure. */
function overhead({ wall, stages = {}, fetched = {} }: Recorded): number {
  const rust = (fetched['rust-hot'] ?? 0) + (fetched['rust-own'] ?? 0)
  return wall - (stages['build'] ?? 0) - Math.max(rust, fetched['zig-runtime'] ?? 0)
}
