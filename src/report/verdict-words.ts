import type { FileReport, Finding, Verdict } from './schema.ts'
import { shorten } from './text.ts'

/** A verdict as the formats print it: what `verify` found, and what got worse since a baseline. */
export type Judged = Pick<Verdict, 'files' | 'verified' | 'comparison'>

/** Whether a run is a success: everything verified, and nothing worse than the baseline. */
export function isGood({ verified, comparison }: Judged): boolean {
  return verified && (comparison?.worse.length ?? 0) === 0
}

/** `x86_64, dynamic-glibc, glibc 2.34`: what a file is and what the machine must have. */
export function whatOf(file: FileReport): string {
  const { glibc, musl } = file.floor
  const floor = glibc !== null ? `glibc ${glibc}` : musl !== null ? `musl ${musl}` : ''
  // A package has no linkage of its own.
  const linkage = file.kind !== undefined && file.linkage === 'not-elf' ? '' : file.linkage
  return [file.target ?? file.arch, linkage, file.kind ?? '', floor].filter(w => w !== null && w !== '').join(', ')
}

/** `Debian 12+, Ubuntu 22.04+, with libz.so.1`: the libraries that every release must have are named once. */
export function placesOf({ runsOn, dependsOn }: FileReport): string {
  const [first = ''] = runsOn
  const at = first.indexOf(' with ')
  const tail = at < 0 ? '' : first.slice(at)
  const shared = tail !== '' && runsOn.every(r => r.endsWith(tail))
  const places = shared ? `${runsOn.map(r => r.slice(0, -tail.length)).join(', ')},${tail}` : runsOn.join(', ')
  return dependsOn?.length ? `${places}; on older ones it depends on the distribution’s patches` : places
}

/** Columns of a symbol: mangled names of C++ have no end. */
const longName = 48

/** `getrandom, getentropy (GLIBC_2.25 of libc.so.6)`: which symbols are behind a version; at most so many of them. */
export function reasonOf({ version, library, symbols }: FileReport['explanations'][number], most: number): string {
  const more = symbols.length > most ? ` and ${symbols.length - most} more` : ''
  const shown = symbols.slice(0, most).map(s => shorten(s, longName))
  return `${shown.join(', ') || 'the file as a whole'}${more} (${version} of ${library})`
}

/** Files that are alike, as one line: how many there are of each kind, most first. */
export function groupsOf(files: readonly FileReport[]): { readonly what: string; readonly files: number }[] {
  const groups = new Map<string, number>()
  for (const file of files) groups.set(whatOf(file), (groups.get(whatOf(file)) ?? 0) + 1)
  return [...groups]
    .map(([what, n]) => ({ what, files: n }))
    .sort((a, b) => b.files - a.files || (a.what < b.what ? -1 : 1))
}

/** How many files have each finding of a severity, most first. */
export function tally(
  files: readonly FileReport[],
  severity: Finding['severity'],
): { readonly id: string; readonly files: number }[] {
  const counts = new Map<string, number>()
  for (const file of files) {
    const ids = new Set(file.findings.filter(f => f.severity === severity).map(f => f.id))
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts].map(([id, n]) => ({ id, files: n })).sort((a, b) => b.files - a.files || (a.id < b.id ? -1 : 1))
}
