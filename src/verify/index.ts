/**
 * `portable-build/verify`: the verifier as a library. All types are here, so that the published declarations need no other
 * package; a test holds them against the schema of the JSON. Nothing that is exported is renamed or removed within a major
 * version; reports get new fields, and findings new ids, in minor ones (docs/library.md).
 */
import { BuildError } from '../errors.ts'
import { compareReports } from '../report/baseline.ts'
import { parseTarget, settleTargets } from '../target.ts'
import { judgeBytes } from './judge-bytes.ts'
import { policyFor, policyFrom } from './policies.ts'
import type { Policy } from './policy.ts'
import { verifyPaths } from './verify.ts'

/** Version of the reports: the `schema` of every verdict. */
export const schemaVersion = 1

/** What is demanded, with the names and values of the command line's flags; what is missing demands nothing. */
export interface Demands {
  /** What the files are for: `x86_64-linux-musl`, `aarch64-linux-gnu.2.17`, `linux/arm64`, a Rust triple. */
  readonly target?: string
  readonly policy?: 'static' | 'glibc' | 'musl' | 'any'
  /** Greatest glibc that may be needed: `2.17`, `manylinux2014`. */
  readonly glibc?: string
  /** Greatest musl that may be needed. */
  readonly musl?: string
  /** Oldest kernel that must do. */
  readonly kernel?: string
  /** The CPU that users are sure to have: `x86_64_v3`. */
  readonly cpu?: string
  /** Largest page that must do: `64K`. */
  readonly maxPageSize?: string
  /** Ids of findings, or groups of them, that are told but stop nothing; and those that are errors. */
  readonly allow?: readonly string[]
  readonly forbid?: readonly string[]
  /** Names of libraries that may, or must not, be needed; `*` in a name stands for any text. */
  readonly allowLibraries?: readonly string[]
  readonly forbidLibraries?: readonly string[]
  /** Directories of the build machine that must not be named in the files. */
  readonly forbidPaths?: readonly string[]
}

/** What `verify` is asked beside the demands. */
export interface VerifyRequest extends Demands {
  /** Whether the reports list every symbol that is needed from outside. */
  readonly imports?: boolean
  /** Whether reports have the sha256: of files up to 256 MiB (`auto`, the default), of all, or of none, which is much faster. */
  readonly digest?: 'auto' | 'always' | 'never'
  /** Called with each report as it is ready. */
  readonly onFile?: (file: FileReport) => void
}

/** One thing that there is to say about one file. */
export interface Finding {
  /** Stable; `docs/findings/<id>.md` explains it. */
  id: string
  severity: 'error' | 'warning' | 'info'
  message: string
  /** Data from the file, made printable: at most 200 characters. */
  evidence: string
  hint: string
}

/** One file's verdict. */
export interface FileReport {
  path: string
  /** Of a package: what it is (`deb`, `zip`, …). */
  kind?: string | undefined
  sha256: string | null
  size: number | null
  target: string | null
  arch: string | null
  linkage: 'static' | 'static-pie' | 'dynamic-glibc' | 'dynamic-musl' | 'dynamic-other' | 'shared-library' | 'not-elf'
  interpreter: string | null
  needed: string[]
  floor: {
    glibc: string | null
    musl: string | null
    glibcxx: string | null
    cxxabi: string | null
    gcc: string | null
  }
  explanations: { version: string; library: string; symbols: string[] }[]
  /** `Debian 12+`: the first release of each distribution that has what is needed. */
  runsOn: string[]
  notOn?: string[] | undefined
  dependsOn?: string[] | undefined
  imports?:
    | {
        library: string | null
        version: string | null
        weak: boolean
        symbols: { name: string; weak: boolean }[]
      }[]
    | undefined
  findings: Finding[]
  /** What is packed inside, judged too. */
  payload: FileReport[]
  /** Packed files that are no ELF. */
  skipped?: number | undefined
  verified: boolean
}

/** The result of `verify`; as JSON it is what `portable-build verify --json` prints. */
export interface Verdict {
  schema: 1
  files: FileReport[]
  /** What was demanded, as the report prints it. */
  policy: { target: string | null; arch: string | null; [demand: string]: unknown }
  /** Whether at least one file was judged and none has an error. */
  verified: boolean
}

/** One thing that got worse. */
export interface Change {
  path: string
  kind: string
  message: string
  before: string | null
  after: string | null
}

/** What is thrown for demands that cannot be and for paths that stand for nothing. */
export interface VerifyError extends Error {
  /** `bad-input`, `unknown-target`, `unknown-glibc`, `nothing-matched`, …: docs/troubleshooting.md has all. */
  readonly code: string
  readonly hint: string
}

/**
 * Judges files, directories and patterns (`dist/**`) from their bytes; nothing of them is run, nothing is written.
 * @throws VerifyError when a path stands for nothing, or a demand cannot be. What is wrong with a file is a finding
 */
export async function verify(paths: string | readonly string[], request: VerifyRequest = {}): Promise<Verdict> {
  const { onFile, imports = false, digest = 'auto' } = request
  const args = typeof paths === 'string' ? [paths] : paths
  return verifyPaths(args, policyOf(request), { imports, digest, ...(onFile ? { onFile } : {}) })
}

/**
 * Judges bytes that are in memory. Never throws for what is in them.
 * @param name how the report names them
 * @throws VerifyError when a demand cannot be
 */
export async function verifyBytes(bytes: Uint8Array, name: string, demands: Demands = {}): Promise<FileReport> {
  const read = (into: Uint8Array, at: number) => {
    const part = bytes.subarray(at, at + into.length)
    into.set(part)
    return part.length
  }
  return judgeBytes({ size: bytes.length, read }, { name, mode: 0o755 }, policyOf(demands))
}

/**
 * What got worse between two verdicts: a floor rose, a library, a CPU or a finding is new, hardening or a file was lost, a file
 * grew by more than so many percent. Pure.
 */
export function whatGotWorse(before: Verdict, after: Verdict, growth = 10): Change[] {
  return compareReports(before, after, growth).worse
}

/** Whether a thrown thing is a mistake of the caller, with a code and what to do. */
export function isVerifyError(error: unknown): error is VerifyError {
  return error instanceof BuildError
}

function policyOf(demands: Demands): Policy {
  const { target, policy = null, glibc = null, ...keys } = demands
  const libc = glibc !== null || policy === 'glibc' ? 'glibc' : 'musl'
  const written = target === undefined ? [] : [parseTarget(target)]
  const [settled] = settleTargets(written, { libc, glibc }).targets
  return settled ? policyFor(settled, { ...keys, preset: policy }) : policyFrom(policy, { ...keys, glibc })
}
