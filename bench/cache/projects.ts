import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crateSource } from '../../test/e2e/support/sources.ts'

/** What is done to a checkout, by name. Each returns the text of a file after the change; `n` is another one each time. */
export interface Edit {
  readonly file: string
  change(text: string, n: number): string
}

/** A Rust project to build. */
export interface RustProject {
  readonly name: string
  source(): Promise<string>
  /** Executable that is built. */
  readonly program: string
  /** By scene; own crates that have to be compiled after it, where the figure asks for that. */
  readonly scenes: Readonly<Record<string, { readonly edits: readonly Edit[]; readonly closure?: number }>>
}

const inProject = (name: string) => async () => join(import.meta.dirname, 'projects', name)

const mark = /\n#\[used\]\nstatic BENCH_CHANGE: .*\n$/

/** Another program: a static of its own that stays in the executable. */
const code = (file: string): Edit => ({
  file,
  change: (text, n) => `${text.replace(mark, '')}\n#[used]\nstatic BENCH_CHANGE: u64 = ${n + 0x5eed0000};\n`,
})

const readme: Edit = { file: 'README.md', change: (text, n) => `${text}\nChange ${n}.\n` }

/** The first version in a manifest is that of the package, or of the workspace. */
const bump: Edit = {
  file: 'Cargo.toml',
  change: (text, n) => text.replace(/^version = "\d+\.\d+\.\d+"/m, `version = "99.0.${n}"`),
}

/** Own crates are those of a lock file that have no source. */
const bumpLock: Edit = {
  file: 'Cargo.lock',
  change: (text, n) =>
    text.replace(
      /(\[\[package\]\]\nname = .*\nversion = )"[^"]*"(\n(?!source))/g,
      (_, head, tail) => `${head}"99.0.${n}"${tail}`,
    ),
}

/** Versions that own crates ask of each other. */
const bumpPaths: Edit = {
  file: 'Cargo.toml',
  change: (text, n) => text.replace(/(path = "[^"]*", version = )"[^"]*"/g, (_, head) => `${head}"99.0.${n}"`),
}

const describe: Edit = {
  file: 'Cargo.toml',
  change: (text, n) =>
    text.replace(/^description = (?:"""[\s\S]*?"""|"[^"]*")/m, `description = "Says it in ${n} words"`),
}

const common = {
  nothing: { edits: [], closure: 0 },
  readme: { edits: [readme] },
  'metadata change': { edits: [describe] },
}

/** The projects of the figures on Rust. */
export const rustProjects: readonly RustProject[] = [
  {
    name: 'ripgrep',
    program: 'rg',
    source: () => crateSource('ripgrep', '15.2.0'),
    scenes: {
      ...common,
      'code change': { edits: [code('crates/core/main.rs')], closure: 1 },
      'version bump': { edits: [bump, bumpLock] },
    },
  },
  {
    name: 'workspace',
    program: 'app',
    source: inProject('workspace'),
    scenes: {
      ...common,
      'code change': { edits: [code('app/src/main.rs')], closure: 1 },
      // base is used by parse, and that by app; show is not touched
      'leaf change': { edits: [code('base/src/lib.rs')], closure: 3 },
      'version bump': { edits: [bump, bumpPaths, bumpLock] },
    },
  },
  {
    name: 'service',
    program: 'service',
    source: inProject('service'),
    scenes: {
      ...common,
      'code change': { edits: [code('src/main.rs')], closure: 1 },
      'version bump': { edits: [bump, bumpLock] },
    },
  },
]

/** Puts a checkout at its place: every file is of now, as git leaves it, and a commit says what it is. */
export function checkOut(source: string, to: string, edits: readonly Edit[], n: number): void {
  rmSync(to, { recursive: true, force: true })
  const skipped = new Set(['target', 'dist', '.portable-build', '.git'].map(name => join(source, name)))
  cpSync(source, to, { recursive: true, filter: path => !skipped.has(path) })
  apply(to, edits, n)
  const git = (...args: string[]) => execFileSync('git', ['-C', to, ...args], { stdio: 'pipe' })
  git('init', '-q')
  git('add', '-A')
  const author = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', '-c', 'commit.gpgsign=false']
  git(...author, 'commit', '-qm', `change ${n}`)
}

/** @throws Error when an edit changes nothing: it would measure another scene */
export function apply(dir: string, edits: readonly Edit[], n: number): void {
  for (const { file, change } of edits) {
    const path = join(dir, file)
    const before = file === 'README.md' ? readOr(path, '') : readFileSync(path, 'utf8')
    const after = change(before, n)
    if (after === before) throw new Error(`nothing of ${file} was changed`)
    writeFileSync(path, after)
  }
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}
