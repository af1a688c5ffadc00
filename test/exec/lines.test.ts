import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLines } from '../../src/exec/lines.ts'

/** The lines of a text that comes in pieces of these sizes. */
function linesOf(bytes: Buffer, sizes: readonly number[]): string[] {
  const lines: string[] = []
  const splitter = splitLines(line => lines.push(line))
  let at = 0
  for (const size of sizes) {
    splitter.write(bytes.subarray(at, at + size))
    at += size
  }
  splitter.write(bytes.subarray(at))
  splitter.end()
  return lines
}

describe('splitLines', () => {
  it('gives the same lines wherever the chunks are cut, also inside a character', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ä', '漢', '😀', '\n', '\r', '\r\n'), maxLength: 30 })
    fc.assert(
      fc.property(text, fc.array(fc.nat(5), { maxLength: 20 }), (text, sizes) => {
        const whole = text.split(/\r\n|\n|\r/)
        if (whole.at(-1) === '') whole.pop()
        expect(linesOf(Buffer.from(text), sizes)).toEqual(whole)
      }),
    )
  })

  it('keeps a last line without line end, and empty lines', () => {
    expect(linesOf(Buffer.from('a\n\nb'), [])).toEqual(['a', '', 'b'])
  })

  it('bounds a line that never ends, and goes on after it', () => {
    const lines = linesOf(Buffer.from(`${'x'.repeat(5_000_000)}\nnext\n`), [3_000_000])
    expect(lines).toHaveLength(2)
    expect(lines[0]?.length).toBe(1024 * 1024 + 1)
    expect(lines[0]?.endsWith('…')).toBe(true)
    expect(lines[1]).toBe('next')
  })
})
