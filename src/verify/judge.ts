import { readSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { readElf } from '../elf/elf.ts'
import { hasMagic, sizesOf } from '../elf/header.ts'
import { ElfError } from '../elf/problem.ts'
import type { FileReport, Finding } from '../report/schema.ts'
import { check } from './check.ts'
import { describe } from './describe.ts'
import { finding, sortFindings } from './findings.ts'
import { describeForeign } from './foreign.ts'
import { needlesFor } from './needles.ts'
import { type OpenFile, openRegular, refuseError } from './open.ts'
import type { Policy } from './policy.ts'
import { type Needle, type Scan, scan } from './scan.ts'
import { makeSubject, type Subject } from './subject.ts'

/** What a caller may say beside the policy. */
export interface JudgeOptions {
  /** How the report names the file; its path when missing. */
  readonly name?: string
  /** Absolute paths of the build machine that must not be in the file. */
  readonly forbiddenPaths?: readonly string[]
}

const noFloor = { glibc: null, musl: null, glibcxx: null, cxxabi: null, gcc: null }

/**
 * Judges one file against a policy, from its bytes alone. Never throws and never waits: what cannot be read, parsed or
 * recognized is a finding, and the file is not verified.
 */
export async function judgeFile(path: string, policy: Policy, options: JudgeOptions = {}): Promise<FileReport> {
  const empty = blank(options.name ?? path, policy)
  const opened = await openRegular(path)
  if ('reason' in opened) {
    return withFindings(empty, [finding('unreadable', `the file cannot be read: ${opened.reason}`, opened.evidence)])
  }
  try {
    return await judgeOpen(opened, empty, policy, options.forbiddenPaths ?? [])
  } catch (error) {
    const { reason, evidence } = refuseError(error)
    return withFindings(empty, [finding('unreadable', `the file cannot be read: ${reason}`, evidence)])
  } finally {
    await opened.handle.close()
  }
}

/** Adds findings to a report (a failed start) and settles again whether the file is verified. */
export function withFindings(report: FileReport, findings: readonly Finding[]): FileReport {
  const all = sortFindings([...report.findings, ...findings])
  const wrong = all.some(f => f.severity === 'error') || report.payload.some(p => !p.verified)
  return { ...report, findings: all, verified: !wrong }
}

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

async function judgeOpen(
  { handle, stats }: OpenFile,
  empty: FileReport,
  policy: Policy,
  forbiddenPaths: readonly string[],
): Promise<FileReport> {
  const { size } = stats
  const start = Buffer.alloc(Math.min(size, 64))
  readSync(handle.fd, start, 0, start.length, 0)
  const sized = { ...empty, size }
  if (!hasMagic(start)) {
    const digest = await digestOf(handle, size, [])
    const what = describeForeign(start)
    const foreign = finding('not-elf', `this is ${what}`, start.subarray(0, 16).toString('latin1'))
    return withFindings({ ...sized, sha256: digest?.sha256 ?? null }, [foreign, ...changed(digest)])
  }
  const source = { size, read: (target: Uint8Array, at: number) => readSync(handle.fd, target, 0, target.length, at) }
  let subject: Subject
  try {
    const elf = readElf(source)
    const packed = isPacked(source, elf.header.phoff + elf.header.phnum * sizesOf(elf.header).segment)
    subject = makeSubject(elf, policy, { size, mode: stats.mode, packed, hits: [] })
  } catch (error) {
    if (!(error instanceof ElfError)) throw error
    const digest = await digestOf(handle, size, [])
    const damaged = finding(error.kind, error.message, error.evidence)
    return withFindings({ ...sized, sha256: digest?.sha256 ?? null }, [damaged, ...changed(digest)])
  }
  const digest = await digestOf(handle, size, needlesFor(subject.linkage, forbiddenPaths))
  const after = await handle.stat()
  const moved = after.size !== size || after.mtimeMs !== stats.mtimeMs ? changed(null) : []
  const whole = { ...subject, file: { ...subject.file, hits: digest?.hits ?? [] } }
  const findings = [...check(whole), ...(digest ? moved : changed(digest))]
  return withFindings({ ...sized, sha256: digest?.sha256 ?? null, ...describe(whole, findings) }, findings)
}

function digestOf(handle: FileHandle, size: number, needles: readonly Needle[]): Promise<Scan | null> {
  return scan((target, at) => readSync(handle.fd, target, 0, target.length, at), size, needles)
}

function changed(digest: Scan | null): Finding[] {
  return digest ? [] : [finding('unreadable', 'the file changed while it was read', 'size or time')]
}

/** UPX puts its mark right after the program headers (`l_info`: a checksum, then the magic). */
function isPacked(source: { size: number; read(target: Uint8Array, at: number): number }, end: number): boolean {
  const mark = Buffer.alloc(4)
  return end + 8 <= source.size && source.read(mark, end + 4) === 4 && mark.toString('latin1') === 'UPX!'
}
