import { rustProjects } from '../projects.ts'
import type { Recorded } from '../run.ts'
import type { Figure } from './figure.ts'
import { by, bytesOf, inScene, median, megabytes, ofOthers, perProject, seconds } from './select.ts'
import { besideNative, pullRequestProfile } from './times.ts'

const rust = (runs: readonly Recorded[]) => runs.filter(r => rustProjects.some(p => p.name === r.project))
const most = (runs: readonly Recorded[], which: 'external' | 'own') =>
  Math.max(...runs.map(r => r.crates?.[which] ?? 0))

/** The figures on Rust, in the order of the page. */
export const rustFigures: readonly Figure[] = [
  {
    figure: 'external crates compiled after a code change / a version bump / a metadata change',
    must: '0',
    ifMissed: 'an ingredient of the key changed that should not: `cache explain` names it',
    rows: runs =>
      perProject(rust(runs), (mine, project) => {
        const scenes = ['code change', 'version bump', 'metadata change'].filter(s => inScene(mine, s).length > 0)
        const counts = (all: readonly Recorded[]) => scenes.map(scene => most(inScene(all, scene), 'external'))
        const ours = counts(by(mine, 'ours'))
        if (scenes.length === 0) return []
        const others = ofOthers(mine, all => counts(all).join(' / '))
        return [
          { of: `${project}, ${scenes.join(' / ')}`, value: ours.join(' / '), ok: ours.every(n => n === 0), others },
        ]
      }),
  },
  {
    figure: 'own crates compiled / those that depend on the change',
    must: '1.0; nothing changed: 0',
    ifMissed: 'the times of the own sources were not those of the build that was saved',
    rows: runs =>
      perProject(rust(runs), (mine, project) =>
        Object.entries(rustProjects.find(p => p.name === project)?.scenes ?? {}).flatMap(([scene, { closure }]) => {
          const there = inScene(mine, scene)
          if (closure === undefined || by(there, 'ours').length === 0) return []
          const own = most(by(there, 'ours'), 'own')
          const others = ofOthers(there, all => String(most(all, 'own')))
          return [{ of: `${project}, ${scene}`, value: `${own} / ${closure}`, ok: own === closure, others }]
        }),
      ),
  },
  {
    figure: "restored bytes / rust-cache's (target and registry)",
    must: '<= 0.60',
    ifMissed: 'what has to be whole (libraries for the linker, procedural macros) is a larger share of fewer crates',
    rows: runs =>
      perProject(rust(runs), (mine, project) => {
        const change = inScene(mine, 'code change')
        const [ours, theirs] = [by(change, 'ours'), by(change, "rust-cache's rules")]
        if (ours.length === 0 || theirs.length === 0) return []
        const [here, there] = [median(ours, r => bytesOf(r.restored, /^rust-/)), median(theirs, r => r.downBytes)]
        const zig = median(ours, r => bytesOf(r.restored, /^zig-/))
        const value = `${(here / there).toFixed(2)} (${megabytes(here)} / ${megabytes(there)}); beside it zig's C library, ${megabytes(zig)}`
        return [
          {
            of: project,
            value,
            ok: here / there <= 0.6,
            others: ofOthers(change, all => megabytes(median(all, r => r.downBytes))),
          },
        ]
      }),
  },
  {
    figure: 'code change: restore and build / native warm rebuild',
    must: '<= 1.10 x + 2 s',
    ifMissed:
      'beside the build stand the start of Node, the plan, unpacking and the verification of the executable; on a machine with load each of them waits for a core',
    rows: runs => besideNative(rust(runs), { factor: 1.1, seconds: 2 }),
  },
  pullRequestProfile,
  {
    figure: 'bytes uploaded after a version bump',
    must: 'own pack only',
    ifMissed: 'crates from outside were uploaded again',
    rows: runs =>
      perProject(rust(runs), (mine, project) => {
        const there = inScene(mine, 'version bump')
        const [ours] = by(there, 'ours')
        if (!ours) return []
        const value = Object.entries(ours.saved).map(([kind, bytes]) => `${kind} ${megabytes(bytes)}`)
        const ok = !Object.keys(ours.saved).some(kind => /^rust-(hot|cold)$/.test(kind))
        const others = ofOthers(there, all => megabytes(median(all, r => r.upBytes)))
        return [{ of: project, value: value.join(', ') || '0', ok, others }]
      }),
  },
  {
    figure: 'own overhead without transport',
    must: '<= 0.6 s light, <= 1.0 s heavy',
    ifMissed: 'it is measured beside other work: the loads are below',
    rows: runs =>
      perProject(rust(runs), (mine, project) => {
        const there = inScene(by(mine, 'ours'), 'readme').filter(r => r.stages !== undefined)
        if (there.length === 0) return []
        const [least, limit] = [Math.min(...there.map(overhead)), project === 'service' ? 1 : 0.6]
        const value = `least ${seconds(least, 2)}, median ${seconds(median(there, overhead), 2)}`
        return [{ of: `${project} (${limit === 1 ? 'heavy' : 'light'})`, value, ok: least <= limit, others: '' }]
      }),
  },
]

/** Start, plan, keys, times of files, verification, archive: all but the compilers, and the entries on their way. */
function overhead({ wall, stages = {}, fetched = {} }: Recorded): number {
  // those of cargo come one after the other, that of zig beside them
  const crates = (fetched['rust-hot'] ?? 0) + (fetched['rust-own'] ?? 0)
  return wall - (stages['build'] ?? 0) - Math.max(crates, fetched['zig-runtime'] ?? 0)
}
