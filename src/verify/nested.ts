import type { Elf } from '../elf/elf.ts'
import { hasMagic } from '../elf/header.ts'
import { limits } from '../elf/limits.ts'
import type { ByteSource } from '../elf/reader.ts'
import type { Budget, Meter } from '../payload/budget.ts'
import { type Held, hold } from '../payload/held.ts'
import { payloadLimits } from '../payload/limits.ts'
import type { Member, Payload } from '../payload/member.ts'
import { isPayload, looksPacked, openPayload } from '../payload/payload.ts'
import { PayloadError } from '../payload/problem.ts'
import { ByteStream, joined } from '../payload/stream.ts'
import type { FileReport, Finding } from '../report/schema.ts'
import { finding } from './findings.ts'
import { isNothing, memberPolicy, type Nested, withPayload } from './nested-report.ts'
import { withFindings } from './outcome.ts'
import type { Policy } from './policy.ts'
import { applyRules } from './rules.ts'

/** What is told to whoever judges a member. */
export interface NestedOptions {
  /** How many files the file is inside of. */
  readonly depth: number
  /** `performance.now()` until which the file may be read. */
  readonly deadline: number
  /** What everything that is packed may cost together. */
  readonly budget: Budget
}

/** Judges the bytes of a member like those of a file. */
export type JudgeMember<O extends NestedOptions> = (
  source: ByteSource,
  facts: { readonly name: string; readonly mode: number },
  policy: Policy,
  options: O,
) => Promise<FileReport>

/** Bytes of a member that tell whether it is worth unpacking as a whole. */
const probeSize = 512
/** Members with bad names that are told one by one. */
const toldPaths = 20

/**
 * Judges what is packed inside a file and adds it to the file's report: members in `payload`, their worst needs in `floor`.
 * A file in which nothing is packed keeps its report as it is.
 * @param elf the file's structures, or null when it is not ELF
 */
export async function judgePayload<O extends NestedOptions>(
  report: FileReport,
  source: ByteSource,
  elf: Elf | null,
  policy: Policy,
  options: O,
  judge: JudgeMember<O>,
): Promise<FileReport> {
  const told = (found: readonly Finding[]) => withFindings(report, applyRules(found, policy))
  try {
    const opened = await openPayload(source, elf, report.path, options.budget)
    if (opened === null) return report
    if (!isPayload(opened))
      return told([finding('payload-unknown', `the file is ${opened.name}, which is not opened`, opened.evidence)])
    if (options.depth >= payloadLimits.depth) {
      await opened.close()
      throw new PayloadError('limit', `files are packed in files more than ${payloadLimits.depth} deep`, opened.kind)
    }
    const inner = memberPolicy(policy, elf === null ? null : report)
    const nested = await judgeMembers(opened, inner, options, judge)
    return withPayload(report, elf !== null, { ...nested, findings: applyRules(nested.findings, policy) }, policy)
  } catch (error) {
    if (error instanceof PayloadError) return told([problem(error)])
    throw error
  }
}

function problem(error: PayloadError): Finding {
  return finding(error.id, error.message, error.evidence)
}

async function judgeMembers<O extends NestedOptions>(
  payload: Payload,
  policy: Policy,
  options: O,
  judge: JudgeMember<O>,
): Promise<Nested> {
  const { budget } = options
  const reports: FileReport[] = []
  const names = new Set<string>()
  const findings: Finding[] = []
  let skipped = 0
  try {
    for await (const member of payload.members()) {
      budget.member()
      if (isUnsafe(member.path) && findings.length < toldPaths) {
        findings.push(finding('payload-path', 'a packed file would be unpacked outside of its directory', member.path))
      }
      if (member.kind === 'link') names.add(baseName(member.path))
      if (member.kind !== 'file') continue
      const held = await holdIfJudged(member, payload.meter)
      try {
        const deadline = Math.min(budget.deadline, performance.now() + limits.time)
        const inner = { ...options, depth: options.depth + 1, deadline }
        const facts = { name: member.path, mode: member.mode }
        const report = held && (await judge(held.source, facts, policy, inner))
        if (report === null || isNothing(report)) {
          skipped += 1 + (report?.skipped ?? 0)
          continue
        }
        names.add(baseName(member.path))
        reports.push(report)
      } finally {
        held?.close()
      }
    }
  } catch (error) {
    if (!(error instanceof PayloadError)) throw error
    findings.push(problem(error))
  }
  return { kind: payload.kind, reports, names, skipped, findings }
}

/** Unpacks a member that is ELF or a package; null for all others, of which only the start is read. */
async function holdIfJudged(member: Member, meter: Meter): Promise<Held | null> {
  meter.promise(member.size)
  const stream = new ByteStream(member.pieces())
  try {
    const start = Buffer.from(await stream.upTo(probeSize))
    if (!hasMagic(start) && !looksPacked(start, member.path)) return null
    return await hold(joined(start, stream))
  } finally {
    await stream.close()
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A name that leads out of the directory where the package is unpacked; backslashes separate names on some systems. */
function isUnsafe(path: string): boolean {
  return /^[/\\]|^[A-Za-z]:[/\\]|\0/.test(path) || path.split(/[/\\]/).includes('..')
}
