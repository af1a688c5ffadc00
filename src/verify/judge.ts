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
  try {
    const report = await judgeBytes(sourceOf(fd, stats.size), { name, mode: stats.mode }, policy, options)
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

/** Bytes at the start of a file that are read at once: headers, names and marks are looked at one by one. */
const headSize = 1 << 14

/** An open file. What is asked of its start is answered from memory after the first time. */
function sourceOf(fd: number, size: number): ByteSource {
  const read = (target: Uint8Array, at: number) => readSync(fd, target, 0, target.length, at)
  let head: Uint8Array | null = null
  return {
    size,
    read(target, at) {
      const end = at + target.length
      if (end > headSize) return read(target, at)
      if (head === null) {
        const start = Buffer.allocUnsafe(Math.min(headSize, size))
        head = start.subarray(0, read(start, 0))
      }
      const part = head.subarray(at, end)
      target.set(part)
      return part.length
    },
  }
}
