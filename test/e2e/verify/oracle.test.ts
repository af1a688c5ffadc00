import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { missingNeeds } from '../support/needs.ts'
import { cacheDir, root } from '../support/places.ts'

const here = missingNeeds(['debian-sources']).length === 0 || process.env['PB_REQUIRE'] === 'all'

/** The last row of each table that has totals, by the titles of its columns. */
function totalsOf(page: string): Record<string, number>[] {
  const rows = page.split('\n').map(line => line.split('|').map(cell => cell.trim()))
  return rows.flatMap((row, i) => {
    if (row[1] !== '**all**') return []
    const titles = rows[rows.slice(0, i).findLastIndex(r => r[1] === '---') - 1] ?? []
    return [Object.fromEntries(titles.map((title, column) => [title, Number(row[column])]))]
  })
}

it.skipIf(!here)(
  'other readers and a real loader agree on 300 files of Debian (docs/oracle.md has the full run)',
  () => {
    const args = ['--quick', '--cache', join(cacheDir, 'oracle')]
    const done = spawnSync(join(root, 'scripts/oracle/run'), args, { encoding: 'utf8', maxBuffer: 1 << 26 })
    expect(done.stderr).not.toContain('UNEXPLAINED')
    expect(done.status, done.stderr).toBe(0)
    const [readers, loaders] = totalsOf(done.stdout)
    expect(readers).toMatchObject({ files: 300, unexplained: 0 })
    expect(loaders).toMatchObject({ 'false accepts': 0, 'false rejects': 0 })
    expect(loaders?.['starts, as said']).toBeGreaterThan(20)
    expect(loaders?.['refused, as said']).toBeGreaterThan(0)
  },
  600_000,
)
