import { execFileSync } from 'node:child_process'
import type { Trial } from './loaders.ts'
import {
  agreementTable,
  defects,
  errorTable,
  explainedStartTable,
  explainedTable,
  startTable,
  type Tally,
} from './render.ts'
import { readerVersions } from './theirs.ts'

/** What a run found, for the page. */
export interface Outcome {
  readonly tallies: readonly Tally[]
  readonly trials: readonly Trial[]
  readonly started: Date
  /** The arguments of the run. */
  readonly mode: readonly string[]
  readonly ms: number
}

/** The page that says what a run found: what is printed, and `docs/oracle.md`. */
export function page({ tallies, trials, started, mode, ms }: Outcome): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  }).trim()
  const wrong = defects(tallies)
  const unread = tallies.flatMap(t => t.unread)
  const explainedFiles = tallies.reduce((n, t) => n + t.explained, 0)
  return `<!-- Written by scripts/oracle/run: do not edit. -->
# The oracle: what other readers and real loaders say

The verifier is a reader of its own, so it is checked against others: files of Debian's packages, by name, of several releases
and architectures, are judged by it and by ${readerVersions().join(' and ')}. Asked are architecture, linkage, interpreter,
needed libraries, the floors of four series, rpath, runpath, executable stack and page size; of every tenth file also which
symbols are behind each version of glibc. A difference is a defect of ours until a row of
[\`explained.ts\`](../scripts/oracle/explained.ts) says why it is none. And programs are started, not only read: each release's
programs on the C library, loader and compilers' libraries of every release that is not newer.

\`\`\`
$ ${['scripts/oracle/run', ...portable(mode)].join(' ')}
\`\`\`
Commit ${commit}, ${started.toISOString().slice(0, 10)}, ${Math.round(ms / 60_000)} minutes with downloads in the cache, Node ${process.versions.node}.

## Readers
${agreementTable(tallies)}

Of ${explainedFiles} files the symbols behind each version were compared too. ${unread.length === 0 ? 'Both other readers could read every file.' : `Not read: ${[...new Set(unread)].map(r => `${r} ${unread.filter(u => u === r).length}`).join(', ')} files.`}

### Explained differences
${explainedTable(tallies)}

### Unexplained differences
${
  wrong.length === 0
    ? 'None.'
    : wrong
        .slice(0, 200)
        .map(line => `- ${line}`)
        .join('\n')
}

### Errors that the verifier reports on these files
A distribution may do what an artifact for everyone must not: glibc's own parts are bound to their build, klibc's programs have
a loader of their own, plug-ins look for libraries where the distribution keeps them, static programs load NSS. Number of files by finding, with the policy that demands nothing (\`any\`).

${errorTable(tallies)}

## Loaders
"Starts" means \`ld.so --inhibit-cache --library-path … PROGRAM --version\` with every symbol bound at once; under qemu-user where
this machine is of another kind. What we say follows from the floors of the program and of every library that it brings along,
against the versions that the older release's libraries define, as pyelftools reads them. A false accept is a program that we
say starts and the loader refuses; a false reject is the opposite. "No answer" is a library that is not there, or a program
that ends by a signal (QEMU's oldest LoongArch has no vector unit, which forky's programs need). A program with a library that is
in none of the packages is not tried.

${trials.length === 0 ? 'This machine could start none.' : startTable(trials)}

### Explained starts
${explainedStartTable(trials)}
`
}

/** The arguments that change what is found; where this machine keeps its files does not. */
function portable(mode: readonly string[]): string[] {
  const places = ['--keep', '--write', '--cache', '--mirror']
  return mode.filter((word, i) => !places.some(p => word === p || word.startsWith(`${p}=`) || mode[i - 1] === p))
}
