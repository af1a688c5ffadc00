import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { collectArtifacts } from '../../../../src/build/collect.ts'
import { type JobResult, runJob } from '../../../../src/build/run.ts'
import type { KeeperContext, KeeperSet } from '../../../../src/cache/keeper.ts'
import { ownMachine } from '../../../../src/cache/policy.ts'
import { withKeepers } from '../../../../src/cache/steps.ts'
import type { CacheStore } from '../../../../src/cache/store.ts'
import { spawnCommand } from '../../../../src/exec/spawn.ts'
import { planRun } from '../../../../src/pipeline.ts'
import type { CacheReport } from '../../../../src/report/schema.ts'
import { memoryLog } from '../../../support/jobs.ts'
import { toolsDir } from '../../support/places.ts'

/** Makes the keepers of a job. */
export type Maker = (context: KeeperContext) => Promise<KeeperSet>

/** What one run did. */
export interface CachedRun {
  readonly result: JobResult
  readonly rows: readonly CacheReport[]
  /** What was saved, by the ids of its rows. */
  readonly saved: readonly string[]
  readonly said: readonly string[]
  /** Bytes of the executables by target. */
  readonly made: Readonly<Record<string, Buffer>>
}

/** When a directory goes away: with its test, or with all tests of the file. */
export type Until = 'test' | 'suite'

/** A directory that goes away by itself. */
export function temporary(until: Until = 'test'): string {
  const dir = mkdtempSync(join(tmpdir(), 'pb-cache-'))
  const end = until === 'test' ? onTestFinished : afterAll
  end(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Writes files of a project; what is null is removed. */
export function edit(dir: string, files: Readonly<Record<string, string | null>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    if (text === null) rmSync(join(dir, path))
    else writeFileSync(join(dir, path), text)
  }
}

/** The suites' toolchains, as on a machine where nothing was built yet. */
export function freshTools(until: Until = 'test'): string {
  const dir = temporary(until)
  for (const name of readdirSync(toolsDir)) {
    if (/^(zig|cargo-zigbuild)-[0-9.]+$/.test(name)) symlinkSync(join(toolsDir, name), join(dir, name))
  }
  return dir
}

/** The machine has nothing but toolchains, sources and, where a test is not about them, zig's C libraries. */
function makeFresh({ dir, tools, hasRuntime }: Place): void {
  rmSync(join(dir, '.portable-build'), { recursive: true, force: true })
  rmSync(join(tools, 'zig-cache'), { recursive: true, force: true }) // of a link only the link
  if (!hasRuntime) return
  mkdirSync(join(toolsDir, 'zig-cache'), { recursive: true })
  symlinkSync(join(toolsDir, 'zig-cache'), join(tools, 'zig-cache'))
}

/** Where a run happens. */
export interface Place {
  readonly dir: string
  readonly tools: string
  readonly flags: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** zig has compiled its C libraries already. */
  readonly hasRuntime?: boolean
}

/** A run on a fresh machine; every one has the project in the same directory, as runners do. With `stay`, what an earlier run left is there, too. */
export async function run(
  place: Place,
  makers: readonly Maker[],
  store: CacheStore | null,
  options: { readonly stay?: boolean; readonly save?: boolean } = {},
): Promise<CachedRun> {
  const { dir, tools, flags } = place
  if (!options.stay) makeFresh(place)
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1700000000', ...place.env }
  const { log, said } = memoryLog()
  const { signal } = new AbortController()
  const host = {
    name: 'local',
    log,
    toolsDir: tools,
    cacheDir: tools,
    cache: null,
    cachePolicy: ownMachine,
    signal,
    publish: async () => {},
  } as const
  const { plan } = await planRun(host, { dir, flags, env })
  const [planned] = plan.projects
  const [job, ...others] = plan.jobs
  if (!planned || !job || others.length > 0) throw new Error('the test wants one project and one job')
  const rows: CacheReport[] = []
  const sets: KeeperSet[] = []
  if (store !== null) {
    const tell = (row: CacheReport) => void rows.push(row)
    const context = {
      job,
      planned,
      store,
      exec: spawnCommand,
      env,
      log,
      signal,
      scratch: mkdtempSync(join(tools, 'scratch-')),
      tell,
    }
    for (const maker of makers) sets.push(await maker(context))
  }
  const keepers = sets.flatMap(set => set.keepers)
  for (const keeper of keepers) await keeper.restore()
  const context = { host, exec: spawnCommand, env, dirs: { project: dir, request: dir }, startedAt: performance.now() }
  const result = await runJob(withKeepers(job, sets), context)
  if (options.save !== false) for (const keeper of keepers) await keeper.save(result)
  const { artifacts } = await collectArtifacts(job, result)
  return {
    result,
    rows,
    said,
    saved: rows.filter(r => r.saved === 'saved').map(r => r.id),
    made: Object.fromEntries(artifacts.map(a => [a.target, readFileSync(a.path)])),
  }
}

/** Ids of the rows of what came back. */
export const brought = ({ rows }: CachedRun): string[] =>
  rows.filter(r => r.hit === 'exact' || r.hit === 'partial').map(r => r.id)
