import { readElf } from '../../src/elf/elf.ts'
import { ElfError } from '../../src/elf/problem.ts'
import type { Finding } from '../../src/report/schema.ts'
import { check } from '../../src/verify/check.ts'
import type { Policy } from '../../src/verify/policy.ts'
import { type FileFacts, makeSubject, type Subject } from '../../src/verify/subject.ts'
import { sourceOf } from './elf-source.ts'

/** The judgement of a file in memory: what the check is given, and what it says. */
export function judgeBytes(
  bytes: Buffer,
  policy: Policy,
  facts: Partial<FileFacts> = {},
): { subject: Subject | null; findings: Finding[]; verified: boolean } {
  try {
    const file = { size: bytes.length, mode: 0o755, packed: false, hits: [], ...facts }
    const subject = makeSubject(readElf(sourceOf(bytes)), policy, file)
    const findings = check(subject)
    return { subject, findings, verified: !findings.some(f => f.severity === 'error') }
  } catch (error) {
    if (error instanceof ElfError) return { subject: null, findings: [], verified: false }
    throw error
  }
}
