import type { Finding } from '../../report/schema.ts'

/** A row of the table of findings. */
export interface FindingRow {
  /** What it is where no policy says otherwise; a check may lower it where it means less. */
  readonly severity: Finding['severity']
  /** What it means, one line. */
  readonly title: string
  /** What to do about it. */
  readonly hint: string
  /** No policy can allow it: of a file that has it nothing can be promised, or another key decides. */
  readonly fixed?: true
  /** The input that says what is demanded. */
  readonly key?: string
}
