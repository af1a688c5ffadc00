import { hardening } from '../verify/findings/hardening.ts'
import { compareVersions } from '../version.ts'
import { allFiles, matchFiles, type Pair } from './match-files.ts'
import type { Change, Comparison, FileReport } from './schema.ts'
import { humanSize } from './text.ts'

/** The part of a report that is compared. */
export interface Comparable {
  readonly files: readonly FileReport[]
}

/**
 * What got worse between two reports, worst kinds first; an improvement and a new file are no news. Pure.
 * @param growth percent that a file may grow before it is told; so small a file that nobody minds may grow more
 */
export function compareReports(before: Comparable, after: Comparable, growth: number): Comparison {
  const { pairs, lost } = matchFiles(before.files, after.files)
  const archs = new Set(allFiles(after.files).map(f => f.arch))
  const gone = lost.map(file => lostFile(file, file.arch !== null && !archs.has(file.arch)))
  const worse = [...gone, ...pairs.flatMap(pair => comparisons.flatMap(compare => compare(pair, growth)))]
  const rank = (c: Change) => order.indexOf(c.kind)
  return {
    files: pairs.length,
    worse: worse.sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
  }
}

const order: readonly Change['kind'][] = [
  ...(['lost-arch', 'lost-file', 'not-verified', 'arch', 'linkage', 'floor', 'library'] as const),
  ...(['cpu', 'kernel', 'hardening', 'finding', 'size'] as const),
]

function lostFile(file: FileReport, wholeArch: boolean): Change {
  const message = wholeArch ? `nothing is there for ${file.arch} any more` : 'the file is not there any more'
  return { path: file.path, kind: wholeArch ? 'lost-arch' : 'lost-file', message, before: file.arch, after: null }
}

/** Every comparison of two reports of one file. */
const comparisons: readonly ((pair: Pair, growth: number) => Change[])[] = [
  verification,
  architecture,
  linkage,
  floors,
  libraries,
  findings,
  size,
]

function verification({ before, after }: Pair): Change[] {
  if (!before.verified || after.verified) return []
  const change = { path: after.path, kind: 'not-verified', before: 'verified', after: 'not verified' } as const
  return [{ ...change, message: 'it was verified and is not any more' }]
}

function architecture({ before, after }: Pair): Change[] {
  if (before.arch === null || before.arch === after.arch) return []
  const message = `it is for ${after.arch ?? 'nothing known'}, it was for ${before.arch}`
  return [{ path: after.path, kind: 'arch', message, before: before.arch, after: after.arch }]
}

/** From least to most that a file expects of the system that it runs on. */
const dependence: readonly FileReport['linkage'][] = ['static-pie', 'static', 'dynamic-musl', 'dynamic-glibc']

function linkage({ before, after }: Pair): Change[] {
  const expects = (file: FileReport) => (file.linkage.startsWith('static') ? 0 : dependence.indexOf(file.linkage))
  if (before.linkage === after.linkage) return []
  if (expects(after) >= 0 && expects(before) >= expects(after)) return []
  const message = `it is linked ${after.linkage}, it was ${before.linkage}`
  return [{ path: after.path, kind: 'linkage', message, before: before.linkage, after: after.linkage }]
}

const series = {
  glibc: 'glibc',
  musl: 'musl',
  glibcxx: 'libstdc++ (GLIBCXX)',
  cxxabi: 'libstdc++ (CXXABI)',
  gcc: 'libgcc (GCC)',
} as const satisfies Record<keyof FileReport['floor'], string>

function floors({ before, after }: Pair): Change[] {
  return Object.entries(series).flatMap(([key, name]) => {
    const [was, is] = [before.floor[key as keyof typeof series], after.floor[key as keyof typeof series]]
    if (is === null || (was !== null && compareVersions(is, was) <= 0)) return []
    const message = `${name} ${is} is needed, it was ${was ?? 'none'}${because(after, is)}`
    return [{ path: after.path, kind: 'floor' as const, message, before: was, after: is }]
  })
}

/** The symbols that are behind a version, where the report says. */
function because(file: FileReport, version: string): string {
  const symbols = file.explanations.find(e => e.version.endsWith(`_${version}`))?.symbols ?? []
  return symbols.length === 0 ? '' : `, because of ${symbols.slice(0, 3).join(', ')}`
}

function libraries({ before, after }: Pair): Change[] {
  return after.needed
    .filter(name => !before.needed.includes(name))
    .map(name => ({ path: after.path, kind: 'library', message: `${name} is needed now`, before: null, after: name }))
}

const kinds: Readonly<Record<string, Change['kind']>> = {
  ...Object.fromEntries(Object.keys(hardening).map(id => [id, 'hardening' as const])),
  'isa-baseline': 'cpu',
  'kernel-floor': 'kernel',
}

const weights = { info: 0, warning: 1, error: 2 } as const

/** Findings that are told by a comparison of their own, with the numbers. */
const told = /^floor-|^linkage-mismatch$|^arch-mismatch$|^needed-not-allowed$/

function findings({ before, after }: Pair): Change[] {
  const weight = (file: FileReport, id: string) =>
    Math.max(0, ...file.findings.filter(f => f.id === id).map(f => weights[f.severity]))
  const ids = [...new Set(after.findings.map(f => f.id))].filter(id => !told.test(id))
  return ids
    .filter(id => weight(after, id) > weight(before, id))
    .map(id => {
      const worst = after.findings.find(f => f.id === id && weights[f.severity] === weight(after, id))
      const message = `${id}: ${worst?.message ?? ''}`
      const severity = (file: FileReport) => file.findings.find(f => f.id === id)?.severity ?? null
      const kind = kinds[id] ?? 'finding'
      return { path: after.path, kind, message, before: severity(before), after: worst?.severity ?? null }
    })
}

/** Bytes that a file may always grow by. */
const unnoticed = 65_536

function size({ before, after }: Pair, growth: number): Change[] {
  if (before.size === null || after.size === null) return []
  const more = after.size - before.size
  if (more <= unnoticed || more <= (before.size * growth) / 100) return []
  const percent = Math.round((more / Math.max(1, before.size)) * 100)
  const message = `${humanSize(after.size)}, it was ${humanSize(before.size)} (+${percent} %)`
  return [{ path: after.path, kind: 'size', message, before: String(before.size), after: String(after.size) }]
}
