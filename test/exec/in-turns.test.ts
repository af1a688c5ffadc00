import { setImmediate as tick } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { allDone, inTurns } from '../../src/exec/in-turns.ts'

it('does so many at a time, all of them, whatever becomes of the others', async () => {
  const running = new Set<number>()
  let most = 0
  const results = await inTurns([0, 1, 2, 3, 4, 5, 6], 3, async i => {
    running.add(i)
    most = Math.max(most, running.size)
    for (let turns = 0; turns < (i * 5) % 7; turns++) await tick()
    running.delete(i)
    if (i === 1) throw new Error('one')
    return i * 10
  })
  expect(most).toBe(3)
  expect(results.map(r => (r.status === 'fulfilled' ? r.value : r.reason.message))).toEqual([
    0,
    'one',
    20,
    30,
    40,
    50,
    60,
  ])
  expect(() => allDone(results)).toThrow('one')
})

it('gives what all of them gave, in their order', async () => {
  expect(allDone(await inTurns(['a', 'b', 'c'], 8, async text => text.toUpperCase()))).toEqual(['A', 'B', 'C'])
  expect(await inTurns([], 2, async () => 'x')).toEqual([])
})
