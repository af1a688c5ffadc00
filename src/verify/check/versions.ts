import { tags } from '../../elf/dynamic.ts'
import type { Elf } from '../../elf/elf.ts'
import type { Finding } from '../../report/schema.ts'
import { compareVersions } from '../../version.ts'
import { reach } from '../distributions.ts'
import { explain, hintFor } from '../explain.ts'
import { finding } from '../findings.ts'
import { glibcWithoutMarkers, hardNeeds, meaningOf, muslNeeds, runtimeBaseline } from '../floors.ts'
import type { Subject } from '../subject.ts'

/** Which versions of libraries the file needs, against what its target promises. */
export function checkVersions(subject: Subject): Finding[] {
  return [
    ...unknownNeeds(subject),
    ...glibcFloor(subject),
    ...muslFloor(subject),
    ...runtimeFloors(subject),
    ...relativeRelocations(subject),
    ...unversioned(subject),
  ]
}

function unknownNeeds({ elf }: Subject): Finding[] {
  // A weak need of something unknown is no less unknown.
  return elf.needs.flatMap(need => {
    const { kind } = meaningOf(need)
    if (kind !== 'private' && kind !== 'unknown') return []
    const symbols = (elf.imports.byVersion.get(need.index) ?? []).map(i => i.name)
    const evidence = `${need.version} of ${need.library}${symbols.length > 0 ? `: ${symbols.slice(0, 6).join(', ')}` : ''}`
    return kind === 'private'
      ? [finding('glibc-private', `${need.library} must be one exact build`, evidence)]
      : [finding('glibc-abi-unknown', `${need.version} is not known`, evidence)]
  })
}

/** Properties that raise the floor by an option of the compiler or linker, without any symbol. */
const markerHints: Readonly<Record<string, string>> = {
  GLIBC_ABI_DT_RELR: 'Relative relocations are packed: link with -Wl,-z,nopack-relative-relocs.',
  GLIBC_ABI_GNU2_TLS: 'Thread-local variables use descriptors: compile with -mtls-dialect=gnu.',
  GLIBC_ABI_GNU_TLS: 'The linker marks thread-local storage: link with an older binutils, or with the zig backend.',
  GLIBC_ABI_DT_X86_64_PLT: 'The linker marks its PLT: link with -Wl,-z,nomark-plt.',
}

/** What to do when nothing but such a property raises the floor. */
function markerHint(elf: Elf, floor: string): string | undefined {
  const greatest = hardNeeds(elf).filter(need => {
    const meaning = meaningOf(need)
    return meaning.kind === 'version' && meaning.series === 'glibc' && meaning.number === floor
  })
  const hints = greatest.map(need => markerHints[need.version])
  return hints.every(hint => hint !== undefined) ? hints[0] : undefined
}

function glibcFloor({ elf, floor, policy, identity }: Subject): Finding[] {
  const promised = policy.floor.glibc
  if (promised === null || floor.glibc === null || compareVersions(floor.glibc, promised) <= 0) return []
  const evidence = explain(elf, 'glibc', promised)
    .reverse()
    .map(e => `${e.version} ${e.library}: ${e.symbols.slice(0, 6).join(', ') || 'no symbol'}`)
    .join('; ')
  const { number, markers } = glibcWithoutMarkers(elf)
  const nowhere = { fails: [], runsOn: [], depends: [] }
  const { fails, runsOn, depends } = identity.arch ? reach(identity.arch, 'glibc', number, { markers }) : nowhere
  const not = fails.length > 0 ? `, not on ${fails.join(', ')}` : ''
  const perhaps = depends.length > 0 ? `, on ${depends.join(', ')} with its own patches` : ''
  const where = `runs on ${runsOn.join(', ') || 'no known release'}${perhaps}${not}`
  const message = `glibc ${floor.glibc} is needed, ${promised} is promised: ${where}`
  return [finding('floor-glibc', message, evidence, { hint: markerHint(elf, floor.glibc) ?? hintFor(elf, promised) })]
}

/** musl has no versions of symbols: what is too new is known by its name. */
function muslFloor({ elf, floor, policy }: Subject): Finding[] {
  const promised = policy.floor.musl
  if (promised === undefined || floor.musl === null || compareVersions(floor.musl, promised) <= 0) return []
  const evidence = muslNeeds(elf)
    .filter(need => compareVersions(need.since, promised) > 0)
    .sort((a, b) => compareVersions(b.since, a.since) || (a.what < b.what ? -1 : 1))
    .map(need => `${need.what} (${need.since})`)
  return [finding('floor-musl', `musl ${floor.musl} is needed at least, ${promised} is promised`, evidence.join(', '))]
}

function runtimeFloors({ elf, policy }: Subject): Finding[] {
  const promised = policy.floor.glibc
  const baseline = promised === null ? null : runtimeBaseline(promised)
  if (baseline === null) return []
  return (['glibcxx', 'cxxabi', 'gcc'] as const).flatMap(series => {
    const over = hardNeeds(elf).filter(need => {
      const meaning = meaningOf(need)
      return (
        meaning.kind === 'version' && meaning.series === series && compareVersions(meaning.number, baseline[series]) > 0
      )
    })
    if (over.length === 0) return []
    const evidence = explain(elf, series, baseline[series])
      .reverse()
      .map(e => `${e.version} ${e.library}: ${e.symbols.slice(0, 6).join(', ')}`)
    const message = `systems with glibc ${promised} have ${series} ${baseline[series]} at most`
    return [finding('floor-libstdcxx', message, evidence.join('; '))]
  })
}

/** DT_RELR without the version that says so: glibc since 2.36 refuses it, older ones ignore it and crash. */
function relativeRelocations({ elf, linkage }: Subject): Finding[] {
  if (!elf.dynamic?.values.has(tags.relr)) return []
  if (linkage === 'static-pie') {
    return [
      finding('relr-unmarked', 'relative relocations are packed; the file applies them itself', 'DT_RELR', {
        severity: 'info',
      }),
    ]
  }
  if (linkage !== 'dynamic-glibc' || elf.needs.some(n => n.version === 'GLIBC_ABI_DT_RELR')) return []
  return [finding('relr-unmarked', 'relative relocations are packed without GLIBC_ABI_DT_RELR', 'DT_RELR')]
}

function unversioned({ elf, linkage }: Subject): Finding[] {
  if (linkage !== 'dynamic-glibc' || elf.needs.length > 0 || !elf.dynamic?.needed.includes('libc.so.6')) return []
  return [finding('unversioned', 'glibc is needed, but not which one', 'libc.so.6')]
}
