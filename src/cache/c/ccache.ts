import { readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { writeError } from '../../build/file-error.ts'
import { writeWhole } from '../../build/write-file.ts'
import { onPath } from '../../doctor/probe.ts'
import type { Job } from '../../plan.ts'
import type { Keeper, KeeperContext, KeeperSet } from '../keeper.ts'
import { directoryFor, isUsed, keepDirectory } from '../kept/directory.ts'
import { listFiles } from '../kept/files.ts'
import type { KeptName } from '../kept/layers.ts'
import { sharedEnv, stepEnv } from '../steps.ts'
import { systemDigest } from '../system.ts'
import { type CcacheFacts, ccacheEnv, checkOf, readCounts, whyNotCcache } from './settings.ts'
import { type CTree, readCTree } from './tree.ts'

/**
 * Keeps what C and C++ compilers make, with the ccache that the machine has: one directory and one pair of packs for each
 * target. Without ccache, with one that is too old, or with one that the user has set up, nothing is kept.
 */
export async function ccacheKeepers(context: KeeperContext): Promise<KeeperSet> {
  const { job, planned } = context
  const nothing = { keepers: [], env: {} }
  const first = job.steps[0]
  const isPython = planned.language === 'python'
  if (!(isPython || planned.language === 'c') || first === undefined) return nothing
  const skip = (why: string): KeeperSet => {
    for (const target of job.targets) {
      context.tell({ id: `ccache ${planned.name} ${target}`, key: '', hit: 'skipped', bytes: 0, ms: 0, why })
    }
    return nothing
  }
  const env = stepEnv(job, first, context.env)
  if (env['CCACHE_DIR'] !== undefined) return skip('CCACHE_DIR is set: it is kept by whoever set it')
  const ccache = await onPath('ccache', env)
  if (ccache === null) return skip('this machine has no ccache')
  const why = whyNotCcache(await ask(context, [ccache, '--version'], env))
  if (why !== null) return skip(why)
  const system = job.backend === 'native' ? await systemDigest() : ''
  if (system === null) return skip('it is not known which headers this machine has')
  // what a freezer writes is not there yet: it embeds constants, and includes nothing of the project's
  const tree = isPython ? frozen : await readCTree(planned.dir, [planned.outputDir])
  const keepers: Keeper[] = []
  const added: Record<string, Readonly<Record<string, string>>> = {}
  for (const target of job.targets) {
    const compiler = await compilerOf(context, target, env)
    const paths = sharedEnv(job, target)
    const places = isPython ? [job.workDir] : mapped.map(n => paths[n] ?? '')
    const hidden = [...wrappersOf(job, target).map(f => f.content), ...places, system]
    const facts: CcacheFacts = { ccache, target, compiler, hidden, embeds: tree.embeds }
    const name = nameOf(planned.name, facts)
    const dir = directoryFor(join(job.workDir, 'ccache'), name)
    added[target] = ccacheEnv(facts, dir)
    keepers.push(
      withCounts(context, { ccache, name: name.name, dir }, keepObjects(context, { name, dir, target, tree })),
    )
  }
  return { keepers, env: added }
}

/** The C that Nuitka makes of Python. */
const frozen: CTree = { names: '', content: '', embeds: 'what Nuitka generates' }

/** Variables that the wrappers turn into flags (src/backends/wrapper.ts). */
const mapped: readonly string[] = ['PB_SOURCE_DIR', 'PB_BUILD_DIR']

/** ccache looks at everything else by itself, so that the newest pack of a compiler will do. */
function nameOf(project: string, facts: CcacheFacts): KeptName {
  const near = { target: facts.target, compiler: facts.compiler, check: checkOf(facts) }
  return { kind: 'ccache', name: `${project} ${facts.target}`, ingredients: near, near: Object.keys(near) }
}

const wrappersOf = (job: Job, target: string) =>
  job.files.filter(file => file.executable && basename(file.path).startsWith(`${target}-c`))

/** What compiles for a target: zig of a version, or what this machine's compiler calls itself. */
async function compilerOf(context: KeeperContext, target: string, env: Readonly<Record<string, string>>) {
  const { job, scratch } = context
  const zig = job.toolchains.find(t => t.name === 'zig')
  if (zig) return `zig ${zig.version}`
  // the job has not written its wrappers yet
  const said = wrappersOf(job, target).map(async file => {
    const path = join(scratch, basename(file.path))
    await writeWhole(path, file.content, 0o755)
    return ask(context, [path, '--version'], env)
  })
  return (await Promise.all(said)).map(text => text.split('\n')[0]).join(', ')
}

async function ask({ exec, signal, scratch }: KeeperContext, argv: string[], env: Readonly<Record<string, string>>) {
  const outcome = await exec({ argv, cwd: scratch, env, signal }).catch(error => {
    if (signal.aborted) throw error
    return null
  })
  return outcome?.code === 0 ? outcome.stdout : ''
}

interface Objects {
  readonly name: KeptName
  readonly dir: string
  readonly target: string
  readonly tree: CTree
}

function keepObjects(context: KeeperContext, { name, dir, target, tree }: Objects): Keeper {
  const mark = join(dir, 'names')
  return keepDirectory(context, {
    ...name,
    dir,
    targets: [target],
    wanted: path => isResult.test(path) || isManifest.test(path),
    select: files => files.filter(isUsed),
    facts: { names: tree.names },
    async settle(facts, isWarm) {
      const known = isWarm ? await readFile(mark, 'utf8').catch(() => '') : readNames(facts)
      try {
        if (known !== tree.names) await dropManifests(dir)
        await writeFile(mark, tree.names)
      } catch (error) {
        throw writeError(error, dir)
      }
    },
  })
}

/** ccache's local storage: `<digit>/<digit>/<digest>R` is what a compiler made, `…M` says which headers it read for that. */
const isResult = /^([0-9a-v]\/)+[0-9a-v]{20,}R$/
const isManifest = /^([0-9a-v]\/)+[0-9a-v]{20,}M$/

/** The names of what could be included when the pack was written. */
function readNames(facts: unknown): string {
  return typeof facts === 'object' && facts !== null && 'names' in facts ? String(facts.names) : ''
}

/**
 * A manifest says "the same headers were read, and they are as they were", and does not notice a new one that now comes
 * before them. Without it, the preprocessor runs, what was made is found by its output, and a new manifest is written.
 */
async function dropManifests(dir: string): Promise<void> {
  for (const { path } of await listFiles(dir, file => isManifest.test(file))) await rm(join(dir, path), { force: true })
}

/** Tells what ccache found, before what it has is saved. */
function withCounts(
  context: KeeperContext,
  { ccache, name, dir }: { readonly ccache: string; readonly name: string; readonly dir: string },
  keeper: Keeper,
): Keeper {
  const env = { CCACHE_DIR: dir, CCACHE_CONFIGPATH: join(dir, 'ccache.conf') }
  const countsNow = async () => readCounts(await ask(context, [ccache, '--print-stats'], env))
  return {
    wanted: keeper.wanted,
    async counts() {
      const { direct, preprocessed, misses } = await countsNow()
      return [{ id: `ccache ${name}`, reused: direct + preprocessed, compiled: misses, unit: 'files' }]
    },
    async restore() {
      await keeper.restore()
      await ask(context, [ccache, '--zero-stats'], env) // those of an earlier run on this machine
    },
    async save(result) {
      const { direct, preprocessed, misses } = await countsNow()
      const found = `${direct} directly, ${preprocessed} after preprocessing`
      context.log.info(`ccache ${name}: ${direct + preprocessed + misses} compilations: ${found}, ${misses} compiled`)
      await keeper.save(result)
    },
  }
}
