import { createHash } from 'node:crypto'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Job, Step } from '../../plan.ts'
import { readTree } from '../../tree.ts'
import { restoreEntry, saveEntry } from '../bring.ts'
import { type CacheEntry, cacheEntry } from '../entry.ts'
import type { Keeper, KeeperContext, KeeperSet } from '../keeper.ts'
import { systemDigest } from '../system.ts'
import { readCTree } from './tree.ts'

/** What the answers of a `configure` depend on. */
export interface ConfigureFacts {
  readonly project: string
  readonly target: string
  readonly step: Pick<Step, 'argv' | 'env'>
  /** `configure` and what it is made from, by name. */
  readonly scripts: Readonly<Record<string, string>>
  /** Digest of the project's C sources. */
  readonly sources: string
  /** Digest of this machine's packages: which programs `configure` finds. */
  readonly system: string
  /** Text of the compilers' wrappers. */
  readonly wrappers: readonly string[]
  /** The compiler: `zig 0.15.2`. */
  readonly compiler: string
}

/** Scripts that look at the project's own files, and options that lead a compiler to them. */
const looksAtSources = /\bAC_CHECK_FILES?\b|(?<!AC_CONFIG_SRC)\bsrcdir\b/
const leadsToSources = /(^|[\s=])-[IL]/

/** Changes with each commit, and with no answer. */
const idle: readonly string[] = ['SOURCE_DATE_EPOCH']

/**
 * The entry of the answers, which only serve when everything is the same: `configure` itself believes them. Pure.
 */
export function configureEntry(facts: ConfigureFacts): CacheEntry {
  const { project, target, step, scripts, sources, system, wrappers, compiler } = facts
  const env = Object.entries(step.env).filter(([name]) => !idle.includes(name))
  const made = Object.entries(scripts).filter(([name]) => !/(^|\/)configure$/.test(name))
  const texts = (made.length > 0 ? made : Object.entries(scripts)).map(([, text]) => text)
  const looks = texts.some(text => looksAtSources.test(text)) || step.argv.some(arg => leadsToSources.test(arg))
  return cacheEntry({
    kind: 'autotools',
    name: `${project} ${target}`,
    ingredients: {
      target,
      compiler,
      command: digest([step.argv, env.sort(([a], [b]) => (a < b ? -1 : 1)), wrappers]),
      scripts: digest(Object.entries(scripts).sort(([a], [b]) => (a < b ? -1 : 1))),
      system,
      ...(looks && { sources }),
    },
  })
}

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16)

/** Keeps what `configure` has found out about compiler and C library: with zig, each answer takes three times as long. */
export async function configureKeepers(context: KeeperContext): Promise<KeeperSet> {
  const { job, planned } = context
  const steps = job.steps.filter(step => step.argv[0] === './configure' && step.argv.includes('--config-cache'))
  const system = steps.length > 0 ? await systemDigest() : null
  if (system === null) return { keepers: [], env: {} }
  const skip = [planned.outputDir]
  const tree = readTree(planned.dir, skip)
  const names = tree.files.filter(file => /(^|\/)(configure(\.ac|\.in)?|[^/]*\.m4)$/.test(file))
  const scripts: Record<string, string> = {}
  for (const name of names) scripts[name] = await readFile(join(planned.dir, name), 'latin1').catch(() => '')
  const sources = (await readCTree(planned.dir, skip)).content
  return {
    keepers: steps.map(step => keepAnswers(context, step, { project: planned.name, scripts, sources, system })),
    env: {},
  }
}

type Common = Pick<ConfigureFacts, 'project' | 'scripts' | 'sources' | 'system'>

/** What the file is called in a pack, and by `configure` (`--config-cache`). */
const root = 'configure'
const file = 'config.cache'

function keepAnswers(context: KeeperContext, step: Step, common: Common): Keeper {
  const { job } = context
  const [target = ''] = step.targets
  const entry = configureEntry({
    ...common,
    target,
    step,
    wrappers: wrappersOf(job, target),
    compiler: compilerOf(job),
  })
  const path = join(step.cwd, file)
  let isNew = false
  return {
    wanted: [entry],
    async restore() {
      const isHere = await exists(path)
      isNew = !isHere && (await restoreEntry(context, { entry, roots: { [root]: step.cwd } })) === null
    },
    async save({ failed }) {
      // a build that fails later has good answers; one without them had no compiler
      if (!isNew || failed.includes(target) || !(await exists(path))) return
      const member = { type: 'file', path: `${root}/${file}`, from: path, mode: 0o644, mtimeNs: 0n } as const
      await saveEntry(context, { entry, members: [member], facts: null })
    },
  }
}

const wrappersOf = (job: Job, target: string): string[] =>
  job.files.filter(f => f.executable && f.path.includes(`/${target}-`)).map(f => f.content)

function compilerOf(job: Job): string {
  const zig = job.toolchains.find(t => t.name === 'zig')
  return zig === undefined ? 'of this machine' : `zig ${zig.version}`
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
