import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { missingNeeds } from '../support/needs.ts'
import { cacheDir, root } from '../support/places.ts'

const here = missingNeeds(['debian-sources']).length === 0 || process.env['PB_REQUIRE'] === 'all'

it.skipIf(!here)(
  'other readers and a real loader agree on 300 files of Debian (docs/oracle.md has the full run)',
  () => {
    const args = ['--quick', '--cache', join(cacheDir, 'oracle')]
    const done = spawnSync(join(root, 'scripts/oracle/run'), args, { encoding: 'utf8', maxBuffer: 1 << 26 })
    expect(done.stderr).not.toContain('UNEXPLAINED')
    expect(done.status, done.stderr).toBe(0)
    const totals = done.stdout.split('\n').filter(line => line.startsWith('| **all** |'))
    const [readers, loaders] = totals.map(line => line.split('|').map(cell => Number(cell)))
    // Columns: files, all agree, explained, unexplained; then pairs, starts tried, starts, refused, false accepts and rejects.
    expect(readers?.at(-7)).toBe(300)
    expect(readers?.at(-4)).toBe(0)
    expect(loaders?.[3]).toBeGreaterThan(20)
    expect(loaders?.[4]).toBeGreaterThan(0)
    expect(loaders?.[5]).toBeGreaterThan(0)
    expect(loaders?.slice(6, 8)).toEqual([0, 0])
  },
  600_000,
)
