import type { FileReport, Finding } from '../report/schema.ts'
import { sortFindings } from './findings.ts'
import type { Policy } from './policy.ts'

const noFloor = { glibc: null, musl: null, glibcxx: null, cxxabi: null, gcc: null }

/** The report of a file of which nothing is known yet. */
export function blank(path: string, policy: Policy): FileReport {
  return {
    path,
    sha256: null,
    size: null,
    target: policy.target,
    arch: null,
    linkage: 'not-elf',
    interpreter: null,
    needed: [],
    floor: noFloor,
    explanations: [],
    runsOn: [],
    findings: [],
    payload: [],
    verified: false,
  }
}

/** Adds findings to a report (a failed start) and settles again whether the file is verified. */
export function withFindings(report: FileReport, findings: readonly Finding[]): FileReport {
  const all = sortFindings([...report.findings, ...findings])
  const wrong = all.some(f => f.severity === 'error') || report.payload.some(p => !p.verified)
  return { ...report, findings: all, verified: !wrong }
}
