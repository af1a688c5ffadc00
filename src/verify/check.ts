import type { Finding } from '../report/schema.ts'
import { checkBaseline } from './check/baseline.ts'
import { checkHardening } from './check/hardening.ts'
import { checkKernel } from './check/kernel.ts'
import { checkLibraries } from './check/libraries.ts'
import { checkOrigin } from './check/origin.ts'
import { checkStructure } from './check/structure.ts'
import { checkVersions } from './check/versions.ts'
import { sortFindings } from './findings.ts'
import { applyRules } from './rules.ts'
import type { Subject } from './subject.ts'

/** All checks, each a pure function from facts and demands to findings. */
const checks: readonly ((subject: Subject) => Finding[])[] = [
  checkStructure,
  checkLibraries,
  checkVersions,
  checkHardening,
  checkBaseline,
  checkKernel,
  checkOrigin,
]

/** Everything that there is to say about a file, as severe as the policy has it, worst first; the same facts give the same list. */
export function check(subject: Subject): Finding[] {
  return sortFindings(
    applyRules(
      checks.flatMap(c => c(subject)),
      subject.policy,
    ),
  )
}
