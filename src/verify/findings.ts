import type { Finding } from '../report/schema.ts'
import { hardening } from './findings/hardening.ts'
import { integrity } from './findings/integrity.ts'
import { libraries } from './findings/libraries.ts'
import { origin } from './findings/origin.ts'
import { payload } from './findings/payload.ts'
import { platform } from './findings/platform.ts'
import type { FindingRow } from './findings/row.ts'
import { printable } from './printable.ts'

/** Every kind of finding by its stable id: what verify can say about a file. Each has a page in docs/findings. */
export const findingTable = {
  ...integrity,
  ...platform,
  ...libraries,
  ...hardening,
  ...origin,
  ...payload,
} as const satisfies Record<string, FindingRow>

/** A stable id of a finding. */
export type FindingId = keyof typeof findingTable

/** Whether no policy can allow it. */
export function isFixed(id: FindingId): boolean {
  const row: FindingRow = findingTable[id]
  return row.fixed === true
}

/** The page of a finding in the repository, or null for an id that is none. */
export function pageOf(id: string): string | null {
  return Object.hasOwn(findingTable, id) ? `docs/findings/${id}.md` : null
}

/**
 * Makes a finding from its row. Evidence comes from the file: it is made printable and cut at 200 characters.
 * @param change severity or hint where they differ from the row's
 */
export function finding(
  id: FindingId,
  message: string,
  evidence: string,
  change: Partial<Pick<Finding, 'severity' | 'hint'>> = {},
): Finding {
  const { severity, hint } = findingTable[id]
  return { id, severity, message: printable(message, 1000), evidence: printable(evidence, 200), hint, ...change }
}

const order = ['error', 'warning', 'info'] as const

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Sorts findings so that two runs print the same: severity, id, evidence, message. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      compare(a.id, b.id) ||
      compare(a.evidence, b.evidence) ||
      compare(a.message, b.message),
  )
}
