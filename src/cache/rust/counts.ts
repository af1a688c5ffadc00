import type { CacheCounts } from '../counts.ts'
import type { BuildMessages } from './messages.ts'

/**
 * How many crates were compiled: those from outside, and the project's own. A crate counts as reused when nothing of it
 * was compiled, for no target and not for this machine either. Pure.
 * @param name of the entries
 */
export function countCrates({ units }: BuildMessages, name: string): readonly CacheCounts[] {
  const sides = [
    { kind: 'rust-hot', own: false },
    { kind: 'rust-own', own: true },
  ]
  return sides.flatMap(({ kind, own }) => {
    const mine = units.filter(u => u.own === own)
    const all = new Set(mine.map(u => u.packageId))
    const compiled = new Set(mine.filter(u => !u.fresh).map(u => u.packageId)).size
    const counts: CacheCounts = { id: `${kind} ${name}`, reused: all.size - compiled, compiled, unit: 'crates' }
    return all.size === 0 ? [] : [counts]
  })
}
