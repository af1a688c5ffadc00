import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type JobResult, runJob } from '../../../../src/build/run.ts'
import type { Ingredients } from '../../../../src/cache/entry.ts'
import type { KeeperContext } from '../../../../src/cache/keeper.ts'
import { canStandFor } from '../../../../src/cache/rust/home.ts'
import { rustKeeper } from '../../../../src/cache/rust/keeper.ts'
import { stepsOf } from '../../../../src/cache/rust/keepers.ts'
import { readMessages } from '../../../../src/cache/rust/messages.ts'
import { cargoPlaces } from '../../../../src/cache/rust/places.ts'
import { withKeepers } from '../../../../src/cache/steps.ts'
import type { CacheStore } from '../../../../src/cache/store.ts'
import { cargoHomeIn } from '../../../../src/languages/rust/flags.ts'
import type { Job, PlannedProject } from '../../../../src/plan.ts'
import type { CacheReport } from '../../../../src/report/schema.ts'
import { makeJob, memoryLog, realContext, shStep } from '../../../support/jobs.ts'
import { type Crate, type Files, makeRegistry } from './crates.ts'

/** How a build is asked for; each of these is a part of the recipe. */
export interface Request {
  readonly triple?: string
  readonly features?: string
  readonly rustflags?: string
  readonly profile?: string
  readonly env?: Readonly<Record<string, string>>
  readonly commit?: string
  /** The checkout is a developer's. */
  readonly kept?: boolean
  /** A line of sh that runs before cargo. */
  readonly before?: string
  /** May ask the registry. */
  readonly online?: boolean
}

/** What came of a build. */
export interface Built {
  readonly ok: boolean
  /** sha256 of the program; empty where there is none. */
  readonly digest: string
  /** What it prints. */
  readonly says: string
  /** Names of the packages of which something was compiled, in the run that counts. */
  readonly external: readonly string[]
  readonly own: readonly string[]
  /** Why the job was run twice. */
  readonly recovered: string | null
  readonly rows: readonly CacheReport[]
  readonly said: readonly string[]
}

/** A place with a registry, a cache and a project, of which every build finds nothing but the sources and the cache. */
export interface Machine {
  readonly project: string
  readonly registry: string
  /** Removes what cargo has downloaded and unpacked. */
  forgetCargo(): void
  readonly store: CacheStore
  /** Entries by key; a test may change them. */
  readonly entries: Map<string, Buffer>
  /** The configuration of cargo that every checkout has. */
  readonly config: string
  /** The lock file that every checkout has which brings none. */
  lock(): string
  /** A fresh checkout: all is of now. A text that begins with `-> ` is a link. */
  checkout(files: Files): void
  /** With the cache. */
  build(request?: Request): Promise<Built>
  /** From nothing, at the same place. */
  clean(request?: Request): Promise<Built>
}

/** The triple of this machine. */
export const host = execFileSync('cargo', ['-vV'], { encoding: 'utf8' }).match(/^host: (.+)$/m)?.[1] ?? ''

/** A machine of its own; to be disposed of. @param more crates of its registry */
export function makeMachine(more: readonly Crate[] = []): Machine & { dispose(): void } {
  const base = mkdtempSync(join(tmpdir(), 'pb-rust-cache-'))
  const project = join(base, 'project')
  makeRegistry(join(base, 'registry'), more)
  const entries = new Map<string, Buffer>()
  const store = storeOf(entries)
  const config = `[source.crates-io]\nreplace-with = "near"\n[source.near]\nlocal-registry = "${base}/registry"\n`
  const env = { ...process.env, CARGO_HOME: join(base, 'cargo-home'), RUSTUP_HOME: rustupHome() }
  let lock = ''

  const checkout = (files: Files) => {
    rmSync(project, { recursive: true, force: true })
    for (const [path, text] of Object.entries({ '.cargo/config.toml': config, ...files })) {
      mkdirSync(dirname(join(project, path)), { recursive: true })
      if (text.startsWith('-> ')) symlinkSync(text.slice(3), join(project, path))
      else writeFileSync(join(project, path), text)
    }
    if ('Cargo.lock' in files) return
    if (lock === '') {
      execFileSync('cargo', ['generate-lockfile', '--offline'], { cwd: project, env, stdio: 'pipe' })
      lock = readFileSync(join(project, 'Cargo.lock'), 'utf8')
    }
    writeFileSync(join(project, 'Cargo.lock'), lock)
  }

  const run = async (request: Request, cached: boolean): Promise<Built> => {
    const job = jobOf(project, request)
    const rows: CacheReport[] = []
    const { log, said } = memoryLog()
    const scratch = mkdtempSync(join(base, 'scratch-'))
    const planned = plannedOf(project, request.commit ?? null)
    const signal = new AbortController().signal
    const context: KeeperContext = {
      ...{
        job,
        planned,
        store,
        log,
        env: { ...env, CI: request.kept ? '' : 'true' },
        signal,
        scratch,
        exec: realContext(log).exec,
      },
      tell: row => void rows.push(row),
    }
    const places = await cargoPlaces(context, canStandFor)
    const keeper = cached
      ? rustKeeper(context, recipeOf(request, readFileSync(join(project, 'Cargo.lock'), 'utf8')), places)
      : null
    await keeper?.restore()
    const sets = cached ? [{ env: {}, steps: stepsOf(job, places) }] : []
    const start = () => runJob(withKeepers(job, sets), { ...realContext(log), env })
    let result = await start()
    const recovered = (await keeper?.recover?.(result)) ?? null
    if (recovered !== null) result = await start()
    await keeper?.save(result)
    rmSync(scratch, { recursive: true })
    return { ...outcome(job, request, result), recovered, rows, said }
  }

  return {
    registry: join(base, 'registry'),
    forgetCargo: () => rmSync(env.CARGO_HOME, { recursive: true, force: true }),
    ...{ project, store, entries, config, checkout, lock: () => lock },
    build: (request = {}) => run(request, true),
    clean: async (request = {}) => {
      rmSync(join(project, '.portable-build'), { recursive: true, force: true })
      return run(request, false)
    },
    dispose: () => rmSync(base, { recursive: true, force: true }),
  }
}

