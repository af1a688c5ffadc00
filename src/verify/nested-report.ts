import { type ArchName, archs } from '../arch.ts'
import type { FileReport, Finding } from '../report/schema.ts'
import { maxVersion } from '../version.ts'
import { finding } from './findings.ts'
import { libcNames } from './identity.ts'
import { placesOfAll } from './nested-places.ts'
import { withFindings } from './outcome.ts'
import type { Policy } from './policy.ts'
import { applyRules } from './rules.ts'

/** What was found inside a file. */
export interface Nested {
  readonly kind: string
  /** Members that were judged. */
  readonly reports: readonly FileReport[]
  /** Names, without directories, of the judged members and of links: what the loader finds beside a program. */
  readonly names: ReadonlySet<string>
  /** Members that are no ELF files. */
  readonly skipped: number
  /** What is wrong with the package itself. */
  readonly findings: readonly Finding[]
}

/**
 * What is demanded of members: the same, but they may be shared libraries; those of an executable are for its machine and are
 * not bound to its commit.
 * @param outer the report of the executable that holds them, or null for an archive
 */
export function memberPolicy(policy: Policy, outer: FileReport | null): Policy {
  const linkage = policy.linkage && [...new Set([...policy.linkage, 'shared-library' as const])]
  if (outer === null) return { ...policy, linkage }
  const { commit: _, ...rest } = policy
  return { ...rest, linkage, arch: isArch(outer.arch) ? outer.arch : policy.arch }
}

/** Whether a report is of a package in which there was nothing to judge, and nothing wrong. */
export function isNothing(report: FileReport): boolean {
  const foreign = report.findings.every(f => f.severity !== 'error' || f.id === 'not-elf')
  return report.kind !== undefined && report.linkage === 'not-elf' && report.payload.length === 0 && foreign
}

/** Adds what was found inside to the report of the file. @param isElf whether the file itself is a program */
export function withPayload(report: FileReport, isElf: boolean, nested: Nested, policy: Policy): FileReport {
  const payload = nested.reports.map(r => supplied(r, nested.names))
  const whole = { ...report, kind: nested.kind, skipped: nested.skipped, payload }
  const own = report.findings.filter(f => f.id !== 'trailing-data' && !isForgiven(f, report, payload, policy))
  const raised = raise(whole, isElf, nested.names)
  const { notOn: _notOn, dependsOn: _dependsOn, ...bare } = whole
  const base = payload.length === 0 ? whole : bare
  return withFindings({ ...base, ...raised.fields, findings: own }, [
    ...nested.findings,
    ...applyRules(raised.findings, policy),
    ...(nested.findings.length > 0 && payload.length === 0 ? [] : summary(whole, isElf)),
  ])
}

/** A static program that only unpacks others (AppImage's) is as good as what it unpacks. */
function isForgiven(found: Finding, report: FileReport, payload: readonly FileReport[], policy: Policy): boolean {
  if (found.id !== 'linkage-mismatch' || !report.linkage.startsWith('static')) return false
  return payload.some(p => policy.linkage?.includes(p.linkage)) === true
}

/** A library that lies in the same package need not be on the system; those of the libc always come from there. */
function supplied(report: FileReport, names: ReadonlySet<string>): FileReport {
  const isHere = (f: Finding) =>
    f.id === 'needed-not-allowed' &&
    names.has(f.evidence) &&
    !libcNames.glibc.has(f.evidence) &&
    !libcNames.musl.test(f.evidence)
  return report.findings.some(isHere)
    ? withFindings({ ...report, findings: report.findings.filter(f => !isHere(f)) }, [])
    : report
}

function summary({ payload, kind, skipped }: FileReport, isElf: boolean): Finding[] {
  const bad = payload.filter(p => !p.verified)
  if (bad.length > 0) {
    const evidence = bad.slice(0, 3).map(p => p.path)
    const message = `${bad.length} of ${payload.length} packed ${payload.length === 1 ? 'file is' : 'files are'} not as demanded`
    return [finding('payload-member', message, evidence.join(', '))]
  }
  if (isElf || payload.length > 0) return []
  return [finding('not-elf', `this is a ${kind} package without any Linux executable`, `${skipped} other files`)]
}

const series = ['glibc', 'musl', 'glibcxx', 'cxxabi', 'gcc'] as const

/** What the whole needs: the most of what it and its members need, and which member it is. */
function raise(
  report: FileReport,
  isElf: boolean,
  names: ReadonlySet<string>,
): { fields: Partial<FileReport>; findings: Finding[] } {
  const { payload } = report
  const floor = { ...report.floor }
  const by = new Map<(typeof series)[number], FileReport>()
  for (const member of payload) {
    for (const name of series) {
      const most = maxVersion(floor[name], member.floor[name])
      if (most === floor[name]) continue
      floor[name] = most
      by.set(name, member)
    }
  }
  const archNames = [...new Set(payload.map(p => p.arch))]
  const arch = isElf ? report.arch : archNames.length === 1 ? (archNames[0] ?? null) : null
  const raising = [...new Set(by.values())]
  const known = new Set(report.explanations.map(e => `${e.version} ${e.library}`))
  const more = raising.flatMap(m => m.explanations).filter(e => !known.has(`${e.version} ${e.library}`))
  const libc = by.get('glibc') ? 'glibc' : by.get('musl') ? 'musl' : null
  const told = isElf || payload.length > 1
  return {
    fields: {
      arch,
      floor,
      explanations: [...report.explanations, ...uniqueExplanations(more)],
      ...(payload.length === 0
        ? {}
        : placesOfAll(isElf ? [report, ...payload] : payload, isArch(arch) ? arch : null, floor, names)),
    },
    findings: !told || libc === null ? [] : [raisedBy(libc, by.get(libc), report, floor)],
  }
}

function raisedBy(
  libc: 'glibc' | 'musl',
  member: FileReport | undefined,
  report: FileReport,
  floor: FileReport['floor'],
): Finding {
  const before = report.floor[libc]
  const message = `${member?.path} needs ${libc} ${floor[libc]}, ${before === null ? 'the most of all' : `the file itself ${before}`}`
  const symbols = member?.explanations.find(e => e.version.endsWith(`_${floor[libc]}`))?.symbols ?? []
  return finding('payload-floor', message, symbols.slice(0, 6).join(', '))
}

function uniqueExplanations(explanations: FileReport['explanations']): FileReport['explanations'] {
  const byKey = new Map(explanations.map(e => [`${e.version} ${e.library}`, e]))
  return [...byKey.values()]
}

function isArch(name: string | null): name is ArchName {
  return name !== null && Object.hasOwn(archs, name)
}
