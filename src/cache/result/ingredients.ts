import { createHash } from 'node:crypto'
import { dirname, resolve } from 'node:path'
import type { Source } from '../../languages/language.ts'
import type { Job, PlannedProject } from '../../plan.ts'
import type { Tree } from '../../project.ts'
import type { Ingredients } from '../entry.ts'
import { isBelow } from './sources.ts'

/** What is known of a job before anything is built. */
export interface ResultFacts {
  readonly job: Job
  readonly planned: PlannedProject
  readonly source: Source
  /** What tools answered before planning: cargo's configuration outside of the project, Go's packages. */
  readonly answers: unknown
  /** Everything below it is in the digest of the sources: the workspace of the CI job, else the repository. Null: unknown. */
  readonly root: string | null
  readonly tree: Tree
  /** What the build sees of our environment, with the values of the `env` input (src/build/environment.ts). */
  readonly env: Readonly<Record<string, string>>
  /** Our own version: another one plans and links differently. */
  readonly version: string
}

/**
 * Why the executables of a job cannot be taken from an earlier run, whatever its sources are; null when they can.
 * What a build reads must all be in the ingredients: whoever doubts builds. Pure.
 */
export function whyNoResult({ job, planned, root, tree }: ResultFacts): string | null {
  if (root === null) return 'without a repository it is not known what the build reads'
  const scripts = job.steps.filter(step => step.argv[0] === 'sh')
  if (scripts.length > 0) return `${scripts.map(s => s.title).join(', ')} may read anything`
  if (job.backend === 'native' && planned.language !== 'go') return 'it is linked with libraries of this machine'
  if (planned.language === 'python') return 'what a package index answers moves'
  if (planned.language === 'rust' && !tree.files.includes('Cargo.lock')) return 'without a Cargo.lock, versions move'
  const outside = pathsOutside(tree, root)
  return outside === null ? null : `${outside} is outside of ${root}`
}

/** Manifests name sources by path; the rest of the text does not matter here, so they are not parsed. */
const pathPatterns: readonly { readonly file: RegExp; readonly path: RegExp }[] = [
  { file: /(^|\/)Cargo\.toml$/, path: /\bpath\s*=\s*["']([^"']+)["']/g },
  { file: /(^|\/)go\.(mod|work)$/, path: /(?:=>|\buse|^)\s*((?:\.\.?\/|\/(?!\/))[^\s)]*)/gm },
]

function pathsOutside(tree: Tree, root: string): string | null {
  for (const file of tree.files) {
    for (const pattern of pathPatterns.filter(p => p.file.test(file))) {
      for (const [, path = ''] of (tree.read(file) ?? '').matchAll(pattern.path)) {
        if (!isBelow(root, resolve(tree.root, dirname(file), path))) return path
      }
    }
  }
  return null
}

/** Variables that change what cargo, rustup and go make; where they keep things does not. */
const readByTools = /^(CARGO_(?!HOME$)|RUSTUP_TOOLCHAIN$|GO(FLAGS|TOOLCHAIN|ENV|PROXY|PRIVATE)$)/

/** What the executables of a job are made of. @param sources digest of all files below the root */
export function resultIngredients(facts: ResultFacts, sources: string): Ingredients {
  const { job, planned, source, answers, env, version } = facts
  const told = Object.entries(env).filter(([name]) => name in job.passEnv || readByTools.test(name))
  return {
    project: planned.name,
    targets: job.targets.join(' '),
    sources: sources.slice(0, 32),
    commit: source.commit ?? '',
    epoch: String(source.epoch),
    tools: planned.tools.map(t => `${t.name} ${t.version ?? '?'}`).join(', '),
    toolchains: job.toolchains.map(t => `${t.name} ${t.version}`).join(', '),
    // every command with its flags and environment, the wrappers' text, where things are
    commands: digest({ ...job, runner: [] }),
    answers: digest(answers),
    env: digest(told.sort(([a], [b]) => (a < b ? -1 : 1))),
    'portable-build': version,
  }
}

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)
