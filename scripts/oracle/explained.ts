import type { Disagreement } from './compare.ts'
import type { OurFacts } from './facts.ts'
import type { Trial } from './loaders.ts'

/** A kind of difference that was looked into, with the reason why the verifier's answer is the right one. */
interface Explained<Row> {
  readonly why: string
  fits(row: Row, ours: OurFacts): boolean
}

/** All differences between readers that are no defects of ours: each with a reason that the ABI's documents bear out. */
export const explained: readonly Explained<Omit<Disagreement, 'why'>>[] = [
  {
    why: 'libgcc_s supplies a version of its own that is named GLIBC_2.0: no need of glibc, so it is not explained as one.',
    fits: row => row.question === 'symbols' && row.ours === 'libgcc_s.so.1 GLIBC_2.0: ',
  },
  {
    why: 'n32 of MIPS and other ABIs of a known processor: the report names the processor, with the error `abi-flags`.',
    fits: (row, { findings }) =>
      row.question === 'arch' &&
      row.theirs === '-' &&
      findings.some(f => f.id === 'abi-flags' && f.severity === 'error'),
  },
]

/** The same for starts that went otherwise than the floors say. */
export const explainedStarts: readonly { readonly why: string; fits(trial: Omit<Trial, 'why'>): boolean }[] = [
  {
    why: 'The property GLIBC_ABI_… counts as 2.43, the first release that has it for sure; Debian gave it to its 2.41 too.',
    fits: ({ on, refusedFor, start }) =>
      on === 'trixie' && start.outcome === 'starts' && refusedFor?.endsWith(': glibc 2.43') === true,
  },
]
