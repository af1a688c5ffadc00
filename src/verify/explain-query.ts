import type { ArchName } from '../arch.ts'
import { nearest } from '../nearest.ts'
import type { FileReport } from '../report/schema.ts'
import { reach } from './distributions.ts'
import { backports } from './distributions-data.ts'
import { causeOf } from './explain.ts'
import { meaningOf } from './floors.ts'
import { gccWith } from './gcc.ts'

/** Symbols that one file, or one packed file, takes from one version of one library. */
export interface Need {
  readonly path: string
  readonly arch: string | null
  readonly library: string | null
  readonly version: string | null
  /** The loader starts the file without the version too. */
  readonly weak: boolean
  readonly symbols: readonly { readonly name: string; readonly weak: boolean }[]
  /** First release of each distribution that has the version; empty where that is not known. */
  readonly since: readonly string[]
  readonly notOn: readonly string[]
}

/** The answer to `--explain`. */
export interface Explained {
  readonly query: string
  readonly needs: readonly Need[]
  /** What to do where the version is too new; null where nothing is known. */
  readonly hint: string | null
  /** The nearest name that is needed, where the one that was asked for is not. */
  readonly nearest: string | null
}

/**
 * Who needs a symbol (`getrandom`, `getrandom@GLIBC_2.25`), a version (`GLIBC_2.25`) or a library (`libstdc++.so.6`). Pure.
 * @param files judged with their imports, packed files included
 */
export function explainQuery(files: readonly FileReport[], query: string): Explained {
  const [name = '', at] = query.split(/@@?/)
  const needs: Need[] = []
  const names = new Set<string>()
  for (const file of files) {
    for (const group of file.imports ?? []) {
      for (const known of [group.version, group.library, ...group.symbols.map(s => s.name)]) {
        if (known !== null) names.add(known)
      }
      if (at !== undefined && at !== group.version) continue
      const whole = name === group.version || name === group.library || (at !== undefined && name === '')
      const symbols = whole ? group.symbols : group.symbols.filter(s => s.name === name)
      if (!whole && symbols.length === 0) continue
      const { library, version, weak } = group
      const { runsOn, fails } = whereIs(file, library, version)
      needs.push({ path: file.path, arch: file.arch, library, version, weak, symbols, since: runsOn, notOn: fails })
    }
  }
  // 3.4.9 comes before 3.4.26.
  const { compare } = new Intl.Collator('en', { numeric: true })
  const order = (n: Need) => [n.library ?? '', n.version ?? '', n.path].join(' ')
  needs.sort((a, b) => compare(order(a), order(b)))
  const symbols = needs.flatMap(n => n.symbols.map(s => s.name))
  return {
    query,
    needs,
    hint: needs.length === 0 ? null : causeOf(symbols, needs[0]?.library ?? null),
    nearest: needs.length === 0 ? (nearest(name, [...names]) ?? null) : null,
  }
}

const nowhere = { runsOn: [], fails: [] }

/** The releases that have a version of a library of the C library or of GCC. */
function whereIs(file: FileReport, library: string | null, version: string | null) {
  if (file.arch === null || library === null || version === null) return nowhere
  const arch = file.arch as ArchName
  const libc = file.linkage === 'dynamic-musl' ? 'musl' : 'glibc'
  const meaning = meaningOf({ library, version, weak: false, index: 0 })
  if (meaning.kind !== 'version') return nowhere
  if (meaning.series !== 'glibc') return reach(arch, libc, null, { gcc: gccWith(meaning.series, meaning.number) })
  return Object.hasOwn(backports, version)
    ? reach(arch, 'glibc', null, { markers: [version] })
    : reach(arch, 'glibc', meaning.number)
}
