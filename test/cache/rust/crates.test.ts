import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rustDepsKeepers } from '../../../src/cache/rust/deps-keepers.ts'
import type { PlannedProject } from '../../../src/plan.ts'
import type { CacheReport } from '../../../src/report/schema.ts'
import { makeTree, scratchDir } from '../../support/cache/trees.ts'
import { fakeExec } from '../../support/fake-exec.ts'
import { makeJob, memoryLog } from '../../support/jobs.ts'
import { prefixCache } from '../../support/prefix-cache.ts'

const archive = 'what itoa is'
const checksum = createHash('sha256').update(archive).digest('hex')
const lock = `version = 4\n[[package]]\nname = "app"\nversion = "1.0.0"\n[[package]]\nname = "itoa"\nversion = "1.0.0"\nsource = "registry+https://x"\nchecksum = "${checksum}"\n`
const files = {
  archive: 'registry/cache/x-1/itoa-1.0.0.crate',
  index: 'registry/index/x-1/.cache/it/oa/itoa',
  config: 'registry/index/x-1/config.json',
  foreign: 'registry/cache/x-1/other-1.0.0.crate',
}
const result = { steps: [], failures: [], failed: [], messages: {} }

/** A machine with a CARGO_HOME that is empty; the project is the same on all of them. */
async function machine(store = prefixCache(), dir = makeTree(scratchDir(), { 'Cargo.toml': '', 'Cargo.lock': lock })) {
  const home = scratchDir()
  const rows: CacheReport[] = []
  const step = {
    id: '1-build',
    title: '',
    targets: [],
    argv: ['cargo'],
    cwd: dir,
    env: {},
    stdout: 'cargo-json' as const,
  }
  const { keepers } = await rustDepsKeepers({
    job: makeJob({ workDir: join(dir, 'work'), steps: [step] }),
    planned: { language: 'rust', name: 'app', dir, commit: null } as PlannedProject,
    ...{ store, exec: fakeExec().exec, log: memoryLog().log, signal: new AbortController().signal },
    ...{ scratch: scratchDir(), env: { CARGO_HOME: home }, rustDepsCache: 'off' },
    tell: row => void rows.push(row),
  })
  const [keeper] = keepers
  if (!keeper) throw new Error('nothing is kept')
  const has = (path: string) => existsSync(join(home, path))
  return { home, rows, store, dir, keeper, has }
}

describe('archives of crates, where nothing else of Rust is kept', () => {
  it('come back to another machine: those of Cargo.lock, with what the index says of them', async () => {
    const first = await machine()
    await first.keeper.restore()
    makeTree(first.home, { [files.archive]: archive, [files.index]: 'i', [files.config]: 'c', [files.foreign]: 'f' })
    await first.keeper.save(result)
    const second = await machine(first.store, first.dir)
    await second.keeper.restore()
    expect([files.archive, files.index, files.config, files.foreign].map(second.has)).toEqual([true, true, true, false])
    await second.keeper.save(result)
    expect(first.store.entries.size).toBe(1)
    expect(second.rows.map(r => [r.id, r.hit])).toEqual([
      ['rust-hot app-zig', 'skipped'],
      ['rust-sources app', 'exact'],
    ])
  })

  it('are not placed when they are not what Cargo.lock says', async () => {
    const first = await machine()
    await first.keeper.restore()
    makeTree(first.home, { [files.archive]: 'something else', [files.index]: 'i' })
    await first.keeper.save(result)
    const second = await machine(first.store, first.dir)
    await second.keeper.restore()
    expect(second.has(files.archive)).toBe(false)
  })

  it('are left alone where this machine has some', async () => {
    const { home, keeper, rows, store } = await machine()
    makeTree(home, { [files.archive]: archive })
    await keeper.restore()
    await keeper.save(result)
    expect(rows.at(-1)).toMatchObject({ id: 'rust-sources app', hit: 'skipped' })
    expect(store.asked).toEqual([])
  })

  it('are others with another Cargo.lock', async () => {
    const first = await machine()
    await first.keeper.restore()
    makeTree(first.home, { [files.archive]: archive })
    await first.keeper.save(result)
    writeFileSync(join(first.dir, 'Cargo.lock'), lock.replace(checksum, '0'.repeat(64)))
    const second = await machine(first.store, first.dir)
    await second.keeper.restore()
    expect(second.rows.at(-1)).toMatchObject({ hit: 'miss' })
  })
})
