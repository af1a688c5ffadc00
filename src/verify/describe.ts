import type { FileReport, Finding } from '../report/schema.ts'
import { reach } from './distributions.ts'
import { explain } from './explain.ts'
import type { FindingId } from './findings.ts'
import { isGlibcLibrary, runtimeBaseline } from './floors.ts'
import { libcNames } from './identity.ts'
import { isStatic, type Subject } from './subject.ts'

/** Errors after which no promise about distributions can be made. */
const nowhere: ReadonlySet<string> = new Set<FindingId>([
  ...(['malformed', 'truncated', 'limit', 'unreadable', 'elf-kind', 'os-abi', 'arch-unknown', 'abi-flags'] as const),
  ...(['interpreter', 'glibc-abi-unknown', 'glibc-private', 'relr-unmarked', 'unversioned', 'upx'] as const),
])

/** What the report says of a file beside its findings. */
export function describe(
  subject: Subject,
  findings: readonly Finding[],
): Pick<FileReport, 'arch' | 'linkage' | 'interpreter' | 'needed' | 'floor' | 'explanations' | 'runsOn'> {
  const { elf, linkage, floor, identity } = subject
  const lost = findings.some(f => f.severity !== 'info' && nowhere.has(f.id))
  return {
    arch: identity.arch,
    linkage,
    interpreter: elf.interpreter,
    needed: [...(elf.dynamic?.needed ?? [])],
    floor,
    explanations: explanations(subject),
    runsOn: lost ? [] : runsOn(subject),
  }
}

/** Versions above what is promised; the greatest of each series where nothing is. */
function explanations({ elf, policy }: Subject): FileReport['explanations'] {
  const promised = policy.floor.glibc
  const baseline = promised === null ? null : runtimeBaseline(promised)
  return [
    ...explain(elf, 'glibc', promised),
    ...explain(elf, 'glibcxx', baseline?.glibcxx ?? null),
    ...explain(elf, 'cxxabi', baseline?.cxxabi ?? null),
    ...explain(elf, 'gcc', baseline?.gcc ?? null),
  ]
}

/** The floor speaks of the libc only, so other libraries that must be there are named with every release. */
function runsOn({ elf, linkage, floor, identity }: Subject): string[] {
  const { kernel } = elf.notes
  if (isStatic(linkage)) return [kernel === null ? 'any Linux' : `any Linux (kernel ${kernel}+)`]
  if (identity.arch === null) return []
  const needed = elf.dynamic?.needed ?? []
  const isMusl = linkage === 'dynamic-musl' || needed.some(name => libcNames.musl.test(name))
  if (linkage === 'shared-library' && !isMusl && floor.glibc === null) return []
  const others = [...new Set(needed.filter(name => !isGlibcLibrary(name) && !libcNames.musl.test(name)))]
  const more = others.length > 4 ? `${others.length} more libraries` : others.join(', ')
  const releases = reach(identity.arch, isMusl ? 'musl' : 'glibc', isMusl ? floor.musl : floor.glibc).runsOn
  return releases.map(release => (more === '' ? release : `${release} with ${more}`))
}
