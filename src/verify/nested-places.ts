import type { ArchName } from '../arch.ts'
import type { FileReport } from '../report/schema.ts'
import { reach } from './distributions.ts'
import { isGlibcLibrary } from './floors.ts'
import { gccFor } from './gcc.ts'
import { libcNames } from './identity.ts'

/** Where something runs, as reports say it. */
export type Places = Pick<FileReport, 'runsOn' | 'notOn' | 'dependsOn'>

const nowhere: Places = { runsOn: [] }

/**
 * Where a package runs: only where everything in it does.
 * @param arch the one architecture of all of it, or null
 * @param floor the most that the package and its members need
 * @param names of the libraries that the package brings
 */
export function placesOfAll(
  parts: readonly FileReport[],
  arch: ArchName | null,
  floor: FileReport['floor'],
  names: ReadonlySet<string>,
): Places {
  // A library that needs no libc promises nothing and demands nothing.
  const telling = parts.filter(p => p.runsOn.length > 0 || p.linkage !== 'shared-library')
  const [first] = telling
  if (!first || telling.some(p => p.runsOn.length === 0)) return nowhere
  const unsure = telling.find(p => p.dependsOn !== undefined)
  if (unsure) return { runsOn: unsure.runsOn, ...rest(unsure.notOn, unsure.dependsOn) }
  if (floor.glibc === null && floor.musl === null) {
    return telling.every(p => p.runsOn.join() === first.runsOn.join()) ? placesOf(first) : nowhere
  }
  if (arch === null || telling.some(p => p.linkage === 'dynamic-musl') !== (floor.glibc === null)) return nowhere
  const libc = floor.glibc === null ? 'musl' : 'glibc'
  const { runsOn, fails, depends } = reach(arch, libc, floor[libc], { gcc: gccFor(floor) })
  const needed = new Set(telling.flatMap(p => p.needed))
  const others = [...needed].filter(n => !names.has(n) && !isGlibcLibrary(n) && !libcNames.musl.test(n))
  const more = others.length > 4 ? `${others.length} more libraries` : others.join(', ')
  return { runsOn: runsOn.map(r => (more === '' ? r : `${r} with ${more}`)), ...rest(fails, depends) }
}

function placesOf({ runsOn, notOn, dependsOn }: FileReport): Places {
  return { runsOn, ...rest(notOn, dependsOn) }
}

function rest(notOn: readonly string[] = [], dependsOn: readonly string[] = []): Omit<Places, 'runsOn'> {
  return {
    ...(notOn.length > 0 ? { notOn: [...notOn] } : {}),
    ...(dependsOn.length > 0 ? { dependsOn: [...dependsOn] } : {}),
  }
}
