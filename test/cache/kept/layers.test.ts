import { describe, expect, it } from 'vitest'
import { baseEntry, changesEntry, chooseLayer, savedKey } from '../../../src/cache/kept/layers.ts'

const none = new Map<string, number>()
const sizes = (all: Readonly<Record<string, number>>) => new Map(Object.entries(all))
const large = sizes({ std: 1000, deps: 1000 })

describe('what of a directory is saved', () => {
  it('is nothing when nothing was used, and everything when there was nothing', () => {
    expect(chooseLayer({ base: null, changes: none, live: none })).toMatchObject({ save: 'nothing' })
    expect(chooseLayer({ base: null, changes: none, live: large })).toEqual({ save: 'base', files: large })
  })

  it('is nothing when all that was used came from the cache, although something else came, too', () => {
    expect(chooseLayer({ base: large, changes: none, live: sizes({ std: 1000 }) })).toMatchObject({ save: 'nothing' })
    const changes = sizes({ main: 10 })
    const live = sizes({ std: 1000, deps: 1000, main: 10 })
    expect(chooseLayer({ base: large, changes, live })).toMatchObject({ save: 'nothing' })
  })

  it('is what the base lacks, also what came with earlier changes, and not what they have left behind', () => {
    const changes = sizes({ lib: 10, main: 10 })
    const live = sizes({ std: 1000, deps: 1000, lib: 10, main2: 12 })
    expect(chooseLayer({ base: large, changes, live })).toEqual({
      save: 'changes',
      files: sizes({ lib: 10, main2: 12 }),
    })
  })

  it('takes a file of another size for another file', () => {
    const live = sizes({ std: 1000, deps: 1001 })
    expect(chooseLayer({ base: large, changes: none, live })).toMatchObject({ save: 'base' })
    const changes = sizes({ note: 3 })
    const longer = sizes({ std: 1000, deps: 1000, note: 4 })
    expect(chooseLayer({ base: large, changes, live: longer })).toEqual({ save: 'changes', files: sizes({ note: 4 }) })
  })

  it('is a new base before both packs are a twentieth larger than what is in use', () => {
    const live = (size: number) => sizes({ std: 1000, deps: 1000 - size, main: size })
    const base = sizes({ std: 1000, deps: 1000 - 1, old: 1 })
    for (const size of [10, 40, 70, 90, 120, 400]) {
      const choice = chooseLayer({ base, changes: none, live: live(size) })
      if (choice.save === 'nothing') throw new Error('the main package is new')
      const both = choice.save === 'base' ? 2000 : 2000 + [...choice.files.values()].reduce((a, b) => a + b, 0)
      expect(both / 2000).toBeLessThan(1.05)
    }
    expect(chooseLayer({ base, changes: none, live: sizes({ main: 2 }) })).toMatchObject({ save: 'base' })
  })
})

describe('keys of a kept directory', () => {
  const name = {
    kind: 'go-build',
    name: 'x86_64-linux',
    ingredients: { go: 'go1.26', modules: 'a' },
    near: ['go'],
  } as const

  it('are found by equal ingredients first, then by those that are near', () => {
    const entry = baseEntry(name)
    const other = baseEntry({ ...name, ingredients: { go: 'go1.26', modules: 'b' } })
    const saved = savedKey(entry, large)
    expect(saved.startsWith(entry.fallbacks[0] ?? '?')).toBe(true)
    expect(saved.startsWith(other.fallbacks[0] ?? '?')).toBe(false)
    expect(saved.startsWith(other.fallbacks[1] ?? '?')).toBe(true)
    const newer = baseEntry({ ...name, ingredients: { go: 'go1.27', modules: 'a' } })
    expect(newer.fallbacks.some(begin => saved.startsWith(begin))).toBe(false)
  })

  it('are equal for equal content alone', () => {
    const entry = baseEntry(name)
    expect(savedKey(entry, sizes({ a: 1, b: 2 }))).toBe(savedKey(entry, sizes({ b: 2, a: 1 })))
    expect(savedKey(entry, sizes({ a: 1, b: 2 }))).not.toBe(savedKey(entry, sizes({ a: 1, b: 3 })))
  })

  it('of changes belong to one base, and to no base of the same kind', () => {
    const [one, two] = [changesEntry(name, 'base-1', 'c1'), changesEntry(name, 'base-1', 'c2')]
    expect(savedKey(one, large).startsWith(two.fallbacks[1] ?? '?')).toBe(true)
    const foreign = changesEntry(name, 'base-2', 'c1')
    expect(foreign.fallbacks.some(begin => savedKey(one, large).startsWith(begin))).toBe(false)
    expect(baseEntry(name).fallbacks.some(begin => one.key.startsWith(begin))).toBe(false)
  })
})
