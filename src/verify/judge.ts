import { closeSync, fstatSync, readSync } from 'node:fs'
import type { ByteSource } from '../elf/reader.ts'
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
  const ends = spare.pop() ?? { head: Buffer.allocUnsafeSlow(endSize), tail: Buffer.allocUnsafeSlow(endSize) }
  try {
    const report = await judgeBytes(sourceOf(fd, stats.size, ends), { name, mode: stats.mode }, policy, options)
    const after = fstatSync(fd)
    const same = after.size === stats.size && after.mtimeMs === stats.mtimeMs
    return same || report.findings.some(f => f.id === 'unreadable') ? report : withFindings(report, [fileChanged()])
  } catch (error) {
    const { reason, evidence } = refuseError(error)
    return withFindings(blank(name, policy), [finding('unreadable', `the file cannot be read: ${reason}`, evidence)])
  } finally {
    spare.push(ends)
    closeSync(fd)
  }
}

/** Bytes at the start of a file that are read at once, and at its end: headers, names and marks are looked at one by one. */
const endSize = 1 << 14

/** Room for both ends of a file. */
interface Ends {
  readonly head: Buffer
  readonly tail: Buffer
}

/** Room that is not in use: as much as files are judged at a time. */
const spare: Ends[] = []

/** An open file. What is asked of its ends is answered from memory after the first time. */
function sourceOf(fd: number, size: number, { head, tail }: Ends): ByteSource {
  const read = (target: Uint8Array, at: number) => readSync(fd, target, 0, target.length, at)
  const tailAt = Math.floor(size / endSize) * endSize
  let headLength = -1
  let tailLength = -1
  return {
    size,
    read(target, at) {
      const end = at + target.length
      if (end <= endSize) {
        if (headLength < 0) headLength = read(head.subarray(0, Math.min(endSize, size)), 0)
        return head.copy(target, 0, at, Math.min(end, headLength))
      }
      if (at < tailAt || end > size) return read(target, at)
      if (tailLength < 0) tailLength = read(tail.subarray(0, size - tailAt), tailAt)
      return tail.copy(target, 0, at - tailAt, Math.min(end - tailAt, tailLength))
    },
  }
}
