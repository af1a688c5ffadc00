import { BuildError } from '../errors.ts'
import type { FileReport, Verdict } from '../report/schema.ts'
import { expand } from './expand.ts'
import { finding } from './findings.ts'
import { judgeFile } from './judge.ts'
import { blank, withFindings } from './outcome.ts'
import { printedPolicy } from './policies.ts'
import type { Policy } from './policy.ts'
import { printable } from './printable.ts'
import type { Secret } from './secrets.ts'

/** What `verify` is asked beside the files. */
export interface VerifyOptions {
  /** Absolute paths of the build machine that must not be in the files. */
  readonly forbiddenPaths?: readonly string[]
  /** Values that must not be in the files. */
  readonly secrets?: readonly Secret[]
  /** Called with each report as it is ready, in the order of the verdict. */
  readonly onFile?: (report: FileReport) => void
}

/** Thrown when an argument stands for no file: nothing was judged, and the verdict for `--json` says so. */
export class NothingMatched extends BuildError {
  readonly verdict: Verdict

  constructor(unmatched: readonly string[], skipped: number, verdict: Verdict) {
    const names = unmatched.map(name => JSON.stringify(printable(name, 200))).join(', ')
    const others = skipped > 0 ? `; ${skipped} ${skipped === 1 ? 'file' : 'files'} skipped, not ELF` : ''
    const verb = unmatched.length === 1 ? 'matches' : 'match'
    super(
      'nothing-matched',
      unmatched.length === 0 ? 'no file was named' : `${names} ${verb} nothing to verify${others}`,
    )
    this.verdict = verdict
  }
}

/**
 * Judges everything that the arguments stand for: files, patterns, directories (notes on each: {@link expand}). A named
 * file is always judged; in directories only ELF files are.
 * @throws NothingMatched when one of the arguments stands for nothing
 */
export async function verifyPaths(
  args: readonly string[],
  policy: Policy,
  options: VerifyOptions = {},
): Promise<Verdict> {
  const { files, unreadable, skipped, unmatched } = await expand(args)
  if (unmatched.length > 0 || files.length + unreadable.length === 0) {
    throw new NothingMatched(unmatched, skipped, verdictOf([], policy))
  }
  const reports = unreadable.map(({ path, refusal }) =>
    withFindings(blank(path, policy), [
      finding('unreadable', `the directory cannot be read: ${refusal.reason}`, refusal.evidence),
    ]),
  )
  for (const path of files) {
    const report = await judgeFile(path, policy, {
      forbiddenPaths: options.forbiddenPaths ?? [],
      secrets: options.secrets ?? [],
    })
    options.onFile?.(report)
    reports.push(report)
  }
  return verdictOf(
    reports.sort((a, b) => (a.path < b.path ? -1 : 1)),
    policy,
  )
}

/** A run is verified only if something was judged and all of it is verified. */
function verdictOf(files: readonly FileReport[], policy: Policy): Verdict {
  return {
    schema: 1,
    files: [...files],
    policy: printedPolicy(policy),
    verified: files.length > 0 && files.every(f => f.verified),
  }
}
