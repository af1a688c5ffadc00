import { posix } from 'node:path'
import { BuildError } from '../../../errors.ts'
import type { Exec } from '../../../exec.ts'
import { readSurroundings, surroundingsProbe } from '../../../languages/rust/probe.ts'
import type { Job, Step } from '../../../plan.ts'
import type { Ingredients } from '../../entry.ts'
import { type RecipeFacts, rustRecipe } from '../recipe.ts'
import { readArguments } from './arguments.ts'
import { machineText } from './machine.ts'
import { type PackageFacts, pathsBeside } from './mask.ts'
import { type CargoMetadata, readMetadata } from './metadata.ts'

/** What a recipe is gathered with. */
export interface GatherOptions {
  readonly job: Job
  /** The cargo step of the job whose crates are kept. */
  readonly step: Step
  /** Absolute directory of the project. */
  readonly dir: string
  readonly exec: Exec
  /** The environment of the job's steps, before their own. */
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** Digest of the machine's packages; null where they cannot be listed, empty where nothing of theirs is linked. */
  readonly system: string | null
  /** The text of a file by its absolute path; null where there is none, or it cannot be read. */
  readonly read: (path: string) => Promise<string | null>
}

/** Ingredients, or why there is no key: nothing is restored and saved then. */
export type Recipe =
  | { readonly ingredients: Ingredients; readonly why: null }
  | { readonly ingredients: null; readonly why: string }

/**
 * Asks cargo and rustc, reads manifests, lock and configuration, and makes the recipe of a step. Nothing is downloaded and
 * nothing of the project is run; about 0.1 s.
 * @throws BuildError `interrupted`
 */
export async function gatherRecipe(options: GatherOptions): Promise<Recipe> {
  try {
    return { ingredients: rustRecipe(await gatherFacts(options)), why: null }
  } catch (error) {
    if (options.signal.aborted || !(error instanceof BuildError)) throw error
    return { ingredients: null, why: error.message }
  }
}

async function gatherFacts(options: GatherOptions): Promise<RecipeFacts> {
  const { job, step, dir, exec, signal, read, system } = options
  // A compiler that is missing is none to wait for: it is installed before a build, and not for a look.
  const env = { ...options.env, ...step.env, RUSTUP_AUTO_INSTALL: '0' }
  const ask = async (...argv: string[]) => {
    const { code, stdout, stderr } = await exec({ argv, cwd: step.cwd, env, signal })
    if (code === 0) return stdout
    const why = stderr.trim().split('\n')[0] ?? ''
    throw new BuildError('unreadable-project', `${argv.slice(0, 2).join(' ')} failed: ${why}`)
  }
  if (system === null) throw new BuildError('unreadable-project', 'it is not known which libraries this machine has')
  const { manifest } = readArguments(step.argv)
  const elsewhere = manifest === null ? [] : ['--manifest-path', manifest]
  const probe = surroundingsProbe({ dir })
  const [rustc, cargo, metadata, answer, machine] = await Promise.all([
    ask('rustc', '-vV'),
    ask('cargo', '-V'),
    ask('cargo', 'metadata', '--no-deps', '--offline', '--format-version', '1', ...elsewhere),
    exec({ argv: probe.argv, cwd: probe.cwd, env: options.env, signal }),
    machineText({ exec, env: options.env, signal, read, system }),
  ])
  const said = readMetadata(metadata)
  const lock = await read(posix.join(said.root, 'Cargo.lock'))
  if (lock === null) throw new BuildError('unreadable-project', 'there is no Cargo.lock: versions are not settled')
  const surroundings = readSurroundings({ [probe.id]: { ...answer, code: answer.code ?? 1 } })
  return {
    packages: await readPackages(said, read),
    lock,
    configs: surroundings.configs,
    rustc,
    cargo,
    machine,
    targets: step.targets,
    toolchains: job.toolchains,
    kit: JSON.stringify(job.files),
    directories: { project: dir, work: job.workDir, cargoHome: surroundings.cargoHome },
    argv: step.argv,
    env: step.env,
    passed: Object.fromEntries(Object.keys(job.passEnv).map(name => [name, options.env[name] ?? ''])),
  }
}

/** The members as cargo finds them, then the packages beside them to which paths lead. */
async function readPackages({ root, members }: CargoMetadata, read: GatherOptions['read']): Promise<PackageFacts[]> {
  const packages: PackageFacts[] = []
  const load = async (facts: Omit<PackageFacts, 'text'>) => {
    const text = await read(posix.join(root, facts.path))
    if (text !== null) packages.push({ ...facts, text })
  }
  const isRootMember = members.some(m => m.path === 'Cargo.toml')
  if (!isRootMember) await load({ path: 'Cargo.toml', member: true, buildScript: false, executables: false })
  for (const member of members) await load({ ...member, member: true })
  const asked = new Set<string>()
  for (let next = pathsBeside(packages); next.some(dir => !asked.has(dir)); next = pathsBeside(packages)) {
    for (const dir of next.filter(d => !asked.has(d))) {
      asked.add(dir)
      const buildScript = (await read(posix.join(root, dir, 'build.rs'))) !== null
      await load({ path: `${dir}/Cargo.toml`, member: false, buildScript, executables: false })
    }
  }
  return packages
}
