import type { Disagreement } from './compare.ts'
import type { OurFacts } from './facts.ts'
import type { Trial } from './loaders.ts'

/** A kind of difference that was looked into, with the reason why the verifier's answer is the right one. */
interface Explained<Row> {
  readonly why: string
  fits(row: Row, ours: OurFacts): boolean
}

/** All differences between readers that are no defects of ours: each with a reason that the ABI's documents bear out. */
export const explained: readonly Explained<Omit<Disagreement, 'why'>>[] = []

/** The same for starts that went otherwise than the floors say. */
export const explainedStarts: readonly { readonly why: string; fits(trial: Omit<Trial, 'why'>): boolean }[] = []
