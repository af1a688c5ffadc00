import type { FindingId } from '../verify/findings.ts'

/** What can be wrong with what is packed inside. */
export type PayloadProblem = Extract<FindingId, 'payload-unreadable' | 'payload-path' | 'limit'>

/** Thrown by the readers of payloads; the judge turns it into a finding. */
export class PayloadError extends Error {
  readonly id: PayloadProblem
  readonly evidence: string

  constructor(id: PayloadProblem, message: string, evidence: string) {
    super(message)
    this.name = 'PayloadError'
    this.id = id
    this.evidence = evidence
  }
}

/** The error of a payload whose bytes make no sense. */
export function unreadable(message: string, evidence: string): PayloadError {
  return new PayloadError('payload-unreadable', message, evidence)
}
