/** One row of the table of inputs. */
export interface InputRow {
  readonly kind: 'text' | 'list' | 'words' | 'script' | 'switch' | 'choice' | 'map'
  readonly choices?: readonly string[]
  /** As one would write it; without it the input is empty. */
  readonly default?: string
  /** What the docs say where the default is not a text. */
  readonly defaultText?: string
  readonly description: string
  /** Regular expression that a text has to match, and what to call what matches. */
  readonly pattern?: string
  readonly accepts?: string
  readonly aliases: readonly string[]
}
