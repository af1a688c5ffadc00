import type { FileReport } from '../../src/report/schema.ts'

/** What one reader says of a file: the questions that all readers are asked. */
export interface Facts {
  readonly arch: string | null
  readonly linkage: string
  readonly interpreter: string | null
  readonly needed: readonly string[]
  readonly floor: { readonly [series in Series]: string | null }
  readonly rpath: string | null
  readonly runpath: string | null
  readonly execStack: boolean
  /** Least alignment of a PT_LOAD, bytes. */
  readonly pageSize: number | null
  /** Names by `library version`, where they were asked for. */
  readonly symbols: Readonly<Record<string, readonly string[]>> | null
}

/** Series of versions that all readers know. */
export const series = ['glibc', 'glibcxx', 'cxxabi', 'gcc'] as const
/** A series of versions. */
export type Series = (typeof series)[number]

/** A reader that could not read the file. */
export interface Failure {
  readonly error: string
}

/** What second_opinion.py says of a file. */
export interface Opinion {
  readonly path: string
  readonly pyelftools: Facts | Failure
  readonly lief: Facts | Failure
  /** Greatest versions that the file itself defines, as a library. */
  readonly provides: Readonly<Record<Series, string | null>>
}

/** What the verifier says of a file. */
export interface OurFacts extends Facts {
  readonly findings: FileReport['findings']
}

/** A real file of a Debian package. */
export interface CorpusFile {
  readonly release: string
  /** Debian's name of the architecture. */
  readonly arch: string
  readonly package: string
  /** Where it would be installed. */
  readonly name: string
  /** Where it is now. */
  readonly path: string
}
