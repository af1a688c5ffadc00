import { readElf } from '../elf/elf.ts'
import { hasMagic, sizesOf } from '../elf/header.ts'
import { limits } from '../elf/limits.ts'
import { ElfError } from '../elf/problem.ts'
import type { ByteSource } from '../elf/reader.ts'
import { Budget } from '../payload/budget.ts'
import type { FileReport } from '../report/schema.ts'
import { check } from './check.ts'
import { describe } from './describe.ts'
import { type Digest, type DigestWish, digestOf, type Parts } from './digest.ts'
import { finding } from './findings.ts'
import { describeForeign } from './foreign.ts'
import { needlesFor } from './needles.ts'
import { judgePayload } from './nested.ts'
import { refuseError } from './open.ts'
import { blank, withFindings } from './outcome.ts'
import type { Policy } from './policy.ts'
import { masked, type Secret } from './secrets.ts'
import { isStatic, makeSubject, type Subject } from './subject.ts'

/** What is known of bytes beside the bytes: a file's, or a member's of an archive. */
export interface ByteFacts {
  /** How the report names them. */
  readonly name: string
  /** Permission bits. */
  readonly mode: number
}

/** What a caller may say beside the policy. */
export interface ByteOptions {
  /** Absolute paths of the build machine that must not be in the bytes. */
  readonly forbiddenPaths?: readonly string[]
  /** Values that must not be in the bytes; no report shows them. */
  readonly secrets?: readonly Secret[]
  /** How many files these bytes are inside of; 0 for a file of its own. */
  readonly depth?: number
  /** `performance.now()` after which the file and all that is in it have had their time. */
  readonly deadline?: number
  /** Whether the report names the sha256: `auto` leaves it out where it would mean reading a huge file as a whole. */
  readonly digest?: DigestWish
  /** Whether the report lists every symbol that is needed from outside (`--explain`). */
  readonly imports?: boolean
  /** What everything that is packed in the file may cost together. */
  readonly budget?: Budget
}

/**
 * Judges bytes of any source against a policy. Never throws: what cannot be read, parsed or recognized is a finding,
 * and the bytes are not verified.
 */
export async function judgeBytes(
  source: ByteSource,
  facts: ByteFacts,
  policy: Policy,
  options: ByteOptions = {},
): Promise<FileReport> {
  const empty = { ...blank(facts.name, policy), size: source.size }
  try {
    const report = await judge(source, facts, empty, policy, {
      forbiddenPaths: [],
      secrets: [],
      depth: 0,
      deadline: performance.now() + limits.time,
      digest: 'auto',
      imports: false,
      budget: new Budget(),
      ...options,
    })
    return masked(report, options.secrets ?? [])
  } catch (error) {
    const { reason, evidence } = refuseError(error)
    return withFindings(empty, [finding('unreadable', `the file cannot be read: ${reason}`, evidence)])
  }
}

const noDigest: Digest = { sha256: null, hits: [], findings: [] }
const noParts: Parts = { segments: [], sections: [] }

async function judge(
  source: ByteSource,
  facts: ByteFacts,
  empty: FileReport,
  policy: Policy,
  options: Required<ByteOptions>,
): Promise<FileReport> {
  const { size } = source
  const start = bytesUpTo(source, 64)
  if (!hasMagic(start)) {
    const digest = await digestOf(source, noParts, [], options.digest, options.deadline)
    const base = withFindings({ ...empty, sha256: digest.sha256 }, digest.findings)
    const report = await judgePayload(base, source, null, policy, options, judgeBytes)
    // A package is judged by its members; what could not be opened has said so.
    if (report.kind !== undefined || report.findings.some(f => f.severity === 'error')) return report
    const what = describeForeign(start)
    return withFindings(report, [finding('not-elf', `this is ${what}`, start.subarray(0, 16).toString('latin1'))])
  }
  let subject: Subject
  try {
    const elf = readElf(source)
    const packed = isPacked(source, elf.header.phoff + elf.header.phnum * sizesOf(elf.header).segment)
    subject = makeSubject(elf, policy, { size, mode: facts.mode, packed, hits: [] })
  } catch (error) {
    if (!(error instanceof ElfError)) throw error
    const digest = await digestOf(source, noParts, [], options.digest, options.deadline)
    const damaged = finding(error.kind, error.message, error.evidence)
    return withFindings({ ...empty, sha256: digest.sha256 }, [damaged, ...digest.findings])
  }
  const paths = [...options.forbiddenPaths, ...(policy.forbidPaths ?? [])]
  const needles = needlesFor(isStatic(subject.linkage) && subject.elf.notes.kernel !== null, paths, options.secrets)
  const isWanted = options.digest !== 'never' || needles.length > 0
  const digest = isWanted ? await digestOf(source, subject.elf, needles, options.digest, options.deadline) : noDigest
  const whole = { ...subject, file: { ...subject.file, hits: digest.hits } }
  const findings = [...check(whole), ...digest.findings]
  const own = { ...empty, sha256: digest.sha256, ...describe(whole, findings, options.imports) }
  return judgePayload(withFindings(own, findings), source, subject.elf, policy, options, judgeBytes)
}

/** `UPX!` */
const upxMark = 0x55505821

/** UPX puts its mark right after the program headers (`l_info`: a checksum, then the magic). */
function isPacked(source: ByteSource, end: number): boolean {
  const mark = Buffer.allocUnsafe(4)
  return end + 8 <= source.size && source.read(mark, end + 4) === 4 && mark.readUInt32BE() === upxMark
}

/** The first bytes, as many as there are; not cleared before, which is most of what making a buffer costs. */
function bytesUpTo(source: ByteSource, most: number): Buffer {
  const start = Buffer.allocUnsafe(Math.min(source.size, most))
  return start.subarray(0, source.read(start, 0))
}
