import { BuildError } from '../errors.ts'
import type { FileReport, Verdict } from '../report/schema.ts'
import { expand } from './expand.ts'
import { finding } from './findings.ts'
import { judgeFile } from './judge.ts'
import type { ByteOptions } from './judge-bytes.ts'
import { isNothing } from './nested-report.ts'
import type { Refusal } from './open.ts'
import { blank, withFindings } from './outcome.ts'
import { printedPolicy } from './policies.ts'
import type { Policy } from './policy.ts'
import { printable } from './printable.ts'
import type { Secret } from './secrets.ts'

/** What `verify` is asked beside the files. */
export interface VerifyOptions extends Omit<ByteOptions, 'depth' | 'deadline'> {
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
  const { onFile, ...judging } = options
  const { files, unreadable, skipped, unmatched } = expand(args)
  if (unmatched.length > 0 || files.length + unreadable.length === 0) {
    throw new NothingMatched(unmatched, skipped, verdictOf([], policy))
  }
  const refused = new Map(unreadable.map(({ path, refusal }) => [path, refusal]))
  const reports: FileReport[] = []
  const empty: FileReport[] = []
  for (const path of [...files, ...refused.keys()].sort()) {
    const report = await judgeOne(path, refused.get(path), policy, judging)
    // An archive without any ELF file stands for nothing, like such a directory.
    const judged = !isNothing(report)
    ;(judged ? reports : empty).push(report)
    if (judged) onFile?.(report)
  }
  if (empty.length > 0) {
    const others = empty.reduce((sum, r) => sum + (r.skipped ?? 0), skipped)
    throw new NothingMatched(
      empty.map(r => r.path),
      others,
      verdictOf([], policy),
    )
  }
  return verdictOf(reports, policy)
}

async function judgeOne(path: string, refusal: Refusal | undefined, policy: Policy, options: ByteOptions) {
  if (refusal === undefined) return judgeFile(path, policy, options)
  const cause = finding('unreadable', `the directory cannot be read: ${refusal.reason}`, refusal.evidence)
  return withFindings(blank(path, policy), [cause])
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
