import { lstatSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Mount } from '../../backends/container/argv.ts'
import type { Host } from '../../host.ts'
import type { Job } from '../../plan.ts'
import { makeDirectory } from '../make-directory.ts'
import { askEngine, type Engine, type EngineContext } from './engine.ts'
import { getImage } from './image.ts'
import { openSession, type Session } from './session.ts'

/** A job's container, and what its steps must know of it. */
export interface OpenContainer extends Session {
  /** PATH of the image. */
  readonly path: string
}

/** An empty directory in the work directory, for what is not to be seen. */
const nothing = 'nothing'

/** What a job is run with. */
export interface OpenContext extends EngineContext {
  readonly log: Host['log']
  /** Absolute. */
  readonly projectDir: string
}

/**
 * Gets the image of a job and starts its container. The sources are there at their own paths and cannot be changed; the
 * work directory can. @throws BuildError see getImage and openSession
 */
export async function openContainer(
  job: Job & Required<Pick<Job, 'container'>>,
  engine: Engine,
  context: OpenContext,
): Promise<OpenContainer> {
  const { log, projectDir } = context
  const spec = job.container
  const task = log.task(job.targets.join(', '), `image ${spec.image}`)
  try {
    await makeDirectory(job.workDir)
    const dirs = [...new Set(job.files.map(file => dirname(file.path)))]
    for (const dir of [...dirs, `${job.workDir}/${nothing}`]) await makeDirectory(dir)
    const owner = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, engine: engine.name }
    const [image, isRootless] = await Promise.all([
      getImage(engine, spec, context, task),
      findRootless(engine, context),
    ])
    const mounts = mountsOf(projectDir, job.workDir, dirs)
    const request = { engine, spec, workDir: job.workDir, mounts, owner: { ...owner, isRootless } }
    const session = await openSession(request, context)
    task.done(`${spec.image} ${image.id.slice(0, 19)}`)
    return { exec: session.exec, close: () => session.close(), path: image.path }
  } catch (error) {
    task.fail(error instanceof Error ? error.message : String(error))
    throw error
  }
}

/**
 * The repository, else the project, to be read; the work directory, to be written. History is not among it: its configuration
 * is where checkouts leave their tokens.
 */
function mountsOf(projectDir: string, workDir: string, others: readonly string[]): Mount[] {
  const repository = repositoryOf(projectDir, `${workDir}/${nothing}`)
  const root = repository?.root ?? projectDir
  const outside = others.filter(dir => !`${dir}/`.startsWith(`${workDir}/`))
  return [
    { source: root, target: root, writable: false },
    ...(repository ? [repository.hide] : []),
    { source: workDir, target: workDir, writable: true },
    ...outside.map(dir => ({ source: dir, target: dir, writable: false })),
  ]
}

/** The directory above that has a `.git`, and what hides that; never one with the whole home directory, which has logins. */
function repositoryOf(dir: string, empty: string): { readonly root: string; readonly hide: Mount } | null {
  for (let at = dir; ; at = dirname(at)) {
    if (at !== dir && `${homedir()}/`.startsWith(at === '/' ? at : `${at}/`)) return null
    const git = join(at, '.git')
    const found = lstatSync(git, { throwIfNoEntry: false })
    // a directory without entries, or an empty file in a worktree
    if (found)
      return { root: at, hide: { source: found.isDirectory() ? empty : '/dev/null', target: git, writable: false } }
    if (at === dirname(at)) return null
  }
}

async function findRootless(engine: Engine, context: EngineContext): Promise<boolean> {
  if (engine.name === 'podman') return process.getuid?.() !== 0
  const { said } = await askEngine([engine.path, 'info', '--format', '{{json .SecurityOptions}}'], context)
  return said.includes('name=rootless')
}
