import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endLine, frame } from '../../../src/hosts/terminal/frame.ts'
import type { TaskState } from '../../../src/hosts/terminal/view.ts'
import { styleFor } from '../../../src/report/style.ts'
import { displayWidth } from '../../../src/report/text.ts'

const plain = styleFor(false)
const task = (name: string, text: string): TaskState => ({ name, title: 'build', text, startedMs: 1000 })
const tasks = [task('x86_64-linux-musl', 'Compiling serde'), task('arm64', '')]

describe('the live picture', () => {
  it('has a line per target with time, step and what its tool says', () => {
    expect(frame(tasks, { columns: 80, rows: 24 }, 13_000, plain)).toEqual([
      '⠋ x86_64-linux-musl    12s  Compiling serde',
      '⠋ arm64                12s  build',
    ])
  })

  it('turns', () => {
    const at = (now: number) => frame(tasks, { columns: 80, rows: 24 }, now, plain)[0]?.[0]
    expect(at(0)).not.toBe(at(100))
  })

  it('is never wider or higher than the terminal', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '日', '🦀', ' ', 'e\u0301'), maxLength: 200 })
    const anyTask = fc.record({ name: text, title: text, text, startedMs: fc.constant(0) })
    fc.assert(
      fc.property(
        fc.array(anyTask, { maxLength: 40 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 3, max: 50 }),
        (all, columns, rows) => {
          const lines = frame(all, { columns: Math.max(20, columns), rows }, 5000, plain)
          expect(lines.length).toBeLessThan(rows)
          for (const line of lines) expect(displayWidth(line)).toBeLessThan(Math.max(20, columns))
        },
      ),
    )
  })

  it('says how many do not fit', () => {
    const many = Array.from({ length: 9 }, (_, i) => task(`t${i}`, ''))
    const lines = frame(many, { columns: 80, rows: 6 }, 1000, plain)
    expect(lines).toHaveLength(4)
    expect(lines.at(-1)).toBe('  and 6 more tasks')
  })

  it('leaves a line when a task has ended', () => {
    const [first] = tasks
    expect(first && endLine(first, { ok: true, text: 'built' }, [], 80, 2500, plain)).toBe(
      '✓ x86_64-linux-musl   1.5s  built',
    )
    expect(first && endLine(first, { ok: false, text: '' }, [], 80, 2500, plain)).toBe(
      '✗ x86_64-linux-musl   1.5s  build',
    )
  })
})
