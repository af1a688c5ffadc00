import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Files, workspace } from './crates.ts'
import { type Machine, older } from './machine.ts'

/** A change of the checkout that cannot be seen in times, or only in those of directories. */
export interface Edit {
  readonly name: string
  readonly apply: (machine: Machine) => void
  /** Packages of the project that are compiled, or run their build script again. */
  readonly own: readonly string[]
}

const write = (path: string, text: string) => (machine: Machine) => {
  const at = join(machine.project, path)
  mkdirSync(dirname(at), { recursive: true })
  writeFileSync(at, text)
  older(at)
  older(dirname(at))
}
const remove = (path: string) => (machine: Machine) => {
  rmSync(join(machine.project, path))
  older(dirname(join(machine.project, path)))
}

/** Each alone, with times older than everything that was built. */
export const edits: readonly Edit[] = [
  {
    name: 'a source with another content and an older time',
    apply: write('crates/leaf/src/lib.rs', 'pub fn leaf() -> &\'static str { "leaf 3" }\n'),
    own: ['app', 'leaf'],
  },
  {
    name: 'an included file with another content and an older time',
    apply: write('assets/banner.txt', 'banner 2'),
    own: ['app'],
  },
  {
    name: 'a file that a build script without rules finds changed',
    apply: write('crates/listed/data/a.txt', 'a2'),
    own: ['app', 'listed'],
  },
  {
    name: 'a file that it does not find any more',
    apply: remove('crates/listed/data/sub/b.txt'),
    own: ['app', 'listed'],
  },
  {
    name: 'a directory that it finds',
    apply: write('crates/listed/data/new/c.txt', 'c1'),
    own: ['app', 'listed'],
  },
  {
    name: 'a file below what a build script watches',
    apply: write('crates/watching/proto/x.proto', 'x2'),
    own: ['app', 'watching'],
  },
  {
    name: 'a directory in what a build script watches',
    apply: write('crates/watching/proto/sub/y.proto', 'y1'),
    own: ['app', 'watching'],
  },
  {
    name: 'a file that a procedural macro finds and tells nobody of',
    apply: write('crates/kern/templates/two.txt', '2'),
    own: ['app', 'kern'],
  },
]

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** What a random edit may do; a number makes each new. */
const kinds: readonly ((files: Record<string, string>, n: number) => string)[] = [
  (files, n) => set(files, 'crates/leaf/src/lib.rs', `pub fn leaf() -> &'static str { "leaf ${n}" }\n`),
  (files, n) => set(files, 'src/part.rs', `pub const PART: &str = "part ${n}";\n`),
  (files, n) => set(files, 'assets/banner.txt', `banner ${n % 3}`),
  (files, n) => set(files, `crates/listed/data/${n % 4}/f${n % 3}.txt`, String(n)),
  (files, n) => set(files, `crates/kern/templates/t${n % 5}.txt`, ''),
  (files, n) => set(files, `crates/watching/proto/${n % 3}.proto`, `proto ${n % 2}`),
  (files, n) => set(files, `crates/watching/proto/d${n % 3}/e.proto`, ''),
  (files, n) => set(files, 'crates/listed/build.rs', `${workspace['crates/listed/build.rs']}// ${n % 3}\n`),
  (files, n) => set(files, 'README.md', `# app ${n}\n`),
  (files, n) => drop(files, /^crates\/listed\/data\/./, n),
  (files, n) => drop(files, /^crates\/watching\/proto\/./, n),
  (files, n) => drop(files, /^crates\/kern\/templates\/./, n),
  files => {
    for (const path of Object.keys(files)) if (!(path in workspace)) delete files[path]
    Object.assign(files, workspace)
    return 'all as it was'
  },
]

function set(files: Record<string, string>, path: string, text: string): string {
  files[path] = text
  return `${path} is written`
}

function drop(files: Record<string, string>, pattern: RegExp, n: number): string {
  const found = Object.keys(files).filter(path => pattern.test(path))
  const path = found[n % found.length]
  // One stays: a directory that nothing is in is not checked out.
  if (path === undefined || found.length < 2) return 'nothing'
  delete files[path]
  return `${path} is deleted`
}

/** A series of states of a workspace, each one to three edits after the one before; some files come with old times. */
export function randomEdits(start: Files, seed: number) {
  const random = randomFrom(seed)
  const files: Record<string, string> = { ...start }
  let n = 0
  return (): { readonly files: Files; readonly name: string; readonly old: readonly string[] } => {
    const names: string[] = []
    for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
      n += 1 + Math.floor(random() * 7)
      names.push(kinds[Math.floor(random() * kinds.length)]?.(files, n) ?? '')
    }
    const old = Object.keys(files).filter(() => random() < 0.3)
    return { files: { ...files }, name: names.join('; '), old }
  }
}
