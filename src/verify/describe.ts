import type { FileReport, Finding } from '../report/schema.ts'
import { type Reach, reach } from './distributions.ts'
import { explain, importsOf } from './explain.ts'
import type { FindingId } from './findings.ts'
import { glibcWithoutMarkers, isGlibcLibrary, runtimeBaseline } from './floors.ts'
import { gccFor } from './gcc.ts'
import { libcNames } from './identity.ts'
import { isStatic, type Subject } from './subject.ts'

/** Errors after which no promise about distributions can be made. */
const nowhere: ReadonlySet<string> = new Set<FindingId>([
  ...(['malformed', 'truncated', 'limit', 'unreadable', 'elf-kind', 'os-abi', 'arch-unknown', 'abi-flags'] as const),
  ...(['interpreter', 'glibc-abi-unknown', 'glibc-private', 'relr-unmarked', 'unversioned', 'upx'] as const),
])

type Described = Pick<
  FileReport,
  | 'arch'
  | 'linkage'
  | 'interpreter'
  | 'needed'
  | 'floor'
  | 'explanations'
  | 'runsOn'
  | 'notOn'
  | 'dependsOn'
  | 'imports'
>

/** What the report says of a file beside its findings. @param imports whether every needed symbol is listed too */
export function describe(subject: Subject, findings: readonly Finding[], imports = false): Described {
  const { elf, linkage, floor, identity } = subject
  const { runsOn, fails, depends } = where(subject)
  const lost = findings.some(f => f.severity !== 'info' && nowhere.has(f.id))
  return {
    arch: identity.arch,
    linkage,
    interpreter: elf.interpreter,
    needed: [...(elf.dynamic?.needed ?? [])],
    floor,
    explanations: explanations(subject),
    runsOn: lost ? [] : [...runsOn],
    ...(lost || fails.length === 0 ? {} : { notOn: [...fails] }),
    ...(lost || depends.length === 0 ? {} : { dependsOn: [...depends] }),
    ...(imports ? { imports: importsOf(elf) } : {}),
  }
}

const series = ['glibc', 'glibcxx', 'cxxabi', 'gcc'] as const

/** Versions above what is promised; the greatest of each series where nothing is. */
function explanations({ elf, policy, floor }: Subject): FileReport['explanations'] {
  const promised = policy.floor.glibc
  const baseline = promised === null ? null : runtimeBaseline(promised)
  const most = { glibcxx: null, cxxabi: null, gcc: null, ...baseline, glibc: promised }
  return series.flatMap(name => (floor[name] === null ? [] : explain(elf, name, most[name])))
}

/** Names that only Android's libraries have: its libc.so is not musl's. */
const bionic = /^lib(dl|m|log|android)\.so$/

const anywhere = (where: string): Reach => ({ runsOn: [where], fails: [], depends: [] })
const unknown: Reach = { runsOn: [], fails: [], depends: [] }

/** Other libraries than the libc's own and those of GCC must be there too: they are named with every release. */
function where({ elf, linkage, floor, identity }: Subject): Reach {
  const { kernel } = elf.notes
  if (isStatic(linkage)) return anywhere(kernel === null ? 'any Linux' : `any Linux (kernel ${kernel}+)`)
  if (identity.arch === null) return unknown
  const needed = elf.dynamic?.needed ?? []
  if (needed.some(name => bionic.test(name))) return unknown
  const isMusl = linkage === 'dynamic-musl' || needed.some(name => libcNames.musl.test(name))
  if (linkage === 'shared-library' && !isMusl && floor.glibc === null) return unknown
  const others = [...new Set(needed.filter(name => !isGlibcLibrary(name) && !libcNames.musl.test(name)))]
  const more = others.length > 4 ? `${others.length} more libraries` : others.join(', ')
  const gcc = gccFor(floor)
  const { number, markers } = glibcWithoutMarkers(elf)
  const { runsOn, ...rest } = isMusl
    ? reach(identity.arch, 'musl', floor.musl, { gcc })
    : reach(identity.arch, 'glibc', number, { gcc, markers })
  return { ...rest, runsOn: runsOn.map(release => (more === '' ? release : `${release} with ${more}`)) }
}
