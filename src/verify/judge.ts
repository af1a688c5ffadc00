import { closeSync, fstatSync, readSync } from 'node:fs'
import type { FileReport } from '../report/schema.ts'
import { fileChanged } from './digest.ts'
import { finding } from './findings.ts'
import { type ByteOptions, judgeBytes } from './judge-bytes.ts'
import { openRegular, refuseError } from './open.ts'
import { blank, withFindings } from './outcome.ts'
import type { Policy } from './policy.ts'

/** What a caller may say beside the policy. */
export interface JudgeOptions extends ByteOptions {
  /** How the report names the file; its path when missing. */
  readonly name?: string
}

/**
 * Judges one file against a policy, from its bytes alone. Never throws and never waits: what cannot be read, parsed or
 * recognized is a finding, and the file is not verified.
 */
export async function judgeFile(path: string, policy: Policy, options: JudgeOptions = {}): Promise<FileReport> {
  const name = options.name ?? path
  const opened = openRegular(path)
  if ('reason' in opened) {
    const cause = finding('unreadable', `the file cannot be read: ${opened.reason}`, opened.evidence)
    return withFindings(blank(name, policy), [cause])
  }
  const { fd, stats } = opened
  try {
    const read = (target: Uint8Array, at: number) => readSync(fd, target, 0, target.length, at)
    const report = await judgeBytes({ size: stats.size, read }, { name, mode: stats.mode }, policy, options)
    const after = fstatSync(fd)
    const same = after.size === stats.size && after.mtimeMs === stats.mtimeMs
    return same || report.findings.some(f => f.id === 'unreadable') ? report : withFindings(report, [fileChanged()])
  } catch (error) {
    const { reason, evidence } = refuseError(error)
    return withFindings(blank(name, policy), [finding('unreadable', `the file cannot be read: ${reason}`, evidence)])
  } finally {
    closeSync(fd)
  }
}
