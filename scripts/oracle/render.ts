import type { Disagreement } from './compare.ts'
import type { Trial } from './loaders.ts'
import { releases } from './packages.ts'

/** What was found for one release and architecture. */
export interface Tally {
  readonly release: string
  readonly arch: string
  /** Files that were judged, and packages that they are from. */
  readonly files: number
  readonly packages: number
  /** Files of which the symbols behind each version were compared too. */
  readonly explained: number
  /** Files that a reader failed on: its name for each. */
  readonly unread: readonly string[]
  readonly disagreements: readonly Disagreement[]
  /** How many files have each finding of severity error. */
  readonly errors: Readonly<Record<string, number>>
}

/** A table in Markdown; cells are escaped. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) => String(value).replaceAll('|', '\\|').replaceAll('\n', ' ')
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** Files per release and architecture, and in how many of them all readers agree. */
export function agreementTable(tallies: readonly Tally[]): string {
  const row = (name: string, some: readonly Tally[]) => {
    const all = some.flatMap(t => t.disagreements)
    const files = sum(some.map(t => t.files))
    const apart = new Set(all.map(d => d.file.path)).size
    return [
      name,
      ...Object.keys(releases).map(release => sum(some.filter(t => t.release === release).map(t => t.files)) || ''),
      files,
      files - apart,
      all.filter(d => d.why !== null).length,
      all.filter(d => d.why === null).length,
      sum(some.map(t => t.unread.length)),
    ]
  }
  const archs = [...new Set(tallies.map(t => t.arch))]
  return table(
    ['architecture', ...Object.keys(releases), 'files', 'all agree', 'explained', 'unexplained', 'unread by a reader'],
    [
      ...archs.map(arch =>
        row(
          arch,
          tallies.filter(t => t.arch === arch),
        ),
      ),
      row('**all**', tallies),
    ],
  )
}

/** Why readers differ, and how often; nothing when they never do. */
export function explainedTable(tallies: readonly Tally[]): string {
  const counts = new Map<string, { row: Disagreement; count: number }>()
  for (const d of tallies.flatMap(t => t.disagreements)) {
    if (d.why === null) continue
    const key = `${d.question}\0${d.reader}\0${d.why}`
    counts.set(key, { row: d, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const rows = [...counts.values()].map(({ row, count }) => [
    row.question,
    row.reader,
    count,
    `${short(row.ours)} / ${short(row.theirs)}`,
    row.why ?? '',
  ])
  return rows.length === 0 ? 'None.' : table(['question', 'reader', 'answers', 'e.g. ours / theirs', 'why'], rows)
}

/** Each disagreement that nobody has explained yet. */
export function defects(tallies: readonly Tally[]): string[] {
  return tallies
    .flatMap(t => t.disagreements)
    .filter(d => d.why === null)
    .map(({ file, question, reader, ours, theirs }) => {
      const where = `${file.release} ${file.arch} ${file.package} ${file.name}`
      return `${where}: ${question}: ours ${short(ours)}, ${reader} ${short(theirs)}`
    })
}

/** Findings of severity error on files of a distribution: each is a claim that its readers may check. */
export function errorTable(tallies: readonly Tally[]): string {
  const ids = [...new Set(tallies.flatMap(t => Object.keys(t.errors)))].sort()
  const archs = [...new Set(tallies.map(t => t.arch))]
  const count = (arch: string, id: string) => sum(tallies.filter(t => t.arch === arch).map(t => t.errors[id] ?? 0))
  return table(
    ['finding', ...archs],
    ids.map(id => [`\`${id}\``, ...archs.map(arch => count(arch, id) || '')]),
  )
}

/** Starts per architecture, by what our floors said and what the loader did. */
export function startTable(trials: readonly Trial[]): string {
  const archs = [...new Set(trials.map(t => t.arch))]
  const row = (name: string, some: readonly Trial[]) => {
    const count = (test: (trial: Trial) => boolean) => some.filter(test).length
    return [
      name,
      new Set(some.map(t => `${t.from} ${t.on}`)).size,
      some.length,
      count(t => t.refusedFor === null && t.start.outcome === 'starts'),
      count(t => t.refusedFor !== null && t.start.outcome === 'refused'),
      count(isFalseAccept),
      count(isFalseReject),
      count(t => t.why !== null),
      count(t => t.start.outcome === 'missing' || t.start.outcome === 'crashed'),
    ]
  }
  const head = ['pairs of releases', 'starts tried', 'starts, as said', 'refused, as said']
  return table(
    ['architecture', ...head, 'false accepts', 'false rejects', 'explained', 'no answer'],
    [
      ...archs.map(arch =>
        row(
          arch,
          trials.filter(t => t.arch === arch),
        ),
      ),
      row('**all**', trials),
    ],
  )
}

/** Why starts went otherwise than we said, and how often; an example each. */
export function explainedStartTable(trials: readonly Trial[]): string {
  const odd = trials.filter(t => t.why !== null)
  const rows = [...new Set(odd.map(t => t.why ?? ''))].map(why => {
    const same = odd.filter(t => t.why === why)
    const example = same[0] ? describeTrial({ ...same[0], why: null }) : ''
    return [same.length, [...new Set(same.map(t => t.arch))].join(', '), example, why]
  })
  return rows.length === 0 ? 'None.' : table(['starts', 'architectures', 'e.g.', 'why'], rows)
}

/** We said that it starts, and the loader refused it. */
export function isFalseAccept({ refusedFor, start, why }: Trial): boolean {
  return refusedFor === null && start.outcome === 'refused' && why === null
}

/** We said that it is refused, and it started. */
export function isFalseReject({ refusedFor, start, why }: Trial): boolean {
  return refusedFor !== null && start.outcome === 'starts' && why === null
}

/** A start, for a person. */
export function describeTrial({ arch, program, from, on, refusedFor, start, why }: Trial): string {
  const said = refusedFor === null ? 'starts' : `refused for ${refusedFor}`
  return `${arch} ${program} of ${from} on ${on}: ours ${said}; ${start.outcome} ${short(start.line)}${why === null ? '' : ` (${why})`}`
}

function short(text: string): string {
  const plain = text.replace(/[^\x20-\x7e]/g, '?')
  return plain.length > 160 ? `${plain.slice(0, 160)}…` : plain
}
