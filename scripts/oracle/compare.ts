import { explained } from './explained.ts'
import { type CorpusFile, type Facts, type Failure, type Opinion, type OurFacts, series } from './facts.ts'

/** One question about one file that we and another reader answer differently. */
export interface Disagreement {
  readonly file: CorpusFile
  readonly question: string
  readonly reader: string
  readonly ours: string
  readonly theirs: string
  /** Why we are right, or null: then it is a defect until shown otherwise. */
  readonly why: string | null
}

/** What all readers are asked, and how an answer is written. */
const questions: Readonly<Record<string, (facts: Facts) => string>> = {
  arch: f => text(f.arch),
  linkage: f => f.linkage,
  interpreter: f => text(f.interpreter),
  needed: f => f.needed.join(' '),
  ...Object.fromEntries(series.map(s => [`floor ${s}`, (f: Facts) => text(f.floor[s])])),
  rpath: f => text(f.rpath),
  runpath: f => text(f.runpath),
  'exec stack': f => String(f.execStack),
  'page size': f => text(f.pageSize),
}

/** What is wrong with a file that is known to run. */
const integrity: ReadonlySet<string> = new Set(['malformed', 'truncated', 'limit', 'unreadable', 'not-elf', 'elf-kind'])

const text = (value: string | number | null) => (value === null ? '-' : String(value))

/** Everything in which the readers differ about one file; files that a reader cannot read are its own matter. */
export function compare(file: CorpusFile, ours: OurFacts, opinion: Opinion): Disagreement[] {
  const found: Omit<Disagreement, 'why'>[] = []
  for (const reader of ['pyelftools', 'lief'] as const) {
    const theirs = opinion[reader]
    if (failed(theirs)) continue
    for (const [question, answer] of Object.entries(questions)) {
      if (answer(ours) === answer(theirs)) continue
      found.push({ file, question, reader, ours: answer(ours), theirs: answer(theirs) })
    }
    found.push(...symbols(ours, theirs).map(row => ({ file, question: 'symbols', reader, ...row })))
  }
  for (const { id, message, evidence } of ours.findings.filter(f => integrity.has(f.id))) {
    const reader = 'the distribution'
    found.push({ file, question: 'integrity', reader, ours: `${id}: ${message} (${evidence})`, theirs: 'it runs' })
  }
  return found.map(row => ({ ...row, why: explained.find(e => e.fits(row, ours))?.why ?? null }))
}

/** Whether a reader gave no answer. */
export function failed(opinion: Facts | Failure): opinion is Failure {
  return 'error' in opinion
}

/** Versions whose symbols differ: all that we explain, and all of glibc that another reader has and we have not. */
function symbols(ours: Facts, theirs: Facts): { ours: string; theirs: string }[] {
  if (ours.symbols === null || theirs.symbols === null) return []
  const [mine, others] = [ours.symbols, theirs.symbols]
  const asked = new Set([...Object.keys(mine), ...Object.keys(others).filter(key => / GLIBC_[0-9]/.test(key))])
  return [...asked].flatMap(version => {
    const [a, b] = [mine[version] ?? [], others[version] ?? []].map(names => `${version}: ${names.join(' ')}`)
    return a === undefined || b === undefined || a === b ? [] : [{ ours: a, theirs: b }]
  })
}
