import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { onPath } from '../../doctor/probe.ts'
import type { Keeper, KeeperContext, KeeperSet } from '../keeper.ts'
import { directoryFor, isUsed, keepDirectory } from '../kept/directory.ts'
import type { KeptName } from '../kept/layers.ts'
import { stepEnv } from '../steps.ts'
import { ownStore, readStats, type SccacheServer, sccacheEnv, serverOnly } from './sccache-settings.ts'

/**
 * Lets sccache keep what rustc compiles: in a directory that comes back as one pack, or in a store that the user has set up
 * by naming its variables in `env`. Where this run may not use what others have compiled, or not leave anything behind in
 * such a store, rustc is started without it.
 */
export async function sccacheKeepers(context: KeeperContext): Promise<KeeperSet> {
  const { job, planned, policy } = context
  const nothing: KeeperSet = { keepers: [], env: {} }
  const step = job.steps.find(s => s.stdout === 'cargo-json')
  if (step === undefined) return nothing
  const name: KeptName = {
    kind: 'sccache',
    name: job.id,
    ingredients: { targets: job.targets.join(' ') },
    near: ['targets'],
  }
  const tell = (why: string) => context.tell({ id: idOf(name), key: '', hit: 'skipped', bytes: 0, ms: 0, why })
  const skip = (why: string): KeeperSet => {
    tell(why)
    return nothing
  }
  const env = stepEnv(job, step, context.env)
  const program = await onPath('sccache', env)
  if (program === null) return skip('this machine has no sccache')
  const own = ownStore(env)
  if (policy !== undefined && (policy.restore === 'none' || policy.restore === 'toolchains')) return skip(policy.reason)
  if (own !== null && policy?.save === false) return skip(`${policy.reason}, and sccache writes to ${own.what}`)
  const dir = own === null ? directoryFor(join(job.workDir, 'sccache'), name) : null
  const server = serverOf(program, context.scratch)
  const added = sccacheEnv(server, dir)
  if (own !== null) tell(`sccache keeps it itself: ${own.variable} is set`)
  if (own?.variable === 'SCCACHE_GHA_ENABLED') context.log.info(costOfGithub)
  const objects = dir === null ? null : keepDirectory(context, { ...name, dir, targets: job.targets, ...layout })
  const variables: Variables = Object.fromEntries(job.targets.map(target => [target, added]))
  const asked = {
    ...{ program, name: idOf(name), cwd: planned.dir, variables },
    env: { ...env, ...added, ...serverOnly(own?.variable ?? null, context.env) },
  }
  return { keepers: [withServer(context, asked, objects)], env: variables }
}

const costOfGithub =
  'sccache: each object is an entry of its own in GitHub’s cache, which takes 200 new ones a minute and 10 GB of all together: `rust-deps-cache: builtin` needs one'

const storeHint = '`sccache --start-server` says why, for example that its store is not to be reached.'

const idOf = ({ kind, name }: KeptName): string => `${kind} ${name}`

/** sccache's local store: `<digit>/<digit>/<digest>`, whose time is renewed when it is used. */
const layout = {
  wanted: (path: string) => /^([0-9a-f]\/){2}[0-9a-f]{64}$/.test(path),
  select: <T extends { readonly path: string; readonly size: number; readonly mtimeMs: number }>(files: readonly T[]) =>
    files.filter(isUsed),
}

/** The scratch directory is this run's alone: so are a socket in it and, as far as that goes, a port that is made from its name. */
function serverOf(program: string, scratch: string): SccacheServer {
  const digest = createHash('sha256').update(scratch).digest()
  return { program, socket: join(scratch, 'sccache'), port: 20_000 + (digest.readUInt16BE(0) % 20_000) }
}

/** By the name of a target, what its steps get; steps are given it when everything was restored. */
type Variables = Record<string, Readonly<Record<string, string>>>

interface Asked {
  readonly program: string
  readonly name: string
  readonly cwd: string
  /** Emptied where there is no server. */
  readonly variables: Variables
  /** Of the server. */
  readonly env: Readonly<Record<string, string>>
}

/** The server runs from before the first step until its numbers were read. @param objects what keeps its directory */
function withServer(context: KeeperContext, asked: Asked, objects: Keeper | null): Keeper {
  const { exec, signal, log } = context
  const { program, name, cwd, env, variables } = asked
  let isRunning = false
  const ask = async (...args: string[]) => {
    const outcome = await exec({ argv: [program, ...args], cwd, env, signal }).catch(error => {
      if (signal.aborted) throw error
      return null
    })
    return outcome?.code === 0 ? outcome.stdout : null
  }
  return {
    wanted: objects?.wanted ?? [],
    async restore() {
      await objects?.restore()
      isRunning = (await ask('--start-server')) !== null
      if (isRunning) return
      // as a wrapper it would start one itself, and where that fails each rustc does (mozilla/sccache#2756)
      for (const target of Object.keys(variables)) delete variables[target]
      log.warn('sccache: its server does not start: rustc is started without it, and nothing is kept', storeHint)
    },
    async counts() {
      if (!isRunning) return []
      const counts = readStats((await ask('--show-stats', '--stats-format=json')) ?? '')
      await ask('--stop-server')
      if (counts === null) return []
      const { hits, misses, others } = counts
      log.info(`sccache: ${hits} found, ${misses} compiled, ${others} that it does not keep`)
      return [{ id: name, reused: hits, compiled: misses, unit: 'crates' }]
    },
    async save(result) {
      if (isRunning) await objects?.save(result)
    },
  }
}
