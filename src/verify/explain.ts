import type { Elf } from '../elf/elf.ts'
import { kept } from '../elf/kept.ts'
import type { FileReport } from '../report/schema.ts'
import { compareVersions } from '../version.ts'
import { hardNeeds, meaningOf, type Series } from './floors.ts'

/** Why a version is needed: the symbols that have it. */
export type Explanation = FileReport['explanations'][number]

/**
 * The versions of a series that are above a floor (null: only the greatest one), each with the symbols that need it;
 * lowest version first.
 */
export function explain(elf: Elf, series: Series, floor: string | null): Explanation[] {
  const needs = hardNeeds(elf)
    .flatMap(need => {
      const meaning = meaningOf(need)
      return meaning.kind === 'version' && meaning.series === series ? [{ need, number: meaning.number }] : []
    })
    .sort((a, b) => compareVersions(a.number, b.number) || (a.need.library < b.need.library ? -1 : 1))
  const greatest = needs.at(-1)?.number ?? null
  return needs
    .filter(({ number }) => (floor === null ? number === greatest : compareVersions(number, floor) > 0))
    .map(({ need }) => ({
      version: need.version,
      library: need.library,
      symbols: [...new Set(elf.imports.byVersion.get(need.index)?.map(i => kept(i.name)))].sort(),
    }))
}

/** Everything that a file needs from outside: by library and version, then what has no version; symbols sorted. */
export function importsOf(elf: Elf): NonNullable<FileReport['imports']> {
  const symbolsOf = (index: number) =>
    (elf.imports.byVersion.get(index) ?? [])
      .map(({ name, weak }) => ({ name, weak }))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  const hard = new Set(hardNeeds(elf))
  const versioned = elf.needs.map(need => {
    const { library, version, index } = need
    return { library, version, weak: !hard.has(need), symbols: symbolsOf(index) }
  })
  const known = new Set(elf.needs.map(n => n.index))
  const bare = [...elf.imports.byVersion.keys()].filter(index => !known.has(index)).flatMap(symbolsOf)
  return bare.length === 0 ? versioned : [...versioned, { library: null, version: null, weak: false, symbols: bare }]
}

/** Symbols that are known to raise a floor, and why; the first row that fits a symbol speaks. */
const causes: readonly { readonly symbols: RegExp; readonly hint: string }[] = [
  {
    symbols: /^(__libc_start_main|pthread_|dl(open|sym|close|error|addr)|sem_)/,
    hint: 'Linked on a system with glibc 2.34 or newer, which moved threads and loading into libc.so.6: link with the zig backend, or set `glibc` to what is really needed.',
  },
  {
    symbols: /^(__isoc23_|strlcpy|strlcat)/,
    hint: 'Compiled with the headers of glibc 2.38 or newer, or linked with a prebuilt .a from such a system: compile everything for the floor.',
  },
  {
    symbols: /^(arc4random|pidfd_spawnp)/,
    hint: 'A run-time library took the newer function because it was there when it was built: build it for the floor too.',
  },
  {
    symbols: /^_dl_find_object$/,
    hint: 'This comes with a libgcc of a newer system: link with -static-libgcc of an older compiler, or with the zig backend.',
  },
  {
    symbols: /^(l?stat(64)?|fstat(at)?(64)?|mknod(at)?|fcntl64|statx|getrandom|getentropy|memfd_create)$/,
    hint: 'Compiled on a system with a newer glibc: build with the zig backend for the floor, or set `glibc` to what is really needed.',
  },
]

/** What to do about a floor that is too high, by the symbols that raise it. */
export function hintFor(elf: Elf, promised: string): string {
  const symbols = explain(elf, 'glibc', promised).flatMap(e => e.symbols)
  return causeOf(symbols, null) ?? `Build with the zig backend for the floor (\`glibc: ${promised}\`), or promise less.`
}

/** What is known to cure the need of some symbols, or of a library; null where nothing is. */
export function causeOf(symbols: readonly string[], library: string | null): string | null {
  if (library !== null && /^lib(stdc\+\+|gcc_s)\.so/.test(library)) {
    return 'Link libstdc++ and libgcc statically (-static-libstdc++ -static-libgcc), or build with the zig backend.'
  }
  return causes.find(c => symbols.some(s => c.symbols.test(s)))?.hint ?? null
}