/** Sets times back: what an archive, `cp -p` or a tool that restores times from history leaves. */
export function older(path: string, seconds = 1_000_000_000): void {
  utimesSync(path, seconds, seconds)
}

function rustupHome(): string {
  return process.env['RUSTUP_HOME'] ?? join(process.env['HOME'] ?? '', '.rustup')
}

function storeOf(entries: Map<string, Buffer>): CacheStore {
  return {
    async restore({ key, fallbacks, path }) {
      const newest = [...entries.keys()].reverse()
      const found = [key, ...fallbacks]
        .map(f => newest.find(k => (f === key ? k === f : k.startsWith(f))))
        .find(Boolean)
      const content = found === undefined ? undefined : entries.get(found)
      if (found === undefined || content === undefined) return { key: null, asked: true, why: 'there is none' }
      writeFileSync(path, content)
      return { key: found, bytes: content.length }
    },
    async save({ key, path }) {
      if (entries.has(key)) return 'exists'
      entries.set(key, readFileSync(path))
      return 'saved'
    },
  }
}

function jobOf(
  project: string,
  { triple = host, features = '', rustflags = '', profile = 'release', env = {}, online = false, before }: Request,
): Job {
  const workDir = join(project, '.portable-build/app-native')
  const targetDir = join(workDir, 'target')
  const id = 'app-native/1-build'
  // as a plan has them: with the cache cargo has another home, and the program is the same
  const homes = [join(dirname(project), 'cargo-home'), cargoHomeIn(workDir)]
  const maps = homes.map(home => `--remap-path-prefix=${home}=/cargo`).join(' ')
  return makeJob({
    id: 'app-native',
    workDir,
    targets: ['x86_64-linux-gnu'],
    steps: [
      ...(before === undefined ? [] : [shStep('app-native/0-before-script', project, before)]),
      {
        id,
        title: 'cargo build',
        targets: [],
        argv: [
          ...[
            'cargo',
            'build',
            '--target',
            triple,
            '--profile',
            profile,
            '--bins',
            '--locked',
            ...(online ? [] : ['--offline']),
          ],
          ...(features === '' ? [] : ['--features', features]),
          ...['--target-dir', targetDir, '--message-format', 'json-render-diagnostics'],
        ],
        cwd: project,
        env: { CARGO_INCREMENTAL: '0', CARGO_BUILD_BUILD_DIR: targetDir, RUSTFLAGS: `${rustflags} ${maps}`, ...env },
        stdout: 'cargo-json',
      },
    ],
    collect: [{ from: 'cargo-json', step: id, triples: { [triple]: 'x86_64-linux-gnu' }, bins: null }],
  })
}

/** What rustRecipe makes of a plan, as far as these tests change it. */
function recipeOf(request: Request, lock: string): Ingredients {
  const { triple = host, features = '', rustflags = '', profile = 'release' } = request
  const entries = lock.split('[[package]]').filter(entry => entry.includes('source ='))
  const digest = createHash('sha256').update(entries.join()).digest('hex').slice(0, 8)
  return {
    rustc: '1',
    cargo: '1',
    host,
    targets: triple,
    compilers: 'cc',
    directories: '1',
    features,
    rustflags,
    profile,
    lock: digest,
  }
}

function plannedOf(dir: string, commit: string | null): PlannedProject {
  return {
    ...{ name: 'app', dir, language: 'rust', buildSystem: 'cargo', executables: [], evidence: [], declined: [] },
    ...{ commit, epoch: 0, outputDir: join(dir, 'dist'), targets: [], tools: [], settings: [], binName: null },
    smoke: { when: 'off', command: null, floor: 'off' },
    packaging: { archive: 'none', include: [], leadingDir: false },
    distribute: 'auto',
  }
}

function outcome(job: Job, { triple = host, profile = 'release' }: Request, result: JobResult) {
  const program = join(job.workDir, 'target', triple, profile === 'dev' ? 'debug' : profile, 'app')
  const ok = result.failures.length === 0
  const { units } = readMessages(Object.values(result.messages).flat())
  const compiled = (own: boolean) => [...new Set(units.filter(u => u.own === own && !u.fresh).map(u => u.name))].sort()
  const there = ok && existsSync(program)
  return {
    ok,
    digest: there ? createHash('sha256').update(readFileSync(program)).digest('hex') : '',
    says: there ? execFileSync(program, { encoding: 'utf8' }) : result.failures.flatMap(f => f.lines).join('\n'),
    external: compiled(false),
    own: compiled(true),
  }
}
