import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { ArchName } from '../../arch.ts'
import { type Engine, findEngine } from '../../build/container/engine.ts'
import { BuildError } from '../../errors.ts'
import { clientEnv } from '../../toolchains/context.ts'
import type { Start } from '../decide.ts'
import type { FloorPlace } from './decide.ts'
import { containerPrefix, ensureImage } from './engine.ts'
import { libraryDirs, type PackageContext } from './packages.ts'

/** What to start at a place. */
interface FloorProgram {
  readonly arch: ArchName
  /** Absolute. */
  readonly path: string
  /** The `mirrors` input for `debian`, or null. */
  readonly mirror: string | null
}

/** The old systems of one run: the engine is asked once, and what cannot be had is not asked for again. */
export interface Floors {
  /** @throws BuildError `interrupted` */
  engine(): Promise<Engine | { readonly why: string }>
  /** Gets what a place needs and says how to start a program there, or why not. @throws BuildError `interrupted` */
  prepare(place: FloorPlace, program: FloorProgram): Promise<Start | { readonly why: string }>
}

/** Makes the old systems of one run; nothing is asked or downloaded before it is needed. */
export function makeFloors(context: PackageContext): Floors {
  let engine: ReturnType<typeof findEngine> | null = null
  const failed = new Map<string, string>()
  const askEngine = () => {
    engine ??= findEngine(context)
    return engine
  }
  return {
    engine: askEngine,
    async prepare(place, program) {
      const source = place.from === 'container' ? 'container' : `packages ${program.mirror ?? ''}`
      const before = failed.get(source)
      if (before !== undefined) return { why: before }
      try {
        if (place.from === 'packages') return await byLoader(place, program, context)
        const answering = await askEngine()
        if ('why' in answering) return answering
        const why = await ensureImage(answering, place.image, place.platform, context)
        return why === null ? inContainer(place, program, answering, context) : { why }
      } catch (error) {
        if (context.signal.aborted || !(error instanceof BuildError)) throw error
        // a network that is down stays down: the next file does not wait for it again
        if (error.code === 'download-failed') failed.set(source, error.message)
        return { why: error.message }
      }
    },
  }
}

async function byLoader(
  place: FloorPlace & { readonly from: 'packages' },
  program: FloorProgram,
  context: PackageContext,
): Promise<Start | { readonly why: string }> {
  const { system, packages, runner, where } = place
  const { arch, mirror, path } = program
  const dirs = await libraryDirs({ system, arch, names: packages, mirror }, context)
  if (dirs.some(dir => /[:;]/.test(dir))) {
    return { why: `the loader takes no list of directories with a colon or semicolon in their names: ${dirs[0]}` }
  }
  const loader = join(dirs[0] ?? '', place.loader)
  // the cache of the machine's own libraries is another loader's
  const options = place.loader === 'libc.so' ? ['--library-path'] : ['--inhibit-cache', '--library-path']
  const prefix = [...runner.prefix, loader, ...options, dirs.join(':')]
  return { where, prefix, env: runner.env, foreign: true, floor: { by: 'loader', program: path } }
}

function inContainer(
  place: FloorPlace & { readonly from: 'container' },
  { path }: FloorProgram,
  engine: Engine,
  context: PackageContext,
): Start {
  const { image, platform, where, runner } = place
  const program = '/app'
  const name = `portable-build-smoke-${randomUUID()}`
  const user = `${process.getuid?.() ?? 65534}:${process.getgid?.() ?? 65534}`
  const prefix = containerPrefix(engine, { image, platform, path, program, name, env: runner.env, user })
  const cleanUp = [engine.path, 'rm', '--force', name]
  // the environment is the client's: it knows where the engine is
  return { where, prefix, env: clientEnv(context.env), foreign: true, floor: { by: 'container', program, cleanUp } }
}
