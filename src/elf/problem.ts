/** What is wrong with the bytes of a file: the reader's only way to complain. */
export type ProblemKind = 'malformed' | 'truncated' | 'limit'

/** One thing that is wrong; an `error` means that nothing after it can be believed. */
export interface Problem {
  readonly kind: ProblemKind
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** Offset, address or name in the file. */
  readonly evidence: string
}

/** Thrown inside the reader when it cannot go on; `readElf` turns it into a {@link Problem}. */
export class ElfError extends Error {
  readonly kind: ProblemKind
  readonly evidence: string

  constructor(kind: ProblemKind, message: string, evidence: string) {
    super(message)
    this.name = 'ElfError'
    this.kind = kind
    this.evidence = evidence
  }
}

/** A number as ELF tools print it. */
export function hex(value: number): string {
  return `0x${value.toString(16)}`
}
