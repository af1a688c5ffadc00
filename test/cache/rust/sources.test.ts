import { mkdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planTimes } from '../../../src/cache/rust/manifest.ts'
import { applyTimes, readSources, settleTimes } from '../../../src/cache/rust/sources.ts'
import { makeTree, scratchDir } from '../../support/cache/trees.ts'

const timeOf = (path: string) => statSync(path, { bigint: true }).mtimeNs
const second = 1_000_000_000n

/** A checkout with what is no source in it. */
const checkout = () =>
  makeTree(join(scratchDir(), 'p'), {
    'src/a.rs': 'a',
    'src/b.rs': 'b',
    'src/deep/c.rs': 'c',
    'link.rs': { link: 'src/a.rs' },
    '.git/HEAD': 'ref',
    'target/CACHEDIR.TAG': 'Signature',
    'target/x': 'x',
    'dist/app': 'x',
  })

describe('readSources', () => {
  it('reads files, directories and links, and leaves out what is no source', async () => {
    const dir = checkout()
    const found = await readSources([dir, join(dir, 'missing')], [join(dir, 'dist')])
    const names = Object.keys(found).map(path => path.slice(dir.length))
    expect(names.sort()).toEqual(['/', '/link.rs', '/src/', '/src/a.rs', '/src/b.rs', '/src/deep/', '/src/deep/c.rs'])
    expect(found[join(dir, 'link.rs')]?.[0]).toBe('link:src/a.rs')
  })

  it('does not read again what has the time that is known', async () => {
    const dir = checkout()
    const path = join(dir, 'src/a.rs')
    const known = { [path]: ['known', String(timeOf(path))] as const }
    expect((await readSources([dir], [], known))[path]?.[0]).toBe('known')
    utimesSync(path, 1, 1)
    expect((await readSources([dir], [], known))[path]?.[0]).not.toBe('known')
  })
})

describe('settleTimes', () => {
  it('leaves times that come back to the nanosecond', async () => {
    const dir = checkout()
    const settled = await settleTimes(await readSources([dir], []))
    expect(await readSources([dir], [])).toEqual(settled)
    for (const path of Object.keys(settled).filter(p => !p.endsWith('link.rs'))) utimesSync(path, 7, 7)
    const plan = planTimes(settled, await readSources([dir], []))
    expect(plan.renewed).toEqual([])
    await applyTimes(plan, { newest: 0n, within: [dir] })
    expect(await readSources([dir], [])).toEqual(settled)
  })
})

describe('applyTimes', () => {
  it('makes changed content newer than all that was built, also where the clock is behind', async () => {
    const dir = checkout()
    const before = await readSources([dir], [])
    writeFileSync(join(dir, 'src/b.rs'), 'other')
    utimesSync(join(dir, 'src/b.rs'), 1, 1)
    const newest = (BigInt(Math.floor(Date.now() / 1000)) + 86_400n) * second
    const plan = planTimes(before, await readSources([dir], []))
    expect(await applyTimes(plan, { newest, within: [dir] })).toBe(true)
    expect(timeOf(join(dir, 'src/b.rs'))).toBeGreaterThan(newest)
    expect(timeOf(join(dir, 'src/a.rs'))).toBeLessThan(newest)
  })

  it('gives a directory its time after those in it', async () => {
    const dir = checkout()
    const before = await settleTimes(await readSources([dir], []))
    rmSync(join(dir, 'src/deep'), { recursive: true })
    mkdirSync(join(dir, 'src/deep'))
    writeFileSync(join(dir, 'src/deep/c.rs'), 'c')
    const plan = planTimes(before, await readSources([dir], []))
    await applyTimes(plan, { newest: 0n, within: [dir] })
    expect(await readSources([dir], [])).toEqual(before)
  })

  it('renews what a link leads to, and says so where that lies elsewhere', async () => {
    const dir = checkout()
    const before = await readSources([dir], [])
    const relink = async (to: string) => {
      rmSync(join(dir, 'link.rs'))
      symlinkSync(to, join(dir, 'link.rs'))
      const plan = planTimes(before, await readSources([dir], []))
      return applyTimes(plan, { newest: 0n, within: [dir] })
    }
    utimesSync(join(dir, 'src/b.rs'), 1, 1)
    expect(await relink('src/b.rs')).toBe(true)
    expect(timeOf(join(dir, 'src/b.rs'))).toBeGreaterThan(second)
    const outside = makeTree(join(scratchDir(), 'q'), { 'x.rs': { content: 'x', mtime: 1 } })
    expect(await relink(join(outside, 'x.rs'))).toBe(false)
    expect(timeOf(join(outside, 'x.rs'))).toBe(second)
  })
})
