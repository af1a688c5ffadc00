/** What a page of docs/findings says beside its row of the table. For the docs alone: the command line does not hold it. */
export interface FindingPage {
  /** What it means for whoever gets the file, and why it is as severe as it is: paragraphs. */
  readonly means: readonly string[]
  /** Commands that show it without us; none where only the bytes do. */
  readonly see: readonly string[]
  /** What to change, by language or tool. */
  readonly fix: Readonly<Record<string, string>>
  /** What verify prints, for findings that no small file in the tests can show. */
  readonly example?: readonly string[]
}
