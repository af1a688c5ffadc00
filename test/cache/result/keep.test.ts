import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeeperContext } from '../../../src/cache/keeper.ts'
import { resultKeeper } from '../../../src/cache/result/keep.ts'
import { spawnCommand } from '../../../src/exec/spawn.ts'
import type { PlannedProject } from '../../../src/plan.ts'
import type { CacheReport } from '../../../src/report/schema.ts'
import { makeJob, memoryLog } from '../../support/jobs.ts'
import { memoryCache } from '../../support/memory-cache.ts'
import { plan } from '../../support/plan.ts'

const targets = ['x86_64-linux-musl', 'aarch64-linux-musl']
let root = ''
let store: ReturnType<typeof memoryCache>
let rows: CacheReport[]
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'pb-result-')))
  for (const dir of ['.git', 'src']) mkdirSync(join(root, dir))
  writeFileSync(join(root, 'src/main.c'), 'int main(void) { return 0; }\n')
  store = memoryCache()
  rows = []
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** A run of its own, on a machine that has nothing but the checkout. */
function keeper() {
  const scratch = mkdtempSync(join(tmpdir(), 'pb-result-packs-'))
  const workDir = join(root, '.portable-build/app-zig')
  rmSync(workDir, { recursive: true, force: true })
  const step = { id: '1-build', title: 'build', targets: [], argv: ['make'], cwd: root, env: {} }
  const [project] = plan.projects
  const planned = { ...project, dir: root, outputDir: join(root, 'dist') } as PlannedProject
  const context: KeeperContext = {
    ...{ job: makeJob({ workDir, steps: [step] }), planned, store, exec: spawnCommand, env: {}, log: memoryLog().log },
    ...{ signal: new AbortController().signal, scratch, tell: row => void rows.push(row) },
  }
  const source = { commit: 'c0ffee', tag: null, epoch: 1, dirty: false, why: null }
  return resultKeeper(context, { source, answers: {}, outputDirs: [planned.outputDir] })
}

/** What a build leaves: an executable for each target. */
function built() {
  return targets.map(target => {
    const path = join(root, '.portable-build/app-zig', `${target}.out`)
    mkdirSync(join(root, '.portable-build/app-zig'), { recursive: true })
    writeFileSync(path, `program for ${target}`)
    return { target, name: 'app', path }
  })
}

async function buildOnce(): Promise<void> {
  const first = keeper()
  expect(await first.restore()).toBeNull()
  await first.save(built())
}

describe('executables of an earlier run', () => {
  it('come back for the same sources, in the order of the targets, executable', async () => {
    await buildOnce()
    const artifacts = (await keeper().restore()) ?? []
    expect(artifacts.map(a => [a.target, a.name, readFileSync(a.path, 'utf8'), statSync(a.path).mode & 0o777])).toEqual(
      targets.map(target => [target, 'app', `program for ${target}`, 0o755]),
    )
    expect(rows.map(r => [r.hit, r.saved])).toEqual([
      ['miss', undefined],
      ['skipped', 'saved'],
      ['exact', undefined],
    ])
  })

  it('do not come back when a source is another one', async () => {
    await buildOnce()
    writeFileSync(join(root, 'src/main.c'), 'int main(void) { return 1; }\n')
    expect(await keeper().restore()).toBeNull()
  })

  it('are not kept when the build changed its sources', async () => {
    const first = keeper()
    await first.restore()
    writeFileSync(join(root, 'src/generated.h'), '#define MADE 1\n')
    await first.save(built())
    expect(store.entries.size).toBe(0)
    expect(rows.at(-1)).toMatchObject({ hit: 'skipped', why: 'the sources changed while they were built' })
  })

  it('are the same whatever the run has put into its output directory, but not for what was there before', async () => {
    const first = keeper()
    await first.restore()
    mkdirSync(join(root, 'dist/x86_64-linux-musl'), { recursive: true })
    writeFileSync(join(root, 'dist/x86_64-linux-musl/app'), 'ours')
    await first.save(built())
    expect(store.entries.size).toBe(1)
    expect(await keeper().restore()).toBeNull()
    rmSync(join(root, 'dist'), { recursive: true })
    expect(await keeper().restore()).not.toBeNull()
  })

  it('do not come back from an entry that somebody has cut', async () => {
    await buildOnce()
    for (const [key, bytes] of store.entries) store.entries.set(key, bytes.subarray(0, bytes.length - 7))
    expect(await keeper().restore()).toBeNull()
    expect(rows.at(-1)?.why).toMatch(/^not used: /)
  })

  it('are not asked for outside of a repository, and it is said why', async () => {
    rmSync(join(root, '.git'), { recursive: true })
    expect(await keeper().restore()).toBeNull()
    expect(store.asked).toEqual([])
    expect(rows).toMatchObject([{ hit: 'skipped', why: 'without a repository it is not known what the build reads' }])
  })
})
